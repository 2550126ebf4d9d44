package centrasage.sync.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes the store's entity manager injectable through constructors. */
@ApplicationScoped
class StoreUnit {
    @Produces
    @PersistenceContext(unitName = "store")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private EntityManager entities;
}
