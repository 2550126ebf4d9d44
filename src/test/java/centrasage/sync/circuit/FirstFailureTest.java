package centrasage.sync.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two lanes meet the first refusal of a company in the same moment: both make the row that counts them, and neither loses its outcome. */
class FirstFailureTest {
    private static final Cause CAUSE = new Cause(
            "33",
            PostingKind.ORDER,
            PostingState.REFUSED,
            List.of(new Reason("CLOSED", Owner.FINANCE, "The period is closed", "Open it")));

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final AtomicInteger overtaken = new AtomicInteger();

    /** Whoever makes a row through it finds that another was faster, after it had looked. */
    private EntityManager overtaking() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("persist") && overtaken.getAndIncrement() == 0) {
                        CompletableFuture.runAsync(this::another).join();
                    }
                    try {
                        return method.invoke(world.entities(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private void another() {
        world.transactions().inNew(() -> {
            String name = StreakRow.name("33", PostingKind.ORDER, PostingState.REFUSED);
            world.entities().persist(new StreakRow(name, PostingKind.ORDER));
            return true;
        });
    }

    @Test
    void who_is_a_moment_later_counts_in_the_row_of_the_other() {
        Circuits circuits = world.transactions()
                .bean(
                        Circuits.class,
                        world.entities(),
                        world.transactions().bean(Streaks.class, overtaking()),
                        3,
                        Duration.ofMinutes(1));
        boolean stopped = world.transactions().inNew(() -> circuits.failed(CAUSE, 7, Instant.EPOCH));
        assertThat(overtaken).hasPositiveValue();
        assertThat(stopped).as("one failure of three").isFalse();
        assertThat(world.database().count("posting_streak")).isOne();
    }
}
