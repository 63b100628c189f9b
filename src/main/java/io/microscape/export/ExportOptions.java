package io.microscape.export;

/**
 * Options of an export; formats that have no use for one ignore it.
 *
 * @param wkt CSV gets a last column {@code geometry} with WKT in EPSG:4326, longitude first
 * @param byteOrderMark CSV begins with the UTF-8 byte order mark, without which Excel in China reads GBK
 */
public record ExportOptions(boolean wkt, boolean byteOrderMark) {
    /** Without byte order mark. */
    public ExportOptions(boolean wkt) {
        this(wkt, false);
    }
}
