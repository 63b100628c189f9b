package io.microscape.pipeline;

import io.microscape.carbon.CommunityAccount;
import io.microscape.carbon.CommunityAccount.PerYear;
import io.microscape.carbon.RenovationAccount;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonGroup.Term;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunitySummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a study's communities: the same for the command, its JSON and the API.
 *
 * @param study key of the study
 * @param periodYears accounting period of the micro-spaces' accounts, years
 * @param communities the communities by code
 * @param remarks spaces that are in no community, or whose attribute and location contradict each other
 */
public record CommunityReport(
        String study, double periodYears, List<Entry> communities, List<CommunityMembership> remarks) {

    /**
     * A community.
     *
     * @param code its code
     * @param name its name; null when only spaces name it
     * @param facts people and floor area
     * @param spaces number of its micro-spaces
     * @param sampledSpaces number of the sampled ones
     * @param areaM2 area of the sampled ones, m²
     * @param indices means weighted by area, with the number of spaces that have a value
     * @param carbon sums in kg CO2, with the number of spaces that have a value
     * @param netCarbonKgPerM2 net carbon over the area of the spaces with an account
     * @param carbonPositiveSpaces number of spaces whose net carbon is above 0
     * @param carbonPositiveShare that number over the spaces that have an account
     * @param accountsComplete whether every sampled space has an account
     * @param remarks what is missing; may be null
     * @param account carbon account of the community; null when the study has none
     * @param renovations its renovations
     */
    public record Entry(
            String code,
            String name,
            Community.Facts facts,
            int spaces,
            int sampledSpaces,
            Double areaM2,
            Map<String, CommunitySummary.Total> indices,
            Map<String, CommunitySummary.Total> carbon,
            Double netCarbonKgPerM2,
            Integer carbonPositiveSpaces,
            Double carbonPositiveShare,
            boolean accountsComplete,
            String remarks,
            Account account,
            List<Renovation> renovations) {

        static Entry of(CommunitySummary summary, CommunityAccount account, List<RenovationAccount> renovations) {
            return new Entry(
                    summary.community().code(),
                    summary.community().name(),
                    summary.community().facts(),
                    summary.spaces(),
                    summary.sampledSpaces(),
                    summary.areaM2(),
                    inOrder(summary.indices(), CommunitySummary.INDICES),
                    inOrder(summary.carbon(), CommunitySummary.CARBON),
                    summary.netCarbonKgPerM2(),
                    summary.carbonPositiveSpaces(),
                    summary.carbonPositiveShare(),
                    summary.accountsComplete(),
                    summary.remarks(),
                    account == null ? null : Account.of(account),
                    renovations.stream().map(Renovation::of).toList());
        }

        private static Map<String, CommunitySummary.Total> inOrder(
                Map<String, CommunitySummary.Total> totals, List<String> columns) {
            Map<String, CommunitySummary.Total> ordered = new LinkedHashMap<>();
            columns.stream().filter(totals::containsKey).forEach(column -> ordered.put(column, totals.get(column)));
            return ordered;
        }
    }

    /**
     * A community's carbon account, CO2 a year.
     *
     * @param total E
     * @param terms Ee, Em, Ei and Eg as far as the account has them; Eg is negative
     */
    public record Account(
            PerYear total, Map<String, PerYear> terms, List<CommunityAccount.Part> parts, List<String> notes) {
        static Account of(CommunityAccount account) {
            Map<String, PerYear> terms = new LinkedHashMap<>();
            for (Term term : Term.values()) {
                PerYear perYear = account.term(term);
                if (perYear != null) {
                    terms.put(term.symbol(), perYear);
                }
            }
            return new Account(account.total(), terms, account.parts(), account.notes());
        }
    }

    /** A renovation: its period, total in t CO2, and its measures. */
    public record Renovation(String period, Double totalT, List<RenovationAccount.Line> lines) {
        static Renovation of(RenovationAccount account) {
            return new Renovation(account.renovation().period(), account.totalT(), account.lines());
        }
    }

    /** All numbers as JSON, with names in snake case. */
    public String toJson() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(this);
    }
}
