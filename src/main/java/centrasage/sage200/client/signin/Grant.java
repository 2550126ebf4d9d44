package centrasage.sage200.client.signin;

import centrasage.sage200.client.wire.Row;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;

/**
 * An administrator's consent and what it is worth now.
 *
 * @param consentedAt when the administrator pressed Connect to Sage; a refreshed token does not move it
 * @param consentedBy who pressed it, by sign-in name; empty where it was not kept
 * @param refreshToken good for one refresh
 * @param accessToken what requests carry
 * @param accessUntil when Sage stops taking it
 */
record Grant(Instant consentedAt, String consentedBy, String refreshToken, String accessToken, Instant accessUntil) {
    /** A request may be under way for a while before Sage looks at its token. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    boolean isGoodAt(Instant now) {
        return now.plus(MARGIN).isBefore(accessUntil);
    }

    String header() {
        return "Bearer " + accessToken;
    }

    String toJson() {
        return Json.createObjectBuilder()
                .add("consentedAt", consentedAt.toString())
                .add("consentedBy", consentedBy)
                .add("refreshToken", refreshToken)
                .add("accessToken", accessToken)
                .add("accessUntil", accessUntil.toString())
                .build()
                .toString();
    }

    static Grant fromJson(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            Row row = new Row(reader.readObject());
            return new Grant(
                    Instant.parse(row.text("consentedAt")),
                    row.optionalText("consentedBy").orElse(""),
                    row.text("refreshToken"),
                    row.text("accessToken"),
                    Instant.parse(row.text("accessUntil")));
        }
    }

    /** Tokens must not end in a log. */
    @Override
    public String toString() {
        return "Grant[consentedAt=" + consentedAt + ", accessUntil=" + accessUntil + "]";
    }
}
