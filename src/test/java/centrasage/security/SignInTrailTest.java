package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.security.SignInTrail.Way;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of signing in can be read later. */
class SignInTrailTest {
    private final SecurityWorld world = new SecurityWorld();

    @BeforeEach
    void a_person() {
        world.users.set("ann", "right", Set.of(Roles.FINANCE), "test");
    }

    private Account ann() {
        return world.users.account("ann").orElseThrow();
    }

    @Test
    void a_person_leaves_a_row_each_time() {
        world.trail.refused("ann", Way.PAGE, "10.0.0.5");
        world.trail.refused("ann", Way.PAGE, "10.0.0.5");
        world.trail.signedIn(ann(), Way.PAGE, "10.0.0.5");
        world.trail.signedOut("ann");
        assertThat(world.actions("ann"))
                .containsExactly("USER_SET", "SIGN_IN_REFUSED", "SIGN_IN_REFUSED", "SIGNED_IN", "SIGNED_OUT");
        assertThat(world.store.audit().of("user/ann").get(3)).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("ann");
            assertThat(entry.detail()).isEqualTo("in the console, from 10.0.0.5");
        });
    }

    @Test
    void a_program_leaves_one_an_hour() {
        for (int minute = 0; minute < 120; minute++) {
            world.trail.signedIn(ann(), Way.PROGRAM, "10.0.0.5");
            world.advance(Duration.ofMinutes(1));
        }
        assertThat(world.actions("ann")).containsExactly("USER_SET", "SIGNED_IN", "SIGNED_IN");
    }

    @Test
    void a_refusal_is_told_though_the_program_was_let_in_before() {
        world.trail.signedIn(ann(), Way.PROGRAM, "10.0.0.5");
        world.trail.refused("ann", Way.PROGRAM, "10.0.0.5");
        world.trail.refused("ann", Way.PROGRAM, "10.0.0.5");
        assertThat(world.actions("ann")).containsExactly("USER_SET", "SIGNED_IN", "SIGN_IN_REFUSED");
    }

    @Test
    void what_was_typed_instead_of_a_name_is_not_written_down() {
        world.trail.refused("", Way.PAGE, "10.0.0.5");
        assertThat(world.actions("unknown")).containsExactly("SIGN_IN_REFUSED");
    }
}
