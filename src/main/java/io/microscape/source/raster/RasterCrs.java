package io.microscape.source.raster;

import io.microscape.crs.CoordinateSystem;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffMetadata2CRSAdapter;

/**
 * CRS of a raster and how it was found.
 *
 * @param code "EPSG:4547", or WKT
 * @param from "given", "file", ".prj" or "study"
 */
record RasterCrs(String code, String from) {
    private static final int GEOCENTRIC = 3;

    /**
     * The CRS given for the source, else that of the file's keys, else that of a .prj file beside it, else the study's.
     *
     * @throws InvalidInputException if there is none, or it cannot be used
     */
    static RasterCrs of(SourceSpec spec, TiffImage image, GeoKeys keys, CoordinateSystem fallback, List<String> notes)
            throws IOException {
        String given = spec.crs();
        if (given != null) {
            String own = coded(keys);
            if (own != null && !own.equalsIgnoreCase(given)) {
                notes.add("the file says " + own + "; taken as " + given + " as given");
            }
            return new RasterCrs(given, "given");
        }
        if (keys.present()) {
            return new RasterCrs(fromKeys(spec, image, keys), "file");
        }
        Path prj = GridReference.beside(spec.file(), List.of("prj", "PRJ"));
        if (prj != null) {
            return new RasterCrs(
                    Files.readString(prj, StandardCharsets.ISO_8859_1).strip(), ".prj");
        }
        if (fallback != null) {
            notes.add("the file states no coordinate system; taken as the study's " + fallback.code());
            return new RasterCrs(fallback.code(), "study");
        }
        throw InvalidInputException.of(
                spec.fileName(), "the file states no coordinate system", "name it (crs: EPSG:…, or --crs)");
    }

    private static String fromKeys(SourceSpec spec, TiffImage image, GeoKeys keys) {
        String coded = coded(keys);
        if (coded != null) {
            return coded;
        }
        if (keys.get(GeoKeys.MODEL_TYPE) == GEOCENTRIC) {
            throw InvalidInputException.of(
                    spec.fileName(), "its coordinates are geocentric", "project it to a metric CRS first");
        }
        try {
            GeoTiffIIOMetadataDecoder decoder = new GeoTiffIIOMetadataDecoder(image.metadata());
            return new GeoTiffMetadata2CRSAdapter(null)
                    .createCoordinateSystem(decoder)
                    .toWKT()
                    .replaceAll("\\s*\\R\\s*", "");
        } catch (Exception e) {
            throw new InvalidInputException(
                    spec.fileName() + ": its own definition of a coordinate system is not understood ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "); name it (crs: EPSG:…, or --crs)",
                    e);
        }
    }

    /** The code of the keys, or null when they define the CRS themselves or say nothing. */
    private static String coded(GeoKeys keys) {
        int projected = keys.get(GeoKeys.PROJECTED_CRS);
        int geodetic = keys.get(GeoKeys.GEODETIC_CRS);
        int code = keys.get(GeoKeys.MODEL_TYPE) == GeoKeys.GEOGRAPHIC || projected == 0 && geodetic != 0
                ? geodetic
                : projected;
        boolean userProjected = keys.get(GeoKeys.MODEL_TYPE) == GeoKeys.PROJECTED && projected == 0;
        return code == 0 || code == GeoKeys.USER_DEFINED || userProjected ? null : "EPSG:" + code;
    }
}
