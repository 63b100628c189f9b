package io.microscape.pipeline;

import static java.util.stream.Collectors.groupingBy;

import io.microscape.carbon.CarbonLibrary;
import io.microscape.carbon.CommunityAccounting;
import io.microscape.carbon.RenovationAccounting;
import io.microscape.store.StudyStore;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunitySummary;
import io.microscape.study.RenovationCase;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The communities of a study: what their micro-spaces add up to, their own accounts, and their renovations. */
final class StudyCommunities {
    private final StudyStore store;
    private final CommunityAccounting accounting;
    private final RenovationAccounting renovating;

    StudyCommunities(StudyStore store, CarbonLibrary library, Study study) {
        this.store = store;
        this.accounting =
                new CommunityAccounting(library.factors(), study.carbon().gridRegion());
        this.renovating = new RenovationAccounting(library.factors());
    }

    CommunityReport report(Study study) {
        List<CommunitySummary> summaries = store.communitySummaries(study.key());
        Map<String, String> codes =
                codes(summaries.stream().map(CommunitySummary::community).toList());
        Map<String, List<CommunityCarbonItem>> items = store.communityCarbon(study.key()).stream()
                .collect(groupingBy(item -> codes.getOrDefault(item.community(), item.community())));
        Map<String, List<RenovationCase>> renovations = store.renovations(study.key()).stream()
                .collect(groupingBy(renovation -> codes.getOrDefault(renovation.community(), renovation.community())));
        List<CommunityReport.Entry> entries = new ArrayList<>();
        for (CommunitySummary summary : summaries) {
            Community community = summary.community();
            List<CommunityCarbonItem> own = items.getOrDefault(community.code(), List.of());
            entries.add(CommunityReport.Entry.of(
                    summary,
                    own.isEmpty() ? null : accounting.compute(community, own),
                    renovations.getOrDefault(community.code(), List.of()).stream()
                            .map(renovating::compute)
                            .toList()));
        }
        List<CommunityMembership> remarks = store.memberships(study.key()).stream()
                .filter(member -> member.note() != null)
                .toList();
        return new CommunityReport(study.key(), study.parameters().periodYears(), entries, remarks);
    }

    /**
     * Everything that is wrong with rows of accounts and renovations, each with file and row.
     *
     * @param known all communities that the study will have
     */
    List<String> problems(
            Collection<Community> known, List<CommunityCarbonItem> items, List<RenovationCase> renovations) {
        Map<String, Community> byCode = new HashMap<>();
        known.forEach(community -> byCode.put(community.code(), community));
        Map<String, String> codes = codes(known);
        List<String> problems = new ArrayList<>();
        for (CommunityCarbonItem item : items) {
            Community community = byCode.get(codes.get(item.community()));
            if (community == null) {
                problems.add(unknown(item.place(), item.community()));
            } else {
                accounting.problems(community, item).forEach(problem -> problems.add(item.place() + ": " + problem));
            }
        }
        for (RenovationCase renovation : renovations) {
            if (!codes.containsKey(renovation.community())) {
                problems.add(unknown(renovation.place(), renovation.community()));
            }
            renovating.problems(renovation).forEach(problem -> problems.add(renovation.place() + ": " + problem));
        }
        return problems;
    }

    private static String unknown(String place, String community) {
        return place + ": no community has the code or name " + community + "; import communities first";
    }

    /** Code of a community by its code and its name; a code goes before a name. */
    private static Map<String, String> codes(Collection<Community> communities) {
        Map<String, String> codes = new HashMap<>();
        for (Community community : communities) {
            if (community.name() != null && !community.name().isBlank()) {
                codes.putIfAbsent(community.name(), community.code());
            }
        }
        communities.forEach(community -> codes.put(community.code(), community.code()));
        return codes;
    }
}
