package centrasage.sync.store;

import centrasage.sync.posting.BlockContract;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.posting.StoreWorld;

class JpaBlockTest extends BlockContract {
    @Override
    protected StoreWorld world() {
        return new JpaWorld(StoreContract.SETTLE);
    }
}
