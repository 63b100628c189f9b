package io.microscape.export;

import io.microscape.study.AtlasColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A field of a dBASE table and the column it holds.
 *
 * @param name at most 10 characters of ASCII, unique in the table regardless of case
 * @param type C text, N number; truth is a number, 1 or 0, because readers disagree on the null of a logical field
 * @param length bytes in each record
 * @param decimals decimals that readers are told of; the text of a number may have more
 * @param column the column
 */
record DbaseField(String name, char type, int length, int decimals, AtlasColumn column) {
    /** Longest text that all readers of dBASE III tables take. */
    static final int TEXT_BYTES = 254;

    /** No double needs more in its shortest notation; GDAL writes its doubles as wide. */
    private static final int DOUBLE_BYTES = 24;

    private static final int INTEGER_BYTES = 11;
    private static final int NAME_LENGTH = 10;

    /** Column names, as expressions, that would be cut beyond recognition, with the name that stands for them. */
    private static final Map<String, String> SHORT_NAMES = shortNames();

    /** Fields for the columns, in their order. */
    static List<DbaseField> of(List<AtlasColumn> columns) {
        Set<String> taken = new HashSet<>();
        List<DbaseField> fields = new ArrayList<>();
        for (AtlasColumn column : columns) {
            String name = unique(shortName(column.name()), taken);
            if (column.type() == Double.class) {
                fields.add(new DbaseField(name, 'N', DOUBLE_BYTES, 15, column));
            } else if (column.type() == Integer.class) {
                fields.add(new DbaseField(name, 'N', INTEGER_BYTES, 0, column));
            } else if (column.type() == Boolean.class) {
                fields.add(new DbaseField(name, 'N', 1, 0, column));
            } else {
                fields.add(new DbaseField(name, 'C', TEXT_BYTES, 0, column));
            }
        }
        return fields;
    }

    private static String shortName(String column) {
        if (column.length() <= NAME_LENGTH) {
            return column;
        }
        for (Map.Entry<String, String> entry : SHORT_NAMES.entrySet()) {
            if (column.matches(entry.getKey())) {
                return cut(column.replaceFirst(entry.getKey(), entry.getValue()), NAME_LENGTH);
            }
        }
        return cut(column, NAME_LENGTH);
    }

    private static String unique(String name, Set<String> taken) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            String suffix = "_" + number;
            candidate = cut(name, NAME_LENGTH - suffix.length()) + suffix;
        }
        return candidate;
    }

    private static String cut(String name, int length) {
        return name.substring(0, Math.min(length, name.length()));
    }

    private static Map<String, String> shortNames() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("perimeter_m", "perim_m");
        names.put("green_ratio", "green_rat");
        names.put("road_length_(.+)_m", "rdlen_$1");
        names.put("road_density_(.+)", "rdden_$1");
        names.put("neighbours_(.+)", "neigh_$1");
        names.put("connectivity", "connectiv");
        names.put("species_richness", "species_n");
        names.put("canopy_cover", "canopy_cov");
        names.put("canopy_density", "canopy_den");
        names.put("soil_sink_kg", "soil_kg");
        names.put("vegetation_sink_kg", "veget_kg");
        names.put("material_emission_kg", "mater_kg");
        names.put("construction_emission_kg", "constr_kg");
        names.put("operation_emission_kg", "operat_kg");
        names.put("net_carbon_kg", "net_kg");
        names.put("net_carbon_kg_per_m2", "net_kg_m2");
        names.put("net_carbon_kg_per_year", "net_kg_yr");
        names.put("carbon_positive", "c_positive");
        names.put("carbon_method", "c_method");
        names.put("carbon_source", "c_source");
        names.put("carbon_year", "c_year");
        names.put("net_carbon_cluster", "net_clust");
        names.put("net_carbon_gi_star_z", "net_gi_z");
        names.put("net_carbon_hot_spot", "net_hotsp");
        names.put("net_carbon_local_moran", "net_moran");
        names.put("net_carbon_spatial_p", "net_sp_p");
        names.put("road_nodes_(.+)", "rdnod_$1");
        names.put("road_edges_(.+)", "rdedg_$1");
        names.put("road_components_(.+)", "rdcmp_$1");
        names.put("network_alpha_(.+)", "alpha_$1");
        names.put("network_beta_(.+)", "beta_$1");
        names.put("network_gamma_(.+)", "gamma_$1");
        names.put("street_density_(.+)_m_per_km2", "stden_$1");
        names.put("junction_density_(.+)_per_km2", "jnden_$1");
        names.put("d(pc|iic)_(\\d[^_]*)", "d$1_$2");
        names.put("dpc_intra_(.+)", "dpi_$1");
        names.put("dpc_flux_(.+)", "dpf_$1");
        names.put("dpc_connector_(.+)", "dpk_$1");
        names.put("diic_intra_(.+)", "dii_$1");
        names.put("diic_flux_(.+)", "dif_$1");
        names.put("diic_connector_(.+)", "dik_$1");
        return names;
    }
}
