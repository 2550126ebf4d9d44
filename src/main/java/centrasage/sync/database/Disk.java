package centrasage.sync.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where commits must be before the outside hears of them. SQL Server writes each commit before it returns; H2 writes what was
 * committed up to half a second later, and a process that is killed in between takes it along.
 */
@ApplicationScoped
public class Disk {
    private EntityManager entities;
    private boolean isLate;

    @SuppressWarnings("NullAway.Init")
    Disk() {}

    @Inject
    Disk(EntityManager entities, @ConfigProperty(name = "store.url") String url) {
        this.entities = entities;
        this.isLate = url.startsWith("jdbc:h2:");
    }

    /** Returns once everything that was committed before is on the disk. */
    @Atomic(alone = true)
    void force() {
        if (isLate) {
            entities.createNativeQuery("CHECKPOINT SYNC").executeUpdate();
        }
    }
}
