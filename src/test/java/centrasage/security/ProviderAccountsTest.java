package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.security.openid.Identity;
import centrasage.security.openid.Returned.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts of people whom the company's provider knows: as it says at each sign-in, and nobody else's. */
class ProviderAccountsTest {
    private final SecurityWorld world = new SecurityWorld();
    private final ProviderAccounts accounts = world.store
            .transactions()
            .bean(ProviderAccounts.class, world.store.entities(), world.store.time(), world.store.audit());

    private static Identity ann(String... roles) {
        return new Identity("https://acme s-ann", "ann@acme", Set.of(roles));
    }

    @Test
    void an_account_is_made_with_the_roles_of_the_day() {
        assertThat(accounts.take(ann(Roles.FINANCE))).isEmpty();
        assertThat(world.users.all()).singleElement().satisfies(user -> {
            assertThat(user.roles()).containsExactly(Roles.FINANCE);
            assertThat(user.local()).isFalse();
            assertThat(user.mustChange()).isFalse();
        });
    }

    @Test
    void other_roles_end_the_sessions_of_before_and_the_same_do_not() {
        accounts.take(ann(Roles.FINANCE));
        Person before = Person.of(world.users.account("ann@acme").orElseThrow(), world.clock.instant());
        world.advance(java.time.Duration.ofMinutes(1));
        accounts.take(ann(Roles.FINANCE));
        assertThat(before.isStill(world.users.account("ann@acme").orElseThrow()))
                .isTrue();
        accounts.take(ann(Roles.VIEWER));
        assertThat(before.isStill(world.users.account("ann@acme").orElseThrow()))
                .isFalse();
        assertThat(world.actions("ann@acme")).containsExactly("USER_SET", "USER_ROLES_SET");
    }

    @Test
    void whoever_has_no_role_any_more_has_no_account_any_more() {
        accounts.take(ann(Roles.FINANCE));
        assertThat(accounts.take(ann())).contains(Kind.NO_ROLE);
        assertThat(world.users.all()).isEmpty();
    }

    @Test
    void a_local_account_of_the_same_name_is_not_taken_over() {
        world.users.set("Ann@acme", "a password of hers", Set.of(Roles.ADMINISTRATOR), "test");
        assertThat(accounts.take(ann(Roles.VIEWER))).contains(Kind.NAME_TAKEN);
        assertThat(world.users.all())
                .singleElement()
                .satisfies(user -> assertThat(user.roles()).containsExactly(Roles.ADMINISTRATOR));
    }

    @Test
    void somebody_else_who_is_called_the_same_later_is_somebody_else() {
        accounts.take(ann(Roles.ADMINISTRATOR));
        assertThat(accounts.take(new Identity("https://acme s-other", "ann@acme", Set.of(Roles.VIEWER))))
                .contains(Kind.NAME_TAKEN);
    }

    @Test
    void somebody_who_is_renamed_is_one_person() {
        accounts.take(ann(Roles.FINANCE));
        accounts.take(new Identity("https://acme s-ann", "ann.miller@acme", Set.of(Roles.FINANCE)));
        assertThat(world.users.all())
                .singleElement()
                .satisfies(user -> assertThat(user.name()).isEqualTo("ann.miller@acme"));
    }

    @Test
    void no_password_opens_such_an_account_and_none_is_given_to_it() {
        accounts.take(ann(Roles.FINANCE));
        assertThat(world.credentials.check("ann@acme", "", "10.0.0.5")).isInstanceOf(Checked.Wrong.class);
        assertThat(world.credentials.check("ann@acme", "hash of ", "10.0.0.5")).isInstanceOf(Checked.Wrong.class);
        assertThat(world.users.change("ann@acme", "a password of hers", Set.of(Roles.VIEWER), "admin"))
                .isEqualTo(AccountChange.FROM_PROVIDER);
        assertThat(world.users.roles("ann@acme", Set.of(Roles.VIEWER), "admin")).isEqualTo(AccountChange.FROM_PROVIDER);
        assertThat(world.users.remove("ann@acme", "admin")).isEqualTo(AccountChange.DONE);
    }
}
