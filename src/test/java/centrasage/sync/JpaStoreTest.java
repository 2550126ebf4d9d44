package centrasage.sync;

/** The store in the database keeps the contract, on H2 with the real migrations and entities. */
class JpaStoreTest extends StoreContract {
    @Override
    StoreWorld world() {
        return new JpaWorld(SETTLE);
    }
}
