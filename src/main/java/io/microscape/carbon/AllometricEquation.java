package io.microscape.carbon;

import io.microscape.study.TreeSize;
import java.util.List;

/**
 * An allometric equation: above-ground dry mass of a tree in kg from its diameter D in cm, its height H in m and its wood
 * density ρ in g/cm³.
 *
 * @param name short name, "Chave 2014"
 * @param taxa genera or species it holds for, or {@code broadleaf} or {@code conifer}
 * @param region where its trees stood
 * @param form how coefficients and variables make the mass
 * @param a first coefficient
 * @param b second coefficient
 * @param minDbhCm smallest diameter of its valid range, cm
 * @param maxDbhCm largest diameter of its valid range, cm
 * @param minHeightM least height of its valid range, m; null when it does not depend on the height
 * @param maxHeightM greatest height of its valid range, m; null likewise
 * @param rootToShoot below-ground over above-ground mass that goes with it
 * @param source publications of equation and root ratio
 * @param note reservations; may be null
 */
public record AllometricEquation(
        String name,
        List<String> taxa,
        String region,
        Form form,
        double a,
        double b,
        double minDbhCm,
        double maxDbhCm,
        Double minHeightM,
        Double maxHeightM,
        double rootToShoot,
        String source,
        String note) {

    /** How the mass is computed. */
    public enum Form {
        /** a·D^b. */
        POWER_OF_D(false, false),
        /** exp(a + b·ln D). */
        EXP_LN_D(false, false),
        /** a·(D²·H)^b. */
        POWER_OF_D2H(true, false),
        /** a·(ρ·D²·H)^b. */
        POWER_OF_RHO_D2H(true, true);

        private final boolean needsHeight;
        private final boolean needsDensity;

        Form(boolean needsHeight, boolean needsDensity) {
            this.needsHeight = needsHeight;
            this.needsDensity = needsDensity;
        }

        public boolean needsHeight() {
            return needsHeight;
        }

        public boolean needsDensity() {
            return needsDensity;
        }
    }

    public AllometricEquation {
        taxa = List.copyOf(taxa);
    }

    /**
     * Above-ground dry mass in kg.
     *
     * @param heightM height in m; only where the form needs it
     * @param density wood density in g/cm³; only where the form needs it
     */
    double aboveGroundKg(double dbhCm, Double heightM, Double density) {
        return switch (form) {
            case POWER_OF_D -> a * Math.pow(dbhCm, b);
            case EXP_LN_D -> Math.exp(a + b * Math.log(dbhCm));
            case POWER_OF_D2H -> a * Math.pow(dbhCm * dbhCm * heightM, b);
            case POWER_OF_RHO_D2H -> a * Math.pow(density * dbhCm * dbhCm * heightM, b);
        };
    }

    /** Why the equation does not hold for a tree of that size, or null when it does. */
    String outside(TreeSize size) {
        if (size.dbhCm() < minDbhCm || size.dbhCm() > maxDbhCm) {
            return "a diameter of " + Working.number(size.dbhCm()) + " cm is outside the range "
                    + Working.number(minDbhCm) + " to " + Working.number(maxDbhCm) + " cm of " + name;
        }
        if (form.needsHeight()
                && (minHeightM != null && size.heightM() < minHeightM
                        || maxHeightM != null && size.heightM() > maxHeightM)) {
            return "a height of " + Working.number(size.heightM()) + " m is outside the range of " + name;
        }
        return null;
    }
}
