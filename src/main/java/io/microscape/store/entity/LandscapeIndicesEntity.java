package io.microscape.store.entity;

import io.microscape.study.LandscapeIndices;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.StudyParameters;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;

/** Landscape indices of a micro-space, found by study and code, beside the parameters they were computed with. */
@Entity
@Table(name = "landscape_indices")
public class LandscapeIndicesEntity implements Stored<LandscapeIndices> {
    @EmbeddedId
    private Place place;

    @Embedded
    private ParametersColumns parameters;

    @Column(name = "area_m2")
    private Double areaM2;

    @Column(name = "perimeter_m")
    private Double perimeterM;

    private Double greenRatio;
    private Double hardRatio;

    @Column(name = "road_length_m")
    private Double roadLengthM;

    private Double roadDensity;
    private Integer neighbours;
    private Double connectivity;
    private Integer speciesRichness;
    private Double shannon;
    private Double simpson;
    private Double pielou;
    private Double margalef;
    private Double canopyCover;
    private Double canopyDensity;

    @Column(name = "reasons_json")
    @Convert(converter = ReasonsConverter.class)
    private Map<String, String> reasons;

    @Embedded
    private PatchColumns patch;

    @Embedded
    private RoadNetworkColumns network;

    private String inputDigest;

    @Override
    public LandscapeIndices toDomain() {
        return toDomain(List.of());
    }

    /** The indices with the space's contributions to connectivity, which are rows of their own. */
    public LandscapeIndices toDomain(List<SpaceConnectivity> importance) {
        MetricOptions metrics = parameters.toDomain().metrics();
        return new LandscapeIndices(
                place.code(),
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
                metrics.has(MetricGroup.PATCH) ? patch.toDomain() : null,
                metrics.has(MetricGroup.NETWORK) ? network.toDomain() : null,
                importance);
    }

    /** The parameters of the computation. */
    public StudyParameters parameters() {
        return parameters.toDomain();
    }

    /** Study and code of the micro-space. */
    @Embeddable
    public record Place(long studyId, String code) {}
}
