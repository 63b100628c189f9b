package io.microscape.api;

import io.microscape.ogc.ClientConnection;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpMethod;

/**
 * Lets requests know whether their client still waits. The Servlet API tells it only to who writes, and a map is written
 * when it is drawn; Tomcat itself can look whether there is something to read without waiting, and finds the end of the
 * stream when the client has hung up. What a client sends ahead (pipelining) stays in Tomcat's buffer. A request with a
 * body is not looked at: there is something to read of it.
 *
 * <p>Answers are written in pieces that hold most maps and tiles whole, instead of 8 KB each: every piece is a call of the
 * system and wakes the client.
 */
final class TomcatConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Every open connection keeps that much; application.yml limits how many there are. */
    private static final int WRITE_BUFFER_BYTES = 1 << 16;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ConnectionValve());
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", String.valueOf(WRITE_BUFFER_BYTES)));
    }

    private static final class ConnectionValve extends ValveBase {
        ConnectionValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (HttpMethod.GET.matches(request.getMethod())
                    && request.getHeader("Content-Length") == null
                    && request.getHeader("Transfer-Encoding") == null) {
                org.apache.coyote.Request connection = request.getCoyoteRequest();
                request.setAttribute(ClientConnection.ATTRIBUTE, (ClientConnection) () -> isOpen(connection));
            }
            getNext().invoke(request, response);
        }

        /** At the end of the stream Tomcat says every time that there is something to read; of bytes, only the first time. */
        private static boolean isOpen(org.apache.coyote.Request connection) {
            if (!hasNews(connection)) {
                return true;
            }
            boolean stillNews = hasNews(connection);
            return !stillNews;
        }

        private static boolean hasNews(org.apache.coyote.Request connection) {
            connection.action(ActionCode.AVAILABLE, true);
            boolean news = connection.getAvailable() > 0;
            connection.setAvailable(0);
            return news;
        }
    }
}
