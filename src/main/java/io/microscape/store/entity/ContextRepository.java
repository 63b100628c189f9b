package io.microscape.store.entity;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/** Context layers and their features, in the order of their import. */
public record ContextRepository(EntityManager entities) {
    /** The layers of a study. */
    public List<ContextLayerEntity> ofStudy(long studyId) {
        return entities.createQuery(
                        "select l from ContextLayerEntity l where l.studyId = :study order by l.id",
                        ContextLayerEntity.class)
                .setParameter("study", studyId)
                .getResultList();
    }

    /** The features of the layer of that name; none if there is no such layer. */
    public Stream<ContextFeatureEntity> features(long studyId, String layerName) {
        return ofStudy(studyId).stream()
                .filter(layer -> layer.toDomain().layer().name().equals(layerName))
                .findFirst()
                .map(layer -> FeatureRepository.stream(entities.createQuery(
                                "select f from ContextFeatureEntity f where f.contextLayerId = :layer order by f.id",
                                ContextFeatureEntity.class)
                        .setParameter("layer", layer.id())))
                .orElseGet(Stream::empty);
    }

    /** Removes all context layers of a study with their features. */
    public void deleteOfStudy(long studyId) {
        entities.createQuery("delete from ContextLayerEntity l where l.studyId = :study")
                .setParameter("study", studyId)
                .executeUpdate();
    }
}
