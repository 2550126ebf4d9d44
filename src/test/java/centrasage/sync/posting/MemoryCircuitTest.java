package centrasage.sync.posting;

class MemoryCircuitTest extends CircuitContract {
    @Override
    protected StoreWorld world() {
        return new MemoryWorld(StoreContract.SETTLE);
    }
}
