package io.microscape.source.raster;

import it.geosolutions.imageio.plugins.tiff.TIFFField;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One band of an image as real values: signs, scale and offset applied, cells without a value NaN. */
final class CanopyBand {
    private static final int GDAL_METADATA = 42112;
    private static final int GDAL_NODATA = 42113;
    private static final double UNSIGNED_32 = 0x1p32;

    private final TiffImage image;
    private final TiffImage mask;
    private final int band;
    private final TiffImage.SampleFormat format;
    private final int bits;
    private final double noData;
    private final double scale;
    private final double offset;

    /**
     * @param mask mask of the image, zero where there is no value; may be null
     * @param band place of the band, from 0
     * @throws IOException if the samples are of a kind that cannot be read
     */
    CanopyBand(TiffImage image, TiffImage mask, int band) throws IOException {
        this.image = image;
        this.mask = mask;
        this.band = band;
        this.format = image.sampleFormat();
        this.bits = image.bitsPerSample();
        this.noData = noData();
        this.scale = metadata(image, band, "scale", 1);
        this.offset = metadata(image, band, "offset", 0);
        boolean readable = format == TiffImage.SampleFormat.FLOATING ? bits == 32 || bits == 64 : bits <= 32;
        if (!readable) {
            throw new IOException("its samples of " + bits + " bits cannot be read; write it anew as Float32 or Int32");
        }
    }

    boolean scaled() {
        return scale != 1 || offset != 0;
    }

    double scale() {
        return scale;
    }

    double offset() {
        return offset;
    }

    boolean singlePrecision() {
        return format == TiffImage.SampleFormat.FLOATING && bits == 32 && !scaled();
    }

    /** The values of a window, row by row; NaN where there is none. */
    double[] read(Rectangle window) throws IOException {
        Raster raster = image.read(window);
        double[] values = samples(raster, band, window);
        double[] visible = mask == null ? null : samples(mask.read(window), 0, window);
        for (int i = 0; i < values.length; i++) {
            double value = signed(values[i]);
            boolean known = value != noData && (visible == null || visible[i] != 0);
            values[i] = known ? value * scale + offset : Double.NaN;
        }
        return values;
    }

    private static double[] samples(Raster raster, int band, Rectangle window) throws IOException {
        if (raster.getWidth() < window.width || raster.getHeight() < window.height || band >= raster.getNumBands()) {
            throw new IOException("it has fewer cells than it states");
        }
        return raster.getSamples(
                raster.getMinX(), raster.getMinY(), window.width, window.height, band, (double[]) null);
    }

    /** Java's rasters have no signed bytes and no unsigned ints. */
    private double signed(double sample) {
        if (format == TiffImage.SampleFormat.SIGNED && bits == 8 && sample > Byte.MAX_VALUE) {
            return sample - 256;
        }
        if (format == TiffImage.SampleFormat.UNSIGNED && bits == 32 && sample < 0) {
            return sample + UNSIGNED_32;
        }
        return sample;
    }

    private double noData() throws IOException {
        TIFFField field = image.field(GDAL_NODATA);
        if (field == null) {
            return Double.NaN;
        }
        String text = field.getAsString(0).replace("\0", "").strip();
        try {
            double number =
                    text.toLowerCase(java.util.Locale.ROOT).contains("nan") ? Double.NaN : Double.parseDouble(text);
            // written in decimals, the number has to be rounded as the samples were
            return format == TiffImage.SampleFormat.FLOATING && bits == 32 ? (float) number : number;
        } catch (NumberFormatException e) {
            throw new IOException("its no-data value \"" + text + "\" is no number", e);
        }
    }

    private static double metadata(TiffImage image, int band, String role, double otherwise) throws IOException {
        TIFFField field = image.field(GDAL_METADATA);
        if (field == null) {
            return otherwise;
        }
        Matcher item = Pattern.compile("<Item\\s+([^>]*\\brole=\"" + role + "\"[^>]*)>([^<]*)</Item>")
                .matcher(field.getAsString(0));
        while (item.find()) {
            if (item.group(1).contains("sample=\"" + band + "\"")) {
                try {
                    return Double.parseDouble(item.group(2).strip());
                } catch (NumberFormatException e) {
                    throw new IOException("its " + role + " \"" + item.group(2) + "\" is no number", e);
                }
            }
        }
        return otherwise;
    }
}
