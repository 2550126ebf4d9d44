package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing one's own password: what is asked for first, and which rule is in the way. */
class PasswordsTest {
    private static final String FIRST = "chosen by the admin";

    private final SecurityWorld world = new SecurityWorld();
    private final Passwords passwords = world.passwords(Optional.empty());
    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> method.getName().equals("getRemoteAddr") ? "10.0.0.5" : null);

    @BeforeEach
    void somebody_new() {
        assertThat(world.users.change("ann", FIRST, Set.of(Roles.FINANCE), "admin"))
                .isEqualTo(AccountChange.DONE);
    }

    private String choose(String old, String wanted) {
        return passwords.choose("ann", old, wanted, request).match(done -> "", Passwords.Chosen.Refused::rule);
    }

    private Account ann() {
        return world.users.account("ann").orElseThrow();
    }

    @Test
    void whose_password_somebody_else_chose_must_choose_another() {
        assertThat(ann().mustChange()).isTrue();
        assertThat(choose(FIRST, "correct horse battery")).isEmpty();
        assertThat(ann().mustChange()).isFalse();
        assertThat(world.credentials.check("ann", FIRST, "10.0.0.5")).isInstanceOf(Checked.Wrong.class);
        assertThat(world.credentials.check("ann", "correct horse battery", "10.0.0.5"))
                .isInstanceOf(Checked.Right.class);
        assertThat(world.actions("ann")).containsExactly("USER_SET", "PASSWORD_CHANGED");
    }

    @Test
    void a_reset_by_an_administrator_begins_it_anew_and_ones_own_does_not() {
        choose(FIRST, "correct horse battery");
        world.users.change("ann", "another of the admin", Set.of(Roles.FINANCE), "admin");
        assertThat(ann().mustChange()).isTrue();
        world.users.change("ann", "this one is her own", Set.of(Roles.FINANCE), "ann");
        assertThat(ann().mustChange()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chosen by the admin | chosen by the admin   | must not be the old one",
                "chosen by the admin | eleven char           | has 11 characters and needs at least 12",
                "chosen by the admin | I am Ann of finance   | must not contain the name",
                "chosen by the admin | aaaaaaaaaaaabbbb      | at least 5 different characters",
                "not the right one   | correct horse battery | The old password is not right"
            })
    void the_rule_that_is_in_the_way_is_named(String old, String wanted, String rule) {
        assertThat(choose(old, wanted)).contains(rule);
        assertThat(ann().mustChange()).isTrue();
    }

    @Test
    void guessing_the_old_one_is_guessing() {
        for (int i = 0; i < 5; i++) {
            assertThat(choose("guess " + i, "correct horse battery")).contains("old password");
        }
        assertThat(choose(FIRST, "correct horse battery")).contains("Wait");
        world.advance(Duration.ofMinutes(5));
        assertThat(choose(FIRST, "correct horse battery")).isEmpty();
    }

    @Test
    void the_password_of_the_configuration_is_changed_there() {
        Passwords configured = world.passwords(Optional.of("of the configuration"));
        assertThat(configured
                        .choose("admin", "of the configuration", "correct horse battery", request)
                        .match(done -> "", Passwords.Chosen.Refused::rule))
                .contains("console.admin-password");
    }
}
