package io.microscape.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a community's carbon account E = Ee + Em + Ei − Eg. */
public enum CommunityCarbonGroup {
    ENERGY(Term.ENERGY_USE, "用能", "能源", "建筑用能"),
    TRAVEL(Term.TRAVEL, "出行", "交通", "居民出行"),
    MUNICIPAL(Term.DAILY_LIFE, "市政", "废弃物", "固废与污水"),
    LIFE(Term.DAILY_LIFE, "生活", "日常生活", "食物与呼吸"),
    FIXATION(Term.FIXATION, "固碳", "植物固碳", "绿地固碳");

    /** The summands of the account. */
    public enum Term {
        ENERGY_USE("Ee", "energy use of homes", "居住用能"),
        TRAVEL("Em", "travel", "居民出行"),
        DAILY_LIFE("Ei", "daily life", "日常生活"),
        FIXATION("Eg", "fixation by greenery", "绿地固碳");

        private final String symbol;
        private final LocalizedText title;

        Term(String symbol, String en, String zh) {
            this.symbol = symbol;
            this.title = new LocalizedText(en, zh);
        }

        /** Ee, Em, Ei or Eg. */
        public String symbol() {
            return symbol;
        }

        public LocalizedText title() {
            return title;
        }
    }

    private final Term term;
    private final List<String> zh;

    CommunityCarbonGroup(Term term, String... zh) {
        this.term = term;
        this.zh = List.of(zh);
    }

    /** The summand it belongs to. */
    public Term term() {
        return term;
    }

    /** Whether it takes up carbon. */
    public boolean isSink() {
        return this == FIXATION;
    }

    /** {@code energy}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public LocalizedText title() {
        return new LocalizedText(key(), zh.get(0));
    }

    /** The group of that English key or Chinese name. */
    public static Optional<CommunityCarbonGroup> of(String name) {
        return Arrays.stream(values())
                .filter(group -> group.key().equalsIgnoreCase(name.strip()) || group.zh.contains(name.strip()))
                .findFirst();
    }

    /** All groups, for messages. */
    public static String keys() {
        return Arrays.stream(values())
                .map(group -> group.key() + " " + group.zh.get(0))
                .collect(Collectors.joining(", "));
    }
}
