package io.microscape.source.dbf;

import io.microscape.source.text.TextEncodings;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * The language driver id of a DBF header (byte 29) and its code page, as dBase, FoxPro and ArcGIS write it. Id 0x57 says
 * "the ANSI code page of the writing machine", which is no statement on another machine, so it has no entry.
 */
public final class DbfLanguage {
    private static final Map<Integer, Integer> CODE_PAGES = new HashMap<>();

    static {
        put(437, 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B);
        put(850, 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37);
        put(1252, 0x03, 0x58, 0x59);
        put(10000, 0x04);
        put(865, 0x08, 0x17, 0x66);
        put(932, 0x13, 0x7B);
        put(863, 0x1C, 0x6C);
        put(852, 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87);
        put(860, 0x24);
        put(866, 0x26, 0x65);
        put(936, 0x4D, 0x7A);
        put(949, 0x4E, 0x79);
        put(950, 0x4F, 0x78);
        put(874, 0x50, 0x7C);
        put(861, 0x67);
        put(737, 0x6A, 0x86);
        put(857, 0x6B, 0x88);
        put(1255, 0x7D);
        put(1256, 0x7E);
        put(10007, 0x96);
        put(10029, 0x97);
        put(10006, 0x98);
        put(1250, 0xC8);
        put(1251, 0xC9);
        put(1254, 0xCA);
        put(1253, 0xCB);
        put(1257, 0xCC);
    }

    private DbfLanguage() {}

    private static void put(int codePage, int... ids) {
        for (int id : ids) {
            CODE_PAGES.put(id, codePage);
        }
    }

    /** The charset of the id, or null if the id says nothing or has a code page that Java does not know. */
    public static Charset charset(int id) {
        Integer codePage = CODE_PAGES.get(id);
        return codePage == null ? null : TextEncodings.codePage(codePage);
    }

    /** How reports call the id: "DBF language id 0x4D". */
    static String label(int id) {
        return "DBF language id 0x%02X".formatted(id);
    }
}
