package centrasage.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** People choose their own password: at any time, and first of all where somebody else chose it for them. */
@ApplicationScoped
public class Passwords {
    private Users users;
    private Credentials credentials;
    private Sessions sessions;

    @SuppressWarnings("NullAway.Init")
    Passwords() {}

    @Inject
    Passwords(Users users, Credentials credentials, Sessions sessions) {
        this.users = users;
        this.credentials = credentials;
        this.sessions = sessions;
    }

    /** What became of a wish for another password. */
    public sealed interface Chosen {

        /** It counts from now on; every session that began before is over, but the one in which it was chosen. */
        record Done(String name) implements Chosen {}

        /**
         * It is as it was.
         *
         * @param rule the rule that is in the way, in words
         */
        record Refused(String rule) implements Chosen {}

        default <T> T match(Function<Done, T> done, Function<Refused, T> refused) {
            return this instanceof Done one ? done.apply(one) : refused.apply((Refused) this);
        }
    }

    /** @param old the password in force: a browser that was left open changes nothing */
    public Chosen choose(String name, String old, String wanted, HttpServletRequest request) {
        if (users.isConfigured(name)) {
            return new Chosen.Refused("The password of " + name
                    + " stands in the configuration (console.admin-password): change it there and start again");
        }
        if (users.account(name).filter(Account::isLocal).isEmpty()) {
            return new Chosen.Refused("You sign in at your company's sign-in: change the password there");
        }
        Checked checked = credentials.check(name, old, Callers.address(request));
        if (checked instanceof Checked.TooOften tooOften) {
            return new Chosen.Refused(
                    "Too many passwords were wrong. Wait " + minutes(tooOften.left()) + ", then try again");
        }
        if (!(checked instanceof Checked.Right)) {
            return new Chosen.Refused("The old password is not right");
        }
        if (old.equals(wanted)) {
            return new Chosen.Refused("The new password must not be the old one");
        }
        Optional<String> broken = PasswordRules.broken(name, wanted);
        if (broken.isPresent()) {
            return new Chosen.Refused(broken.get());
        }
        sessions.goOn(request, users.choose(name, wanted));
        return new Chosen.Done(name);
    }

    private static String minutes(Duration left) {
        long minutes = left.toMinutes() + 1;
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
