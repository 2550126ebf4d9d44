package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.posting.StoreContract;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leases by their names and holders, and the time that they are measured by. */
class LeasesTest {
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);

    @Test
    void leases_are_listed_by_the_beginning_of_their_names() {
        for (String name : new String[] {"lane/2", "lane/1", "lanes", "job/x", "l_ne/3"}) {
            world.store().lease(name, "a", StoreContract.LEASE);
        }
        assertThat(world.leases().named("lane/"))
                .containsExactly(
                        new Lease("lane/1", "a", MovableClock.START.plus(StoreContract.LEASE)),
                        new Lease("lane/2", "a", MovableClock.START.plus(StoreContract.LEASE)));
        assertThat(world.leases().named("l_ne/")).hasSize(1);
    }

    @Test
    void what_a_dead_process_held_is_given_back_and_nothing_else() {
        world.store().lease("one", "web_1:8080/aa/job", StoreContract.LEASE);
        world.store().lease("two", "web_1:8080/bb/lane/1#3", StoreContract.LEASE);
        world.store().lease("three", "web-1:8080/cc/job", StoreContract.LEASE);
        world.store().lease("four", "web_1:80801/dd/job", StoreContract.LEASE);
        assertThat(world.leases().endOf("web_1:8080/")).isEqualTo(2);
        assertThat(world.leases().named("")).extracting(Lease::name).containsExactlyInAnyOrder("three", "four");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Auckland", "America/St_Johns"})
    void the_time_of_the_database_is_utc_wherever_it_stands(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            DatabaseTime time = new DatabaseTime(world.entities(), "jdbc:h2:mem:store");
            Instant now = world.transactions().inNew(time::now);
            assertThat(now).isCloseTo(Clock.systemUTC().instant(), within(1, ChronoUnit.MINUTES));
            assertThat(now.getNano() % 1_000).isZero();
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
