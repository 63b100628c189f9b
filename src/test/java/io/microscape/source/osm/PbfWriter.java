package io.microscape.source.osm;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import io.microscape.source.ImportLimits;
import io.microscape.study.Progress;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Writes the elements of an OSM file as PBF: dense nodes, one block a type. */
final class PbfWriter {
    private static final long NANODEGREES = 100;

    private final Map<String, Integer> strings = new LinkedHashMap<>(Map.of("", 0));

    static void write(Path from, Path to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(to))) {
            block(
                    out,
                    "OSMHeader",
                    HeaderBlock.newBuilder()
                            .addRequiredFeatures("OsmSchema-V0.6")
                            .addRequiredFeatures("DenseNodes")
                            .build());
            for (ElementType type : ElementType.values()) {
                block(out, "OSMData", new PbfWriter().elements(from, type));
            }
        }
    }

    private PrimitiveBlock elements(Path from, ElementType type) {
        PrimitiveGroup.Builder group = PrimitiveGroup.newBuilder();
        DenseNodes.Builder dense = DenseNodes.newBuilder();
        new OsmFile(from, ImportLimits.DEFAULTS, Progress.NONE, 1).accept(new OsmVisitor() {
            private long id;
            private long lon;
            private long lat;

            @Override
            public ElementType visits() {
                return type;
            }

            @Override
            public void node(OsmNode node) {
                long nodeLon = Math.round(node.lon() * 1e9 / NANODEGREES);
                long nodeLat = Math.round(node.lat() * 1e9 / NANODEGREES);
                dense.addId(node.id() - id).addLon(nodeLon - lon).addLat(nodeLat - lat);
                id = node.id();
                lon = nodeLon;
                lat = nodeLat;
                node.tags().forEach((key, value) -> dense.addKeysVals(text(key)).addKeysVals(text(value)));
                dense.addKeysVals(0);
            }

            @Override
            public void way(OsmWay way) {
                Osmformat.Way.Builder builder = Osmformat.Way.newBuilder().setId(way.id());
                way.tags().forEach((key, value) -> builder.addKeys(text(key)).addVals(text(value)));
                long last = 0;
                for (long node : way.nodes()) {
                    builder.addRefs(node - last);
                    last = node;
                }
                group.addWays(builder);
            }

            @Override
            public void relation(OsmRelation relation) {
                Osmformat.Relation.Builder builder =
                        Osmformat.Relation.newBuilder().setId(relation.id());
                relation.tags()
                        .forEach((key, value) -> builder.addKeys(text(key)).addVals(text(value)));
                long last = 0;
                for (OsmRelation.Member member : relation.members()) {
                    builder.addMemids(member.id() - last)
                            .addRolesSid(text(member.role()))
                            .addTypes(Osmformat.Relation.MemberType.valueOf(
                                    member.type().name()));
                    last = member.id();
                }
                group.addRelations(builder);
            }
        });
        if (type == ElementType.NODE) {
            group.setDense(dense);
        }
        PrimitiveBlock.Builder block = PrimitiveBlock.newBuilder().addPrimitivegroup(group);
        Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
        strings.keySet().forEach(string -> table.addS(ByteString.copyFromUtf8(string)));
        return block.setStringtable(table).build();
    }

    private int text(String string) {
        return strings.computeIfAbsent(string, key -> strings.size());
    }

    private static void block(DataOutputStream out, String type, MessageLite content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            content.writeTo(deflater);
        }
        byte[] blob = Blob.newBuilder()
                .setRawSize(content.getSerializedSize())
                .setZlibData(ByteString.copyFrom(packed.toByteArray()))
                .build()
                .toByteArray();
        byte[] header = BlobHeader.newBuilder()
                .setType(type)
                .setDatasize(blob.length)
                .build()
                .toByteArray();
        out.writeInt(header.length);
        out.write(header);
        out.write(blob);
    }
}
