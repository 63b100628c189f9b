package io.microscape.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class AtlasColumnsTest {
    private static final MicroSpace SPACE =
            new MicroSpace("A1", "Corner", null, true, new GeometryFactory().createPolygon());
    private static final LandscapeIndices INDICES = new LandscapeIndices(
            "A1", 200.0, 60.0, 0.5, 0.25, 30.0, 0.02, 3, 0.9, 12, null, null, null, null, 0.4, 0.8, Map.of());
    private static final CarbonAccount CARBON =
            new CarbonAccount("A1", 100.0, 900.0, 200.0, 50.0, 150.0, "published", "Table 1", 2023);

    @Test
    void startsWithTheColumnsOfTheContractInTheirOrder() {
        assertThat(names(StudyParameters.DEFAULTS))
                .startsWith(("study, code, name, community, sampled, area_m2, perimeter_m, green_ratio, hard_ratio, "
                                + "road_length_15m_m, road_density_15m, neighbours_15m, connectivity, species_richness, "
                                + "canopy_cover, canopy_density, soil_sink_kg, vegetation_sink_kg, material_emission_kg, "
                                + "construction_emission_kg, operation_emission_kg, net_carbon_kg, net_carbon_kg_per_m2, "
                                + "net_carbon_kg_per_year, carbon_positive")
                        .split(", "))
                .doesNotHaveDuplicates();
    }

    @Test
    void zoneColumnsCarryTheRadius() {
        StudyParameters wide = new StudyParameters(
                7.5, StudyParameters.DensityDenominator.SPACE, 30, StudyParameters.ConnectivityDistance.EDGE);
        assertThat(names(wide)).contains("road_length_7_5m_m", "road_density_7_5m", "neighbours_7_5m");
        assertThat(AtlasColumns.find(wide, "road_density_7_5m")
                        .orElseThrow()
                        .definition()
                        .en())
                .isEqualTo("road length within 7.5 m divided by the area of the space");
    }

    @Test
    void derivedCarbonColumnsFollowTheDefinitions() {
        AtlasRow row = new AtlasRow("town", SPACE, INDICES, CARBON);
        assertThat(value(row, "net_carbon_kg")).isEqualTo(600.0);
        assertThat(value(row, "net_carbon_kg_per_m2")).isEqualTo(3.0);
        assertThat(value(row, "net_carbon_kg_per_year")).isEqualTo(12.0);
        assertThat(value(row, "carbon_positive")).isEqualTo(true);
    }

    @Test
    void absentIsNullAndNotZero() {
        AtlasRow bare = new AtlasRow("town", SPACE, null, null);
        assertThat(AtlasColumns.of(StudyParameters.DEFAULTS).stream()
                        .filter(column -> column.valueOf(bare) != null)
                        .map(AtlasColumn::name))
                .containsExactly("study", "code", "name", "sampled");
    }

    @Test
    void everyValueIsOfItsColumnsType() {
        AtlasRow row = new AtlasRow("town", SPACE, INDICES, CARBON);
        for (AtlasColumn column : AtlasColumns.of(StudyParameters.DEFAULTS)) {
            Object value = column.valueOf(row);
            assertThat(value == null || column.type().isInstance(value))
                    .as(column.name())
                    .isTrue();
        }
    }

    private static List<String> names(StudyParameters parameters) {
        return AtlasColumns.of(parameters).stream().map(AtlasColumn::name).toList();
    }

    private static Object value(AtlasRow row, String column) {
        return AtlasColumns.find(StudyParameters.DEFAULTS, column).orElseThrow().valueOf(row);
    }
}
