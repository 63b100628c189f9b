package io.microscape.report;

import com.lowagie.text.pdf.BaseFont;
import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xhtmlrenderer.pdf.ITextFontResolver;

/**
 * The font files that a PDF embeds: with Latin and Chinese letters of one design, where Linux, Windows and macOS keep them.
 * Own code: Java tells the families that are installed, but not their files.
 *
 * @param regular file, with ",index" behind a collection
 * @param bold the same; the regular one where the design has no bold
 */
record PdfFonts(String regular, String bold) {
    /** Name of the family in the style sheet. */
    static final String FAMILY = "Report";

    /** Most folders below a font folder. */
    private static final int DEPTH = 6;

    /** Designs by preference: file of the regular and of the bold cut, and the face of a collection. */
    private static final List<Design> DESIGNS = List.of(
            new Design("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "CJK SC"),
            new Design("NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf", null),
            new Design("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", null),
            new Design("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", null),
            new Design("SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf", null),
            new Design("SourceHanSansCN-Regular.otf", "SourceHanSansCN-Bold.otf", null),
            new Design("msyh.ttc", "msyhbd.ttc", "Microsoft YaHei"),
            new Design("PingFang.ttc", "PingFang.ttc", "PingFang SC"),
            new Design("Hiragino Sans GB.ttc", "Hiragino Sans GB.ttc", "Hiragino Sans GB"),
            new Design("wqy-microhei.ttc", "wqy-microhei.ttc", "Micro Hei"),
            new Design("wqy-zenhei.ttc", "wqy-zenhei.ttc", "Zen Hei"),
            new Design("DroidSansFallbackFull.ttf", "DroidSansFallbackFull.ttf", null),
            new Design("simhei.ttf", "simhei.ttf", null));

    private record Design(String regular, String bold, String face) {}

    /**
     * The first design that is installed.
     *
     * @throws InvalidInputException if none is
     */
    static PdfFonts find() {
        return find(folders());
    }

    static PdfFonts find(List<Path> folders) {
        Map<String, Path> files = files(folders);
        for (Design design : DESIGNS) {
            Path regular = files.get(design.regular.toLowerCase(Locale.ROOT));
            if (regular != null) {
                Path bold = files.getOrDefault(design.bold.toLowerCase(Locale.ROOT), regular);
                return new PdfFonts(face(regular, design.face), face(bold, design.face));
            }
        }
        throw InvalidInputException.of(
                "report",
                "this machine has no font with Chinese characters that could be embedded in a PDF",
                "install one (Debian: apt install fonts-noto-cjk), or write the report as .html");
    }

    void register(ITextFontResolver resolver) throws IOException {
        for (String file : Stream.of(regular, bold).distinct().toList()) {
            resolver.addFont(file, FAMILY, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, null);
        }
    }

    private static String face(Path file, String face) {
        if (face == null) {
            return file.toString();
        }
        try {
            String[] names = BaseFont.enumerateTTCNames(file.toString());
            int index = Math.max(
                    0,
                    Arrays.stream(names)
                            .map(name -> name.contains(face))
                            .toList()
                            .indexOf(true));
            return file + "," + index;
        } catch (IOException e) {
            throw new InvalidInputException(file + ": the font cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Path> files(List<Path> folders) {
        Map<String, Path> files = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
                walk.filter(Files::isRegularFile)
                        .forEach(file ->
                                files.putIfAbsent(file.getFileName().toString().toLowerCase(Locale.ROOT), file));
            } catch (IOException | java.io.UncheckedIOException e) {
                // a folder that cannot be read has no fonts for us
                continue;
            }
        }
        return files;
    }

    private static List<Path> folders() {
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.of(
                        Optional.of(home.resolve(".fonts")),
                        Optional.of(home.resolve(".local/share/fonts")),
                        Optional.of(home.resolve("Library/Fonts")),
                        Optional.of(Path.of("/usr/share/fonts")),
                        Optional.of(Path.of("/usr/local/share/fonts")),
                        Optional.of(Path.of("/Library/Fonts")),
                        Optional.of(Path.of("/System/Library/Fonts")),
                        Optional.ofNullable(System.getenv("WINDIR"))
                                .map(windows -> Path.of(windows).resolve("Fonts")))
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .toList();
    }
}
