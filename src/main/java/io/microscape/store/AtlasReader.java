package io.microscape.store;

import io.microscape.store.entity.AtlasEntry;
import io.microscape.store.entity.CarbonAccountRepository;
import io.microscape.store.entity.ConnectivityRepository;
import io.microscape.store.entity.MicroSpaceRepository;
import io.microscape.store.entity.SpatialStatisticRepository;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.CarbonAccount;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.SpatialStatistic;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Joins spaces, indices, accounts and spatial pattern by code, as they come from the database. */
record AtlasReader(EntityManager entities) {
    void each(String studyKey, long studyId, Consumer<AtlasRow> action) {
        Map<String, List<SpaceConnectivity>> importance = new ConnectivityRepository(entities).ofSpaces(studyId);
        CarbonAccountRepository carbon = new CarbonAccountRepository(entities);
        try (RowsByCode<CarbonAccount> given = new RowsByCode<>(carbon.given(studyId), CarbonAccount::code);
                RowsByCode<CarbonAccount> computed = new RowsByCode<>(carbon.computed(studyId), CarbonAccount::code);
                RowsByCode<SpatialStatistic> pattern = new RowsByCode<>(
                        new SpatialStatisticRepository(entities).ofVariable(studyId, AtlasColumns.NET_CARBON),
                        SpatialStatistic::code);
                Stream<AtlasEntry> rows = new MicroSpaceRepository(entities).atlasOfStudy(studyId)) {
            rows.forEach(row -> {
                MicroSpace space = row.space().toDomain();
                String code = space.code();
                LandscapeIndices indices =
                        row.indices() == null ? null : row.indices().toDomain(importance.getOrDefault(code, List.of()));
                AtlasRow joined = new AtlasRow(
                        studyKey,
                        space,
                        indices,
                        CarbonAccount.of(given.of(code), computed.of(code)),
                        pattern.of(code));
                entities.clear(); // or the persistence context would keep all that has been read
                action.accept(joined);
            });
        }
    }
}
