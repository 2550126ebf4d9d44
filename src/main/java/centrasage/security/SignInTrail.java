package centrasage.security;

import centrasage.security.openid.Returned.Kind;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the audit trail says of signing in. A person's signing in, out and failing is a row each. A program signs in with
 * each request, so that its rows are one for each name and hour.
 *
 * <p>A name that does not exist is not written down: people type their password into the wrong field.
 */
@ApplicationScoped
public class SignInTrail {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST = 1_000;
    private static final String UNKNOWN = "unknown";

    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private Audit audit;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    SignInTrail() {}

    @Inject
    SignInTrail(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** How somebody signs in. */
    enum Way {
        PAGE("in the console"),
        PROVIDER("at the company's sign-in"),
        PROGRAM("as a program");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    void signedIn(Account account, Way way, String address) {
        write(account.name(), "SIGNED_IN", account.name(), way, address);
    }

    /** @param name of an account that exists; else empty */
    void refused(String name, Way way, String address) {
        write("sign-in", "SIGN_IN_REFUSED", name.isEmpty() ? UNKNOWN : name, way, address);
    }

    /** Somebody whom the provider knows: the name is no password that was typed into the wrong field. */
    void refusedByProvider(String name, Kind why, String address) {
        String words = why == Kind.NO_ROLE ? "no role here, " : "the name is another account's, ";
        audit.write("sign-in", "SIGN_IN_REFUSED", "user/" + name, words + Way.PROVIDER.words + ", from " + address);
    }

    public void signedOut(String name) {
        audit.write(name, "SIGNED_OUT", "user/" + name, Way.PAGE.words);
    }

    private void write(String actor, String action, String name, Way way, String address) {
        if (way != Way.PROGRAM || isNews(action + "\n" + name)) {
            audit.write(actor, action, "user/" + name, way.words + ", from " + address);
        }
    }

    private boolean isNews(String what) {
        Instant now = clock.instant();
        if (told.size() >= MOST) {
            told.clear();
        }
        boolean[] news = new boolean[1];
        told.compute(what, (key, last) -> {
            news[0] = last == null || !last.plus(HOUR).isAfter(now);
            return news[0] || last == null ? now : last;
        });
        return news[0];
    }
}
