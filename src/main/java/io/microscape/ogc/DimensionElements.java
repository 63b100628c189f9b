package io.microscape.ogc;

import io.microscape.study.DimensionValue;
import io.microscape.study.LayerDimension;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Dimensions in a capabilities document (OGC 06-042 C.2, OGC 01-068r3 C.2). */
final class DimensionElements {
    /** A shorter series is written out, which every client can read. */
    private static final int LONGEST_LIST = 10;

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private DimensionElements() {}

    static void write(XmlDocument document, WmsVersion version, List<LayerDimension> dimensions) {
        if (version == WmsVersion.V1_3_0) {
            for (LayerDimension dimension : dimensions) {
                document.element(
                        "Dimension",
                        extent(dimension),
                        "name",
                        dimension.name(),
                        "units",
                        dimension.units(),
                        "unitSymbol",
                        dimension.unitSymbol(),
                        "default",
                        dimension.defaultValue(),
                        "multipleValues",
                        flag(dimension.multiple()),
                        "nearestValue",
                        flag(dimension.nearest()),
                        "current",
                        dimension.temporal() ? flag(dimension.current()) : null);
            }
            return;
        }
        for (LayerDimension dimension : dimensions) {
            document.empty(
                    "Dimension",
                    "name",
                    dimension.name(),
                    "units",
                    dimension.units(),
                    "unitSymbol",
                    dimension.unitSymbol());
        }
        for (LayerDimension dimension : dimensions) {
            document.element(
                    "Extent",
                    extent(dimension),
                    "name",
                    dimension.name(),
                    "default",
                    dimension.defaultValue(),
                    "nearestValue",
                    flag(dimension.nearest()));
        }
    }

    /** The values: a list, or first, last and step of a long regular series. */
    static String extent(LayerDimension dimension) {
        List<String> values = dimension.values();
        String step = values.size() > LONGEST_LIST ? step(dimension) : null;
        return step == null
                ? String.join(",", values)
                : values.get(0) + "/" + values.get(values.size() - 1) + "/" + step;
    }

    /** The distance between two values that follow each other; null when it is not always the same. */
    private static String step(LayerDimension dimension) {
        List<String> values = dimension.values();
        boolean years = dimension.temporal() && values.stream().allMatch(YEAR.asMatchPredicate());
        BigDecimal step = null;
        for (int i = 1; i < values.size(); i++) {
            BigDecimal distance = place(dimension, years, i).subtract(place(dimension, years, i - 1));
            if (step != null && step.compareTo(distance) != 0) {
                return null;
            }
            step = distance;
        }
        if (step == null || step.signum() <= 0) {
            return null;
        }
        if (years) {
            return "P" + step.toPlainString() + "Y";
        }
        if (!dimension.temporal()) {
            return LayerDimension.textOf(step);
        }
        boolean days = step.remainder(DAY).signum() == 0;
        return days
                ? "P" + step.divideToIntegralValue(DAY).toBigInteger() + "D"
                : "PT" + LayerDimension.textOf(step) + "S";
    }

    private static BigDecimal place(LayerDimension dimension, boolean years, int index) {
        String value = dimension.values().get(index);
        return DimensionValue.parse(value, dimension.temporal() && !years).start();
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }
}
