package io.microscape.export;

import io.microscape.atlas.FlatGeobufSchema;
import io.microscape.atlas.FlatGeobufWriter;
import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import io.microscape.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** FlatGeobuf as layers are published in; its features lie in the order of its spatial index. */
final class FlatGeobufAtlasWriter implements AtlasWriter {
    private final List<AtlasColumn> columns;
    private final FlatGeobufWriter features;

    FlatGeobufAtlasWriter(Path file, Study study, List<AtlasColumn> columns) throws IOException {
        this.columns = columns;
        features = new FlatGeobufWriter(
                file,
                FlatGeobufSchema.lonLat(
                        study.key(),
                        study.title().both(),
                        null,
                        GeometryType.POLYGON,
                        columns.stream()
                                .map(column -> new FlatGeobufSchema.Column(
                                        column.name(),
                                        column.type(),
                                        AtlasWriter.titleWithUnit(column),
                                        column.definition().both()))
                                .toList()));
    }

    @Override
    public void write(AtlasRow row) throws IOException {
        List<Object> values = new ArrayList<>(columns.size());
        for (AtlasColumn column : columns) {
            values.add(column.valueOf(row));
        }
        features.add(row.space().geometry(), values);
    }

    @Override
    public List<String> finish() throws IOException {
        features.finish();
        return List.of();
    }

    @Override
    public void close() throws IOException {
        features.close();
    }
}
