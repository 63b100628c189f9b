package io.microscape.carbon;

import static javax.measure.MetricPrefix.CENTI;
import static javax.measure.MetricPrefix.GIGA;
import static javax.measure.MetricPrefix.KILO;
import static javax.measure.MetricPrefix.MEGA;
import static javax.measure.MetricPrefix.MILLI;
import static tech.units.indriya.unit.Units.DAY;
import static tech.units.indriya.unit.Units.GRAM;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.KILOGRAM;
import static tech.units.indriya.unit.Units.LITRE;
import static tech.units.indriya.unit.Units.METRE;
import static tech.units.indriya.unit.Units.SQUARE_METRE;
import static tech.units.indriya.unit.Units.WATT;
import static tech.units.indriya.unit.Units.YEAR;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;
import tech.units.indriya.unit.Units;

/**
 * Units of inventories and factors in the spellings that people use, English and Chinese, on the units of JSR 385 (which
 * know the dimensions and conversions, but not the spellings). Spelling does not mind case, blanks, full-width letters or
 * superscripts, but for Mg and mg, which are not read at all.
 */
public final class MeasurementUnits {
    static final Unit<?> TONNE = KILOGRAM.multiply(1000);
    static final Unit<?> CUBIC_METRE = Units.CUBIC_METRE;
    static final Unit<?> KILOMETRE = KILO(METRE);
    static final Unit<?> TONNE_KILOMETRE = TONNE.multiply(KILOMETRE);
    static final Unit<?> KILOWATT_HOUR = KILO(WATT).multiply(HOUR);
    /** Single things: trees, lamps, benches. A unit of its own, so that things are not taken for numbers. */
    static final Unit<?> PIECE = new BaseUnit<>("piece", UnitDimension.parse('P'));
    /** A machine's shift, by which Chinese bills of quantities count. */
    static final Unit<?> MACHINE_SHIFT = new BaseUnit<>("machine shift", UnitDimension.parse('S'));

    private static final Map<String, Unit<?>> UNITS = new HashMap<>();

    static {
        add(KILOGRAM, "kg", "千克", "公斤");
        add(TONNE, "t", "ton", "tonne", "tonnes", "吨");
        add(GRAM, "g", "克");
        add(CUBIC_METRE, "m3", "m^3", "cubic metre", "立方米", "立方", "方");
        add(LITRE, "l", "liter", "litre", "升");
        add(MILLI(LITRE), "ml", "毫升");
        add(SQUARE_METRE, "m2", "m^2", "sqm", "平方米", "平米");
        add(SQUARE_METRE.multiply(10_000), "ha", "hectare", "公顷");
        add(SQUARE_METRE.multiply(10_000).divide(15), "mu", "亩");
        add(METRE, "m", "米");
        add(KILOMETRE, "km", "千米", "公里");
        add(CENTI(METRE), "cm", "厘米");
        add(MILLI(METRE), "mm", "毫米");
        add(KILOWATT_HOUR, "kwh", "kw h", "kw·h", "千瓦时", "度");
        add(MEGA(WATT).multiply(HOUR), "mwh", "兆瓦时");
        add(JOULE, "j", "焦耳");
        add(MEGA(JOULE), "mj", "兆焦");
        add(GIGA(JOULE), "gj", "吉焦");
        add(TONNE_KILOMETRE, "t km", "tkm", "t·km", "t.km", "t*km", "吨公里", "吨千米", "吨·公里");
        add(HOUR, "h", "hour", "hours", "小时", "时");
        add(DAY, "d", "day", "days", "天", "日");
        add(YEAR, "a", "yr", "year", "years", "年");
        add(SQUARE_METRE.multiply(YEAR), "m2 a", "m2 yr", "m2·a", "m2·yr", "平方米·年", "平方米年");
        add(SQUARE_METRE.multiply(10_000).multiply(YEAR), "ha a", "ha yr", "ha·a", "ha·yr", "公顷·年", "公顷年");
        add(PIECE, "piece", "pieces", "pc", "pcs", "each", "个", "株", "棵", "盏", "套", "件", "块", "座");
        add(MACHINE_SHIFT, "machine shift", "shift", "台班");
    }

    private MeasurementUnits() {}

    /** The unit of that spelling; empty when it is not known. */
    public static Optional<Unit<?>> of(String spelling) {
        return Optional.ofNullable(UNITS.get(key(spelling)));
    }

    /** Whether amounts of the one can be given in the other. */
    static boolean areCompatible(Unit<?> one, Unit<?> other) {
        return one.isCompatible(other);
    }

    /**
     * Converts an amount.
     *
     * @throws IllegalArgumentException if the units are of different dimensions
     */
    static double convert(double amount, Unit<?> from, Unit<?> to) {
        try {
            return from.getConverterToAny(to).convert(amount);
        } catch (IncommensurableException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void add(Unit<?> unit, String... spellings) {
        for (String spelling : spellings) {
            UNITS.put(key(spelling), unit);
        }
    }

    /** NFKC makes m² to m2 and full-width letters to plain ones; the dots between units have several characters. */
    private static String key(String spelling) {
        return Normalizer.normalize(spelling, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s·•⋅・.*×]+", " ");
    }
}
