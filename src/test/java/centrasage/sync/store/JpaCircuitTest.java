package centrasage.sync.store;

import centrasage.sync.posting.CircuitContract;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.posting.StoreWorld;

class JpaCircuitTest extends CircuitContract {
    @Override
    protected StoreWorld world() {
        return new JpaWorld(StoreContract.SETTLE);
    }
}
