package io.microscape.store.entity;

import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Carbon accounts of a study, put together from their values; in the order of their codes. */
public record CarbonAccountRepository(EntityManager entities) {

    /** The accounts that were given, by code. */
    public Map<String, CarbonAccount> given(long studyId) {
        Accounts accounts = new Accounts();
        try (Stream<CarbonValueEntity> values =
                FeatureRepository.byCode(entities, CarbonValueEntity.class).ofStudy(studyId)) {
            values.forEach(value -> {
                accounts.add(value.code(), value.component(), value.toDomain());
                entities.detach(value);
            });
        }
        return accounts.all();
    }

    /** What the analysis computed, by code. */
    public Map<String, CarbonAccount> computed(long studyId) {
        Accounts accounts = new Accounts();
        try (Stream<CarbonEstimateEntity> values = FeatureRepository.stream(entities.createQuery(
                        "select e from CarbonEstimateEntity e where e.place.studyId = :study"
                                + " order by byte_order(e.place.code), e.place.component",
                        CarbonEstimateEntity.class)
                .setParameter("study", studyId))) {
            values.forEach(value -> {
                accounts.add(value.place().code(), value.place().component(), value.toDomain());
                entities.detach(value);
            });
        }
        return accounts.all();
    }

    public long countOfStudy(long studyId) {
        return entities.createQuery(
                        "select count(distinct v.code) from CarbonValueEntity v where v.studyId = :study", Long.class)
                .setParameter("study", studyId)
                .getSingleResult();
    }

    /** Values by code as they come; methods and sources, which repeat, are kept once. */
    private static final class Accounts {
        private final Map<String, Map<CarbonComponent, CarbonValue>> values = new LinkedHashMap<>();
        private final Map<String, String> texts = new HashMap<>();

        void add(String code, CarbonComponent component, CarbonValue value) {
            values.computeIfAbsent(code, any -> new EnumMap<>(CarbonComponent.class))
                    .put(
                            component,
                            new CarbonValue(
                                    value.kg(),
                                    value.origin(),
                                    once(value.method()),
                                    once(value.source()),
                                    value.year(),
                                    value.periodYears(),
                                    value.uncertaintyPercent(),
                                    once(value.reason())));
        }

        private String once(String text) {
            return text == null ? null : texts.computeIfAbsent(text, any -> text);
        }

        Map<String, CarbonAccount> all() {
            Map<String, CarbonAccount> accounts = new LinkedHashMap<>();
            values.forEach((code, ofCode) -> accounts.put(code, new CarbonAccount(code, ofCode)));
            return accounts;
        }
    }
}
