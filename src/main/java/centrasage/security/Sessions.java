package centrasage.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sessions of people in the console: begun with a new id, ended by idleness, by age, and by any change of the account. */
@ApplicationScoped
class Sessions {
    private static final String KEY = "centrasage.signed-in";
    private static final String SET_COOKIE = "Set-Cookie";

    private Users users;
    private Clock clock;
    private Duration idle;
    private Duration most;

    @SuppressWarnings("NullAway.Init")
    Sessions() {}

    @Inject
    Sessions(
            Users users,
            Clock clock,
            @ConfigProperty(name = "signin.idle") Duration idle,
            @ConfigProperty(name = "signin.session-max") Duration most) {
        this.users = users;
        this.clock = clock;
        this.idle = idle;
        this.most = most;
    }

    /** Whatever id the browser came with, it leaves with another: nobody can know it beforehand. */
    void begin(HttpServletRequest request, HttpServletResponse response, Account account) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true);
        request.changeSessionId(); // a server may give the new session the id that the browser asked for
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(KEY, Person.of(account, clock.instant()));
        strict(response);
    }

    /**
     * Payara gives a session that changes its id a cookie without the attributes that web.xml asks for: another site could
     * send it along.
     */
    private static void strict(HttpServletResponse response) {
        List<String> cookies = List.copyOf(response.getHeaders(SET_COOKIE));
        for (int place = 0; place < cookies.size(); place++) {
            String cookie = cookies.get(place);
            String whole = cookie.startsWith("JSESSIONID=") && !cookie.contains("SameSite=")
                    ? cookie + "; SameSite=Strict"
                    : cookie;
            if (place == 0) {
                response.setHeader(SET_COOKIE, whole);
            } else {
                response.addHeader(SET_COOKIE, whole);
            }
        }
    }

    /** Who the session belongs to; one that is over is ended. */
    Optional<Account> account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof Person person)) {
            return Optional.empty();
        }
        Optional<Account> account = person.isOlderThan(most, clock.instant())
                ? Optional.empty()
                : users.account(person.name()).filter(person::isStill);
        if (account.isEmpty()) {
            session.invalidate();
        }
        return account;
    }

    /** Lets this one session go on after its owner has changed the account. */
    void goOn(HttpServletRequest request, Account account) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(KEY) instanceof Person person) {
            session.setAttribute(KEY, new Person(account.name(), account.changedAt(), person.since()));
        }
    }
}
