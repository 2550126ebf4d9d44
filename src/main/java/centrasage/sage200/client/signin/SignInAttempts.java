package centrasage.sage200.client.signin;

import centrasage.flow.Secrets;
import centrasage.flow.Sha256;
import centrasage.sage200.client.wire.Row;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The one attempt to connect that is under way, from pressing the button to the browser's coming back. It lies in the store,
 * because the browser may come back to another node.
 */
final class SignInAttempts {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final String STORED = "sage200.sign-in.pending";
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Secrets secrets;
    private final Clock clock;

    SignInAttempts(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param person who pressed the button
     * @param verifier of PKCE: proves to Sage ID that whoever redeems the code is who asked for it
     * @param browserHash of what the browser shows; the value itself is with the browser alone
     */
    record Attempt(String person, String state, String verifier, String browserHash, Instant begunAt) {

        /** How Sage ID knows the verifier until then. */
        String challenge() {
            return hash(verifier);
        }

        /** Whether this is the browser that was sent to Sage ID. */
        boolean isFrom(String shown) {
            return sameText(browserHash, hash(shown));
        }

        boolean isTooOldAt(Instant now) {
            return now.isAfter(begunAt.plus(GOOD_FOR));
        }
    }

    /** Begins anew, which makes an earlier attempt worthless. */
    synchronized Attempt begin(String person, String browser) {
        Attempt attempt = new Attempt(person, randomText(), randomText(), hash(browser), clock.instant());
        secrets.put(
                STORED,
                Json.createObjectBuilder()
                        .add("person", attempt.person())
                        .add("state", attempt.state())
                        .add("verifier", attempt.verifier())
                        .add("browserHash", attempt.browserHash())
                        .add("begunAt", attempt.begunAt().toString())
                        .build()
                        .toString());
        return attempt;
    }

    /**
     * The attempt of this state, which uses it up: whoever knows the state has one try. A state that was given to nobody uses
     * up nothing, or anybody could end the attempts of others.
     */
    synchronized Optional<Attempt> take(String state) {
        Optional<Attempt> attempt = pending().filter(known -> sameText(known.state(), state));
        attempt.ifPresent(known -> secrets.put(STORED, ""));
        return attempt;
    }

    /** Who began the attempt that this browser was sent on; empty for every other browser. */
    synchronized Optional<String> person(String browser) {
        return pending().filter(known -> known.isFrom(browser)).map(Attempt::person);
    }

    /** What cannot be read, as after a change of the key file, was no attempt that could still succeed. */
    private Optional<Attempt> pending() {
        String text = secrets.get(STORED).orElse("");
        if (text.isBlank()) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            Row row = new Row(reader.readObject());
            return Optional.of(new Attempt(
                    row.text("person"),
                    row.text("state"),
                    row.text("verifier"),
                    row.text("browserHash"),
                    Instant.parse(row.text("begunAt"))));
        } catch (JsonException | Row.Malformed | DateTimeException e) {
            return Optional.empty();
        }
    }

    String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String text) {
        byte[] hash = Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static boolean sameText(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
