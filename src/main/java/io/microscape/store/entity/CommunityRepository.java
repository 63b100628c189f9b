package io.microscape.store.entity;

import io.microscape.study.Community;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunitySummary;
import io.microscape.study.CommunitySummary.Total;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What belongs to the communities of a study: their micro-spaces, and what these add up to. */
public record CommunityRepository(EntityManager entities) {
    private static final Comparator<CommunitySummary> BY_CODE = Comparator.comparing(
            summary -> summary.community().code().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** The community of each space, by the space's code. */
    public List<CommunityMembership> memberships(long studyId) {
        return entities.createQuery(
                        "select m from CommunityMembershipEntity m where m.place.studyId = :study"
                                + " order by byte_order(m.place.code)",
                        CommunityMembershipEntity.class)
                .setParameter("study", studyId)
                .getResultStream()
                .map(CommunityMembershipEntity::toDomain)
                .toList();
    }

    public void removeMemberships(long studyId) {
        entities.createQuery("delete from CommunityMembershipEntity m where m.place.studyId = :study")
                .setParameter("study", studyId)
                .executeUpdate();
    }

    /**
     * The communities of the view {@code community_atlas} in the order of their codes.
     *
     * @param known the communities of the study; others are named by spaces only
     */
    @SuppressWarnings("unchecked") // several columns come as Object[]
    public List<CommunitySummary> summaries(String studyKey, List<Community> known) {
        Map<String, Community> byCode = known.stream().collect(Collectors.toMap(Community::code, any -> any));
        List<Object[]> rows = entities.createNativeQuery(
                        "SELECT " + String.join(", ", columns()) + " FROM community_atlas WHERE study = :study",
                        Object[].class)
                .setParameter("study", studyKey)
                .getResultList();
        return rows.stream()
                .map(row -> summary(Arrays.asList(row).iterator(), byCode))
                .sorted(BY_CODE)
                .toList();
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("code", "spaces", "sampled_spaces", "area_m2"));
        Stream.concat(CommunitySummary.INDICES.stream(), CommunitySummary.CARBON.stream())
                .forEach(column -> columns.addAll(List.of(column, column + "_spaces")));
        columns.addAll(List.of(
                "net_carbon_kg_per_m2", "carbon_positive_spaces", "carbon_positive_share", "accounts_complete"));
        return columns;
    }

    /** Values in the order of {@link #columns}. */
    private static CommunitySummary summary(Iterator<Object> values, Map<String, Community> byCode) {
        String code = (String) values.next();
        return new CommunitySummary(
                byCode.getOrDefault(code, new Community(code, null, null)),
                wholeNumber(values.next()),
                wholeNumber(values.next()),
                number(values.next()),
                totals(values, CommunitySummary.INDICES),
                totals(values, CommunitySummary.CARBON),
                number(values.next()),
                wholeNumber(values.next()),
                number(values.next()),
                Boolean.TRUE.equals(values.next()));
    }

    private static Map<String, Total> totals(Iterator<Object> values, List<String> columns) {
        Map<String, Total> totals = new HashMap<>();
        columns.forEach(column -> totals.put(column, new Total(number(values.next()), wholeNumber(values.next()))));
        return totals;
    }

    private static Double number(Object value) {
        return value == null ? null : Double.valueOf(((Number) value).doubleValue());
    }

    private static Integer wholeNumber(Object value) {
        return value == null ? null : Integer.valueOf(((Number) value).intValue());
    }
}
