package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.portrayal.Portrayal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Web Map Service at {@code /wms}, open to web pages of any origin. */
@RestController
@CrossOrigin
class WmsController {
    private static final String RETRY_SECONDS = "5";

    private final WebMapService service;
    private final Duration freshness;
    private final int longestBody;

    WmsController(Atlas atlas, Portrayal portrayal, WmsSettings settings) {
        this.service = new WebMapService(atlas, portrayal, settings);
        this.freshness = Duration.ofSeconds(settings.cacheSeconds());
        this.longestBody = settings.maxBodyBytes();
    }

    @GetMapping("/wms")
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        return answer(request, RequestParameters.parse(request.getQueryString()));
    }

    /** The same parameters as a form, or as XML, for requests that are too long for an address. */
    @PostMapping("/wms")
    ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
        String query = request.getQueryString();
        try {
            return answer(
                    request,
                    PostedRequest.read(query, request.getContentType(), request.getInputStream(), longestBody));
        } catch (ServiceException unreadable) {
            return response(service.refusal(RequestParameters.parse(query), unreadable));
        }
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, RequestParameters parameters) {
        return response(service.answer(new WmsCall(
                parameters,
                ServiceAddress.of(request),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                request.getHeader(HttpHeaders.IF_NONE_MATCH),
                ClientConnection.of(request))));
    }

    private ResponseEntity<byte[]> response(WmsResponse answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
                .header("X-Content-Type-Options", "nosniff")
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE);
        if (answer.tag() != null) {
            response.eTag('"' + answer.tag() + '"')
                    .cacheControl(CacheControl.maxAge(freshness).cachePublic().mustRevalidate());
        } else {
            response.cacheControl(CacheControl.noCache());
        }
        if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        answer.warnings().forEach(warning -> response.header(HttpHeaders.WARNING, warning));
        if (answer.contentType() != null) {
            response.header(HttpHeaders.CONTENT_TYPE, answer.contentType());
        }
        return response.body(answer.body());
    }
}
