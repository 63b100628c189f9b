package io.microscape.source.mapping;

import io.microscape.source.ImportTally;
import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceFeature;
import io.microscape.source.text.StrictNumbers;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonGroup;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityCarbonItem.ActivityData;
import io.microscape.study.CommunityCarbonItem.Basis;
import io.microscape.study.CommunityCarbonItem.Given;
import io.microscape.study.ImportSink;
import io.microscape.study.RenovationCase;
import io.microscape.study.RenovationMeasure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * Communities, the rows of their carbon accounts and their renovations. Whether rows can be accounted for, the accounting
 * says.
 */
final class CommunityMapper {
    private static final List<String> RESULT = List.of("t_per_person_year", "kg_per_m2_floor_year");
    private static final List<String> ACTIVITY =
            List.of("quantity", "unit", "item", "distance_km", "per", "times_per_year");

    private final FieldMapping fields;
    private final ImportSink sink;
    private final ImportTally tally;
    private final CodeRegister register;

    CommunityMapper(FieldMapping fields, ImportSink sink, ImportTally tally, CodeRegister register) {
        this.fields = fields;
        this.sink = sink;
        this.tally = tally;
        this.register = register;
    }

    /**
     * A community.
     *
     * @param generated whether the code is only the feature's number
     */
    boolean community(SourceFeature feature, FeatureName name, String code, boolean generated, Geometry lonLat)
            throws RejectedFeatureException {
        RowProblems row = new RowProblems();
        String title = Objects.requireNonNullElse(fields.text(feature, "name"), "");
        Community.Facts facts = new Community.Facts(
                row.get(() -> moreThanZero(feature, "persons")),
                row.get(() -> moreThanZero(feature, "households")),
                row.get(() -> moreThanZero(feature, "floor_area_m2")),
                row.get(() -> fields.number(feature, "total_t_per_person_year")),
                row.get(() -> fields.number(feature, "total_kg_per_m2_year")));
        row.requireNone();
        if (!register.isNewCode(name, code, generated, lonLat, title, facts)) {
            return false;
        }
        if (lonLat == null) {
            tally.notes().count("communities have no boundary", name.label());
        }
        sink.community(new Community(code, title, lonLat, facts));
        return true;
    }

    /** A row of an account: a result, or activity data. */
    boolean carbon(SourceFeature feature) throws RejectedFeatureException {
        RowProblems row = new RowProblems();
        String community = row.get(() -> fields.required(feature, "community"));
        CommunityCarbonGroup group = row.get(() -> group(feature));
        String component = row.get(() -> fields.required(feature, "component"));
        boolean result = anyOf(feature, RESULT);
        boolean activity = anyOf(feature, ACTIVITY);
        if (result == activity) {
            row.add((result ? "has both a result and activity data" : "has neither a result nor activity data")
                    + ": give t_per_person_year or kg_per_m2_floor_year, or quantity, unit and item");
        }
        Given given = result
                ? new Given(
                        row.get(() -> fields.number(feature, "t_per_person_year")),
                        row.get(() -> fields.number(feature, "kg_per_m2_floor_year")))
                : null;
        ActivityData data = activity && !result ? activity(feature, row) : null;
        row.requireNone();
        sink.communityCarbon(new CommunityCarbonItem(
                community, group, component, given, data, fields.text(feature, "source"), place(feature)));
        return true;
    }

    /** A renovation. */
    boolean renovation(SourceFeature feature) throws RejectedFeatureException {
        RowProblems row = new RowProblems();
        String community = row.get(() -> fields.required(feature, "community"));
        Map<RenovationMeasure, Double> areasM2 = new EnumMap<>(RenovationMeasure.class);
        for (RenovationMeasure measure : RenovationMeasure.values()) {
            Double areaM2 = row.get(() -> fields.amount(feature, measure.key() + "_m2"));
            if (areaM2 != null) {
                areasM2.put(measure, areaM2);
            }
        }
        Double statedTotal10kt = row.get(() -> fields.number(feature, "total_10kt"));
        row.requireNone();
        sink.renovation(new RenovationCase(
                community,
                fields.text(feature, "period"),
                areasM2,
                statedTotal10kt,
                fields.text(feature, "source"),
                place(feature)));
        return true;
    }

    private ActivityData activity(SourceFeature feature, RowProblems row) {
        Double quantity = row.get(() -> {
            fields.required(feature, "quantity");
            return fields.amount(feature, "quantity");
        });
        String item = row.get(() -> fields.required(feature, "item"));
        Double distanceKm = row.get(() -> fields.amount(feature, "distance_km"));
        Double timesPerYear = row.get(() -> fields.amount(feature, "times_per_year"));
        Basis per = row.get(() -> basis(feature));
        String unit = fields.text(feature, "unit");
        if (unit == null && distanceKm == null) {
            row.add("has neither unit nor distance_km");
        }
        return quantity == null
                ? null
                : new ActivityData(quantity, unit, item, distanceKm, per, timesPerYear == null ? 1 : timesPerYear);
    }

    private CommunityCarbonGroup group(SourceFeature feature) throws RejectedFeatureException {
        String text = fields.required(feature, "group");
        return CommunityCarbonGroup.of(text)
                .orElseThrow(() -> new RejectedFeatureException(
                        "group is " + StrictNumbers.shown(text) + ", but there are: " + CommunityCarbonGroup.keys()));
    }

    private Basis basis(SourceFeature feature) throws RejectedFeatureException {
        String text = fields.text(feature, "per");
        if (text == null) {
            return Basis.COMMUNITY;
        }
        return Basis.of(text)
                .orElseThrow(() -> new RejectedFeatureException("per is " + StrictNumbers.shown(text)
                        + ", but there are: "
                        + String.join(
                                ", ", Stream.of(Basis.values()).map(Basis::key).toList())));
    }

    private Double moreThanZero(SourceFeature feature, String target) throws RejectedFeatureException {
        Double number = fields.number(feature, target);
        if (number != null && !(number > 0)) {
            throw new RejectedFeatureException(
                    "its " + target + " is " + number + ": must be more than 0, or empty when it is not known");
        }
        return number;
    }

    private boolean anyOf(SourceFeature feature, List<String> targets) {
        return targets.stream().anyMatch(target -> fields.text(feature, target) != null);
    }

    private String place(SourceFeature feature) {
        return fields.fileName() + ", " + feature.label();
    }
}
