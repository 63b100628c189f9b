package io.microscape.store.entity;

import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Carbon accounts of a study, put together from their values; streams in the order of the UTF-8 bytes of their codes, to be
 * closed.
 */
public record CarbonAccountRepository(EntityManager entities) {

    /** The accounts that were given. */
    public Stream<CarbonAccount> given(long studyId) {
        return accounts(
                "select new io.microscape.store.entity.CarbonRow(v.code, v.component, v.kg, v.method, v.source, v.year,"
                        + " v.periodYears, v.uncertaintyPercent, v.reason)"
                        + " from CarbonValueEntity v where v.studyId = :study order by byte_order(v.code), v.id",
                studyId);
    }

    /** What the analysis computed. */
    public Stream<CarbonAccount> computed(long studyId) {
        return accounts(
                "select new io.microscape.store.entity.CarbonRow(e.place.code, e.place.component, e.kg, e.method,"
                        + " e.source, e.periodYears, e.reason)"
                        + " from CarbonEstimateEntity e where e.place.studyId = :study"
                        + " order by byte_order(e.place.code), e.place.component",
                studyId);
    }

    public long countOfStudy(long studyId) {
        return entities.createQuery(
                        "select count(distinct v.code) from CarbonValueEntity v where v.studyId = :study", Long.class)
                .setParameter("study", studyId)
                .getSingleResult();
    }

    private Stream<CarbonAccount> accounts(String query, long studyId) {
        Stream<CarbonRow> rows = FeatureRepository.stream(
                entities.createQuery(query, CarbonRow.class).setParameter("study", studyId));
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Accounts(rows.iterator()), traits), false)
                .onClose(rows::close);
    }

    /** Puts consecutive rows of one code together; methods and sources, which repeat, are kept once. */
    private static final class Accounts implements Iterator<CarbonAccount> {
        private final Iterator<CarbonRow> rows;
        private final Map<String, String> texts = new HashMap<>();
        private CarbonRow next;

        Accounts(Iterator<CarbonRow> rows) {
            this.rows = rows;
            advance();
        }

        private void advance() {
            next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public CarbonAccount next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            String code = next.code();
            Map<CarbonComponent, CarbonValue> values = new EnumMap<>(CarbonComponent.class);
            while (next != null && next.code().equals(code)) {
                values.put(next.component(), withSharedTexts(next.value()));
                advance();
            }
            return new CarbonAccount(code, values);
        }

        private CarbonValue withSharedTexts(CarbonValue value) {
            return new CarbonValue(
                    value.kg(),
                    value.origin(),
                    once(value.method()),
                    once(value.source()),
                    value.year(),
                    value.periodYears(),
                    value.uncertaintyPercent(),
                    once(value.reason()));
        }

        private String once(String text) {
            return text == null ? null : texts.computeIfAbsent(text, any -> text);
        }
    }
}
