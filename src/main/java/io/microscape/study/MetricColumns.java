package io.microscape.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of the metrics beside the basic indices, of those families that a study asks for. A parameter that is not
 * its default, the radius and each threshold stand in the name.
 */
public final class MetricColumns {
    private final MetricOptions options;
    private final String radius;
    private final List<AtlasColumn> columns = new ArrayList<>();

    private MetricColumns(StudyParameters parameters) {
        this.options = parameters.metrics();
        this.radius = parameters.radiusLabel();
    }

    /** The columns in order: patch, network, connectivity. */
    static List<AtlasColumn> of(StudyParameters parameters) {
        MetricColumns metrics = new MetricColumns(parameters);
        if (metrics.options.has(MetricGroup.PATCH)) {
            metrics.addPatch();
        }
        if (metrics.options.has(MetricGroup.NETWORK)) {
            metrics.addNetwork(AtlasColumns.number(parameters.radiusM()));
        }
        if (metrics.options.has(MetricGroup.CONNECTIVITY)) {
            metrics.options.thresholdsM().forEach(metrics::addConnectivity);
        }
        return metrics.columns;
    }

    /** Names of all columns of the road network. */
    public static List<String> network(StudyParameters parameters) {
        MetricColumns metrics = new MetricColumns(parameters);
        metrics.addNetwork(AtlasColumns.number(parameters.radiusM()));
        return metrics.names();
    }

    /** Names of those columns of the road network that need more than two nodes. */
    public static List<String> networkIndices(StudyParameters parameters) {
        return network(parameters).stream()
                .filter(name -> name.startsWith("network_"))
                .toList();
    }

    /** Names of all columns of connectivity. */
    public static List<String> connectivity(StudyParameters parameters) {
        MetricColumns metrics = new MetricColumns(parameters);
        metrics.options.thresholdsM().forEach(metrics::addConnectivity);
        return metrics.names();
    }

    /** Name of a column that carries the edge depth unless it is the default: {@code core_m2}, {@code core_5m_m2}. */
    public static String atDepth(String stem, String unit, MetricOptions options) {
        return options.edgeDepthM() == MetricOptions.EDGE_DEPTH_M
                ? stem + unit
                : stem + "_" + StudyParameters.metresLabel(options.edgeDepthM()) + unit;
    }

    /** Name of the proximity index, with the search radius unless it is the default: {@code prox}, {@code prox_300m}. */
    public static String proximity(MetricOptions options) {
        return options.searchRadiusM() == MetricOptions.SEARCH_RADIUS_M
                ? "prox"
                : "prox_" + StudyParameters.metresLabel(options.searchRadiusM());
    }

    /** Name of a connectivity index at a threshold: {@code dpc_150m}. */
    public static String atThreshold(String stem, double thresholdM) {
        return stem + "_" + StudyParameters.metresLabel(thresholdM);
    }

    private List<String> names() {
        return columns.stream().map(AtlasColumn::name).toList();
    }

