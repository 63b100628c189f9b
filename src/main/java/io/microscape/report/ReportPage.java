package io.microscape.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The report as well-formed HTML: the same templates for the browser and for PDF, filled once a language. */
final class ReportPage {
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final ReportContent content;
    private final ReportMaps maps;

    ReportPage(ReportContent content, ReportMaps maps) {
        this.content = content;
        this.maps = maps;
    }

    /**
     * The whole page.
     *
     * @param styleSheet name of the style sheet beside the templates
     * @param embedding how a picture stands in the page, as markup
     */
    String html(String styleSheet, Function<Picture, String> embedding) {
        Template article = template("article.html");
        List<Map<String, Object>> articles = new ArrayList<>();
        for (String language : LANGUAGES) {
            ReportModel model = new ReportModel(content, new ReportWords(language), maps, embedding);
            articles.add(Map.of("language", language, "content", article.execute(model.values())));
        }
        return template("page.html")
                .execute(Map.of(
                        "title", content.study().title().both(), "style", text(styleSheet), "articles", articles));
    }

    private static Template template(String name) {
        return Mustache.compiler().escapeHTML(true).compile(text(name));
    }

    private static String text(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
