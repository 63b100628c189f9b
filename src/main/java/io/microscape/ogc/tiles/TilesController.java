package io.microscape.ogc.tiles;

import io.microscape.atlas.SnapshotUnavailableException;
import io.microscape.ogc.RequestParameters;
import io.microscape.ogc.ServiceAddress;
import io.microscape.ogc.TextLanguage;
import io.microscape.study.InvalidInputException;
import io.microscape.tiles.Gzip;
import io.microscape.tiles.RasterTiles;
import io.microscape.tiles.TileAddress;
import io.microscape.tiles.TileJson;
import io.microscape.tiles.TileLayer;
import io.microscape.tiles.TileLayers;
import io.microscape.tiles.TileMatrix;
import io.microscape.tiles.TileMatrixSet;
import io.microscape.tiles.VectorTiles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tiles of WebMercatorQuad by zoom, column and row counted from the north, as every web map asks for them: PNG in the
 * default style, vector tiles, and TileJSON that describes both. Open to web pages of any origin.
 */
@RestController
@CrossOrigin
@RequestMapping("/tiles/{layer}")
class TilesController {
    private static final Logger LOG = LoggerFactory.getLogger(TilesController.class);
    private static final String GZIP = "gzip";

    private final TileLayers layers;
    private final RasterTiles pictures;
    private final VectorTiles vectors;
    private final TileResponses responses;

    TilesController(TileLayers layers, RasterTiles pictures, VectorTiles vectors, TileResponses responses) {
        this.layers = layers;
        this.pictures = pictures;
        this.vectors = vectors;
        this.responses = responses;
    }

    /** An address that names nothing there is. */
    private static final class NoSuchTileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchTileException(String message) {
            super(message);
        }
    }

    /** A picture, of twice the pixels at {@code @2x}; the same transparent one wherever there is nothing to see. */
    @GetMapping("/{zoom}/{column}/{row}.png")
    ResponseEntity<byte[]> picture(
            @PathVariable String layer,
            @PathVariable String zoom,
            @PathVariable String column,
            @PathVariable String row,
            HttpServletRequest request) {
        TileLayer found = layer(layer);
        ScreenRatio screen = ScreenRatio.of(row);
        TileAddress address = address(zoom, column, screen.index());
        return responses.answer(
                request,
                found,
                MediaType.IMAGE_PNG_VALUE,
                () -> pictures.png(found, address, screen.ratio()).orElseGet(() -> RasterTiles.blank(screen.ratio())));
    }

    /** A vector tile; 204 where there are no features, which every client takes for an empty tile. */
    @GetMapping({"/{zoom}/{column}/{row}.mvt", "/{zoom}/{column}/{row}.pbf"})
    ResponseEntity<byte[]> vectorTile(
            @PathVariable String layer,
            @PathVariable String zoom,
            @PathVariable String column,
            @PathVariable String row,
            HttpServletRequest request) {
        TileLayer found = layer(layer);
        TileAddress address = address(zoom, column, row);
        boolean zipped = acceptsGzip(request);
        // a strong tag belongs to one sequence of bytes, zipped or not
        String tag = TileResponses.tag(found) + (zipped ? "-" + GZIP : "");
        return responses.unlessKnown(request, found, tag, () -> {
            Optional<byte[]> tile = vectors.gzippedTile(found, address);
            if (tile.isEmpty()) {
                return responses.headers(204, request, found, tag).build();
            }
            ResponseEntity.BodyBuilder answer = responses
                    .headers(200, request, found, tag)
                    .header(HttpHeaders.CONTENT_TYPE, VectorTiles.MEDIA_TYPE)
                    .varyBy(HttpHeaders.ACCEPT_ENCODING);
            return zipped
                    ? answer.header(HttpHeaders.CONTENT_ENCODING, GZIP).body(tile.get())
                    : answer.body(Gzip.unzip(tile.get()));
        });
    }

    /** TileJSON 3.0.0 of the vector tiles. */
    @GetMapping("/tilejson.json")
    ResponseEntity<byte[]> tileJson(@PathVariable String layer, HttpServletRequest request) {
        TileLayer found = layer(layer);
        String tiles = ServiceAddress.of(request).replaceFirst("/tilejson\\.json$", "") + "/{z}/{x}/{y}.mvt?"
                + TileResponses.VERSION_PARAMETER + "=" + TileResponses.tag(found);
        TextLanguage language =
                TextLanguage.of(parameter(request, "LANGUAGE"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseEntity.ok()
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(TileJson.of(found, tiles, language.code()));
    }

    @ExceptionHandler
    ProblemDetail notFound(NoSuchTileException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unavailable(SnapshotUnavailableException e) {
        LOG.error("tile failed: {}", e.getMessage());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "a published layer cannot be read; the log of the service says which");
    }

    /** A tile has no parameters to be wrong in: what cannot be drawn, or not in time, is for the service to mend. */
    @ExceptionHandler
    ProblemDetail notDrawn(InvalidInputException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.headline());
    }

    private TileLayer layer(String name) {
        return layers.named(name)
                .orElseThrow(() -> new NoSuchTileException("there is no layer '" + name + "'; /api/studies/STUDY lists"
                        + " the layers of a study, STUDY alone stands for all of them"));
    }

    private static TileAddress address(String zoom, String column, String row) {
        TileMatrix matrix = TileMatrixSet.WEB_MERCATOR
                .matrix(zoom)
                .orElseThrow(() -> new NoSuchTileException("there is no zoom '" + zoom + "'; it goes from 0 to 24"));
        return new TileAddress(
                TileMatrixSet.WEB_MERCATOR,
                matrix,
                index("column", column, matrix.columns()),
                index("row", row, matrix.rows()));
    }

    private static int index(String what, String value, int count) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) >= count) {
            throw new NoSuchTileException(
                    "there is no " + what + " '" + value + "' at this zoom; it goes from 0 to " + (count - 1));
        }
        return Integer.parseInt(value);
    }

    /** Not by the servlet container, which fails over a bad escape in any other parameter. */
    private static String parameter(HttpServletRequest request, String name) {
        return RequestParameters.parse(request.getQueryString()).readableText(name);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }
}
