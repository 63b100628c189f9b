package io.microscape.source.shapefile;

import io.microscape.source.FeatureReader;
import io.microscape.source.ImportLimits;
import io.microscape.source.ReaderNotes;
import io.microscape.source.SourceFeature;
import io.microscape.source.dbf.DbfTable;
import io.microscape.source.file.ByteSource;
import io.microscape.source.file.SourceFile;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Features of a Shapefile, record by record. Our own: Maven Central has no streaming reader but H2GIS's, which maps the
 * file, trusts its counts, needs the .shx and .dbf to be there and must be told the encoding.
 *
 * <p>Records are read one after the other; where a record does not follow the one before, the .shx file, if any, tells
 * where it is. What the .shp and the .dbf say must agree: with rows missing on one side attributes would belong to the
 * wrong shapes. Rows marked as deleted are left out with their shapes.
 */
public final class ShapefileReader implements FeatureReader {
    private static final int FILE_CODE = 9994;
    private static final int HEADER = 100;
    private static final int RECORD_HEADER = 8;
    private static final int MAX_PRJ = 1 << 16;

    private final SourceFile file;
    private final ReaderNotes notes = new ReaderNotes();
    private final ByteSource shapes;
    private final ByteSource index;
    private final DbfTable table;
    private final ShapeDecoder decoder;
    private final DeclaredCrs crs;
    private final long statedSize;
    private long record;

    private ShapefileReader(SourceFile file, String encoding, ImportLimits limits) throws IOException {
        this.file = file;
        shapes = new ByteSource(file.path());
        ByteSource openIndex = null;
        DbfTable openTable = null;
        try {
            if (shapes.size() < HEADER) {
                throw damaged("it is shorter than its header");
            }
            ByteBuffer header = shapes.read(HEADER, ByteOrder.BIG_ENDIAN);
            if (header.getInt(0) != FILE_CODE) {
                throw file.invalid("is no Shapefile", "check that the file is what its name says");
            }
            statedSize = 2L * header.getInt(24);
            int shapeType = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
            if (ShapeDecoder.isMultiPatch(shapeType)) {
                throw file.invalid("it holds MultiPatch solids", "export their footprints as polygons");
            }
            if (!ShapeDecoder.knows(shapeType)) {
                throw damaged("it has the unknown shape type " + shapeType);
            }
            decoder = new ShapeDecoder(shapeType, limits.maxCoordinates(), notes);
            openIndex = openIndex();
            SourceFile dbf = file.sibling(".dbf");
            if (dbf == null) {
                notes.add("there is no .dbf file: features have no attributes");
            } else {
                openTable = new DbfTable(dbf, encoding, notes);
            }
            crs = readCrs();
        } catch (IOException | RuntimeException e) {
            shapes.close();
            if (openIndex != null) {
                openIndex.close();
            }
            if (openTable != null) {
                openTable.close();
            }
            throw e;
        }
        index = openIndex;
        table = openTable;
    }

    /**
     * Opens a Shapefile; its siblings (.dbf, .shx, .prj, .cpg) are found beside it whatever their case.
     *
     * @throws InvalidInputException if the file is no Shapefile or is damaged
     */
    public static ShapefileReader open(SourceFile file, SourceSpec spec, ImportLimits limits) throws IOException {
        return new ShapefileReader(file, spec.encoding(), limits);
    }

    private ByteSource openIndex() throws IOException {
        SourceFile shx = file.sibling(".shx");
        return shx == null ? null : new ByteSource(shx.path());
    }

    private DeclaredCrs readCrs() throws IOException {
        SourceFile prj = file.sibling(".prj");
        if (prj == null) {
            return null;
        }
        byte[] bytes;
        try (var in = Files.newInputStream(prj.path())) {
            bytes = in.readNBytes(MAX_PRJ);
        }
        String wkt =
                new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        if (wkt.isEmpty()) {
            notes.add(prj.shown() + " is empty");
            return null;
        }
        return new DeclaredCrs(wkt, ".prj");
    }

    @Override
    public String format() {
        return "ESRI Shapefile";
    }

    @Override
    public String layer() {
        return file.layerName();
    }

    @Override
    public List<String> columns() {
        return table == null ? List.of() : table.columns();
    }

    @Override
    public TextEncoding encoding() {
        return table == null ? null : table.encoding();
    }

    @Override
    public DeclaredCrs crs() {
        return crs;
    }

