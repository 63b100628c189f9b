package io.microscape.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The columns of the joined result, in the order of exports, feature properties and the database view. Export, published
 * layers and their legends all read names, units and titles here, so that a column means the same wherever it stands.
 */
public final class AtlasColumns {
    /** Column of the net carbon, whose spatial pattern is part of the joined result. */
    public static final String NET_CARBON = "net_carbon_kg";

    private static final String KG = "kg CO2";

    private final List<AtlasColumn> columns = new ArrayList<>();

    private AtlasColumns() {}

    /** The columns of a study; those of the distance zone carry its radius in their names. */
    public static List<AtlasColumn> of(StudyParameters parameters) {
        AtlasColumns catalogue = new AtlasColumns();
        catalogue.addSpace();
        catalogue.addIndices(parameters);
        catalogue.addCarbon(parameters);
        catalogue.addDiversity();
        catalogue.addProvenance();
        catalogue.columns.addAll(MetricColumns.of(parameters));
        catalogue.addNetCarbonPattern();
        return List.copyOf(catalogue.columns);
    }

    /** The column of that name; empty if the study has none. */
    public static Optional<AtlasColumn> find(StudyParameters parameters, String name) {
        return of(parameters).stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    private void addSpace() {
        add("study", String.class, "", "study", "研究", "key of the study", "研究的代号", AtlasRow::study);
        add(
                "code",
                String.class,
                "",
                "code",
                "编号",
                "code of the micro-space, unique within the study",
                "小微空间编号，在研究内唯一",
                space(MicroSpace::code));
        add("name", String.class, "", "name", "名称", "name of the micro-space", "小微空间名称", space(MicroSpace::name));
        add(
                "community",
                String.class,
                "",
                "community",
                "社区",
                "community the micro-space lies in",
                "小微空间所在社区",
                space(MicroSpace::community));
        add(
                "sampled",
                Boolean.class,
                "",
                "sampled",
                "是否样本",
                "false for neighbouring spaces that only count in connectivity",
                "否表示仅参与连通性计算的相邻空间",
                space(MicroSpace::sampled));
    }

    private void addIndices(StudyParameters parameters) {
        String label = parameters.radiusLabel();
        String radius = number(parameters.radiusM());
        boolean perZone = parameters.roadDensityPer() == StudyParameters.DensityDenominator.ZONE;
        add(
                "area_m2",
                Double.class,
                "m²",
                "area",
                "面积",
                "area of the micro-space",
                "小微空间面积",
                index(LandscapeIndices::areaM2));
        add(
                "perimeter_m",
                Double.class,
                "m",
                "perimeter",
                "周长",
                "perimeter of the micro-space, holes included",
                "小微空间周长（含内环）",
                index(LandscapeIndices::perimeterM));
        add(
                "green_ratio",
                Double.class,
                "",
                "green ratio",
                "绿地率",
                "share of the space under green surfaces, 0 to 1",
                "绿地面积占空间面积之比，0 至 1",
                index(LandscapeIndices::greenRatio));
        add(
                "hard_ratio",
                Double.class,
                "",
                "hard ratio",
                "硬质率",
                "share of the space under hard surfaces that are not under green ones, 0 to 1",
                "硬质铺装（不含与绿地重叠部分）面积占空间面积之比，0 至 1",
                index(LandscapeIndices::hardRatio));
        add(
                "road_length_" + label + "_m",
                Double.class,
                "m",
                "road length within " + radius + " m",
                radius + " 米内道路长度",
                "length of road within " + radius + " m of the space, clipped at the zone's edge",
                "空间及其周边 " + radius + " 米范围内的道路长度（按范围边界裁剪）",
                index(LandscapeIndices::roadLengthM));
        add(
                "road_density_" + label,
                Double.class,
                "m/m²",
                "road density within " + radius + " m",
                radius + " 米内路网密度",
                "road length within " + radius + " m divided by the area of the " + (perZone ? "zone" : "space"),
                radius + " 米范围内道路长度除以" + (perZone ? "该范围面积" : "空间面积"),
                index(LandscapeIndices::roadDensity));
        add(
                "neighbours_" + label,
                Integer.class,
                "",
                "neighbours within " + radius + " m",
                radius + " 米内相邻空间数",
                "number of other micro-spaces at most " + radius + " m away, edge to edge",
                "边到边距离不超过 " + radius + " 米的其他小微空间数",
                index(LandscapeIndices::neighbours));
        add(
                "connectivity",
                Double.class,
                "",
                "connectivity",
                "连通性",
                "probability that at least one other micro-space is reached, 0 to 1 (0.5 for one at " + radius + " m)",
                "到达至少一个其他小微空间的概率，0 至 1（距离 " + radius + " 米时为 0.5）",
                index(LandscapeIndices::connectivity));
        add(
                "species_richness",
                Integer.class,
                "",
                "species richness",
                "物种丰富度",
                "number of distinct plant taxa recorded in the space",
                "空间内记录的植物种数",
                index(LandscapeIndices::speciesRichness));
        add(
                "canopy_cover",
                Double.class,
                "",
                "canopy cover",
                "树冠覆盖率",
                "share of the space under tree crowns, 0 to 1",
                "树冠投影面积占空间面积之比，0 至 1",
                index(LandscapeIndices::canopyCover));
        add(
                "canopy_density",
                Double.class,
                "",
                "canopy density",
                "郁闭度",
                "crown area over green area within the space; none without green",
                "空间内树冠投影面积与绿地面积之比；无绿地时无值",
                index(LandscapeIndices::canopyDensity));
    }

    private void addCarbon(StudyParameters parameters) {
        String years = number(parameters.periodYears());
        String over = " over " + years + " years";
        String within = years + " 年";
        addAccount(
                "soil_sink_kg",
                "soil sink",
                "土壤碳汇",
                "taken up by soil" + over,
                within + "土壤固碳量",
                CarbonAccount::soilSinkKg);
        addAccount(
                "vegetation_sink_kg",
                "vegetation sink",
                "植被碳汇",
                "taken up by vegetation" + over,
                within + "植被固碳量",
                CarbonAccount::vegetationSinkKg);
        addAccount(
                "material_emission_kg",
                "material emission",
                "材料碳排放",
                "emitted by material production and transport" + over,
                within + "材料生产与运输碳排放",
                CarbonAccount::materialEmissionKg);
        addAccount(
                "construction_emission_kg",
                "construction emission",
                "施工碳排放",
                "emitted by site construction and planting" + over,
                within + "场地施工与种植碳排放",
                CarbonAccount::constructionEmissionKg);
        addAccount(
                "operation_emission_kg",
                "operation emission",
                "运维碳排放",
                "emitted by operation and maintenance" + over,
                within + "绿地运营维护碳排放",
                CarbonAccount::operationEmissionKg);
        addAccount(
                NET_CARBON,
                "net carbon",
                "净碳汇",
                "sinks less emissions" + over,
                within + "碳汇减碳排放",
                CarbonAccount::netCarbonKg);
        add(
                "net_carbon_kg_per_m2",
                Double.class,
                "kg CO2/m²",
                "net carbon per m²",
                "单位面积净碳汇",
                "sinks less emissions" + over + ", per m² of the space",
                within + "碳汇减碳排放，按空间面积平均",
                AtlasColumns::netPerSquareMetre);
        add(
                "net_carbon_kg_per_year",
                Double.class,
                "kg CO2/a",
                "net carbon per year",
                "年均净碳汇",
                "sinks less emissions, mean of the " + years + " years",
                "碳汇减碳排放，" + within + "平均",
                carbon(account ->
                        account.netCarbonKg() == null ? null : account.netCarbonKg() / parameters.periodYears()));
        add(
                "carbon_positive",
                Boolean.class,
                "",
                "takes up more carbon than it emits",
                "是否净碳汇",
                "true when sinks exceed emissions" + over,
                within + "碳汇大于碳排放时为是",
                carbon(account -> account.netCarbonKg() == null ? null : account.netCarbonKg() > 0));
    }

    private void addDiversity() {
        add(
                "shannon",
                Double.class,
                "",
                "Shannon diversity",
                "香农多样性指数",
                "H' = −Σ p ln p over the plant taxa",
                "H' = −Σ p ln p（植物种）",
                index(LandscapeIndices::shannon));
        add(
                "simpson",
                Double.class,
                "",
                "Simpson diversity",
                "辛普森多样性指数",
                "1 − Σ p² over the plant taxa",
                "1 − Σ p²（植物种）",
                index(LandscapeIndices::simpson));
        add(
                "pielou",
                Double.class,
                "",
                "Pielou evenness",
                "Pielou 均匀度",
                "H'/ln S; none for fewer than two taxa",
                "H'/ln S；少于两种时无值",
                index(LandscapeIndices::pielou));
        add(
                "margalef",
                Double.class,
                "",
                "Margalef richness",
                "Margalef 丰富度",
                "(S − 1)/ln N; none for fewer than two individuals",
                "(S − 1)/ln N；少于两株时无值",
                index(LandscapeIndices::margalef));
    }

    private void addProvenance() {
        add(
                "carbon_method",
                String.class,
                "",
                "carbon method",
                "碳核算方法",
                "how the carbon account was got",
                "碳账户的核算方法",
                carbon(CarbonAccount::method));
        add(
                "carbon_source",
                String.class,
                "",
                "carbon source",
                "碳数据来源",
                "where the carbon account was published",
                "碳账户的数据来源",
                carbon(CarbonAccount::source));
        add(
                "carbon_year",
                Integer.class,
                "",
                "carbon year",
                "碳数据年份",
                "year of the carbon account",
                "碳账户的年份",
                carbon(CarbonAccount::year));
    }

    private void addNetCarbonPattern() {
        add(
                "net_carbon_local_moran",
                Double.class,
                "",
                "local Moran's I of net carbon",
                "净碳汇局部莫兰指数",
                "positive among neighbours that are alike in net carbon, negative among unlike ones",
                "相邻空间净碳汇相近时为正，相异时为负",
                pattern(SpatialStatistic::localMoran));
        add(
                "net_carbon_cluster",
                String.class,
                "",
                "cluster of net carbon",
                "净碳汇集聚类型",
                "class of the local Moran's I at p ≤ 0.05: a high or low value among high or low ones",
                "局部莫兰指数在 p ≤ 0.05 水平上的类型：高-高、低-低、高-低、低-高或不显著",
                pattern(statistic ->
                        statistic.cluster() == null ? null : statistic.cluster().label()));
        add(
                "net_carbon_gi_star_z",
                Double.class,
                "",
                "Gi* of net carbon",
                "净碳汇 Gi* 值",
                "Getis-Ord Gi* as a standard score: positive where high net carbon gathers, negative where low does",
                "Getis-Ord Gi* 标准分：净碳汇高值聚集处为正，低值聚集处为负",
                pattern(SpatialStatistic::giStarZ));
        add(
                "net_carbon_spatial_p",
                Double.class,
                "",
                "p of the pattern of net carbon",
                "净碳汇空间格局 p 值",
                "two-sided p of local Moran's I and Gi* by conditional permutation",
                "局部莫兰指数与 Gi* 的双侧 p 值（条件置换检验）",
                pattern(SpatialStatistic::p));
        add(
                "net_carbon_hot_spot",
                String.class,
                "",
                "hot or cold spot of net carbon",
                "净碳汇冷热点",
                "class of Gi* by its p: hot or cold with 90, 95 or 99 % confidence, or not significant",
                "按 p 值划分的 Gi* 类型：90%、95% 或 99% 置信度的热点或冷点，或不显著",
                pattern(statistic ->
                        statistic.hotSpot() == null ? null : statistic.hotSpot().label()));
    }

    private void addAccount(
            String name,
            String en,
            String zh,
            String meaningEn,
            String meaningZh,
            Function<CarbonAccount, Object> value) {
        add(name, Double.class, KG, en, zh, meaningEn, meaningZh, carbon(value));
    }

    private void add(
            String name,
            Class<?> type,
            String unit,
            String en,
            String zh,
            String meaningEn,
            String meaningZh,
            Function<AtlasRow, Object> value) {
        columns.add(new AtlasColumn(
                name, type, unit, new LocalizedText(en, zh), new LocalizedText(meaningEn, meaningZh), value));
    }

    private static Double netPerSquareMetre(AtlasRow row) {
        Double net = row.carbon() == null ? null : row.carbon().netCarbonKg();
        Double area = row.indices() == null ? null : row.indices().areaM2();
        return net == null || area == null ? null : Double.valueOf(net / area);
    }

    private static Function<AtlasRow, Object> space(Function<MicroSpace, Object> value) {
        return row -> value.apply(row.space());
    }

    private static Function<AtlasRow, Object> index(Function<LandscapeIndices, Object> value) {
        return row -> row.indices() == null ? null : value.apply(row.indices());
    }

    private static Function<AtlasRow, Object> carbon(Function<CarbonAccount, Object> value) {
        return row -> row.carbon() == null ? null : value.apply(row.carbon());
    }

    private static Function<AtlasRow, Object> pattern(Function<SpatialStatistic, Object> value) {
        return row -> row.netCarbonPattern() == null ? null : value.apply(row.netCarbonPattern());
    }

    /** A number as texts have it: without decimals when it has none. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
