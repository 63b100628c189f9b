package io.microscape.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.util.ForwardedHeaderUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a service as its client sees it, through whatever proxies stand between (Forwarded, X-Forwarded-*). */
public final class ServiceAddress {
    private static final Pattern PATH = Pattern.compile("(/[\\w.~-]+)+");

    private ServiceAddress() {}

    /** Scheme, host, port and path of the request, without query and trailing slash. */
    public static String of(HttpServletRequest request) {
        ServletServerHttpRequest http = new ServletServerHttpRequest(request);
        UriComponentsBuilder address;
        try {
            address = ForwardedHeaderUtils.adaptFromForwardedHeaders(http.getURI(), http.getHeaders());
        } catch (IllegalArgumentException malformedHeader) {
            address = UriComponentsBuilder.fromUri(http.getURI());
        }
        String prefix = Objects.requireNonNullElse(request.getHeader("X-Forwarded-Prefix"), "");
        String path = (PATH.matcher(prefix).matches() ? prefix : "") + request.getRequestURI();
        return address.replacePath(path)
                .replaceQuery(null)
                .fragment(null)
                .build()
                .toUriString();
    }
}
