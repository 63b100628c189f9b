package io.microscape.portrayal;

import java.util.Optional;
import org.geotools.api.style.Rule;

/** A rule that a legend explains: as the style has it, and how many features it draws. */
public final class LegendRule {
    private final Rule rule;
    private final PreparedRule prepared;
    private final Long count;

    LegendRule(Rule rule, PreparedRule prepared, Long count) {
        this.rule = rule;
        this.prepared = prepared;
        this.count = count;
    }

    /** The rule as it was parsed, with sizes as they are written. */
    public Rule rule() {
        return rule;
    }

    /** How many features of the view it draws; nothing when there is no view. */
    public Optional<Long> count() {
        return Optional.ofNullable(count);
    }

    /** Its title in a language ("en", "zh"), or in both when that is null; nothing if it has none. */
    public Optional<String> title(String language) {
        return Optional.ofNullable(prepared.title()).map(title -> BilingualLabel.in(title, language));
    }

    /** Title or name as they are written, by which rules are the same class; null if it has neither. */
    String label() {
        return prepared.title() != null ? prepared.title() : rule.getName();
    }

    PreparedRule prepared() {
        return prepared;
    }

    /** Whether it is called so: by its name, or by its title in whichever language. */
    boolean isCalled(String name) {
        return name.equals(rule.getName())
                || name.equals(prepared.title())
                || title("en").filter(name::equals).isPresent()
                || title("zh").filter(name::equals).isPresent();
    }

    LegendRule counted(long features) {
        return new LegendRule(rule, prepared, features);
    }
}
