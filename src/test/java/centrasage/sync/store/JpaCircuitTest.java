package centrasage.sync.store;

import centrasage.sync.posting.CircuitContract;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.posting.StoreWorld;
import centrasage.sync.totals.Proven;
import org.junit.jupiter.api.AfterEach;

class JpaCircuitTest extends CircuitContract {
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);

    @Override
    protected StoreWorld world() {
        return world;
    }

    @AfterEach
    void the_totals_are_what_a_count_gives() {
        Proven.totals(world.transactions());
    }
}
