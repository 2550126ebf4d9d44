package centrasage.sync.posting;

class MemoryBlockTest extends BlockContract {
    @Override
    protected StoreWorld world() {
        return new MemoryWorld(StoreContract.SETTLE);
    }
}
