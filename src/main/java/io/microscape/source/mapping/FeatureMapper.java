package io.microscape.source.mapping;

import io.microscape.source.ImportTally;
import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceFeature;
import io.microscape.source.text.StrictNumbers;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.ImportSink;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.Surface;
import java.util.Arrays;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Makes the domain's objects of a kind from features and hands those that are new to the sink. */
public final class FeatureMapper {
    private final SourceKind kind;
    private final FieldMapping fields;
    private final ImportSink sink;
    private final ImportTally tally;
    private final CodeRegister register;
    private final RoadLevels levels;
    private final PlantingMapper plantings;
    private final CarbonAccountMapper accounts;
    private final InventoryMapper inventory;
    private final CommunityMapper communities;

    /** @param periodYears accounting period of the study, years */
    public FeatureMapper(SourceKind kind, FieldMapping fields, ImportSink sink, ImportTally tally, double periodYears) {
        this.kind = kind;
        this.fields = fields;
        this.sink = sink;
        this.tally = tally;
        this.register = new CodeRegister(tally);
        this.levels = new RoadLevels(fields);
        this.plantings = new PlantingMapper(fields, sink);
        this.accounts = new CarbonAccountMapper(fields, sink, tally, register, periodYears);
        this.inventory = new InventoryMapper(fields, sink);
        this.communities = new CommunityMapper(fields, sink, tally, register);
    }

    /**
     * Maps a feature.
     *
     * @param ordinal its place in the file, from 1
     * @param lonLat its geometry in EPSG:4326; null for tables
     * @return whether it was handed on; false for duplicates
     * @throws RejectedFeatureException if a value is missing or cannot be used
     */
    public boolean map(SourceFeature feature, long ordinal, Geometry lonLat) throws RejectedFeatureException {
        FeatureName name = FeatureName.of(feature.label(), ordinal);
        return switch (kind) {
            case SPACES -> space(feature, name, ordinal, lonLat);
            case SURFACES -> surface(feature, name, lonLat);
            case ROADS -> road(feature, name, lonLat);
            case TREES, CANOPY -> crown(feature, name, lonLat);
            case PLANTS -> plantings.map(feature);
            case CARBON -> accounts.map(feature, name);
            case INVENTORY -> inventory.map(feature);
            case COMMUNITIES ->
                communities.community(
                        feature, name, code(feature, name, ordinal), !fields.has(feature, "code"), lonLat);
            case COMMUNITY_CARBON -> communities.carbon(feature);
            case RENOVATION -> communities.renovation(feature);
            case OSM, CONTEXT ->
                throw new IllegalArgumentException(kind + " has no features of one kind of the domain");
        };
    }

    /** Notes what only the end of the file shows. */
    public void end() {
        levels.note(tally.notes());
    }

    private boolean space(SourceFeature feature, FeatureName name, long ordinal, Geometry lonLat)
            throws RejectedFeatureException {
        boolean generated = !fields.has(feature, "code");
        String code = code(feature, name, ordinal);
        String title = Objects.requireNonNullElse(fields.text(feature, "name"), "");
        String community = fields.text(feature, "community");
        boolean sampled = Objects.requireNonNullElse(fields.yesOrNo(feature, "sampled"), true);
        if (!register.isNewCode(name, code, generated, lonLat, title, community, sampled)) {
            return false;
        }
        sink.space(new MicroSpace(code, title, community, sampled, lonLat));
        return true;
    }

    private boolean surface(SourceFeature feature, FeatureName name, Geometry lonLat) throws RejectedFeatureException {
        String text = fields.required(feature, "cover");
        Cover cover = Cover.of(text)
                .orElseThrow(() -> new RejectedFeatureException(
                        "cover is " + StrictNumbers.shown(text) + ", but " + covers() + " are known"));
        if (!register.isNew(name, lonLat, cover)) {
            return false;
        }
        sink.surface(new Surface(cover, lonLat));
        return true;
    }

    private boolean road(SourceFeature feature, FeatureName name, Geometry lonLat) throws RejectedFeatureException {
        if (!register.isNew(name, lonLat)) {
            return false;
        }
        sink.road(new Road(
                fields.text(feature, "name"),
                fields.text(feature, "highway"),
                fields.isSet(feature, "bridge"),
                fields.isSet(feature, "tunnel"),
                levels.of(feature, name),
                lonLat));
        return true;
    }

    private boolean crown(SourceFeature feature, FeatureName name, Geometry lonLat) throws RejectedFeatureException {
        Double diameterM = fields.number(feature, "crown_diameter_m");
        if (diameterM != null && !(diameterM > 0)) {
            throw new RejectedFeatureException("its crown diameter is " + diameterM + " m");
        }
        if (diameterM == null && lonLat instanceof Point) {
            tally.notes().count("trees have no crown diameter and add nothing to the canopy", name.label());
        }
        String species = fields.text(feature, "species");
        Double kept = lonLat instanceof Point ? diameterM : null;
        if (!register.isNew(name, lonLat, kept, species)) {
            return false;
        }
        sink.crown(new Crown(lonLat, kept, species));
        return true;
    }

    /** The code, or the feature's place in the file when the source has no codes. */
    private String code(SourceFeature feature, FeatureName name, long ordinal) throws RejectedFeatureException {
        if (fields.has(feature, "code")) {
            return fields.required(feature, "code");
        }
        tally.notes().count("features have no code: their number in the file is taken", name.label());
        return Long.toString(ordinal);
    }

    private static String covers() {
        return String.join(", ", Arrays.stream(Cover.values()).map(Cover::key).toList());
    }
}
