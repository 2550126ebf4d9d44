package centrasage.sage200.client.signin;

import centrasage.flow.Secrets;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Authorization;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access token of {@code sage200.auth = oauth2}, refreshed shortly before it ends, by one thread while the others wait.
 *
 * <p>A refresh uses up the refresh token: the next one is committed to the store before the access token is used, so that
 * a crash in between costs nothing. The store also tells what another node has refreshed in the meantime.
 */
final class SageTokens implements Authorization {
    private static final String STORED = "sage200.sign-in";

    /** How long a refused refresh token is not shown again: every lane would ask for it every few seconds otherwise. */
    private static final Duration REFUSED_FOR = Duration.ofMinutes(5);

    private final Secrets secrets;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    /** What was last read or written; null before the first use. */
    private @Nullable Grant known;

    /** Refreshed, but the store has not taken it yet: the only copy of a refresh token that is still good. */
    private @Nullable Grant unsaved;

    /** What Sage ID takes no more; null while nothing was refused. */
    private volatile @Nullable Refusal refusal;

    private record Refusal(String refreshToken, String why, Instant at) {}

    SageTokens(Secrets secrets, TokenEndpoint endpoint, Clock clock) {
        this.secrets = secrets;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> header() throws TargetUnavailable {
        Grant grant = current();
        return Optional.of((grant.isGoodAt(clock.instant()) ? grant : refreshed(grant)).header());
    }

    @Override
    public synchronized Optional<String> renewed(Optional<String> refused) throws TargetUnavailable {
        Grant grant = saved().orElseThrow(SageTokens::never);
        boolean another = !refused.equals(Optional.of(grant.header())) && grant.isGoodAt(clock.instant());
        return Optional.of((another ? grant : refreshed(grant)).header());
    }

    @Override
    public String settings() {
        return "the sign-in to Sage ID (an administrator presses Connect to Sage again)";
    }

    /** Replaces whatever there was by an administrator's new consent; where the store does not take it, nothing changes. */
    synchronized void replace(Grant grant) throws TargetUnavailable {
        put(grant);
        known = grant;
        unsaved = null;
    }

    /** The consent that is in force; empty when there never was one. Waits for no refresh, because pages ask it. */
    Optional<Grant> stored() {
        return secrets.get(STORED).filter(text -> !text.isBlank()).map(Grant::fromJson);
    }

    /** Whether Sage ID was heard to take these tokens no more, which can come before their day. */
    boolean isLost(Grant grant) {
        Refusal last = refusal;
        return last != null && last.refreshToken().equals(grant.refreshToken());
    }

    private Grant current() throws TargetUnavailable {
        Grant grant = known;
        if (unsaved == null && grant != null && grant.isGoodAt(clock.instant())) {
            return grant;
        }
        return saved().orElseThrow(SageTokens::never);
    }

    /** What the store holds, after it has taken what it did not take before. */
    private Optional<Grant> saved() throws TargetUnavailable {
        Grant waiting = unsaved;
        if (waiting != null) {
            save(waiting);
        }
        try {
            Optional<Grant> stored = stored();
            known = stored.orElse(null);
            return stored;
        } catch (RuntimeException e) {
            throw new TargetUnavailable("the stored sign-in to Sage 200 cannot be read: " + e.getMessage(), e);
        }
    }

    private Grant refreshed(Grant old) throws TargetUnavailable {
        Refusal before = refusal;
        if (before != null
                && isLost(old)
                && clock.instant().isBefore(before.at().plus(REFUSED_FOR))) {
            throw lost(before.why());
        }
        try {
            Grant next = endpoint.refresh(old);
            save(next);
            return next;
        } catch (SignInRefused e) {
            Optional<Grant> now = saved();
            if (now.isPresent() && !now.get().refreshToken().equals(old.refreshToken())) {
                // another node was faster, and its tokens are the good ones
                return now.get();
            }
            String why = String.valueOf(e.getMessage());
            refusal = new Refusal(old.refreshToken(), why, clock.instant());
            throw lost(why);
        }
    }

    private void save(Grant grant) throws TargetUnavailable {
        unsaved = grant;
        put(grant);
        unsaved = null;
        known = grant;
    }

    private void put(Grant grant) throws TargetUnavailable {
        try {
            secrets.put(STORED, grant.toJson());
        } catch (RuntimeException e) { // whatever the pool, the driver or JPA throws
            throw new TargetUnavailable("the new sign-in to Sage 200 cannot be stored: " + e.getMessage(), e);
        }
    }

    private static TargetUnavailable lost(String why) {
        return new TargetUnavailable(
                "the sign-in to Sage 200 is lost, so an administrator must press Connect to Sage (" + why + ")");
    }

    private static TargetUnavailable never() {
        return new TargetUnavailable(
                "nobody has signed in to Sage 200 yet: an administrator must press Connect to Sage");
    }
}
