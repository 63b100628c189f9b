package io.microscape.store;

import io.microscape.study.ImportReport;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.LocalizedText;
import io.microscape.study.MicroSpace;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Makes what the store's tests put in. */
final class Samples {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Samples() {}

    static Study study(String key) {
        return new Study(
                key,
                new LocalizedText("Micro-spaces", "小微空间"),
                "EPSG:4544",
                StudyParameters.DEFAULTS,
                List.of("net_carbon", "green_ratio"));
    }

    static MicroSpace space(String code) {
        return space(code, "name of " + code);
    }

    static MicroSpace space(String code, String name) {
        return new MicroSpace(code, name, "community", true, square(106.4, 29.8, 0.0003));
    }

    static Geometry square(double west, double south, double degrees) {
        return FACTORY.toGeometry(new Envelope(west, west + degrees, south, south + degrees));
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ImportReport report(SourceKind kind, String file, long accepted) {
        return new ImportReport(
                kind,
                file,
                "ESRI Shapefile",
                null,
                "GBK",
                ".cpg",
                "EPSG:4547",
                ".prj matched to EPSG:4547",
                accepted + 2,
                accepted,
                List.of(new ImportReport.Repair("feature 12 (code A3)", "self-intersection at (1, 2)", 10.5, 10.25)),
                List.of("feature 4 equals feature 3"),
                List.of("feature 7: 几何为空"),
                List.of("Z dropped"));
    }

    static LandscapeIndices indices(String code) {
        return new LandscapeIndices(
                code,
                200.0,
                60.0,
                0.25,
                0.5,
                31.0,
                0.0155,
                3,
                0.75,
                7,
                1.5,
                0.7,
                0.8,
                1.1,
                0.4,
                null,
                Map.of("canopy_density", "no green surfaces 无绿地"));
    }
}
