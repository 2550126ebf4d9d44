package centrasage.sync.posting;

class MemoryPoisonTest extends PoisonContract {
    @Override
    protected StoreWorld world() {
        return new MemoryWorld(StoreContract.SETTLE);
    }
}
