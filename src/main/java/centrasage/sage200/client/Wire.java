package centrasage.sage200.client;

import centrasage.sage200.client.WireAnswer.Answered;
import centrasage.sage200.client.WireAnswer.Lost;
import centrasage.sage200.client.WireAnswer.NotSent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one write, once, and knows how far it came.
 *
 * <p>Writes do not go through the REST client: an exception of its connector does not tell whether the request had left,
 * and the difference is an order that may be sent again or one that must never be. Here the connection is made first and
 * by itself ({@link HttpURLConnection#connect} resolves, connects and shakes hands over TLS, and sends nothing), so that
 * whatever fails there has provably sent nothing, whatever the exception is called; whatever fails after it is lost.
 *
 * <p>The JDK repeats a POST by itself in two cases: on a kept-alive connection that died, unless {@code
 * sun.net.http.retryPost=false}, and after a 401 or a redirect. The fixed-length streaming mode excludes both, because the
 * JDK no longer has the body then; it also makes the JDK look whether a kept-alive connection is still open before it
 * takes it.
 */
final class Wire {
    /** An answer to a write is a document of a few hundred kilobytes at most. */
    private static final int BODY_BYTES_MAX = 8 * 1024 * 1024;

    private final Duration connectTimeout;
    private final Duration readTimeout;

    Wire(Duration connectTimeout, Duration readTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /** Exactly one POST. */
    WireAnswer post(URI uri, Map<String, String> headers, String body) {
        return send("POST", uri, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** One DELETE; the JDK may repeat it on a kept-alive connection that died, which a DELETE allows. */
    WireAnswer delete(URI uri, Map<String, String> headers) {
        return send("DELETE", uri, headers, null);
    }

    private WireAnswer send(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {
        HttpURLConnection connection;
        try {
            connection = prepared(method, uri, headers, body);
            connection.connect();
        } catch (IOException e) {
            return new NotSent(uri.getAuthority() + " cannot be reached: " + inWords(e));
        }
        try {
            if (body != null) {
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            return answer(connection);
        } catch (IOException e) {
            connection.disconnect();
            return new Lost(uri.getAuthority() + " gave no answer: " + inWords(e));
        }
    }

    private HttpURLConnection prepared(String method, URI uri, Map<String, String> headers, byte @Nullable [] body)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
        connection.setReadTimeout(Math.toIntExact(readTimeout.toMillis()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod(method);
        headers.forEach(connection::setRequestProperty);
        if (body != null) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
        }
        return connection;
    }

    /** In streaming mode the JDK gives the status of a 401, and withholds its body. */
    private static Answered answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answered(status, in == null ? "" : text(in, connection.getContentLengthLong()));
        }
    }

    /** The JDK ends a body silently where the connection does; half an error text could hide that a record is locked. */
    private static String text(InputStream in, long announced) throws IOException {
        byte[] bytes = in.readNBytes(BODY_BYTES_MAX);
        if (bytes.length < announced) {
            throw new IOException("the answer ends after " + bytes.length + " of " + announced + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String inWords(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message + " (" + e.getClass().getSimpleName() + ")";
    }
}
