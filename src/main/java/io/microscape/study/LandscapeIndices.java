package io.microscape.study;

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
        Map<String, String> reasons) {
    public LandscapeIndices {
        reasons = Map.copyOf(reasons);
    }
}
