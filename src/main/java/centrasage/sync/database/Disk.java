package centrasage.sync.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where commits must be before the outside hears of them. SQL Server writes each commit before it returns; H2 writes what was
 * committed up to half a second later, and a process that is killed in between takes it along.
 *
 * <p>{@code CHECKPOINT SYNC} alone would not do. H2's background writer may have taken what was committed and be about to write it:
 * then nothing counts as unsaved, and the checkpoint waits for nothing ({@code MVStore.tryCommit}, {@code hasUnsavedChanges}). One
 * that finds anything unsaved goes through the same two queues as the background writer, and waits until its own part is written,
 * so all before it is. Hence a row that is not saved yet. The background writer can take that one as well, in the moment between the
 * row and the checkpoint, but not twice within the half second that it waits after each time: hence both twice.
 */
@ApplicationScoped
public class Disk {
    private EntityManager entities;
    private boolean isLate;
    /** How often it was asked for, and up to which of these everything is on the disk. */
    private final AtomicLong asked = new AtomicLong();

    private final Lock writing = new ReentrantLock();
    private long written;

    @SuppressWarnings("NullAway.Init")
    Disk() {}

    @Inject
    Disk(EntityManager entities, @ConfigProperty(name = "store.url") String url) {
        this.entities = entities;
        this.isLate = url.startsWith("jdbc:h2:");
    }

    /**
     * Returns once everything that was committed before is on the disk. Whoever waited while others wrote shares the next
     * write with all who waited: it begins after they committed.
     */
    @Atomic(alone = true)
    void force() {
        if (!isLate) {
            return;
        }
        long mine = asked.incrementAndGet();
        writing.lock();
        try {
            if (written < mine) {
                long all = asked.get();
                write();
                written = all;
            }
        } finally {
            writing.unlock();
        }
    }

    private void write() {
        String row = "disk/" + UUID.randomUUID(); // nobody else sees it: it is gone before the transaction ends
        change("INSERT INTO lease (name, holder, until_at) VALUES (?, 'first', CURRENT_TIMESTAMP)", row);
        entities.createNativeQuery("CHECKPOINT").executeUpdate();
        change("UPDATE lease SET holder = 'second' WHERE name = ?", row);
        entities.createNativeQuery("CHECKPOINT SYNC").executeUpdate();
        change("DELETE FROM lease WHERE name = ?", row);
    }

    private void change(String sql, String row) {
        entities.createNativeQuery(sql).setParameter(1, row).executeUpdate();
    }
}
