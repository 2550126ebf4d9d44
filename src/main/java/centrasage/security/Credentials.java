package centrasage.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a name and a password. A right pair is remembered for a few minutes under a key that dies with the process,
 * because a password hash is slow on purpose and Basic sends the pair with each request.
 */
@ApplicationScoped
class Credentials {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final byte[] key = new byte[32];
    private Users users;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Credentials() {}

    @Inject
    Credentials(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    private record Known(Set<String> roles, Instant until) {}

    Optional<Set<String>> roles(String name, String password) {
        String fingerprint = fingerprint(name + "\n" + password);
        Known remembered = known.get(fingerprint);
        if (remembered != null && remembered.until().isAfter(clock.instant())) {
            return Optional.of(remembered.roles());
        }
        Optional<Set<String>> roles = users.verify(name, password.toCharArray());
        if (known.size() >= MOST) {
            known.clear();
        }
        roles.ifPresent(
                given -> known.put(fingerprint, new Known(given, clock.instant().plus(REMEMBERED))));
        return roles;
    }

    private String fingerprint(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
