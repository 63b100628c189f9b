package io.microscape.source.raster;

import io.microscape.crs.CoordinateSystem;
import io.microscape.source.ImportLimits;
import io.microscape.study.CanopyRaster;
import io.microscape.study.ImportReport;
import io.microscape.study.ImportSink;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.study.SourceSpec;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReader;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads canopy cover from a GeoTIFF: each cell that has a value is put to the test {@code covered} of the source, and kept
 * as two bits, known and covered. The file is decoded window by window; never more of it is in memory than a row of its
 * strips or tiles as bits, and a few of them as numbers.
 */
public final class CanopyRasterSource {
    /** Cells decoded at once, about; a window is at least one strip or tile. */
    private static final int WINDOW_CELLS = 1 << 20;

    private final SourceSpec spec;
    private final ImportSink sink;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();

    private CanopyRasterSource(SourceSpec spec, ImportSink sink, Progress progress) {
        this.spec = spec;
        this.sink = sink;
        this.progress = progress;
    }

    /**
     * Reads the raster and hands its frame and tiles to the sink; tiles where nothing is known are left out.
     *
     * @param spec file, test ({@code covered}), band ({@code layer}, from 1), CRS
     * @param fallbackCrs the study's CRS, used when neither source nor file name one; may be null
     * @param progress told the cells done
     * @return the report; {@code read} and {@code accepted} count cells and cells that have a value
     * @throws InvalidInputException if the test is missing, the file is no GeoTIFF, damaged or beyond the limits, or does
     *     not say where it lies
     */
    public static ImportReport read(
            SourceSpec spec, CoordinateSystem fallbackCrs, ImportLimits limits, ImportSink sink, Progress progress) {
        CoverTest test = CoverTest.parse(spec.covered(), spec.fileName());
        try {
            List<Long> directories = TiffStructure.check(spec.file());
            TIFFImageReader reader = (TIFFImageReader) new TIFFImageReaderSpi().createReaderInstance();
            try (ImageInputStream in = new FileImageInputStream(spec.file().toFile())) {
                reader.setInput(in);
                return new CanopyRasterSource(spec, sink, progress)
                        .read(reader, directories, test, fallbackCrs, limits);
            } finally {
                reader.dispose();
            }
        } catch (InvalidInputException e) {
            throw e.in(spec.fileName());
        } catch (IOException | RuntimeException e) {
            // the reader meets damage with exceptions of every kind
            throw unreadable(spec, e);
        }
    }

    private ImportReport read(
            TIFFImageReader reader,
            List<Long> directories,
            CoverTest test,
            CoordinateSystem fallbackCrs,
            ImportLimits limits)
            throws IOException {
        TiffImage image = new TiffImage(reader, 0, directories.get(0), limits.maxUnzippedBytes());
        int band = band(image);
        CanopyBand values = new CanopyBand(image, mask(reader, directories, image, limits), band);
        if (values.scaled()) {
            notes.add("the test is put to value × " + values.scale() + " + " + values.offset()
                    + ", the scale and offset that the file states");
        }
        GeoKeys keys = new GeoKeys(image);
        GridReference reference = GridReference.of(image, keys, spec.file());
        RasterCrs crs = RasterCrs.of(spec, image, keys, fallbackCrs, notes);
        notes.add("lies where the " + reference.from() + " say"
                + (reference.from().endsWith("s") ? "" : "s"));

        sink.canopyRaster(new CanopyRaster(crs.code(), reference.gridToCrs(), image.width(), image.height()));
        CanopyTiles tiles =
                new CanopyTiles(values.singlePrecision() ? test.inSinglePrecision() : test, sink::canopyTile);
        readWindows(image, values, tiles);

        long cells = (long) image.width() * image.height();
        notes.add(String.format(
                Locale.ROOT,
                "%d of %d cells with a value are covered by the test %s; %d cells have no value",
                tiles.covered(),
                tiles.known(),
                test,
                cells - tiles.known()));
        return new ImportReport(
                spec.kind(),
                spec.fileName(),
                "GeoTIFF",
                image.bands() > 1 ? String.valueOf(band + 1) : null,
                null,
                "format",
                crs.code(),
                crs.from(),
                cells,
                tiles.known(),
                List.of(),
                List.of(),
                List.of(),
                notes);
    }

    private void readWindows(TiffImage image, CanopyBand values, CanopyTiles tiles) throws IOException {
        int blockCells = image.blockWidth() * image.blockHeight();
        // several strips at once, or several tiles of a row
        boolean strips = image.blockWidth() >= image.width();
        int blocks = Math.max(1, WINDOW_CELLS / blockCells);
        int windowWidth =
                strips ? image.width() : image.blockWidth() * Math.min(blocks, 1 + image.width() / image.blockWidth());
        int windowHeight = strips
                ? image.blockHeight() * Math.min(blocks, 1 + image.height() / image.blockHeight())
                : image.blockHeight();
        long total = (long) image.width() * image.height();
        for (int y = 0; y < image.height(); y += windowHeight) {
            int rows = Math.min(windowHeight, image.height() - y);
            for (int x = 0; x < image.width(); x += windowWidth) {
                Rectangle window = new Rectangle(x, y, Math.min(windowWidth, image.width() - x), rows);
                tiles.add(window, values.read(window));
            }
            tiles.completeTo(y + rows);
            progress.at("reading " + spec.fileName(), (long) (y + rows) * image.width(), total);
        }
        tiles.complete();
    }

    private int band(TiffImage image) {
        if (spec.layer() == null) {
            if (image.bands() > 1) {
                notes.add("the first of " + image.bands() + " bands was read; layer names another");
            }
            return 0;
        }
        if (spec.layer().matches("[1-9][0-9]{0,4}") && Integer.parseInt(spec.layer()) <= image.bands()) {
            return Integer.parseInt(spec.layer()) - 1;
        }
        throw InvalidInputException.of(
                spec.fileName(),
                "it has no band \"" + spec.layer() + "\"",
                "layer is a number from 1 to " + image.bands());
    }

    private static TiffImage mask(TIFFImageReader reader, List<Long> directories, TiffImage image, ImportLimits limits)
            throws IOException {
        for (int index = 1; index < directories.size(); index++) {
            TiffImage other = new TiffImage(reader, index, directories.get(index), limits.maxUnzippedBytes());
            if (other.mask() && other.width() == image.width() && other.height() == image.height()) {
                return other;
            }
        }
        return null;
    }

    private static InvalidInputException unreadable(SourceSpec spec, Exception cause) {
        if (!Files.isRegularFile(spec.file())) {
            return InvalidInputException.of(spec.fileName(), "there is no such file", "check the path");
        }
        String message = cause instanceof IOException && cause.getMessage() != null
                ? cause.getMessage().lines().findFirst().orElse("")
                : "its content is damaged";
        return new InvalidInputException(
                spec.fileName() + ": cannot be read as GeoTIFF: " + message
                        + (message.contains(";") ? "" : "; export it anew from the program that made it"),
                cause);
    }
}
