package centrasage.sync.posting;

class MemoryPrintedTest extends PrintedContract {
    @Override
    protected StoreWorld world() {
        return new MemoryWorld(StoreContract.SETTLE);
    }
}
