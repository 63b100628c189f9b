package io.microscape.source;

import java.io.IOException;
import java.util.List;

/**
 * Features of one file or layer, one after the other; what is read is not kept. Opening finds format, encoding and CRS.
 * Bad files end in {@link io.microscape.study.InvalidInputException}, at opening or at the feature that is damaged.
 */
public interface FeatureReader extends AutoCloseable {
    /** Name of the format, "GeoPackage". */
    String format();

    /** Layer that is read, or null. */
    String layer();

    /** Column names in file order; may be empty when only the features know (GeoJSON). */
    List<String> columns();

    /** Text encoding and how it was found, or null where the format fixes it. */
    default TextEncoding encoding() {
        return null;
    }

    /** CRS the file states and how ("file", ".prj matched to EPSG:4547", "format"), or null when it states none. */
    DeclaredCrs crs();

    /** Whether features have places; a plain table's have not. */
    default boolean hasGeometry() {
        return true;
    }

    /** The next feature, or null at the end. */
    SourceFeature next() throws IOException;

    /** Bytes or features done so far. */
    long done();

    /** Bytes or features in all, negative when not known. */
    long total();

    /** Notes gathered so far for the report (dropped measures, skipped empty layers). */
    List<String> notes();

    @Override
    void close() throws IOException;

    /** A charset and how it was found: "given", ".cpg", "DBF language id 0x4D", "detected". */
    record TextEncoding(String charset, String from) {}

    /** A CRS ("EPSG:4547", or WKT where no code fits) and how it was found. */
    record DeclaredCrs(String crs, String from) {}
}
