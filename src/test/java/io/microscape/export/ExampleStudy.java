package io.microscape.export;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.microscape.store.StudyStore;
import io.microscape.study.AtlasRow;
import io.microscape.study.CarbonAccount;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.LocalizedText;
import io.microscape.study.MicroSpace;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A study of three spaces that have what is hard to write: odd text, odd numbers, nulls, holes, parts. */
final class ExampleStudy {
    static final Study STUDY = new Study(
            "beibei",
            new LocalizedText("Micro-spaces of Beibei", "北碚社区小微空间"),
            "EPSG:4544",
            StudyParameters.DEFAULTS,
            List.of());

    /** Numbers that a formatter with fewer than 17 digits or without exponent would change. */
    private static final LandscapeIndices ODD_NUMBERS = new LandscapeIndices(
            "",
            123456789.12345679,
            0.1 + 0.2,
            1.0 / 3,
            0.0,
            1e-12,
            1.2345678901234568e-5,
            2147483647,
            Math.nextDown(1.0),
            -7,
            Math.PI,
            Double.MIN_VALUE,
            9007199254740991.0,
            Double.MAX_VALUE,
            0.1,
            1e22,
            Map.of());

    /** Holes, parts, rings in both directions, coordinates of all 17 digits and far below 1 degree. */
    static final List<AtlasRow> ROWS = List.of(
            new AtlasRow(
                    "beibei",
                    new MicroSpace(
                            "A-1, \"corner\"\nsecond line",
                            "朝阳小游园 🌳 𠮷",
                            "天生桥社区",
                            true,
                            geometry("POLYGON ((106.43000000000001 29.830000000000002, 106.431 29.83, "
                                    + "106.431 29.831, 106.43 29.831, 106.43000000000001 29.830000000000002), "
                                    + "(106.4301 29.8301, 106.4302 29.8301, 106.4302 29.8302, 106.4301 29.8301))")),
                    ODD_NUMBERS,
                    new CarbonAccount("A-1", 1000.5, 0.1, 12345678.9, 1e-7, 0.0, "清单法, \"LCA\"", null, 2023)),
            new AtlasRow(
                    "beibei",
                    new MicroSpace(
                            "B-2",
                            "",
                            null,
                            false,
                            geometry(
                                    "MULTIPOLYGON (((0.012345678901234567 -0.1, 0 0, 1 0, 0.012345678901234567 -0.1)), "
                                            + "((10 10, 10 12, 12 12, 12 10, 10 10), (11 11, 11 11.5, 11.5 11.5, 11 11)))")),
                    null,
                    null),
            new AtlasRow(
                    "beibei",
                    new MicroSpace(
                            "中-3",
                            "x" + "长".repeat(100),
                            "蔡家岗",
                            true,
                            geometry("POLYGON ((106.5 29.5, 106.5 29.6, 106.6 29.6, 106.6 29.5, 106.5 29.5))")),
                    new LandscapeIndices(
                            "中-3",
                            50.0,
                            30.0,
                            null,
                            null,
                            1.0,
                            0.01,
                            0,
                            0.0,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            Map.of(
                                    "green_ratio", "no surfaces in the study",
                                    "hard_ratio", "no surfaces in the study",
                                    "species_richness", "no plant records in the study")),
                    new CarbonAccount("中-3", 1.0, 2.0, 3.0, 4.0, null, null, null, null)));

    private ExampleStudy() {}

    /** A store that holds these rows. */
    static StudyStore store(List<AtlasRow> rows) {
        return store(action -> rows.forEach(action));
    }

    /** A store that reads its rows like that. */
    static StudyStore store(Consumer<Consumer<AtlasRow>> read) {
        StudyStore store = mock(StudyStore.class);
        when(store.indexParameters(any())).thenReturn(Optional.empty());
        doAnswer(call -> {
                    read.accept(call.getArgument(1));
                    return null;
                })
                .when(store)
                .eachAtlasRow(eq(STUDY.key()), any());
        return store;
    }

    /** An account of which only the first component is known. */
    static CarbonAccount carbon(String code, double soilSinkKg) {
        return new CarbonAccount(code, soilSinkKg, null, null, null, null, null, null, null);
    }

    static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
