package io.microscape.source.osm;

import io.microscape.source.ImportLimits;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A file of OpenStreetMap elements that can be read again and again. What it is is told by its first bytes, never by its
 * name alone.
 */
final class OsmFile {
    private static final int BUFFER = 64 << 10;

    private enum Packing {
        NONE,
        GZIP,
        BZIP2
    }

    private enum Encoding {
        XML,
        PBF
    }

    private final Path path;
    private final ImportLimits limits;
    private final Progress progress;
    private final int passes;
    private final long size;
    private final Packing packing;
    private final Encoding encoding;
    private int pass;

    /**
     * @param passes how often the file is going to be read, for the progress
     * @throws InvalidInputException if the file cannot be read or is no OSM file
     */
    OsmFile(Path path, ImportLimits limits, Progress progress, int passes) {
        this.path = path;
        this.limits = limits;
        this.progress = progress;
        this.passes = passes;
        try {
            this.size = Files.size(path);
            this.packing = packing(path);
            this.encoding = encoding();
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** Name of the format, "OSM XML (gzip)". */
    String format() {
        String name = encoding == Encoding.PBF ? "OSM PBF" : "OSM XML";
        return switch (packing) {
            case NONE -> name;
            case GZIP -> name + " (gzip)";
            case BZIP2 -> name + " (bzip2)";
        };
    }

    /** Whether the name's suffix says the same as the content. */
    boolean namedAsItIs() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (packing) {
            case GZIP -> name.endsWith(".gz");
            case BZIP2 -> name.endsWith(".bz2");
            case NONE ->
                encoding == Encoding.PBF ? name.endsWith(".pbf") : name.endsWith(".osm") || name.endsWith(".xml");
        };
    }

    /**
     * Reads the file from beginning to end.
     *
     * @throws InvalidInputException if it is damaged, truncated or beyond the limits
     */
    void accept(OsmVisitor visitor) {
        int thisPass = pass++;
        try (CountedInputStream file = new CountedInputStream(Files.newInputStream(path), thisPass);
                InputStream unpacked = unpack(file)) {
            BoundedInputStream bounded =
                    new BoundedInputStream(unpacked, limits, packing == Packing.NONE ? null : file::count);
            if (encoding == Encoding.PBF) {
                new OsmPbf(bounded, limits).accept(visitor);
            } else {
                new OsmXml(bounded, limits).accept(visitor);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InvalidInputException unreadable(Exception cause) {
        if (cause instanceof InvalidInputException already) {
            return already;
        }
        if (cause instanceof java.nio.file.NoSuchFileException) {
            return InvalidInputException.of(path.getFileName().toString(), "there is no such file", "check the path");
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new InvalidInputException(
                path.getFileName() + ": cannot be read as OpenStreetMap data: "
                        + message.lines().findFirst().orElse("") + "; get the file anew",
                cause);
    }

    private static Packing packing(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(3);
            if (head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
                return Packing.GZIP;
            }
            return new String(head, StandardCharsets.ISO_8859_1).equals("BZh") ? Packing.BZIP2 : Packing.NONE;
        }
    }

    private Encoding encoding() throws IOException {
        byte[] head;
        try (InputStream in = unpack(Files.newInputStream(path))) {
            head = in.readNBytes(64);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.indexOf("OSMHeader") == 6 || text.indexOf("OSMData") == 6) {
            return Encoding.PBF;
        }
        // zero bytes stand beside the characters of UTF-16
        String xml = text.replaceFirst("^(\\u00ef\\u00bb\\u00bf|\\u00fe\\u00ff|\\u00ff\\u00fe)", "")
                .replace("\0", "")
                .stripLeading();
        if (xml.startsWith("<")) {
            return Encoding.XML;
        }
        throw new DamagedOsmException(head.length == 0 ? "it is empty" : "its content is neither OSM XML nor PBF");
    }

    private InputStream unpack(InputStream file) throws IOException {
        InputStream buffered = new BufferedInputStream(file, BUFFER);
        return switch (packing) {
            case NONE -> buffered;
            case GZIP ->
                new BufferedInputStream(
                        GzipCompressorInputStream.builder()
                                .setInputStream(buffered)
                                .setDecompressConcatenated(true)
                                .get(),
                        BUFFER);
            case BZIP2 -> new BufferedInputStream(new BZip2CompressorInputStream(buffered, true), BUFFER);
        };
    }

    /** Tells the progress how far the file is read. */
    private final class CountedInputStream extends FilterInputStream {
        private final int thisPass;
        private long count;

        CountedInputStream(InputStream in, int thisPass) {
            super(in);
            this.thisPass = thisPass;
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                count++;
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count += read;
                progress.at("reading " + path.getFileName(), thisPass * size + count, passes * size);
            }
            return read;
        }
    }
}
