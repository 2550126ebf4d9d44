package centrasage.centra.client.wire;

import centrasage.centra.client.wire.Answer.Complete;
import centrasage.centra.client.wire.Answer.Failed;
import centrasage.centra.client.wire.Answer.Throttled;
import jakarta.json.JsonException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Classifies every answer of Centra, here and nowhere else, and says what a person can do about the bad ones. */
final class Verdict {
    private static final String NEW_TOKEN =
            "make a new Integration API token in AMS under System > API Tokens (without an"
                    + " expiry of its own a token ends after 30 days), set it as centra.token and restart";
    private static final String LATER = "it is tried again with the next run; if it lasts, ask Centra's support";
    private static final int MESSAGE_LENGTH_MAX = 300;
    private static final Set<String> NOT_OF_THE_REQUEST = Set.of("authorization", "authentication", "rate-limit");

    private Verdict() {}

    /**
     * @param retryAfter the header of that name
     * @param now to which a {@code Retry-After} relates
     */
    static Answer on(int status, @Nullable String retryAfter, String body, Instant now) {
        if (status == 200) {
            return onBody(body);
        }
        if (status == 429) {
            return new Throttled(RetryAfter.read(retryAfter, now));
        }
        boolean passing = status >= 500 || status == 408;
        return new Failed(words(status) + said(body), passing, status == 400 && isOfTheRequest(errors(body)));
    }

    private static String words(int status) {
        return switch (status) {
            case 400 ->
                "Centra does not understand our query (HTTP 400): its API has changed, or centra.page-size is too"
                        + " large; send this text to whoever maintains centra-sage200";
            case 401 -> "Centra does not accept the token (HTTP 401), it is wrong or has expired: " + NEW_TOKEN;
            case 403 ->
                "Centra does not let this token in (HTTP 403): check its permissions and stores in AMS under"
                        + " System > API Tokens, and whether a firewall stands between";
            case 404 ->
                "There is no Centra at this address (HTTP 404): correct centra.url, the tenant's base without"
                        + " /graphql";
            case 301, 302, 303, 307, 308 ->
                "Centra is not at this address but redirects (HTTP " + status
                        + "): correct centra.url, perhaps https instead of http";
            default -> "Centra failed to answer (HTTP " + status + "): " + LATER;
        };
    }

    private static Answer onBody(String body) {
        Envelope envelope;
        try {
            envelope = Envelope.read(body);
        } catch (JsonException e) { // without the parser's words, which may quote a customer
            return Failed.ofAny(
                    "Centra's answer is no GraphQL answer, or was cut short on its way: check that centra.url leads to"
                            + " Centra and not to another page; " + LATER,
                    true);
        }
        return envelope.errors().isEmpty() ? new Complete(envelope) : onErrors(envelope.errors());
    }

    private static Failed onErrors(List<GraphQlError> errors) {
        String missing = errors.stream()
                .map(GraphQlError::missingPermission)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return Failed.ofAny(
                    "The Centra token lacks the permission " + missing + ": in AMS under System > API Tokens give it to"
                            + " the token, or make a new token that has it, set it as centra.token and restart",
                    false);
        }
        boolean passing = errors.stream().allMatch(GraphQlError::passing);
        return new Failed(
                "Centra refuses our query: " + joined(errors) + "; " + LATER, passing, isOfTheRequest(errors));
    }

    /** Not where it is about who asks, or how often. */
    private static boolean isOfTheRequest(List<GraphQlError> errors) {
        return !errors.isEmpty() && errors.stream().noneMatch(error -> NOT_OF_THE_REQUEST.contains(error.category()));
    }

    private static String said(String body) {
        List<GraphQlError> errors = errors(body);
        return errors.isEmpty() ? "" : "; Centra says: " + joined(errors);
    }

    /** None of a gateway's page, which explains nothing. */
    private static List<GraphQlError> errors(String body) {
        try {
            return Envelope.read(body).errors();
        } catch (JsonException e) {
            return List.of();
        }
    }

    private static String joined(List<GraphQlError> errors) {
        String all = errors.stream().map(GraphQlError::toString).distinct().collect(Collectors.joining("; "));
        return all.length() <= MESSAGE_LENGTH_MAX ? all : all.substring(0, MESSAGE_LENGTH_MAX) + "...";
    }
}