    private void addPatch() {
        String depth = AtlasColumns.number(options.edgeDepthM());
        String reach = AtlasColumns.number(options.searchRadiusM());
        patch(
                "shape",
                "",
                "shape index",
                "形状指数",
                "0.25 p/√a: 1 for a square, more for a longer outline",
                "0.25 p/√a，正方形为 1，轮廓越曲折越大",
                PatchMetrics::shape);
        patch(
                "frac",
                "",
                "fractal dimension",
                "分维数",
                "2 ln(0.25 p)/ln a, p in m and a in m²",
                "2 ln(0.25 p)/ln a（p 以米、a 以平方米计）",
                PatchMetrics::frac);
        patch(
                "para",
                "1/m",
                "perimeter-area ratio",
                "周长面积比",
                "perimeter divided by area",
                "周长除以面积",
                PatchMetrics::para);
        patch(
                "circle",
                "",
                "elongation by enclosing circle",
                "外接圆指数",
                "1 − area / area of the smallest enclosing circle, 0 to 1",
                "1 − 面积 ÷ 最小外接圆面积，0 至 1",
                PatchMetrics::circle);
        patch(
                atDepth("core", "_m2", options),
                "m²",
                "core area",
                "核心面积",
                "area deeper than " + depth + " m from the edge",
                "距边界超过 " + depth + " 米的内部面积",
                PatchMetrics::coreM2);
        patch(
                atDepth("cai", "", options),
                "%",
                "core area index",
                "核心面积指数",
                "core area (deeper than " + depth + " m) in percent of the area",
                "核心面积（距边界超过 " + depth + " 米）占面积的百分比",
                PatchMetrics::cai);
        patch(
                "gyrate_m",
                "m",
                "radius of gyration",
                "回旋半径",
                "mean distance of the space's points to its centroid",
                "空间内各点到形心的平均距离",
                PatchMetrics::gyrateM);
        patch(
                "enn_m",
                "m",
                "distance to the nearest space",
                "最近邻距离",
                "distance to the nearest other micro-space, edge to edge",
                "到最近的其他小微空间的边到边距离",
                PatchMetrics::ennM);
        patch(
                proximity(options),
                "",
                "proximity index",
                "邻近度指数",
                "Σ area / distance² of the other micro-spaces within " + reach + " m, distance at least 1 m",
                reach + " 米内其他小微空间的面积与距离平方之比的和（距离不足 1 米按 1 米计）",
                PatchMetrics::prox);
    }

    private void addNetwork(String metres) {
        String within = " of the roads within " + metres + " m";
        String zh = metres + " 米范围内道路网络的";
        network(
                "road_nodes_" + radius,
                Integer.class,
                "",
                "road nodes",
                "道路节点数",
                "v: junctions, dead ends, and ends at the zone's edge" + within,
                zh + "节点数 v（交叉口、尽端及范围边界处端点）",
                RoadNetworkMetrics::nodes);
        network(
                "road_edges_" + radius,
                Integer.class,
                "",
                "road edges",
                "道路边数",
                "e: streets between nodes" + within,
                zh + "边数 e（节点之间的路段）",
                RoadNetworkMetrics::edges);
        network(
                "road_components_" + radius,
                Integer.class,
                "",
                "road components",
                "道路连通分量数",
                "p: connected parts" + within,
                zh + "连通分量数 p",
                RoadNetworkMetrics::components);
        network(
                "network_alpha_" + radius,
                Double.class,
                "",
                "alpha (circuits)",
                "α 指数（环路度）",
                "(e − v + p)/(2v − 5)" + within + "; none for v ≤ 2",
                zh + "(e − v + p)/(2v − 5)；v ≤ 2 时无值",
                RoadNetworkMetrics::alpha);
        network(
                "network_beta_" + radius,
                Double.class,
                "",
                "beta (edges a node)",
                "β 指数（线点率）",
                "e/v" + within + "; none for v ≤ 2",
                zh + " e/v；v ≤ 2 时无值",
                RoadNetworkMetrics::beta);
        network(
                "network_gamma_" + radius,
                Double.class,
                "",
                "gamma (connectivity)",
                "γ 指数（连接度）",
                "e/(3(v − 2))" + within + "; none for v ≤ 2",
                zh + " e/(3(v − 2))；v ≤ 2 时无值",
                RoadNetworkMetrics::gamma);
        network(
                "street_density_" + radius + "_m_per_km2",
                Double.class,
                "m/km²",
                "street density",
                "街道密度",
                "length" + within + " divided by the zone's area",
                metres + " 米范围内道路长度除以该范围面积",
                RoadNetworkMetrics::streetDensity);
        network(
                "junction_density_" + radius + "_per_km2",
                Double.class,
                "1/km²",
                "junction density",
                "交叉口密度",
                "junctions of three or more streets" + within + " divided by the zone's area",
                metres + " 米范围内三路及以上交叉口数除以该范围面积",
                RoadNetworkMetrics::junctionDensity);
    }

