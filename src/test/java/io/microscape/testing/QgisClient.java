package io.microscape.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real QGIS without a screen, driven through src/test/python/qgis_client.py by the system's Python
 * and qgis_style.py ({@code /usr/bin/python3} with Debian's python3-qgis).
 */
public final class QgisClient {
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SCRIPT = Path.of("src/test/python/qgis_client.py");
    private static final Path STYLE_SCRIPT = Path.of("src/test/python/qgis_style.py");
    private static final long MOST_SECONDS = 180;
    private static final String INSTALL =
            "QGIS is missing: install Debian's packages python3-qgis and gdal-bin (apt-get install -y python3-qgis"
                    + " gdal-bin); this test is not skipped without them";

    private final Path folder;

    /** @param folder where pictures and messages of QGIS go */
    public QgisClient(Path folder) {
        this.folder = folder;
    }

    /**
     * What QGIS makes of a layer of a WMS.
     *
     * @param inside longitude and latitude of a point that the layer must cover
     * @param outside longitude and latitude of a point nearby that nothing covers
     * @param extent west, south, east, north of the map in degrees
     * @return by the keys {@code maps} (one for each version and CRS), {@code identified} and {@code legend}
     */
    public JsonNode wms(
            String url,
            String layer,
            List<String> versions,
            List<String> systems,
            List<Double> inside,
            List<Double> outside,
            List<Double> extent)
            throws IOException, InterruptedException {
        return run(Map.of(
                "wms",
                Map.of(
                        "url", url,
                        "layer", layer,
                        "versions", versions,
                        "systems", systems,
                        "inside", inside,
                        "outside", outside,
                        "extent", extent)));
    }

    /**
     * What QGIS makes of a layer of a WMTS.
     *
     * @param url address of the capabilities
     * @param sets tile matrix sets with their CRS
     * @param inside longitude and latitude of a point that the layer must cover
     * @param outside longitude and latitude of a point nearby that nothing covers
     * @param extent west, south, east, north of the map in degrees
     * @return {@code tiles} with the colours at both points, and {@code identified}, one for each set
     */
    public JsonNode wmts(
            String url,
            String layer,
            String style,
            Map<String, String> sets,
            List<Double> inside,
            List<Double> outside,
            List<Double> extent)
            throws IOException, InterruptedException {
        return run(Map.of(
                "wmts",
                Map.of(
                        "url", url,
                        "layer", layer,
                        "style", style,
                        "sets", sets,
                        "inside", inside,
                        "outside", outside,
                        "extent", extent)));
    }

    /** What QGIS draws from raster files: {@code rasters} with the colours at both points. */
    public JsonNode rasters(List<Path> files, List<Double> inside, List<Double> outside, List<Double> extent)
            throws IOException, InterruptedException {
        return run(Map.of(
                "rasters",
                Map.of(
                        "files",
                        files.stream().map(Path::toString).toList(),
                        "inside",
                        inside,
                        "outside",
                        outside,
                        "extent",
                        extent)));
    }

    /**
     * What QGIS finds in vector files: {@code files}, each with {@code rows} (attributes as text), {@code invalid} (number
     * of features whose geometry is missing or invalid) and {@code crs}.
     */
    public JsonNode files(List<Path> files) throws IOException, InterruptedException {
        return run(Map.of(
                "files",
                files.stream().map(path -> path.toAbsolutePath().toString()).toList()));
    }

    /**
     * Has QGIS draw features in the styles of SLD files, into PNGs of its folder.
     *
     * @param pictures what src/test/python/qgis_style.py wants to know of each
     */
    public void draw(List<Map<String, Object>> pictures) throws IOException, InterruptedException {
        run(STYLE_SCRIPT, Map.of("pictures", pictures));
    }

    private JsonNode run(Map<String, Object> task) throws IOException, InterruptedException {
        return run(SCRIPT, task);
    }

    private JsonNode run(Path script, Map<String, Object> task) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            fail(INSTALL);
        }
        JsonMapper json = new JsonMapper();
        Path taskFile = folder.resolve("task.json");
        Path result = folder.resolve("result.json");
        Path log = folder.resolve("qgis.log");
        Files.deleteIfExists(result);
        Files.write(taskFile, json.writeValueAsBytes(task));
        ProcessBuilder builder = new ProcessBuilder(
                PYTHON, script.toAbsolutePath().toString(), taskFile.toString(), result.toString(), folder.toString());
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        builder.environment().put("HOME", folder.toString());
        builder.environment()
                .put(
                        "GDAL_DEFAULT_WMS_CACHE_PATH",
                        folder.resolve("gdal-wms-cache").toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("NO_PROXY", "localhost,127.0.0.1");
        builder.environment().put("no_proxy", "localhost,127.0.0.1");
        builder.environment().remove("PYTHONHOME");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("QGIS gave no answer within " + MOST_SECONDS + " s:\n" + Files.readString(log));
        }
        String messages = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        if (messages.contains("No module named 'qgis'")) {
            fail(INSTALL);
        }
        if (!Files.exists(result)) {
            fail("QGIS ended with code " + process.exitValue() + " and without a result:\n" + messages);
        }
        return json.readTree(Files.readAllBytes(result));
    }
}
