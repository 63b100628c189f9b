package io.microscape.source.raster;

import it.geosolutions.imageio.plugins.tiff.TIFFField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Where the cells of a raster lie: x = a[0] + a[1] col + a[2] row, y = a[3] + a[4] col + a[5] row at the outer corner of a
 * cell.
 *
 * @param gridToCrs the six numbers
 * @param from where they were found ("GeoTIFF tags", "dem.tfw")
 */
record GridReference(double[] gridToCrs, String from) {
    private static final int MODEL_PIXEL_SCALE = 33550;
    private static final int MODEL_TIEPOINT = 33922;
    private static final int MODEL_TRANSFORMATION = 34264;
    private static final int TIEPOINT = 6;
    private static final List<String> WORLD_FILE_SUFFIXES =
            List.of("tfw", "tifw", "tiffw", "wld", "TFW", "TIFW", "WLD");

    /**
     * The reference that the tags give, else that of a world file beside the file.
     *
     * @throws IOException if there is none, or it maps the cells onto a line; the message says what and the mend
     */
    static GridReference of(TiffImage image, GeoKeys keys, Path file) throws IOException {
        double[] fromTags = fromTags(image);
        if (fromTags != null) {
            // such coordinates are those of the cell's middle
            double[] corner =
                    keys.get(GeoKeys.RASTER_TYPE) == GeoKeys.PIXEL_IS_POINT ? fromMiddles(fromTags) : fromTags;
            return checked(new GridReference(corner, "GeoTIFF tags"));
        }
        Path worldFile = beside(file, WORLD_FILE_SUFFIXES);
        if (worldFile != null) {
            return checked(new GridReference(fromWorldFile(worldFile), String.valueOf(worldFile.getFileName())));
        }
        TIFFField points = image.field(MODEL_TIEPOINT);
        throw new IOException(
                points != null && points.getCount() > TIEPOINT
                        ? "it has control points but is not rectified to a grid; warp it first"
                        : "it does not say where it lies (no GeoTIFF tags, no world file); add a .tfw file beside it");
    }

    /** The first existing file beside the given one with another suffix; null if there is none. */
    static Path beside(Path file, List<String> suffixes) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return suffixes.stream()
                .map(suffix -> file.resolveSibling(stem + "." + suffix))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    private static double[] fromTags(TiffImage image) {
        TIFFField matrix = image.field(MODEL_TRANSFORMATION);
        if (matrix != null && matrix.getCount() >= 8) {
            double[] m = matrix.getAsDoubles();
            return new double[] {m[3], m[0], m[1], m[7], m[4], m[5]};
        }
        TIFFField scales = image.field(MODEL_PIXEL_SCALE);
        TIFFField points = image.field(MODEL_TIEPOINT);
        if (scales == null || scales.getCount() < 2 || points == null || points.getCount() < TIEPOINT) {
            return null;
        }
        double[] scale = scales.getAsDoubles();
        double[] point = points.getAsDoubles();
        return new double[] {point[3] - point[0] * scale[0], scale[0], 0, point[4] + point[1] * scale[1], 0, -scale[1]};
    }

    private static double[] fromMiddles(double[] a) {
        return new double[] {a[0] - (a[1] + a[2]) / 2, a[1], a[2], a[3] - (a[4] + a[5]) / 2, a[4], a[5]};
    }

    /** A world file gives the middle of the first cell, and its columns before its rows. */
    private static double[] fromWorldFile(Path worldFile) throws IOException {
        try {
            double[] numbers = Arrays.stream(Files.readString(worldFile, StandardCharsets.ISO_8859_1)
                            .strip()
                            .split("\\s+"))
                    .mapToDouble(number -> Double.parseDouble(number.replace(',', '.')))
                    .toArray();
            if (numbers.length == 6) {
                return fromMiddles(
                        new double[] {numbers[4], numbers[0], numbers[2], numbers[5], numbers[1], numbers[3]});
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IOException("its world file " + worldFile.getFileName() + " does not consist of six numbers");
    }

    private static GridReference checked(GridReference reference) throws IOException {
        double[] a = reference.gridToCrs;
        double cellArea = a[1] * a[5] - a[2] * a[4];
        if (cellArea == 0 || !Double.isFinite(cellArea) || !Double.isFinite(a[0]) || !Double.isFinite(a[3])) {
            throw new IOException("its cells have no area by the " + reference.from);
        }
        return reference;
    }
}
