package centrasage.sync;

/** The in-memory twin keeps the contract. */
class MemoryStoreTest extends StoreContract {
    @Override
    StoreWorld world() {
        return new MemoryWorld(SETTLE);
    }
}
