package io.microscape.study;

import java.util.Locale;

/** What is done to a floor when a community is renovated. */
public enum RenovationMeasure {
    NEW_BUILD("new build", "新建"),
    DEMOLITION("demolition", "拆除"),
    GREEN_RETROFIT("green retrofit", "绿色改造"),
    STRENGTHENING("structural strengthening", "结构加固");

    private final LocalizedText title;

    RenovationMeasure(String en, String zh) {
        this.title = new LocalizedText(en, zh);
    }

    /** {@code green_retrofit}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of its emission factor per m² of floor in the factor library: {@code renovation green_retrofit}. */
    public String factorItem() {
        return "renovation " + key();
    }

    public LocalizedText title() {
        return title;
    }
}
