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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks a name and a password, which is slow on purpose. So a right pair is remembered for a few minutes under a key that
 * dies with the process, because Basic sends the pair with each request; only one is checked at a time, so that guessing
 * never takes more than one processor; and whoever fails too often is not checked at all for a while.
 */
@ApplicationScoped
class Credentials {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 80;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    /** Names that are none, so that they are treated like names that are: what was typed there may be a password, and is kept nowhere else. */
    private final Failures ofNobody = new Failures(LockOuts.MOST_OF_A_NAME, LockOuts.WINDOW);

    private final byte[] key = new byte[32];
    private Users users;
    private LockOuts lockOuts;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Credentials() {}

    @Inject
    Credentials(Users users, LockOuts lockOuts, Clock clock) {
        this.users = users;
        this.lockOuts = lockOuts;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** A pair that was right, while the account has the same hash. */
    private record Known(String passwordHash, Instant until) {}

    /** @param address where the request comes from */
    Checked check(String name, String password, String address) {
        Optional<Account> account = users.account(name);
        String pair = fingerprint(name + "\n" + password);
        return isKnown(pair, account.orElse(null))
                ? new Checked.Right(account.orElseThrow())
                : checkSlowly(name, password, address, account.orElse(null), pair);
    }

    private boolean isKnown(String pair, @Nullable Account account) {
        Known remembered = known.get(pair);
        return remembered != null
                && account != null
                && remembered.passwordHash().equals(account.passwordHash())
                && remembered.until().isAfter(clock.instant());
    }

    private synchronized Checked checkSlowly(
            String name, String password, String address, @Nullable Account account, String pair) {
        String nameThere = name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "\n" + address;
        if (account != null && isKnown(pair, account)) {
            return new Checked.Right(account); // another request has checked it while this one waited
        }
        String known = account == null ? "" : account.name();
        Optional<Duration> left = Stream.of(lockOuts.left(known, address), ofNobody.left(nameThere, clock.instant()))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        if (left.isPresent()) {
            return new Checked.TooOften(left.get());
        }
        boolean right = users.matches(password, account);
        if (account == null || !right) {
            lockOuts.failed(known, address);
            if (account == null) {
                ofNobody.failed(nameThere, clock.instant());
            }
            return new Checked.Wrong(known);
        }
        lockOuts.succeeded(known, address);
        remember(pair, new Known(account.passwordHash(), clock.instant().plus(REMEMBERED)));
        return new Checked.Right(account);
    }

    private void remember(String pair, Known right) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(pair, right);
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
