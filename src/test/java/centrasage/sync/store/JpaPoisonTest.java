package centrasage.sync.store;

import centrasage.sync.posting.PoisonContract;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.posting.StoreWorld;

class JpaPoisonTest extends PoisonContract {
    @Override
    protected StoreWorld world() {
        return new JpaWorld(StoreContract.SETTLE);
    }
}
