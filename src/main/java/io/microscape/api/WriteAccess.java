package io.microscape.api;

import io.microscape.pipeline.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may write. Reading is open, maps and comparisons asked for by POST included. Writing needs the bearer token; where no token is set it is for the loopback only, and
 * not for web pages of other origins, which a browser on the same machine would otherwise let through.
 */
@Configuration(proxyBeanMethods = false)
class WriteAccess {
    private static final String BEARER = "Bearer ";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Maps and tiles are open to all: the dozen filters of the other paths would only cost them processor time. */
    @Bean
    @Order(0)
    SecurityFilterChain openMaps() {
        PathPatternRequestMatcher.Builder read = PathPatternRequestMatcher.withDefaults();
        return new DefaultSecurityFilterChain(new OrRequestMatcher(
                read.matcher(HttpMethod.GET, "/wms"),
                read.matcher(HttpMethod.GET, "/wmts/**"),
                read.matcher(HttpMethod.GET, "/tiles/**")));
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Settings settings, JsonMapper json) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/wms", "/api/studies/*/comparisons")
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) ->
                                new AuthorizationDecision(mayWrite(context.getRequest(), settings.token()))))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, e) -> refuse(response, settings, json))
                        .accessDeniedHandler((request, response, e) -> refuse(response, settings, json)))
                .build();
    }

    static boolean mayWrite(HttpServletRequest request, String token) {
        if (token != null) {
            String given = request.getHeader(HttpHeaders.AUTHORIZATION);
            return given != null
                    && given.startsWith(BEARER)
                    && MessageDigest.isEqual(
                            given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                            token.getBytes(StandardCharsets.UTF_8));
        }
        return isLoopback(request.getRemoteAddr())
                && request.getHeader("X-Forwarded-For") == null
                && LOOPBACK_NAMES.contains(request.getServerName())
                && isOwnOrigin(request.getHeader(HttpHeaders.ORIGIN), request);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** A browser names the page that asks; programs such as curl name none. */
    private static boolean isOwnOrigin(String origin, HttpServletRequest request) {
        if (origin == null) {
            return true;
        }
        try {
            URI page = new URI(origin);
            return request.getServerName().equals(page.getHost()) && request.getServerPort() == page.getPort();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void refuse(HttpServletResponse response, Settings settings, JsonMapper json) throws IOException {
        boolean tokenSet = settings.token() != null;
        HttpStatus status = tokenSet ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
        if (tokenSet) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                ProblemDetail.forStatusAndDetail(
                        status,
                        tokenSet
                                ? "writing needs the header 'Authorization: Bearer $MICROSCAPE_TOKEN'"
                                : "without a token writing is only allowed from this machine; set MICROSCAPE_TOKEN"
                                        + " to write from elsewhere"));
    }
}
