package io.microscape.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.source.ImportLimits;
import io.microscape.source.Reading;
import io.microscape.source.shapefile.ShapefileBytes;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchivesTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private void add(String path, String name) {
        ShapefileBytes shapefile =
                new ShapefileBytes(1).text(GBK, 20, 0, "名称").point(1, 2).row(name);
        entries.put(path + ".shp", shapefile.shp());
        entries.put(path + ".dbf", shapefile.dbf());
        entries.put(path + ".shx", shapefile.shx());
    }

    private Path zip(Charset names) throws IOException {
        Path zip = folder.resolve("parks.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out, names)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                archive.putNextEntry(new ZipEntry(entry.getKey()));
                archive.write(entry.getValue());
                archive.closeEntry();
            }
        }
        return zip;
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Path zip, ImportLimits limits) {
        return assertThatThrownBy(() -> Reading.of(Reading.spec(zip, SourceKind.SPACES, null, null), limits))
                .isInstanceOf(InvalidInputException.class);
    }

    private static Set<Path> temporaryFolders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("microscape-zip"))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8"})
    void chineseEntryNamesInSubFolders(String names) throws IOException {
        add("北碚区/小微空间/公园", "越秀公园");
        entries.put("__MACOSX/北碚区/._公园.shp", new byte[] {0, 5, 22, 7});
        entries.put("北碚区/.DS_Store", new byte[] {0, 0, 0, 1});
        entries.put("北碚区/说明.pdf", new byte[] {1});
        entries.put("北碚区/more.zip", new byte[] {1});
        Set<Path> before = temporaryFolders();
        Reading reading = Reading.of(zip(Charset.forName(names)));
        assertThat(reading.layer()).isEqualTo("公园");
        assertThat(reading.values("名称")).containsExactly("越秀公园");
        assertThat(temporaryFolders()).isEqualTo(before);
    }

    @Test
    void oneOfSeveralLayers() throws IOException {
        add("a/公园", "越秀公园");
        add("a/道路", "沿江西路");
        Path zip = zip(GBK);
        refused(zip, ImportLimits.DEFAULTS)
                .hasMessage(
                        "parks.zip: it holds 2 layers (公园, 道路); choose one with --layer (layer: in the study file)");
        assertThat(Reading.of(zip, null, "道路").values("名称")).containsExactly("沿江西路");
        assertThat(Reading.of(zip, null, "a/公园").values("名称")).containsExactly("越秀公园");
    }

    @Test
    void layersOfOneNameAreToldByTheirPath() throws IOException {
        add("2020/parks", "a");
        add("2021/parks", "b");
        Path zip = zip(GBK);
        refused(zip, ImportLimits.DEFAULTS).hasMessageContaining("(2020/parks, 2021/parks)");
        assertThat(Reading.of(zip, null, "2021/parks").values("名称")).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.shp", "a/../../evil.shp", "/etc/evil.shp", "..\\evil.shp", "C:\\evil.shp"})
    void entriesThatLeaveTheFolderAreRefused(String path) throws IOException {
        add("parks", "a");
        entries.put(path, new byte[] {1});
        refused(zip(GBK), ImportLimits.DEFAULTS).hasMessageContaining("leads out of the folder that it is unpacked to");
        assertThat(folder.getParent().resolve("evil.shp")).doesNotExist();
    }

    @Test
    void aBombIsRefusedByItsRatio() throws IOException {
        entries.put("bomb.shp", new byte[8 << 20]);
        Set<Path> before = temporaryFolders();
        refused(zip(GBK), ImportLimits.DEFAULTS)
                .hasMessageStartingWith("parks.zip, bomb.shp: it unpacks to more than 200 times its packed size");
        assertThat(temporaryFolders()).isEqualTo(before);
    }

    @Test
    void bytesAreCountedAndNotBelieved() throws IOException {
        entries.put("big.shp", new byte[5000]);
        Path zip = zip(GBK);
        byte[] bytes = Files.readAllBytes(zip);
        // The central directory's statement of the unpacked size, made small.
        int central = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        Arrays.fill(bytes, central + 24, central + 28, (byte) 0);
        bytes[central + 24] = 10;
        Files.write(zip, bytes);
        ImportLimits few = new ImportLimits(1000, 1000, 3000, 10, 1000);
        refused(zip, few).hasMessageContaining("the archive unpacks to more than the limit of 3000 bytes");
        refused(zip, ImportLimits.DEFAULTS).hasMessageContaining("the archive is damaged");
    }

    @Test
    void theTotalIsLimitedOverAllFilesOfALayer() throws IOException {
        byte[] random = new byte[2000];
        entries.put("big.shp", random);
        entries.put("big.dbf", random);
        refused(zip(GBK), new ImportLimits(1000, 1000, 3000, 10, 1000))
                .hasMessageContaining("unpacks to more than the limit of 3000 bytes");
    }

    @Test
    void manyEntriesAreRefused() throws IOException {
        for (int i = 0; i < 20; i++) {
            entries.put("file" + i + ".txt", new byte[] {1});
        }
        refused(zip(GBK), new ImportLimits(1000, 1000, 3000, 10, 10))
                .hasMessageStartingWith("parks.zip: it has 20 entries, more than the limit of 10");
    }

    @Test
    void archivesWithoutALayerAndDamagedOnesAreRefused() throws IOException {
        entries.put("photo.jpg", new byte[] {1});
        entries.put("inner.zip", new byte[] {1});
        refused(zip(GBK), ImportLimits.DEFAULTS)
                .hasMessageContaining("holds no file that can be read")
                .hasMessageContaining("archives in archives are not opened");
        entries.clear();
        add("parks", "a");
        Path zip = zip(GBK);
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 300));
        refused(zip, ImportLimits.DEFAULTS).hasMessageStartingWith("parks.zip: the archive is damaged; export or");
        Files.write(zip, new byte[0]);
        refused(zip, ImportLimits.DEFAULTS).hasMessageStartingWith("parks.zip: the archive is damaged");
    }

    @Test
    void messagesNameTheFileInTheArchive() throws IOException {
        ShapefileBytes shapefile = new ShapefileBytes(1).text(GBK, 20, 0, "名称").point(1, 2);
        entries.put("数据/公园.shp", shapefile.shp());
        entries.put("数据/公园.dbf", shapefile.dbf());
        refused(zip(GBK), ImportLimits.DEFAULTS)
                .hasMessageStartingWith("parks.zip/数据/公园.shp: it has more shapes than the .dbf has rows (0)");
    }
}
