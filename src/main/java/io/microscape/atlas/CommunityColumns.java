package io.microscape.atlas;

import io.microscape.atlas.LayerSource.SourceColumn;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.CommunitySummary;
import io.microscape.study.LocalizedText;
import io.microscape.study.StudyParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of communities: what their sampled micro-spaces add up to. Means and sums have the names, units and titles of
 * the spaces' columns.
 */
final class CommunityColumns {
    private final List<SourceColumn<CommunitySummary>> columns = new ArrayList<>();

    private CommunityColumns() {}

    /** All columns; those of the distance zone carry its radius in their names. */
    static List<SourceColumn<CommunitySummary>> of(StudyParameters parameters) {
        CommunityColumns catalogue = new CommunityColumns();
        catalogue.addCommunity();
        String zone = "road_density_" + parameters.radiusLabel();
        for (String column : CommunitySummary.INDICES) {
            catalogue.addTotal(
                    parameters,
                    column,
                    column.equals("road_density_in_radius") ? zone : column,
                    new LocalizedText("mean of the sampled spaces, weighted by area", "样本空间按面积加权的平均值"));
        }
        for (String column : CommunitySummary.CARBON) {
            catalogue.addTotal(
                    parameters,
                    column,
                    column,
                    new LocalizedText(
                            "sum of the sampled spaces that have a value; see accounted_spaces",
                            "有核算值的样本空间之和，个数见 accounted_spaces"));
        }
        catalogue.addCarbon();
        return List.copyOf(catalogue.columns);
    }

    private void addCommunity() {
        add(
                "code",
                String.class,
                "",
                "code",
                "编号",
                summary -> summary.community().code());
        add(
                "name",
                String.class,
                "",
                "name",
                "名称",
                summary -> summary.community().name());
        add(
                "persons",
                Double.class,
                "",
                "residents",
                "人口",
                summary -> summary.community().facts().persons());
        add(
                "floor_area_m2",
                Double.class,
                "m²",
                "floor area",
                "建筑面积",
                summary -> summary.community().facts().floorAreaM2());
        add("spaces", Integer.class, "", "micro-spaces", "小微空间数", CommunitySummary::spaces);
        add("sampled_spaces", Integer.class, "", "sampled micro-spaces", "样本空间数", CommunitySummary::sampledSpaces);
        add("area_m2", Double.class, "m²", "area of the sampled spaces", "样本空间面积", CommunitySummary::areaM2);
    }

    private void addCarbon() {
        add(
                "accounted_spaces",
                Integer.class,
                "",
                "spaces with a carbon account",
                "有碳核算的空间数",
                summary -> summary.spacesWith("net_carbon_kg"));
        add(
                "net_carbon_kg_per_m2",
                Double.class,
                "kg CO2/m²",
                "net carbon per m² of micro-space",
                "小微空间单位面积净碳汇",
                CommunitySummary::netCarbonKgPerM2);
        add(
                "carbon_positive_share",
                Double.class,
                "",
                "share of carbon-positive spaces",
                "净碳汇为正的空间占比",
                CommunitySummary::carbonPositiveShare);
        add(
                "accounts_complete",
                Boolean.class,
                "",
                "every sampled space has an account",
                "样本空间均有核算",
                CommunitySummary::accountsComplete);
        add("remarks", String.class, "", "remarks", "备注", CommunitySummary::remarks);
    }

    private void addTotal(StudyParameters parameters, String column, String ofSpaces, LocalizedText definition) {
        AtlasColumn own = AtlasColumns.find(parameters, ofSpaces).orElseThrow();
        columns.add(new SourceColumn<>(
                new PublishedLayer.Attribute(own.name(), Double.class, own.unit(), own.title()),
                definition,
                (summary, number) -> summary.value(column)));
    }

    private void add(
            String name, Class<?> type, String unit, String en, String zh, Function<CommunitySummary, Object> value) {
        columns.add(new SourceColumn<>(
                new PublishedLayer.Attribute(name, type, unit, new LocalizedText(en, zh)),
                new LocalizedText(null, null),
                (summary, number) -> value.apply(summary)));
    }
}
