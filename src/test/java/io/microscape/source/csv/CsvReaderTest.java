package io.microscape.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.source.ImportCase;
import io.microscape.source.ImportLimits;
import io.microscape.study.Crown;
import io.microscape.study.ImportReport;
import io.microscape.study.Planting;
import io.microscape.study.SourceKind;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {
    @TempDir
    Path folder;

    private ImportCase csv(SourceKind kind, String text) throws Exception {
        return ImportCase.text(kind, folder, "case.csv", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"lon,lat|,", "经度;纬度|;", "X<TAB>Y|<TAB>", "lng,lat|,", "Longitude;Latitude|;"})
    void coordinatesAreFoundUnderTheirUsualNamesAndThatIsSaid(String header, String delimiter) throws Exception {
        String text = (header + "|species\n106.4|29.8|\"樟, 大\"\n")
                .replace("|", delimiter)
                .replace("<TAB>", "\t");
        ImportCase run = csv(SourceKind.TREES, text).crs("EPSG:4326");
        ImportReport report = run.run();
        assertThat(run.sink.crowns).extracting(Crown::species).containsExactly("樟, 大");
        assertThat(run.sink.crowns.get(0).geometry().toText()).isEqualTo("POINT (106.4 29.8)");
        assertThat(report.notes()).anyMatch(note -> note.startsWith("coordinates taken from the columns"));
    }

    @Test
    void namedColumnsWinAndTheCrsIsObeyed() throws Exception {
        ImportCase run = csv(SourceKind.TREES, "lon,lat,e,n\n1,2,635357.699319365,3298765.19848865\n")
                .xy("e", "n")
                .crs("EPSG:4544");
        run.run();
        assertThat(run.sink.crowns.get(0).geometry().getCoordinate().x).isBetween(106.3999999, 106.4000001);
    }

    @Test
    void wktIsReadAndOpenRingsAreClosed() throws Exception {
        ImportCase run = csv(
                        SourceKind.SPACES,
                        "code,WKT\nA,\"POLYGON ((106.4 29.8, 106.41 29.8, 106.41 29.81, 106.4 29.8))\"\n"
                                + "B,\"SRID=4326;POLYGON ((106.5 29.8, 106.51 29.8, 106.51 29.81))\"\n")
                .crs("EPSG:4326");
        ImportReport report = run.run();
        assertThat(run.sink.spaces)
                .hasSize(2)
                .allMatch(space -> space.geometry().getNumPoints() == 4);
        assertThat(report.notes()).anyMatch(note -> note.contains("closed") && note.contains("row 3"));
    }

    @Test
    void gbkIsDetected() throws Exception {
        ImportCase run = ImportCase.text(
                SourceKind.PLANTS, folder, "植物.csv", "code,species,count\nA1,香樟,3\nA1,桂花,\n", Charset.forName("GBK"));
        ImportReport report = run.run();
        assertThat(run.sink.plantings).containsExactly(new Planting("A1", "香樟", 3.0), new Planting("A1", "桂花", null));
        assertThat(report.encoding()).startsWith("GB");
        assertThat(report.crs()).isNull();
    }

    @Test
    void blankRowsAndShortRowsAreSaid() throws Exception {
        ImportReport report = csv(SourceKind.PLANTS, "code,species,count\r\nA,x,1\r\n,,\r\n\r\nB,y\r\n")
                .run();
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.notes()).anyMatch(note -> note.contains("blank rows") && note.contains("row 3"));
        assertThat(report.notes()).anyMatch(note -> note.contains("fewer values") && note.contains("row 4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|the file is empty",
                "code,code,species\\nA,B,c|two columns are called \"code\"",
                "1,2\\n3,4|no column names",
                "code,species\\nA,x,y\\n|row 2: has more than the 2 values",
                "code,species\\nA,x\\nB,\"y\\n|row 3: cannot be read",
                "code,species\\nA,x\\nB,\"y\" z\\n|row 3: cannot be read",
                "code,plant\\nA,x|no column is called \"species\"",
                "code,species\\n,x|row 2: has no code",
                "code,species,count\\nA,x,-1|its count is -1",
                "code,species,count\\nA,x,\"12,5\"|column count holds \"12,5\", which is no number (write decimals with a point)",
                "code,species,count\\nA,x,NaN|which is no number",
                "code,species,count\\nA,x,Infinity|which is no number",
                "code,species,count\\nA,x,0x1F|which is no number",
                "code,species,count\\nA,x,12 m|which is no number"
            })
    void whatIsWrongIsNamedWithItsRow(String text, String message) throws Exception {
        String content = text == null ? "" : text.replace("\\n", "\n");
        assertThat(csv(SourceKind.PLANTS, content).error().headline())
                .startsWith("case.csv")
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name\\na|no column holds coordinates or WKT",
                "lon,lat\\n106.4,29.8|states no coordinate system",
            })
    void placesAreNotGuessed(String text, String message) throws Exception {
        assertThat(csv(SourceKind.TREES, text.replace("\\n", "\n")).error().headline())
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lon,lat\\n106.4,x|row 2: column lat holds \"x\"",
                "lon,lat\\n106.4,|row 2: column lat holds nothing",
                "lon,lat\\n,|has no features",
                "wkt\\nPOINT (1|row 2: column wkt holds no WKT",
                "lon,lat\\n29.8,106.4|row 2: coordinates (29.8"
            })
    void badPlacesNameTheRow(String text, String message) throws Exception {
        ImportCase run = csv(SourceKind.TREES, text.replace("\\n", "\n")).crs("EPSG:4326");
        if (message.equals("has no features")) {
            assertThat(run.run().notes()).anyMatch(note -> note.contains(message));
        } else {
            assertThat(run.error().headline()).contains(message);
        }
    }

    @Test
    void aFileOnOneLineIsRefusedAtTheLimit() throws Exception {
        ImportLimits limits = new ImportLimits(100_000, 1000, 1, 1, 1);
        assertThat(csv(SourceKind.PLANTS, "code,species," + "x".repeat(3_000_000))
                        .limits(limits)
                        .error())
                .hasMessageContaining("case.csv, row 1")
                .hasMessageContaining("MICROSCAPE_MAX_TEXT_LENGTH");
        assertThat(csv(SourceKind.PLANTS, "code,species\nA,\"never closed\n" + "B,y\n".repeat(500_000))
                        .limits(limits)
                        .error())
                .hasMessageContaining("case.csv, row 2")
                .hasMessageContaining("quote");
    }
}
