package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the sample study, in a real browser and as a PDF reader sees it. */
class ReportCommandTest {
    private static final int SPACES = 27;

    @TempDir
    private static Path home;

    private static Path html;
    private static Path pdf;

    @BeforeAll
    static void write() {
        assertThat(CommandRun.in(home, "run", "sample-data/chongqing/study.yml").exitCode())
                .isZero();
        html = home.resolve("report.html");
        pdf = home.resolve("report.pdf");
        for (Path file : List.of(html, pdf)) {
            CommandRun report = CommandRun.in(home, "report", "chongqing", file.toString());
            assertThat(report.exitCode()).as(report.err()).isZero();
        }
    }

    @Test
    void theBrowserShowsBothLanguagesWithoutComplaint() throws Exception {
        String elements;
        try (Browser browser = Browser.start()) {
            elements = browser.open(html.toUri().toString()).elements();
            assertThat(browser.console()).isEmpty();
        }
        assertThat(elements)
                .contains("Canopy cover goes with vegetation sink: r = 0.53, p = 0.005 (0.023 adjusted), n = 27")
                .contains("树冠覆盖率与植被碳汇呈显著正相关")
                .contains("Micro-spaces of Beibei")
                .contains("北碚社区小微空间");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws IOException {
        String text = Files.readString(html);
        assertThat(text).doesNotContain("<script").doesNotContain("<link");
        assertThat(Pattern.compile("(src|href)=\"(?!data:|#)|url\\((?!#)|@import")
                        .matcher(text)
                        .find())
                .as("an address outside the file")
                .isFalse();
    }

    /** A bar for each stage of each space; four charts and two maps with their legends in each language. */
    @Test
    void everySpaceHasABarForEachStage() throws Exception {
        String dom = elements(html);
        for (String colour :
                List.of("rgb(0,158,115)", "rgb(86,180,233)", "rgb(213,94,0)", "rgb(140,81,10)", "rgb(230,159,0)")) {
            assertThat(rectangles(bars(dom), colour)).as(colour).isEqualTo(SPACES);
        }
        assertThat(dom.split("<svg", -1)).hasSize(1 + 2 * 4);
        assertThat(dom.split("src=\"data:image/png", -1)).hasSize(1 + 2 * 4);
    }

    /**
     * By hand from the published table: floor((material + construction) / ((soil + vegetation - operation) / 50)) + 1 is
     * within 50 years for eleven spaces: 7, 7, 8, 11, 13, 14, 21, 23, 31, 38, 42.
     */
    @Test
    void theYearsOfMakingUpAreThoseOfThePublishedTable() throws IOException {
        assertThat(Files.readString(html))
                .contains("Of 27 spaces with a complete account 11 end the period above zero: the first from year 7 on,"
                        + " half of them by year 14.")
                .contains("账户完整的 27 个空间中，11 个在期末高于零线：最早自第 7 年起，其中一半不晚于第 14 年。");
    }

    @Test
    void thePdfHasBothLanguagesAndItsFonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isBetween(6, 20);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Canopy cover goes with vegetation sink")
                    .contains("树冠覆盖率与植被碳汇呈显著正相关")
                    .contains("−1,472.57");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as("font " + name.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aNameWithMarkupIsHarmless() throws Exception {
        Path folder = Files.createDirectory(home.resolve("marked"));
        Files.writeString(folder.resolve("study.yml"), """
                study: marked
                title: {en: "<script>alert(1)</script> & co", zh: 标记}
                crs: EPSG:32648
                sources:
                  spaces: {file: spaces.csv, crs: EPSG:4326, fields: {code: code, name: name}}
                  carbon: {file: carbon.csv}
                layers: [micro_spaces]
                """);
        StringBuilder spaces = new StringBuilder("code,name,geometry\n");
        StringBuilder carbon =
                new StringBuilder("code,soil_sink_kg,vegetation_sink_kg,material_emission_kg,construction_emission_kg,"
                        + "operation_emission_kg,method,source,year\n");
        for (int i = 0; i < 60; i++) {
            double x = 106.4 + i * 0.001;
            spaces.append("S%d,<img src=x onerror=alert(%d)>,\"POLYGON((%f 29.8,%f 29.8,%f 29.8002,%f 29.8))\"\n"
                    .formatted(i, i, x, x + 0.0002, x, x));
            carbon.append(
                    "S%d,1,%d,5,1,2,\"<b>m</b>\",\"</td><script>x</script>\",2024\n".formatted(i, 1 + i * 37 % 60));
        }
        Files.writeString(folder.resolve("spaces.csv"), spaces);
        Files.writeString(folder.resolve("carbon.csv"), carbon);
        Path report = folder.resolve("report.html");
        CommandRun run = CommandRun.in(home, "run", folder.resolve("study.yml").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        CommandRun written = CommandRun.in(home, "report", "marked", report.toString());
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(Files.readString(report))
                .doesNotContain("<script")
                .doesNotContain("<img src=x")
                .contains("&lt;script&gt;")
                .contains("The 20 spaces of the greatest and the 20 of the least net out of 60")
                .contains("No map: the study is not published");
        assertThat(rectangles(bars(elements(report)), "rgb(0,158,115)")).isEqualTo(40);
    }

    @Test
    void anotherSuffixIsRefused() {
        CommandRun run = CommandRun.in(home, "report", "chongqing", "report.docx");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError()).contains("report.docx").contains(".html or .pdf");
    }

    /** The first chart of the page. */
    private static String bars(String dom) {
        return dom.substring(dom.indexOf("<svg"), dom.indexOf("</svg>"));
    }

    private static long rectangles(String svg, String colour) {
        return Pattern.compile("<rect[^>]*fill=\"" + Pattern.quote(colour) + "\"")
                .matcher(svg)
                .results()
                .count();
    }

    private static String elements(Path page) {
        try (Browser browser = Browser.start()) {
            return browser.open(page.toUri().toString()).elements();
        }
    }
}
