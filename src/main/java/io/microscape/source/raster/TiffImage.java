package io.microscape.source.raster;

import it.geosolutions.imageio.plugins.tiff.TIFFField;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageMetadata;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReader;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;

/** One image (directory) of a TIFF file, with everything about its size checked before anything is decoded. */
final class TiffImage {
    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int PHOTOMETRIC_INTERPRETATION = 262;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int PLANAR_CONFIGURATION = 284;
    private static final int SAMPLE_FORMAT = 339;

    private static final int WHITE_IS_ZERO = 0;
    private static final int TRANSPARENCY_MASK = 4;
    private static final int SEPARATE_PLANES = 2;
    private static final int MASK = 4;
    /** A strip or tile is decoded as a whole. */
    private static final long MAX_BLOCK_BYTES = 256L << 20;

    /** Meaning of a sample's bits. */
    enum SampleFormat {
        UNSIGNED,
        SIGNED,
        FLOATING
    }

    private final TIFFImageReader reader;
    private final int index;
    private final TIFFImageMetadata metadata;
    private final int width;
    private final int height;
    private final int blockWidth;
    private final int blockHeight;

    /**
     * @param index place of the image in the file
     * @param blocks strips or tiles that the file has of it
     * @param maxBytes bytes that the decoded image may have
     * @throws IOException if it is damaged or too large; the message says what
     */
    TiffImage(TIFFImageReader reader, int index, long blocks, long maxBytes) throws IOException {
        this.reader = reader;
        this.index = index;
        this.metadata = (TIFFImageMetadata) reader.getImageMetadata(index);
        this.width = reader.getWidth(index);
        this.height = reader.getHeight(index);
        this.blockWidth = reader.getTileWidth(index);
        this.blockHeight = Math.min(reader.getTileHeight(index), Math.max(1, height));
        if (width <= 0 || height <= 0 || blockWidth <= 0 || blockHeight <= 0) {
            throw new IOException("it states a size of " + width + " by " + height + " cells");
        }
        requirePlainValues();
        requireWithin(maxBytes);
        requireBlocks(blocks);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int blockWidth() {
        return blockWidth;
    }

    int blockHeight() {
        return blockHeight;
    }

    int bands() {
        return number(SAMPLES_PER_PIXEL, 1);
    }

    int bitsPerSample() {
        return number(BITS_PER_SAMPLE, 1);
    }

    SampleFormat sampleFormat() throws IOException {
        int format = number(SAMPLE_FORMAT, 1);
        return switch (format) {
            // 4 is "undefined", which readers take as unsigned
            case 1, 4 -> SampleFormat.UNSIGNED;
            case 2 -> SampleFormat.SIGNED;
            case 3 -> SampleFormat.FLOATING;
            default -> throw new IOException("its samples are complex numbers");
        };
    }

    /** Whether the image is the transparency mask of another. */
    boolean mask() {
        return (number(NEW_SUBFILE_TYPE, 0) & MASK) != 0;
    }

    TIFFImageMetadata metadata() {
        return metadata;
    }

    /** The field of that tag, or null. */
    TIFFField field(int tag) {
        return metadata.getTIFFField(tag);
    }

    /** Decodes a window; only the strips or tiles that it touches are read. */
    Raster read(Rectangle window) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceRegion(window);
        return reader.read(index, parameters).getRaster();
    }

    private int number(int tag, int otherwise) {
        TIFFField field = field(tag);
        return field == null || field.getCount() == 0 ? otherwise : field.getAsInt(0);
    }

    /** The reader turns negatives round and converts colour spaces; what comes out are not the values of the file. */
    private void requirePlainValues() throws IOException {
        int interpretation = number(PHOTOMETRIC_INTERPRETATION, 1);
        if (interpretation == WHITE_IS_ZERO || interpretation > TRANSPARENCY_MASK) {
            throw new IOException("its cells are coded as colours of a picture (photometric interpretation "
                    + interpretation + "); write it anew with plain values (\"min is black\")");
        }
    }

    private void requireWithin(long maxBytes) throws IOException {
        long bitsPerCell = (long) Math.max(1, bitsPerSample()) * Math.max(1, bands());
        if (bitsPerCell > 64L * 1024 || (double) width * height * bitsPerCell / 8 > maxBytes) {
            throw new IOException("its " + width + " by " + height + " cells decode to more than " + maxBytes
                    + " bytes (limit MICROSCAPE_MAX_UNZIPPED_BYTES)");
        }
        if ((double) blockWidth * blockHeight * bitsPerCell / 8 > MAX_BLOCK_BYTES) {
            throw new IOException("its strips or tiles of " + blockWidth + " by " + blockHeight
                    + " cells are too large to be read one by one; write it anew with tiles of 256 by 256 cells");
        }
    }

    private void requireBlocks(long blocks) throws IOException {
        long needed = (long) ((width - 1) / blockWidth + 1) * ((height - 1) / blockHeight + 1);
        if (number(PLANAR_CONFIGURATION, 1) == SEPARATE_PLANES) {
            needed *= bands();
        }
        if (blocks < needed) {
            throw new IOException("it states " + width + " by " + height + " cells but has fewer strips or tiles");
        }
    }
}
