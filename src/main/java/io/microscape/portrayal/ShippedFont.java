package io.microscape.portrayal;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Noto Sans SC (SIL Open Font License 1.1), which comes with the program: every Chinese character in common use and the
 * Latin letters of the same design, whatever fonts a machine has.
 */
public enum ShippedFont {
    /** The regular weight. */
    REGULAR("NotoSansSC-Regular.ttf"),
    /** The bold weight. */
    BOLD("NotoSansSC-Bold.ttf");

    /** Where Java finds its font configuration when the system's library of that name is missing. */
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    private final String file;
    private Font font;

    ShippedFont(String file) {
        this.file = file;
    }

    /** The TrueType file, to be embedded in documents. */
    public URL file() {
        URL resource = ShippedFont.class.getResource("/fonts/ttf/NotoSansSC/" + file);
        if (resource == null) {
            throw new IllegalStateException("the program was packed without its font " + file);
        }
        return resource;
    }

    /** The font at the size of a pixel. It is read when it is first asked for. */
    synchronized Font font() {
        if (font == null) {
            try {
                font = read();
            } catch (InternalError noFontLibrary) {
                configureWithoutLibrary();
                font = read();
            }
        }
        return font;
    }

    private Font read() {
        try (InputStream in = file().openStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program's font " + file + " is damaged", e);
        }
    }

    /**
     * Java on Linux asks libfontconfig which fonts there are, and gives up where the library is not installed. A
     * configuration without fonts stands in for it: fonts from files need no more.
     */
    private static void configureWithoutLibrary() {
        try {
            Path configuration = Files.createTempFile("fontconfig", ".properties");
            configuration.toFile().deleteOnExit();
            Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
            System.setProperty(CONFIGURATION, configuration.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
