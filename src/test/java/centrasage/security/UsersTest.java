package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final String PASSWORD = "a long password";

    private final SecurityWorld world = new SecurityWorld();
    private final Users users = world.users;

    private AccountChange change(String name, String... roles) {
        return users.change(name, PASSWORD, Set.of(roles), "admin");
    }

    @Test
    void an_account_is_made_changed_and_removed_and_each_deed_is_in_the_trail() {
        assertThat(change("a.name", Roles.FINANCE)).isEqualTo(AccountChange.DONE);
        assertThat(change("a.name", Roles.CX)).isEqualTo(AccountChange.DONE);
        assertThat(users.all()).singleElement().satisfies(user -> {
            assertThat(user.name()).isEqualTo("a.name");
            assertThat(user.roles()).containsExactly(Roles.CX);
        });
        assertThat(users.remove("a.name", "admin")).isEqualTo(AccountChange.DONE);
        assertThat(users.remove("a.name", "admin")).isEqualTo(AccountChange.UNKNOWN);
        assertThat(users.all()).isEmpty();
        assertThat(world.actions("a.name")).containsExactly("USER_SET", "USER_SET", "USER_REMOVED");
    }

    @Test
    void the_first_account_stays_an_administrator() {
        change("admin", Roles.ADMINISTRATOR);
        change("a.name", Roles.ADMINISTRATOR);
        assertThat(change("admin", Roles.VIEWER)).isEqualTo(AccountChange.ADMIN);
        assertThat(users.remove("admin", "a.name")).isEqualTo(AccountChange.ADMIN);
        assertThat(users.remove("Admin", "a.name")).isEqualTo(AccountChange.UNKNOWN);
        assertThat(users.with(Roles.ADMINISTRATOR)).containsExactly("a.name", "admin");
    }

    @Test
    void somebody_stays_who_may_make_accounts() {
        change("a.name", Roles.ADMINISTRATOR, Roles.FINANCE);
        assertThat(change("a.name", Roles.FINANCE)).isEqualTo(AccountChange.LAST_ADMINISTRATOR);
        assertThat(users.remove("a.name", "a.name")).isEqualTo(AccountChange.LAST_ADMINISTRATOR);
        change("b.name", Roles.ADMINISTRATOR);
        assertThat(users.remove("a.name", "b.name")).isEqualTo(AccountChange.DONE);
        assertThat(world.actions("a.name")).containsExactly("USER_SET", "USER_REMOVED");
    }
}