    @Override
    public SourceFeature next() throws IOException {
        while (true) {
            byte[] content = nextRecord();
            if (content == null) {
                checkEnd();
                return null;
            }
            record++;
            String label = "feature " + record;
            Geometry geometry;
            try {
                geometry = decoder.decode(content, label);
            } catch (ShapeDecoder.DamagedRecordException e) {
                throw file.invalid(label, "damaged record, " + e.getMessage(), SourceFile.GET_IT_AGAIN);
            }
            if (table == null) {
                return new SourceFeature(label, geometry, Map.of());
            }
            DbfTable.Row row = table.next();
            if (row == null) {
                throw mismatch("more shapes than the .dbf has rows (" + table.rows() + ")");
            }
            if (!row.deleted()) {
                return new SourceFeature(label, geometry, row.attributes());
            }
            notes.count("features whose row is marked as deleted are left out", label);
        }
    }

    /** Content of the next record, or null at the end. */
    private byte[] nextRecord() throws IOException {
        long here = shapes.position();
        if (here == shapes.size()) {
            return null;
        }
        long start = here;
        int length = contentLength(here, true);
        if (length < 0) {
            long indexed = indexedOffset();
            if (indexed >= 0 && indexed != here) {
                start = indexed;
                length = contentLength(indexed, true);
            }
        }
        if (length < 0) {
            start = here;
            length = contentLength(here, false);
        }
        if (length < 0) {
            if (here >= statedSize && statedSize > 0) {
                notes.add((shapes.size() - here) + " bytes behind the end that the header states are not read");
                shapes.seek(shapes.size());
                return null;
            }
            throw file.invalid(
                    "feature " + (record + 1),
                    "damaged or truncated: byte " + here + " of " + shapes.size() + " begins no whole record",
                    SourceFile.GET_IT_AGAIN);
        }
        if (length > decoder.longestRecord()) {
            throw file.invalid(
                    "feature " + (record + 1),
                    "its record of " + length + " bytes is longer than the limit on coordinates allows",
                    "raise MICROSCAPE_MAX_COORDINATES if it is meant");
        }
        shapes.seek(start + RECORD_HEADER);
        return shapes.read(length);
    }

    /** Bytes of content of the record there, or negative if no record that fits into the file begins there. */
    private int contentLength(long offset, boolean numbered) throws IOException {
        if (offset < HEADER || offset + RECORD_HEADER > shapes.size()) {
            return -1;
        }
        shapes.seek(offset);
        ByteBuffer header = shapes.read(RECORD_HEADER, ByteOrder.BIG_ENDIAN);
        int number = header.getInt();
        long length = 2L * header.getInt();
        boolean fits = length >= 4 && offset + RECORD_HEADER + length <= shapes.size() && length <= Integer.MAX_VALUE;
        return fits && (!numbered || number == record + 1) ? (int) length : -1;
    }

    /** Where the .shx file says the next record is, or negative if it does not say. */
    private long indexedOffset() throws IOException {
        long entry = HEADER + RECORD_HEADER * record;
        if (index == null || entry + RECORD_HEADER > index.size()) {
            return -1;
        }
        index.seek(entry);
        return 2L * index.read(RECORD_HEADER, ByteOrder.BIG_ENDIAN).getInt();
    }

    private void checkEnd() {
        if (table != null && table.row() < table.rows()) {
            throw mismatch("fewer shapes (" + record + ") than the .dbf has rows (" + table.rows() + ")");
        }
        if (statedSize > shapes.size() && table == null) {
            throw damaged("it states " + statedSize + " bytes but has " + shapes.size());
        }
        if (statedSize != shapes.size()) {
            notes.add("the .shp header states " + statedSize + " bytes, the file has " + shapes.size()
                    + "; every record was read");
        }
    }

    private InvalidInputException mismatch(String problem) {
        return file.invalid(
                "it has " + problem + ", so attributes would belong to the wrong shapes",
                "get .shp and .dbf from the same export");
    }

    private InvalidInputException damaged(String problem) {
        return file.invalid("damaged Shapefile: " + problem, SourceFile.GET_IT_AGAIN);
    }

    @Override
    public long done() {
        return shapes.position();
    }

    @Override
    public long total() {
        return shapes.size();
    }

    @Override
    public List<String> notes() {
        return notes.list();
    }

    @Override
    public void close() throws IOException {
        try (ByteSource open = shapes;
                ByteSource openIndex = index;
                DbfTable openTable = table) {
            // The three are closed even if one of them fails.
        }
    }
}
