package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a session begins and by what it ends. */
class SessionsTest {
    private final SecurityWorld world = new SecurityWorld();
    private final Sessions sessions =
            new Sessions(world.users, world.clock, Duration.ofMinutes(20), Duration.ofHours(12));
    private final Browser browser = new Browser();

    /** A browser's session, as far as we use it. */
    private static final class Browser {
        private final Map<String, Object> attributes = new HashMap<>();
        private @Nullable HttpSession session;
        private final List<String> cookies =
                new ArrayList<>(List.of("JSESSIONID=1; Path=/; HttpOnly", "other=2; Path=/"));
        private int idleSeconds;
        private int ended;
        private int renamed;

        HttpServletRequest request() {
            return proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
                case "getSession" -> session(arguments == null || (Boolean) arguments[0]);
                case "changeSessionId" -> "id " + ++renamed;
                default -> null;
            });
        }

        /** As Payara writes it. */
        HttpServletResponse response() {
            return proxy(HttpServletResponse.class, (name, arguments) -> switch (name) {
                case "getHeaders" -> cookies;
                case "setHeader" -> replaced((String) arguments[1]);
                case "addHeader" -> cookies.add((String) arguments[1]);
                default -> null;
            });
        }

        private boolean replaced(String cookie) {
            cookies.clear();
            return cookies.add(cookie);
        }

        private @Nullable HttpSession session(boolean make) {
            if (session == null && make) {
                session = proxy(HttpSession.class, (name, arguments) -> switch (name) {
                    case "setMaxInactiveInterval" -> idleSeconds = (Integer) arguments[0];
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "invalidate" -> end();
                    default -> null;
                });
            }
            return session;
        }

        private @Nullable Object end() {
            ended++;
            attributes.clear();
            session = null;
            return null;
        }

        private interface Answer {
            @Nullable
            Object to(String method, Object[] arguments);
        }

        private static <T> T proxy(Class<T> type, Answer answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object value = answer.to(method.getName(), arguments);
                        return method.getReturnType() == void.class ? null : value;
                    }));
        }
    }

    @BeforeEach
    void somebody() {
        world.users.set("ann", "right", Set.of(Roles.FINANCE), "test");
    }

    private Account ann() {
        return world.users.account("ann").orElseThrow();
    }

    private Optional<String> who() {
        return sessions.account(browser.request()).map(Account::name);
    }

    @Test
    void what_the_browser_came_with_is_ended_and_another_session_begins() {
        browser.session(true);
        sessions.begin(browser.request(), browser.response(), ann());
        assertThat(browser.ended).isEqualTo(1);
        assertThat(browser.idleSeconds).isEqualTo(1200);
        assertThat(who()).contains("ann");
    }

    @Test
    void its_cookie_stays_behind_when_another_site_leads_here() {
        sessions.begin(browser.request(), browser.response(), ann());
        assertThat(browser.cookies)
                .containsExactly("JSESSIONID=1; Path=/; HttpOnly; SameSite=Strict", "other=2; Path=/");
    }

    @Test
    void without_a_session_nobody_is_there() {
        assertThat(who()).isEmpty();
        browser.session(true);
        assertThat(who()).isEmpty();
        assertThat(browser.ended).isZero();
    }

    @Test
    void it_ends_after_the_longest_time_however_busy_it_is() {
        sessions.begin(browser.request(), browser.response(), ann());
        world.advance(Duration.ofHours(12));
        assertThat(who()).contains("ann");
        world.advance(Duration.ofSeconds(1));
        assertThat(who()).isEmpty();
        assertThat(browser.ended).isEqualTo(1);
    }

    @Test
    void it_ends_with_the_account_it_began_with() {
        sessions.begin(browser.request(), browser.response(), ann());
        world.advance(Duration.ofSeconds(1));
        world.users.set("ann", "right", Set.of(Roles.CX), "test");
        assertThat(who()).isEmpty();
        sessions.begin(browser.request(), browser.response(), ann());
        world.users.remove("ann", "admin");
        assertThat(who()).isEmpty();
    }

    @Test
    void the_one_in_which_somebody_chose_a_password_goes_on() {
        sessions.begin(browser.request(), browser.response(), ann());
        world.advance(Duration.ofSeconds(1));
        sessions.goOn(browser.request(), world.users.choose("ann", "correct horse battery"));
        assertThat(who()).contains("ann");
        assertThat(browser.renamed).isEqualTo(1);
    }
}
