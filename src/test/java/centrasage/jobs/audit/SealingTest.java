package centrasage.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.posting.Store;
import centrasage.sync.record.AuditSealer;
import centrasage.sync.runs.Node;
import centrasage.sync.store.JpaWorld;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One node alone seals, however much there is to seal. */
class SealingTest {
    private static final int PAGE = 500;

    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    private final AuditSealer sealer = world.transactions().bean(AuditSealer.class, world.entities());
    private final Node here = new Node("127.0.0.1", 8080);

    private void deeds(int number) {
        world.transactions().inNew(() -> {
            for (int deed = 0; deed < number; deed++) {
                world.audit().write("anna", "DEED", "order 1", "did it");
            }
            return number;
        });
    }

    /** A store whose leases another node takes after so many. */
    private static Store leasing(int most, AtomicInteger asked) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(),
                new Class<?>[] {Store.class},
                (proxy, method, arguments) -> method.getName().equals("lease") && asked.incrementAndGet() <= most);
    }

    @Test
    void a_long_backlog_is_sealed_under_one_lease_that_is_renewed_before_each_page() {
        deeds(2 * PAGE + 1);
        AtomicInteger asked = new AtomicInteger();
        new Sealing(sealer, leasing(100, asked), here).seal(() -> false);
        assertThat(sealer.head().number()).isEqualTo(2 * PAGE + 1);
        assertThat(asked).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void who_has_lost_the_lease_seals_no_further_page() {
        deeds(PAGE + 1);
        new Sealing(sealer, leasing(1, new AtomicInteger()), here).seal(() -> false);
        assertThat(sealer.head().number()).isEqualTo(PAGE);
    }

    @Test
    void an_orderly_end_waits_for_no_backlog() {
        deeds(PAGE + 1);
        AtomicInteger looks = new AtomicInteger();
        new Sealing(sealer, world.store(), here).seal(() -> looks.getAndIncrement() > 0);
        assertThat(sealer.head().number()).isEqualTo(PAGE);
    }

    @Test
    void another_node_seals_as_soon_as_this_one_has_ended() {
        Sealing first = new Sealing(sealer, world.store(), here);
        Sealing second = new Sealing(sealer, world.store(), new Node("127.0.0.1", 8081));
        first.seal(() -> false);
        deeds(1);
        second.seal(() -> false);
        assertThat(sealer.head().number()).isZero();
        first.end();
        second.seal(() -> false);
        assertThat(sealer.head().number()).isOne();
    }
}
