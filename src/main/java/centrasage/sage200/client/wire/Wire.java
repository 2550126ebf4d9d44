package centrasage.sage200.client.wire;

import centrasage.flow.AnswerBody;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.WireAnswer.Answered;
import centrasage.sage200.client.wire.WireAnswer.Lost;
import centrasage.sage200.client.wire.WireAnswer.NotSent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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
public final class Wire {
    /** An answer to a write is a document of a few hundred kilobytes at most. */
    private static final int BODY_BYTES_MAX = 8 * 1024 * 1024;

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Optional<WindowsSignIn> windows;

    public Wire(Duration connectTimeout, Duration readTimeout) {
        this(connectTimeout, readTimeout, Optional.empty());
    }

    /** @param windows given where it is the connection that is signed in, and not the request */
    public Wire(Duration connectTimeout, Duration readTimeout, Optional<WindowsSignIn> windows) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.windows = windows;
    }

    /** Exactly one POST. */
    public WireAnswer post(URI uri, Map<String, String> headers, String body) {
        return write("POST", uri, headers, body);
    }

    /** Exactly one PUT. */
    public WireAnswer put(URI uri, Map<String, String> headers, String body) {
        return write("PUT", uri, headers, body);
    }

    private WireAnswer write(String method, URI uri, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(uri, (connection, phase) -> {
            connection.setRequestMethod(method);
            headers.forEach(connection::setRequestProperty);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(bytes.length);
            phase.connect(connection);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(bytes);
            }
        });
    }

    /** One DELETE; the JDK may repeat it on a kept-alive connection that died, which a DELETE allows. */
    public WireAnswer delete(URI uri, Map<String, String> headers) {
        return send(uri, (connection, phase) -> {
            connection.setRequestMethod("DELETE");
            headers.forEach(connection::setRequestProperty);
            phase.connect(connection);
        });
    }

    private WireAnswer send(URI uri, Exchange exchange) {
        if (windows.isEmpty()) {
            return send(uri, exchange, () -> {});
        }
        try (WindowsSignIn.Turn turn = windows.get().turn()) {
            Optional<NotSent> refused = refused(turn);
            return refused.isPresent() ? refused.get() : send(uri, exchange, turn::connected);
        } catch (TargetUnavailable e) {
            return new NotSent(String.valueOf(e.getMessage()));
        }
    }

    private WireAnswer send(URI uri, Exchange exchange, Runnable onceConnected) {
        Phase phase = new Phase(onceConnected);
        try {
            HttpURLConnection connection = open(uri);
            try {
                exchange.run(connection, phase);
                return answer(connection);
            } catch (IOException | RuntimeException e) {
                connection.disconnect();
                throw e;
            }
        } catch (IOException e) {
            return phase.connected
                    ? new Lost(uri.getAuthority() + " gave no answer: " + inWords(e))
                    : new NotSent(uri.getAuthority() + " cannot be reached: " + inWords(e));
        } catch (RuntimeException e) {
            if (phase.connected) {
                return new Lost(uri.getAuthority() + " gave an answer that the JDK cannot read: " + inWords(e));
            }
            throw e;
        }
    }

    /** Signs a connection in by a read, over which the write then goes: see {@link WindowsSignIn}. */
    private Optional<NotSent> refused(WindowsSignIn.Turn turn) {
        URI uri = turn.harmless();
        try {
            return answer(open(uri)).status() == 401 ? Optional.of(new NotSent(turn.refusal())) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(new NotSent(uri.getAuthority() + " cannot be reached: " + inWords(e)));
        }
    }

    private HttpURLConnection open(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
        connection.setReadTimeout(Math.toIntExact(readTimeout.toMillis()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        return connection;
    }

    /** In streaming mode the JDK gives the status of a 401, and withholds its body. */
    private Answered answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answered(status, in == null ? "" : text(in, connection.getContentLengthLong()));
        }
    }

    /** The JDK ends a body silently where the connection does; half an error text could hide that a record is locked. */
    private String text(InputStream in, long announced) throws IOException {
        byte[] bytes = AnswerBody.read(in, BODY_BYTES_MAX, readTimeout);
        if (bytes.length < announced) {
            throw new IOException("the answer ends after " + bytes.length + " of " + announced + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String inWords(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message + " (" + e.getClass().getSimpleName() + ")";
    }

    /** Prepares, connects and sends. */
    private interface Exchange {
        void run(HttpURLConnection connection, Phase phase) throws IOException;
    }

    /** How far an exchange has come. */
    private static final class Phase {
        private final Runnable onceConnected;
        private boolean connected;

        Phase(Runnable onceConnected) {
            this.onceConnected = onceConnected;
        }

        void connect(HttpURLConnection connection) throws IOException {
            connection.connect();
            connected = true;
            onceConnected.run();
        }
    }
}
