package centrasage.centra.client.wire;

import centrasage.centra.client.wire.Answer.Complete;
import centrasage.centra.client.wire.Answer.Failed;
import centrasage.flow.RootCause;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
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
            return new Failed(words(RootCause.of(e)), true);
        }
    }

    private static @Nullable Instant date(Response response) {
        return Optional.ofNullable(response.getHeaderString(HttpHeaders.DATE))
                .flatMap(HttpDate::parse)
                .orElse(null);
    }

    private static String text(Response response) throws IOException {
        try (InputStream in = response.readEntity(InputStream.class)) {
            byte[] bytes = in.readNBytes(ANSWER_BYTES_MAX + 1);
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