    private void addConnectivity(double threshold) {
        String metres = AtlasColumns.number(threshold);
        String probability = " (p = 0.5 at " + metres + " m)";
        String links = " (links up to " + metres + " m)";
        String probabilityZh = "（距离 " + metres + " 米时 p = 0.5）";
        String linksZh = "（不超过 " + metres + " 米的连接）";
        importance(
                "dpc",
                threshold,
                "importance for PC",
                "PC 重要性",
                "loss of the probability of connectivity without the space" + probability,
                "缺少该空间时可能连通性指数的损失" + probabilityZh,
                SpaceConnectivity::dpc);
        importance(
                "dpc_intra",
                threshold,
                "dPC by own area",
                "dPC 内部贡献",
                "part of dPC by the space's own area",
                "dPC 中由自身面积产生的部分",
                SpaceConnectivity::dpcIntra);
        importance(
                "dpc_flux",
                threshold,
                "dPC by flux",
                "dPC 流量贡献",
                "part of dPC by the flux from and to the space",
                "dPC 中由进出该空间的流量产生的部分",
                SpaceConnectivity::dpcFlux);
        importance(
                "dpc_connector",
                threshold,
                "dPC as connector",
                "dPC 连接贡献",
                "part of dPC as a stepping stone between others",
                "dPC 中作为其他空间之间踏脚石的部分",
                SpaceConnectivity::dpcConnector);
        importance(
                "diic",
                threshold,
                "importance for IIC",
                "IIC 重要性",
                "loss of the integral index of connectivity without the space" + links,
                "缺少该空间时整体连通性指数的损失" + linksZh,
                SpaceConnectivity::diic);
        importance(
                "diic_intra",
                threshold,
                "dIIC by own area",
                "dIIC 内部贡献",
                "part of dIIC by the space's own area",
                "dIIC 中由自身面积产生的部分",
                SpaceConnectivity::diicIntra);
        importance(
                "diic_flux",
                threshold,
                "dIIC by flux",
                "dIIC 流量贡献",
                "part of dIIC by the flux from and to the space",
                "dIIC 中由进出该空间的流量产生的部分",
                SpaceConnectivity::diicFlux);
        importance(
                "diic_connector",
                threshold,
                "dIIC as connector",
                "dIIC 连接贡献",
                "part of dIIC as a stepping stone between others",
                "dIIC 中作为其他空间之间踏脚石的部分",
                SpaceConnectivity::diicConnector);
    }

    private void patch(
            String name,
            String unit,
            String en,
            String zh,
            String meaningEn,
            String meaningZh,
            Function<PatchMetrics, Object> value) {
        add(
                name,
                Double.class,
                unit,
                new LocalizedText(en, zh),
                new LocalizedText(meaningEn, meaningZh),
                indices -> indices.patch() == null ? null : value.apply(indices.patch()));
    }

    private void network(
            String name,
            Class<?> type,
            String unit,
            String en,
            String zh,
            String meaningEn,
            String meaningZh,
            Function<RoadNetworkMetrics, Object> value) {
        add(
                name,
                type,
                unit,
                new LocalizedText(en, zh),
                new LocalizedText(meaningEn, meaningZh),
                indices -> indices.network() == null ? null : value.apply(indices.network()));
    }

    private void importance(
            String stem,
            double threshold,
            String en,
            String zh,
            String meaningEn,
            String meaningZh,
            Function<SpaceConnectivity, Object> value) {
        String metres = AtlasColumns.number(threshold);
        add(
                atThreshold(stem, threshold),
                Double.class,
                "%",
                new LocalizedText(en + ", " + metres + " m", zh + "（" + metres + " 米）"),
                new LocalizedText(meaningEn + ", percent", meaningZh + "，百分比"),
                indices -> indices.importance().stream()
                        .filter(row -> row.thresholdM() == threshold)
                        .findFirst()
                        .map(value)
                        .orElse(null));
    }

    private void add(
            String name,
            Class<?> type,
            String unit,
            LocalizedText title,
            LocalizedText definition,
            Function<LandscapeIndices, Object> value) {
        columns.add(new AtlasColumn(
                name, type, unit, title, definition, row -> row.indices() == null ? null : value.apply(row.indices())));
    }
}
