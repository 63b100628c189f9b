package io.microscape.ogc.wmts;

import static io.microscape.ogc.RequestParameters.echo;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.SnapshotUnavailableException;
import io.microscape.crs.CoordinateSystem;
import io.microscape.ogc.FeatureInfo;
import io.microscape.ogc.FeatureInfoFormat;
import io.microscape.ogc.LegendGraphic;
import io.microscape.ogc.RequestParameters;
import io.microscape.ogc.ServiceAddress;
import io.microscape.ogc.ServiceException;
import io.microscape.ogc.TextLanguage;
import io.microscape.ogc.WmsResponse;
import io.microscape.ogc.WmsSettings;
import io.microscape.ogc.XmlDocument;
import io.microscape.ogc.tiles.ScreenRatio;
import io.microscape.ogc.tiles.TileResponses;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.Portrayal;
import io.microscape.study.InvalidInputException;
import io.microscape.tiles.RasterTiles;
import io.microscape.tiles.TileMatrix;
import jakarta.servlet.http.HttpServletRequest;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The Web Map Tile Service by key-value pairs at {@code /wmts} and by resource addresses below {@code /tiles}, open to web
 * pages of any origin.
 */
@RestController
@CrossOrigin
class WmtsController {
    private static final Logger LOG = LoggerFactory.getLogger(WmtsController.class);
    /** Enough to hit a thin line or a small point with a mouse, as in the WMS. */
    private static final int TOLERANCE_PIXELS = 4;

    private static final int MOST_FEATURES = 50;

    private final Atlas atlas;
    private final Portrayal portrayal;
    private final WmsSettings settings;
    private final LegendGraphic legends;
    private final RasterTiles tiles;
    private final TileResponses responses;

    WmtsController(Atlas atlas, Portrayal portrayal, WmsSettings settings, RasterTiles tiles, TileResponses responses) {
        this.atlas = atlas;
        this.portrayal = portrayal;
        this.settings = settings;
        this.legends = new LegendGraphic(portrayal, atlas);
        this.tiles = tiles;
        this.responses = responses;
    }

    /** An operation by key-value pairs. */
    @GetMapping("/wmts")
    ResponseEntity<byte[]> keyValuePairs(HttpServletRequest request) {
        RequestParameters parameters = RequestParameters.parse(request.getQueryString());
        String service = TileRequest.required(parameters::text, "SERVICE");
        if (!service.equalsIgnoreCase("WMTS")) {
            throw OwsException.invalid("SERVICE", "SERVICE " + echo(service) + " is not spoken here; use SERVICE=WMTS");
        }
        String operation = TileRequest.required(parameters::text, "REQUEST");
        return switch (operation) {
            case "GetCapabilities" -> capabilities(request, parameters);
            case "GetTile" -> {
                checkVersion(parameters);
                yield tile(request, TileRequest.parse(atlas, parameters::text), 1);
            }
            case "GetFeatureInfo" -> {
                checkVersion(parameters);
                yield featureInfo(request, parameters);
            }
            default ->
                throw new OwsException(
                        OwsException.Code.OPERATION_NOT_SUPPORTED,
                        operation,
                        "REQUEST " + echo(operation)
                                + " is not supported; use GetCapabilities, GetTile or GetFeatureInfo");
        };
    }

    /** The service metadata as a resource. */
    @GetMapping("/wmts/1.0.0/WMTSCapabilities.xml")
    ResponseEntity<byte[]> capabilitiesResource(HttpServletRequest request) {
        return capabilities(request, language(request, RequestParameters.parse(request.getQueryString())));
    }

    /** A tile as a resource; {@code @2x} behind the column gives it with twice the pixels. */
    @GetMapping("/tiles/{layer}/{style}/{set}/{matrix}/{row}/{column}.png")
    ResponseEntity<byte[]> tileResource(
            @PathVariable String layer,
            @PathVariable String style,
            @PathVariable String set,
            @PathVariable String matrix,
            @PathVariable String row,
            @PathVariable String column,
            HttpServletRequest request) {
        ScreenRatio screen = ScreenRatio.of(column);
        Map<String, String> parameters = Map.of(
                "LAYER", layer,
                "STYLE", style,
                "FORMAT", MediaType.IMAGE_PNG_VALUE,
                "TILEMATRIXSET", set,
                "TILEMATRIX", matrix,
                "TILEROW", row,
                "TILECOL", screen.index());
        return tile(request, TileRequest.parse(atlas, parameters::get), screen.ratio());
    }

