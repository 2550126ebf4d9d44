package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** There is no default password: it is the operator's, or a random one that is told once and must be changed. */
class FirstStartTest {
    private final SecurityWorld world = new SecurityWorld();

    private static List<String> logOf(Runnable deed) {
        List<String> lines = new ArrayList<>();
        Logger log = Logger.getLogger(Users.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        try {
            deed.run();
        } finally {
            log.removeHandler(handler);
        }
        return lines;
    }

    @Test
    void without_a_configured_one_it_is_random_told_once_and_to_be_changed() {
        List<String> log = logOf(world.users::prepareAdministrator);
        assertThat(log).singleElement().asString().contains("First start", "to be changed");
        Account admin = world.users.account("admin").orElseThrow();
        assertThat(admin.mustChange()).isTrue();
        assertThat(logOf(world.users::prepareAdministrator)).isEmpty();
        assertThat(world.users.account("admin")).contains(admin);
    }

    @Test
    void the_configured_one_is_the_operators_own_and_is_not_told() {
        Users configured = world.users(Optional.of("of the configuration"));
        assertThat(logOf(configured::prepareAdministrator)).isEmpty();
        assertThat(configured.account("admin").orElseThrow().mustChange()).isFalse();
        assertThat(configured.change("admin", "another one here", java.util.Set.of(Roles.ADMINISTRATOR), "admin"))
                .isEqualTo(AccountChange.CONFIGURED);
    }
}
