package io.microscape.source.mapping;

import io.microscape.source.ImportTally;
import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceFeature;
import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import io.microscape.study.ImportSink;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of given carbon accounts. What is said of a component ({@code soil_sink_method}) goes before what is said of the
 * whole row ({@code method}).
 */
final class CarbonAccountMapper {
    /** A stated net may differ from the sum of its components by this much, kg, and by this share of it. */
    private static final double NET_TOLERANCE_KG = 0.01;

    private static final double NET_TOLERANCE_SHARE = 1e-4;

    private final FieldMapping fields;
    private final ImportSink sink;
    private final ImportTally tally;
    private final CodeRegister register;
    private final double periodYears;

    CarbonAccountMapper(
            FieldMapping fields, ImportSink sink, ImportTally tally, CodeRegister register, double periodYears) {
        this.fields = fields;
        this.sink = sink;
        this.tally = tally;
        this.register = register;
        this.periodYears = periodYears;
    }

    boolean map(SourceFeature feature, FeatureName name) throws RejectedFeatureException {
        String code = fields.required(feature, "code");
        Map<CarbonComponent, CarbonValue> values = new EnumMap<>(CarbonComponent.class);
        for (CarbonComponent component : CarbonComponent.values()) {
            values.put(component, value(feature, component));
        }
        CarbonAccount account = new CarbonAccount(code, values);
        requireAgreement(account, fields.number(feature, "net_carbon_kg"));
        if (!register.isNewCode(name, code, false, null)) {
            return false;
        }
        sink.carbon(account);
        return true;
    }

    private CarbonValue value(SourceFeature feature, CarbonComponent component) throws RejectedFeatureException {
        Double kg = fields.number(feature, component.column());
        if (kg != null && kg < 0) {
            throw new RejectedFeatureException(
                    component.column() + " is " + kg + ": sinks and emissions are given as amounts of 0 or more");
        }
        String own = component.key() + "_";
        return new CarbonValue(
                kg,
                CarbonValue.Origin.GIVEN,
                fields.text(feature, either(feature, own, "method")),
                fields.text(feature, either(feature, own, "source")),
                year(feature, either(feature, own, "year")),
                period(feature),
                fields.amount(feature, either(feature, own, "uncertainty_percent")),
                null);
    }

    private String either(SourceFeature feature, String own, String target) {
        return fields.value(feature, own + target) == null ? target : own + target;
    }

    /** A value over another period than the study's is never scaled: growth and upkeep are not the same every year. */
    private Double period(SourceFeature feature) throws RejectedFeatureException {
        Double years = fields.number(feature, "period_years");
        if (years != null && !(years > 0)) {
            throw new RejectedFeatureException("its period_years is " + years + ": must be more than 0");
        }
        if (years != null && years != periodYears) {
            throw new RejectedFeatureException("its period_years is " + years + ", but the study's is " + periodYears
                    + ": give the account over the study's period, or the study this one (values are not scaled)");
        }
        return years;
    }

    private void requireAgreement(CarbonAccount account, Double statedKg) throws RejectedFeatureException {
        if (statedKg == null) {
            return;
        }
        Double sumKg = account.netCarbonKg();
        if (sumKg == null) {
            long missing = account.values().values().stream()
                    .map(CarbonValue::kg)
                    .filter(Objects::isNull)
                    .count();
            tally.notes()
                    .count(
                            "accounts state a net_carbon_kg that could not be checked and is not kept, for components are"
                                    + " missing",
                            "code " + account.code() + ", " + missing + " missing");
            return;
        }
        if (Math.abs(statedKg - sumKg) > NET_TOLERANCE_KG + NET_TOLERANCE_SHARE * Math.abs(sumKg)) {
            throw new RejectedFeatureException(String.format(
                    Locale.ROOT,
                    "code %s: net_carbon_kg is %s, but sinks less emissions are %.4f",
                    account.code(),
                    statedKg,
                    sumKg));
        }
    }

    private Integer year(SourceFeature feature, String target) throws RejectedFeatureException {
        Integer year = fields.wholeNumber(feature, target);
        if (year != null && year < 0) {
            throw new RejectedFeatureException("its " + target + " is " + year);
        }
        return year;
    }
}
