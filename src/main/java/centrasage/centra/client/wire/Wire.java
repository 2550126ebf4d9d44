package centrasage.centra.client.wire;

import centrasage.centra.client.wire.Answer.Complete;
import centrasage.centra.client.wire.Answer.Failed;
import centrasage.flow.AnswerBody;
import centrasage.flow.RootCause;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a request exactly once and says what became of it; never throws for anything that the network does. */
final class Wire {
    /** A page of 200 large orders has some 5 MB. */
    private static final int ANSWER_BYTES_MAX = 64 * 1024 * 1024;

    private final CentraSettings settings;
    private final CentraApi api;
    private final Clock clock;

    Wire(CentraSettings settings, CentraApi api, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.clock = clock;
    }

    Answer post(String body) {
        try (Response response = api.post(settings.authorization(), body)) {
            String retryAfter = response.getHeaderString(HttpHeaders.RETRY_AFTER);
            Answer answer = Verdict.on(response.getStatus(), retryAfter, text(response), clock.instant());
            return answer instanceof Complete complete
                    ? new Complete(complete.envelope().sentAt(date(response)))
                    : answer;
        } catch (ProcessingException | IOException e) {
            return Failed.ofAny(words(RootCause.of(e)), true);
        }
    }

    /** What one request came to that is never repeated, before anybody asks what its answer means. */
    sealed interface Sent {
        /** The connection was never made: provably not a byte of the request left. */
        record Never(String why) implements Sent {}

        /** The request may have been read, in whole or in part, and no whole answer came back. */
        record Unanswered(String why) implements Sent {}

        /** @param retryAfter the header of that name */
        record Whole(int status, String body, @Nullable String retryAfter) implements Sent {
            /** Personal data must not end in a log. */
            @Override
            public String toString() {
                return "HTTP " + status + " with " + body.length() + " characters";
            }
        }
    }

    /**
     * Exactly one request. The connection is made first and by itself, so that whatever fails there has provably sent nothing; in
     * the fixed-length streaming mode the JDK repeats nothing, because it no longer has the body then.
     */
    Sent once(String body) {
        boolean connected = false;
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            HttpURLConnection connection = open(bytes.length);
            try {
                connection.connect();
                connected = true;
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(bytes);
                }
                return whole(connection);
            } catch (IOException | RuntimeException e) {
                connection.disconnect();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            return connected ? new Sent.Unanswered(words(e)) : new Sent.Never(words(e));
        }
    }

    private HttpURLConnection open(int length) throws IOException {
        String base = settings.url().toString().replaceFirst("/+$", "");
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + "/graphql").toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()));
        connection.setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty(HttpHeaders.AUTHORIZATION, settings.authorization());
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(length);
        return connection;
    }

    /** The JDK ends a body silently where the connection does. */
    private Sent whole(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = in == null ? new byte[0] : AnswerBody.read(in, ANSWER_BYTES_MAX, settings.readTimeout());
            if (in != null && bytes.length < connection.getContentLengthLong()) {
                throw new IOException("the answer ends after " + bytes.length + " bytes");
            }
            return new Sent.Whole(
                    status,
                    new String(bytes, StandardCharsets.UTF_8),
                    connection.getHeaderField(HttpHeaders.RETRY_AFTER));
        }
    }

    private static @Nullable Instant date(Response response) {
        return Optional.ofNullable(response.getHeaderString(HttpHeaders.DATE))
                .flatMap(HttpDate::parse)
                .orElse(null);
    }

    private String text(Response response) throws IOException {
        try (InputStream in = response.readEntity(InputStream.class)) {
            byte[] bytes = AnswerBody.read(in, ANSWER_BYTES_MAX + 1, settings.readTimeout());
            if (bytes.length > ANSWER_BYTES_MAX) {
                throw new IOException("the answer is larger than 64 MiB: lower centra.page-size");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private String words(Throwable cause) {
        if (cause instanceof SocketTimeoutException) {
            return settings + " did not answer in time (centra.connect-timeout = " + settings.connectTimeout()
                    + ", centra.read-timeout = " + settings.readTimeout()
                    + "): it is tried again with the next run; if it lasts, raise the timeout or lower centra.page-size";
        }
        return settings + " cannot be reached (" + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                + "): check centra.url and the way from this server to the internet; it is tried again with the next run";
    }
}
