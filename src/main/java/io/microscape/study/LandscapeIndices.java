package io.microscape.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Landscape indices of one micro-space as the definitions page states them. A null value has its reason in
 * {@code reasons} under its column name, and so has a value that holds with a reservation. Zone columns are those of the study's radius.
 *
 * @param code code of the micro-space
 * @param areaM2 area, m²
 * @param perimeterM perimeter, holes included, m
 * @param greenRatio share under green surfaces, 0 to 1
 * @param hardRatio share under hard surfaces that are not under green ones, 0 to 1
 * @param roadLengthM length of road within the distance zone, m
 * @param roadDensity that length over the area of zone or space, m per m²
 * @param neighbours other spaces within the radius, edge to edge
 * @param connectivity probability to reach at least one other space, 0 to 1
 * @param speciesRichness number of distinct taxa
 * @param shannon Shannon diversity H'
 * @param simpson Simpson diversity 1 − Σp²
 * @param pielou Pielou evenness
 * @param margalef Margalef richness
 * @param canopyCover share under crowns, 0 to 1
 * @param canopyDensity crown area over green area (郁闭度)
 * @param reasons column name to the reason of its null, or to the reservation of its value
 * @param patch shape, core and isolation; null when the study does not ask for them
 * @param network road network of the zone; null when the study does not ask for it
 * @param importance contribution to the connectivity of all spaces, one a threshold, ascending; empty when the study does
 *     not ask for it, or it could not be computed
 */
public record LandscapeIndices(
        String code,
        Double areaM2,
        Double perimeterM,
        Double greenRatio,
        Double hardRatio,
        Double roadLengthM,
        Double roadDensity,
        Integer neighbours,
        Double connectivity,
        Integer speciesRichness,
        Double shannon,
        Double simpson,
        Double pielou,
        Double margalef,
        Double canopyCover,
        Double canopyDensity,
        Map<String, String> reasons,
        PatchMetrics patch,
        RoadNetworkMetrics network,
        List<SpaceConnectivity> importance) {
    public LandscapeIndices {
        reasons = Map.copyOf(reasons);
        importance = List.copyOf(importance);
    }

    /** The basic indices alone. */
    public LandscapeIndices(
            String code,
            Double areaM2,
            Double perimeterM,
            Double greenRatio,
            Double hardRatio,
            Double roadLengthM,
            Double roadDensity,
            Integer neighbours,
            Double connectivity,
            Integer speciesRichness,
            Double shannon,
            Double simpson,
            Double pielou,
            Double margalef,
            Double canopyCover,
            Double canopyDensity,
            Map<String, String> reasons) {
        this(
                code,
                areaM2,
                perimeterM,
                greenRatio,
                hardRatio,
                roadLengthM,
                roadDensity,
                neighbours,
                connectivity,
                speciesRichness,
                shannon,
                simpson,
                pielou,
                margalef,
                canopyCover,
                canopyDensity,
                reasons,
                null,
                null,
                List.of());
    }

    /**
     * The same basic indices with further metrics.
     *
     * @param further reasons of their nulls
     */
    public LandscapeIndices with(
            PatchMetrics patchMetrics,
            RoadNetworkMetrics networkMetrics,
            List<SpaceConnectivity> connectivityMetrics,
            Map<String, String> further) {
        Map<String, String> all = new HashMap<>(reasons);
        all.putAll(further);
        return new LandscapeIndices(
                code,
                areaM2,
                perimeterM,
                greenRatio,
                hardRatio,
                roadLengthM,
                roadDensity,
                neighbours,
                connectivity,
                speciesRichness,
                shannon,
                simpson,
                pielou,
                margalef,
                canopyCover,
                canopyDensity,
                all,
                patchMetrics,
                networkMetrics,
                connectivityMetrics);
    }
}
