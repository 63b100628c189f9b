package io.microscape.source.osm;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import io.microscape.source.ImportLimits;
import io.microscape.source.osm.OsmRelation.Member;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * OSM PBF. The messages are osmpbf's; its own block reader is not used because it allocates whatever size a damaged file
 * states and skips unknown blocks in silence.
 */
final class OsmPbf {
    /** Bounds that the format description sets. */
    private static final int MAX_HEADER = 64 << 10;

    private static final int MAX_BLOB = 32 << 20;
    private static final Set<String> FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes", "HistoricalInformation");

    private final DataInputStream in;
    private final BoundedInputStream bounded;
    private final ImportLimits limits;

    OsmPbf(BoundedInputStream in, ImportLimits limits) {
        this.bounded = in;
        this.in = new DataInputStream(in);
        this.limits = limits;
    }

    void accept(OsmVisitor visitor) throws IOException {
        try {
            for (int block = 1; ; block++) {
                int headerSize = headerSize();
                if (headerSize < 0) {
                    return;
                }
                BlobHeader header = BlobHeader.parseFrom(bytes(headerSize, MAX_HEADER, block));
                ByteString content = inflate(Blob.parseFrom(bytes(header.getDatasize(), MAX_BLOB, block)), block);
                bounded.tokenDone();
                switch (header.getType()) {
                    case "OSMHeader" -> requireKnownFeatures(HeaderBlock.parseFrom(content));
                    case "OSMData" -> new Block(PrimitiveBlock.parseFrom(content), block).accept(visitor);
                    default -> {
                        // the format asks readers to pass over blocks they do not know
                    }
                }
            }
        } catch (EOFException e) {
            throw new DamagedOsmException("it is cut off", e);
        } catch (InvalidProtocolBufferException e) {
            throw new DamagedOsmException("a block is damaged: " + e.getMessage(), e);
        }
    }

    /** The size before the next header, or -1 at the end of the file. */
    private int headerSize() throws IOException {
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        return first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    }

    private byte[] bytes(int size, int max, int block) throws IOException {
        if (size < 0 || size > max) {
            throw new DamagedOsmException("block " + block + " states a size of " + size + " bytes");
        }
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        return bytes;
    }

    private static ByteString inflate(Blob blob, int block) throws DamagedOsmException {
        if (blob.hasRaw()) {
            return blob.getRaw();
        }
        if (!blob.hasZlibData()) {
            throw new DamagedOsmException(
                    "block " + block + " is packed in a way that is not supported (only zlib is)");
        }
        int size = blob.getRawSize();
        if (size < 0 || size > MAX_BLOB) {
            throw new DamagedOsmException("block " + block + " states a size of " + size + " bytes");
        }
        byte[] content = new byte[size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(blob.getZlibData().asReadOnlyByteBuffer());
            int done = 0;
            while (done < size) {
                int count = inflater.inflate(content, done, size - done);
                if (count == 0) {
                    throw new DamagedOsmException("block " + block + " is shorter than it states");
                }
                done += count;
            }
        } catch (DataFormatException e) {
            throw new DamagedOsmException("block " + block + " is damaged", e);
        } finally {
            inflater.end();
        }
        return ByteString.copyFrom(content);
    }

    private static void requireKnownFeatures(HeaderBlock header) throws DamagedOsmException {
        for (String feature : header.getRequiredFeaturesList()) {
            if (!FEATURES.contains(feature)) {
                throw new DamagedOsmException("it needs the feature " + feature + ", which is not supported");
            }
        }
    }

    /** A block of elements with its table of strings and its grid of coordinates. */
    private final class Block {
        private final PrimitiveBlock block;
        private final int number;
        private final String[] strings;

        Block(PrimitiveBlock block, int number) {
            this.block = block;
            this.number = number;
            this.strings = new String[block.getStringtable().getSCount()];
        }

        void accept(OsmVisitor visitor) throws IOException {
            for (PrimitiveGroup group : block.getPrimitivegroupList()) {
                switch (visitor.visits()) {
                    case NODE -> {
                        for (Osmformat.Node node : group.getNodesList()) {
                            visitor.node(node(node));
                        }
                        if (group.hasDense()) {
                            dense(group.getDense(), visitor);
                        }
                    }
                    case WAY -> {
                        for (Osmformat.Way way : group.getWaysList()) {
                            visitor.way(way(way));
                        }
                    }
                    case RELATION -> {
                        for (Osmformat.Relation relation : group.getRelationsList()) {
                            visitor.relation(relation(relation));
                        }
                    }
                }
            }
        }

        private OsmNode node(Osmformat.Node node) throws DamagedOsmException {
            return new OsmNode(
                    node.getId(),
                    node.getInfo().getVersion(),
                    deleted(node.getInfo()),
                    longitude(node.getLon()),
                    latitude(node.getLat()),
                    tags(node.getKeysList(), node.getValsList()));
        }

