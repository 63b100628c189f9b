package io.microscape.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Sends bytes to a server as no HTTP client would, and reads what comes back until the server closes. */
public final class RawHttp {
    private static final int TIMEOUT_MILLIS = 30_000;

    private RawHttp() {}

    /**
     * An answer; status 400 without headers where the server closed the connection without a word.
     *
     * @param head status line and headers
     * @param body the bytes behind them
     */
    public record Answer(int status, String head, byte[] body) {
        /** The value of a header by its name in lower case; empty if there is none. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Sends a request in ISO 8859-1 and nothing after it. */
    public static Answer exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            byte[] bytes;
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException closedWhileSending) {
                // the server has heard enough, what it said about it may still be there
            }
            try (InputStream in = socket.getInputStream()) {
                bytes = in.readAllBytes();
            } catch (SocketException reset) {
                return new Answer(400, "", new byte[0]);
            }
            return parse(bytes);
        }
    }

    private static Answer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(400, "", new byte[0]);
        }
        int status = Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        Answer raw = new Answer(status, text.substring(0, end), Arrays.copyOfRange(bytes, end + 4, bytes.length));
        return raw.header("transfer-encoding").equals("chunked")
                ? new Answer(status, raw.head(), joined(raw.body()))
                : raw;
    }

    /** The chunks without their lengths (RFC 9112, 7.1). */
    private static byte[] joined(byte[] chunked) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String text = new String(chunked, StandardCharsets.ISO_8859_1);
        int at = 0;
        int lineEnd = text.indexOf("\r\n");
        while (lineEnd > 0) {
            int length = Integer.parseInt(text.substring(at, lineEnd).strip(), 16);
            body.write(chunked, lineEnd + 2, length);
            at = lineEnd + 2 + length + 2;
            lineEnd = length == 0 ? -1 : text.indexOf("\r\n", at);
        }
        return body.toByteArray();
    }
}
