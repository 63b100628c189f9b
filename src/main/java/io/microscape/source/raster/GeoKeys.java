package io.microscape.source.raster;

import it.geosolutions.imageio.plugins.tiff.TIFFField;
import java.util.HashMap;
import java.util.Map;

/** The short values of a GeoTIFF's key directory (OGC 19-008r4, 7.1.2); keys with a value elsewhere are left out. */
final class GeoKeys {
    static final int MODEL_TYPE = 1024;
    static final int RASTER_TYPE = 1025;
    static final int GEODETIC_CRS = 2048;
    static final int PROJECTED_CRS = 3072;

    static final int PROJECTED = 1;
    static final int GEOGRAPHIC = 2;
    static final int PIXEL_IS_POINT = 2;
    /** Stands for a CRS that the other keys define. */
    static final int USER_DEFINED = 32767;

    private static final int DIRECTORY_TAG = 34735;
    private static final int ENTRY = 4;

    private final Map<Integer, Integer> values = new HashMap<>();

    GeoKeys(TiffImage image) {
        TIFFField directory = image.field(DIRECTORY_TAG);
        for (int at = ENTRY; directory != null && at + ENTRY <= directory.getCount(); at += ENTRY) {
            boolean valueElsewhere = directory.getAsInt(at + 1) != 0;
            if (!valueElsewhere) {
                values.put(directory.getAsInt(at), directory.getAsInt(at + 3));
            }
        }
    }

    /** The key's value, 0 if it is not there. */
    int get(int key) {
        return values.getOrDefault(key, 0);
    }

    boolean present() {
        return get(MODEL_TYPE) != 0 || get(PROJECTED_CRS) != 0 || get(GEODETIC_CRS) != 0;
    }
}