        private void dense(DenseNodes dense, OsmVisitor visitor) throws DamagedOsmException {
            int count = dense.getIdCount();
            if (dense.getLonCount() != count || dense.getLatCount() != count) {
                throw damaged("the nodes lack coordinates");
            }
            Osmformat.DenseInfo info = dense.getDenseinfo();
            if (info.getVersionCount() != 0 && info.getVersionCount() != count
                    || info.getVisibleCount() != 0 && info.getVisibleCount() != count) {
                throw damaged("the nodes lack versions");
            }
            long id = 0;
            long lon = 0;
            long lat = 0;
            int next = 0;
            for (int i = 0; i < count; i++) {
                id += dense.getId(i);
                lon += dense.getLon(i);
                lat += dense.getLat(i);
                Map<String, String> tags = Map.of();
                if (next < dense.getKeysValsCount()) {
                    int end = next;
                    while (end < dense.getKeysValsCount() && dense.getKeysVals(end) != 0) {
                        end += 2;
                    }
                    if (end > dense.getKeysValsCount()) {
                        throw damaged("a tag has no value");
                    }
                    if (end > next) {
                        tags = new HashMap<>();
                        for (int at = next; at < end; at += 2) {
                            tags.put(string(dense.getKeysVals(at)), string(dense.getKeysVals(at + 1)));
                        }
                    }
                    next = end + 1;
                }
                boolean deleted = info.getVisibleCount() != 0 && !info.getVisible(i);
                int version = info.getVersionCount() == 0 ? 0 : info.getVersion(i);
                // the place of a deleted node has no meaning
                visitor.node(new OsmNode(
                        id,
                        version,
                        deleted,
                        deleted ? Double.NaN : longitude(lon),
                        deleted ? Double.NaN : latitude(lat),
                        tags));
            }
        }

        private OsmWay way(Osmformat.Way way) throws DamagedOsmException {
            requireBelowLimit("way " + way.getId(), way.getRefsCount());
            long[] nodes = new long[way.getRefsCount()];
            long id = 0;
            for (int i = 0; i < nodes.length; i++) {
                id += way.getRefs(i);
                nodes[i] = id;
            }
            return new OsmWay(
                    way.getId(),
                    way.getInfo().getVersion(),
                    deleted(way.getInfo()),
                    nodes,
                    tags(way.getKeysList(), way.getValsList()));
        }

        private OsmRelation relation(Osmformat.Relation relation) throws DamagedOsmException {
            int count = relation.getMemidsCount();
            requireBelowLimit("relation " + relation.getId(), count);
            if (relation.getTypesCount() != count || relation.getRolesSidCount() != count) {
                throw damaged("the members of relation " + relation.getId() + " lack roles or types");
            }
            List<Member> members = new ArrayList<>(count);
            long id = 0;
            for (int i = 0; i < count; i++) {
                id += relation.getMemids(i);
                ElementType type = switch (relation.getTypes(i)) {
                    case NODE -> ElementType.NODE;
                    case WAY -> ElementType.WAY;
                    case RELATION -> ElementType.RELATION;
                };
                members.add(new Member(type, id, string(relation.getRolesSid(i))));
            }
            return new OsmRelation(
                    relation.getId(),
                    relation.getInfo().getVersion(),
                    deleted(relation.getInfo()),
                    members,
                    tags(relation.getKeysList(), relation.getValsList()));
        }

        private boolean deleted(Osmformat.Info info) {
            return info.hasVisible() && !info.getVisible();
        }

        private Map<String, String> tags(List<Integer> keys, List<Integer> values) throws DamagedOsmException {
            if (keys.size() != values.size()) {
                throw damaged("a tag has no value");
            }
            if (keys.isEmpty()) {
                return Map.of();
            }
            Map<String, String> tags = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                tags.put(string(keys.get(i)), string(values.get(i)));
            }
            return tags;
        }

        private String string(int index) throws DamagedOsmException {
            if (index < 0 || index >= strings.length) {
                throw damaged("a text is missing");
            }
            if (strings[index] == null) {
                strings[index] = block.getStringtable().getS(index).toStringUtf8();
            }
            return strings[index];
        }

        private double longitude(long value) throws DamagedOsmException {
            return degrees(value, block.getLonOffset(), 180);
        }

        private double latitude(long value) throws DamagedOsmException {
            return degrees(value, block.getLatOffset(), 90);
        }

        private double degrees(long value, long offset, double bound) throws DamagedOsmException {
            // divided, not multiplied by 1e-9: it must be the very number that the XML of the same data gives
            long nanodegrees = offset + block.getGranularity() * value;
            double degrees = nanodegrees / 1e9;
            if (!(Math.abs(degrees) <= bound)) {
                throw damaged("a coordinate is " + degrees);
            }
            return degrees;
        }

        private void requireBelowLimit(String element, int parts) throws DamagedOsmException {
            if (parts > limits.maxCoordinates()) {
                throw new DamagedOsmException(element + " has more than " + limits.maxCoordinates()
                        + " parts (limit MICROSCAPE_MAX_COORDINATES)");
            }
        }

        private DamagedOsmException damaged(String problem) {
            return new DamagedOsmException("block " + number + " is damaged: " + problem);
        }
    }
}