    /** A problem as the standard has it reported; a resource that does not exist is 404, as everywhere in HTTP. */
    @ExceptionHandler
    ResponseEntity<byte[]> report(OwsException problem, HttpServletRequest request) {
        boolean resource =
                problem.code().status() == 400 && !request.getRequestURI().endsWith("/wmts");
        return report(problem, resource ? 404 : problem.code().status());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> report(ServiceException problem) {
        return report(OwsException.invalid(null, problem.getMessage()), 400);
    }

    /** What cannot be drawn, or not in time. */
    @ExceptionHandler
    ResponseEntity<byte[]> report(InvalidInputException problem) {
        return report(new OwsException(OwsException.Code.NO_APPLICABLE_CODE, null, problem.headline()), 503);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> report(RuntimeException fault, HttpServletRequest request) {
        boolean unavailable = fault instanceof SnapshotUnavailableException;
        LOG.error("WMTS request failed: {}", request.getRequestURI(), fault);
        return report(
                new OwsException(
                        OwsException.Code.NO_APPLICABLE_CODE,
                        null,
                        unavailable
                                ? "a published layer cannot be read; the log of the service says which"
                                : "the request failed within the service; its log says why"),
                unavailable ? 503 : 500);
    }

    private ResponseEntity<byte[]> capabilities(HttpServletRequest request, RequestParameters parameters) {
        String versions = parameters.text("ACCEPTVERSIONS");
        if (versions != null && !Arrays.asList(versions.split(",")).contains("1.0.0")) {
            throw new OwsException(
                    OwsException.Code.VERSION_NEGOTIATION_FAILED,
                    "ACCEPTVERSIONS",
                    "of WMTS version 1.0.0 is spoken, not " + echo(versions));
        }
        return capabilities(request, language(request, parameters));
    }

    private ResponseEntity<byte[]> capabilities(HttpServletRequest request, TextLanguage language) {
        String server = ServiceAddress.of(request).replaceFirst("/wmts(/1\\.0\\.0/WMTSCapabilities\\.xml)?$", "");
        byte[] document = new WmtsCapabilities(atlas, legends, settings, language, server).write();
        return xml(200, document);
    }

    private ResponseEntity<byte[]> tile(HttpServletRequest request, TileRequest asked, int ratio) {
        return responses.answer(
                request,
                asked.layer(),
                MediaType.IMAGE_PNG_VALUE,
                () -> tiles.png(asked.layer(), asked.address(), ratio).orElseGet(() -> RasterTiles.blank(ratio)));
    }

    private ResponseEntity<byte[]> featureInfo(HttpServletRequest request, RequestParameters parameters) {
        // QGIS does not say in which format it has the tile that it asks about
        TileRequest tile = TileRequest.parse(
                atlas,
                name -> name.equals("FORMAT")
                        ? parameters.text(name, MediaType.IMAGE_PNG_VALUE)
                        : parameters.text(name));
        if (!tile.published().definition().queryable()) {
            throw OwsException.invalid(
                    "LAYER", "layer " + tile.published().qualifiedName() + " cannot be queried; it has no InfoFormat");
        }
        int row = pixel("J", parameters);
        int column = pixel("I", parameters);
        FeatureInfoFormat format = infoFormat(TileRequest.required(parameters::text, "INFOFORMAT"));
        MapImage map = new MapImage(
                tile.layer().layers(),
                tile.address().set().crs(),
                tile.address().box(),
                TileMatrix.TILE_PIXELS,
                TileMatrix.TILE_PIXELS,
                true,
                Color.WHITE);
        FeatureInfo found = new FeatureInfo(
                List.of(new FeatureInfo.LayerHits(
                        tile.published(),
                        portrayal.featuresAt(
                                map, tile.published(), column + 0.5, row + 0.5, TOLERANCE_PIXELS, MOST_FEATURES))),
                CoordinateSystem.of(map.crs()),
                language(request, parameters));
        WmsResponse answer = format.write(found);
        return ResponseEntity.ok()
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(answer.body());
    }

    private static int pixel(String name, RequestParameters parameters) {
        int pixel = TileRequest.number(name, TileRequest.required(parameters::text, name));
        if (pixel >= TileMatrix.TILE_PIXELS) {
            throw new OwsException(
                    OwsException.Code.POINT_IJ_OUT_OF_RANGE,
                    name,
                    name + " must be from 0 to " + (TileMatrix.TILE_PIXELS - 1) + ", not " + pixel);
        }
        return pixel;
    }

    private static FeatureInfoFormat infoFormat(String name) {
        try {
            return FeatureInfoFormat.of(name);
        } catch (ServiceException notOffered) {
            throw OwsException.invalid("INFOFORMAT", notOffered.getMessage());
        }
    }

    private static void checkVersion(RequestParameters parameters) {
        String version = TileRequest.required(parameters::text, "VERSION");
        if (!version.equals("1.0.0")) {
            throw OwsException.invalid("VERSION", "VERSION " + echo(version) + " is not spoken; use 1.0.0");
        }
    }

    private static TextLanguage language(HttpServletRequest request, RequestParameters parameters) {
        return TextLanguage.of(parameters.text("LANGUAGE"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static ResponseEntity<byte[]> report(OwsException problem, int status) {
        XmlDocument document = new XmlDocument(null);
        document.start(
                        "ExceptionReport",
                        "version",
                        "1.1.0",
                        "xmlns",
                        "http://www.opengis.net/ows/1.1",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        "http://www.opengis.net/ows/1.1"
                                + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd")
                .start("Exception", "exceptionCode", problem.code().text(), "locator", problem.locator())
                .element("ExceptionText", problem.getMessage())
                .end()
                .end();
        return xml(status, document.toBytes());
    }

    private static ResponseEntity<byte[]> xml(int status, byte[] document) {
        return ResponseEntity.status(status)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_TYPE, "text/xml;charset=UTF-8")
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(document);
    }
}
