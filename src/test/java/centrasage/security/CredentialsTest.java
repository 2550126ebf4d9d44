package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names and passwords: what is checked, what is remembered, and when nothing is checked any more. */
class CredentialsTest {
    private static final String HERE = "10.0.0.5";

    private final SecurityWorld world = new SecurityWorld();

    @BeforeEach
    void two_people() {
        world.users.set("ann", "right", Set.of(Roles.FINANCE), "test");
        world.users.set("bob", "right", Set.of(Roles.VIEWER), "test");
    }

    private Checked check(String name, String password) {
        return check(name, password, HERE);
    }

    private Checked check(String name, String password, String address) {
        return world.credentials.check(name, password, address);
    }

    private void wrong(int times, String name) {
        for (int i = 0; i < times; i++) {
            assertThat(check(name, "wrong")).isInstanceOf(Checked.Wrong.class);
        }
    }

    @Test
    void a_right_pair_gives_the_account_with_its_roles() {
        assertThat(check("ann", "right")).isInstanceOfSatisfying(Checked.Right.class, right -> {
            assertThat(right.account().name()).isEqualTo("ann");
            assertThat(right.account().roles()).containsExactly(Roles.FINANCE);
        });
    }

    @Test
    void a_wrong_password_and_an_unknown_name_cost_one_comparison_each() {
        assertThat(check("ann", "wrong")).isEqualTo(new Checked.Wrong("ann"));
        assertThat(check("nobody", "wrong")).isEqualTo(new Checked.Wrong(""));
        assertThat(world.hash.compared).hasSize(2);
        assertThat(world.hash.compared.get(1)).matches("PBKDF2WithHmacSHA512:310000:[^:]{44}:[^:]{44}");
    }

    @Test
    void what_an_unknown_name_is_compared_with_is_made_once() {
        check("nobody", "wrong");
        check("somebody", "wrong");
        assertThat(Set.copyOf(world.hash.compared)).hasSize(1);
    }

    @Test
    void no_transaction_is_open_while_it_is_compared() {
        check("ann", "right");
        check("nobody", "wrong");
        assertThat(world.hash.inTransaction).containsExactly(false, false);
    }

    @Test
    void a_right_pair_is_remembered_for_a_while() {
        check("ann", "right");
        check("ann", "right");
        assertThat(world.hash.compared).hasSize(1);
        world.advance(Duration.ofMinutes(5));
        check("ann", "right");
        assertThat(world.hash.compared).hasSize(2);
    }

    @Test
    void a_new_password_ends_the_old_one_at_once() {
        check("ann", "right");
        world.users.set("ann", "new", Set.of(Roles.FINANCE), "test");
        assertThat(check("ann", "right")).isInstanceOf(Checked.Wrong.class);
        assertThat(check("ann", "new")).isInstanceOf(Checked.Right.class);
    }

    @Test
    void new_roles_count_at_once() {
        check("ann", "right");
        world.users.set("ann", "right", Set.of(Roles.CX), "test");
        assertThat(check("ann", "right"))
                .isInstanceOfSatisfying(
                        Checked.Right.class,
                        right -> assertThat(right.account().roles()).containsExactly(Roles.CX));
    }

    @Test
    void after_five_failures_nothing_is_compared_until_five_minutes_have_passed() {
        wrong(4, "ann");
        world.advance(Duration.ofMinutes(1));
        wrong(1, "ann");
        assertThat(check("ann", "right")).isEqualTo(new Checked.TooOften(Duration.ofMinutes(4)));
        assertThat(world.hash.compared).hasSize(5);
        world.advance(Duration.ofMinutes(4));
        assertThat(check("ann", "right")).isInstanceOf(Checked.Right.class);
    }

    @Test
    void an_unknown_name_is_treated_alike() {
        wrong(5, "nobody");
        assertThat(check("nobody", "wrong")).isInstanceOf(Checked.TooOften.class);
    }

    @Test
    void others_and_other_addresses_are_not_kept_out() {
        wrong(5, "ann");
        assertThat(check("bob", "right")).isInstanceOf(Checked.Right.class);
        assertThat(check("ann", "right", "10.0.0.6")).isInstanceOf(Checked.Right.class);
    }

    @Test
    void a_pair_that_was_right_a_moment_ago_goes_on_working() {
        check("ann", "right");
        wrong(5, "ann");
        assertThat(check("ann", "right")).isInstanceOf(Checked.Right.class);
    }

    @Test
    void a_right_password_makes_a_clean_start() {
        wrong(4, "ann");
        assertThat(check("ann", "right")).isInstanceOf(Checked.Right.class);
        wrong(4, "ann");
    }

    @Test
    void an_address_that_tries_many_names_is_kept_out_as_well() {
        for (int i = 0; i < 30; i++) {
            wrong(1, "name " + i);
        }
        assertThat(check("ann", "right")).isInstanceOf(Checked.TooOften.class);
        assertThat(check("ann", "right", "10.0.0.6")).isInstanceOf(Checked.Right.class);
    }
}
