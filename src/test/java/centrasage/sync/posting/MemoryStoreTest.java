package centrasage.sync.posting;

/** The in-memory twin keeps the contract. */
class MemoryStoreTest extends StoreContract {
    @Override
    protected StoreWorld world() {
        return new MemoryWorld(SETTLE);
    }
}
