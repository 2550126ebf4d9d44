package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.security.LockOuts.LockOut;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is kept out, on every node and after a restart, until it is over or lifted. */
class LockOutsTest {
    private static final String HERE = "10.0.0.5";

    private final SecurityWorld world = new SecurityWorld();

    @BeforeEach
    void a_person() {
        world.users.set("ann", "right", Set.of(Roles.FINANCE), "test");
    }

    private static void wrong(Credentials node, String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(node.check(name, "wrong", HERE)).isInstanceOf(Checked.Wrong.class);
        }
    }

    private Credentials anotherNode() {
        return new Credentials(world.users, world.lockOuts, world.clock);
    }

    @Test
    void a_restart_gives_nobody_a_fresh_start() {
        wrong(world.credentials, "ann", 5);
        assertThat(anotherNode().check("ann", "right", HERE)).isInstanceOf(Checked.TooOften.class);
    }

    @Test
    void two_nodes_count_together() {
        wrong(world.credentials, "ann", 3);
        wrong(anotherNode(), "ann", 2);
        assertThat(world.credentials.check("ann", "right", HERE)).isInstanceOf(Checked.TooOften.class);
    }

    @Test
    void an_administrator_sees_who_is_kept_out_and_lifts_it() {
        wrong(world.credentials, "ann", 4);
        assertThat(world.lockOuts.current()).isEmpty();
        wrong(world.credentials, "ann", 1);
        assertThat(world.lockOuts.current()).singleElement().satisfies(out -> {
            assertThat(out.name()).isEqualTo("ann");
            assertThat(out.address()).isEqualTo(HERE);
        });
        assertThat(world.lockOuts.lift("ann", HERE, "admin")).isTrue();
        assertThat(world.credentials.check("ann", "right", HERE)).isInstanceOf(Checked.Right.class);
        assertThat(world.lockOuts.lift("ann", HERE, "admin")).isFalse();
        assertThat(world.actions("ann")).containsExactly("USER_SET", "LOCK_OUT_LIFTED");
    }

    @Test
    void an_address_is_seen_and_lifted_as_well() {
        for (int i = 0; i < 30; i++) {
            wrong(world.credentials, "name " + i, 1);
        }
        assertThat(world.lockOuts.current())
                .extracting(LockOut::name, LockOut::address)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("", HERE));
        world.lockOuts.lift("", HERE, "admin");
        assertThat(world.credentials.check("ann", "right", HERE)).isInstanceOf(Checked.Right.class);
    }

    @Test
    void what_was_typed_instead_of_a_name_is_kept_nowhere() {
        wrong(world.credentials, "my secret password", 3);
        assertThat(world.store.database().count("sign_in_failure WHERE name <> ''"))
                .isZero();
        assertThat(world.store.database().count("sign_in_failure")).isEqualTo(1);
    }

    @Test
    void what_is_over_is_forgotten_with_the_next_failure() {
        wrong(world.credentials, "ann", 5);
        world.advance(Duration.ofMinutes(6));
        assertThat(world.lockOuts.current()).isEmpty();
        assertThat(world.credentials.check("somebody", "wrong", "10.0.0.9")).isInstanceOf(Checked.Wrong.class);
        assertThat(world.store.database().count("sign_in_failure")).isEqualTo(1);
    }
}
