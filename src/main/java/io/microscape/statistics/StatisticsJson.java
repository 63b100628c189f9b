package io.microscape.statistics;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Statistics as JSON: the same text by command and by HTTP. */
public final class StatisticsJson {
    private StatisticsJson() {}

    /** All numbers, with names in snake case; what cannot be computed is null and has its reason beside it. */
    public static String write(StudyStatistics statistics) {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(statistics);
    }
}
