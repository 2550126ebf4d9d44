package centrasage.security;

import centrasage.flow.Sha256;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has failed too often of late, in the store: a restart gives nobody a fresh start, and all nodes count together. Kept
 * out is an account from one address, so that nobody can keep somebody else out, and an address that tries many names.
 */
@ApplicationScoped
public class LockOuts {
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MOST_OF_A_NAME = 5;
    /** Several people may share the address of a proxy. */
    static final int MOST_OF_AN_ADDRESS = 30;

    private static final int SHOWN_MOST = 200;

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    LockOuts() {}

    @Inject
    LockOuts(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /**
     * Somebody whose password is not looked at for a while.
     *
     * @param name of the account; empty where it is the address, whatever the name
     */
    public record LockOut(String name, String address, Instant until) {}

    /** How long nothing is checked for this account from there; empty where something may be. */
    @Atomic
    Optional<Duration> left(String account, String address) {
        Instant now = time.now();
        return Stream.of(row(account, address), row("", address))
                .flatMap(Optional::stream)
                .filter(LockOuts::isTooOften)
                .map(row -> Duration.between(now, row.until(WINDOW)))
                .filter(left -> !left.isNegative() && !left.isZero())
                .max(Duration::compareTo);
    }

    /** @param account empty where there is none of that name: what was typed instead may be a password, and is not kept */
    @Atomic
    void failed(String account, String address) {
        Instant now = time.now();
        entities.createQuery("DELETE FROM FailureRow f WHERE f.firstAt <= :over")
                .setParameter("over", now.minus(WINDOW))
                .executeUpdate();
        count("", address, now);
        if (!account.isEmpty()) {
            count(account, address, now);
        }
    }

    private void count(String account, String address, Instant now) {
        Optional<FailureRow> found = row(account, address);
        FailureRow row = found.orElseGet(() -> new FailureRow(key(account, address), account, address));
        row.failed(now, WINDOW);
        if (found.isEmpty()) {
            entities.persist(row);
        }
    }

    @Atomic
    void succeeded(String account, String address) {
        row(account, address).ifPresent(entities::remove);
    }

    /** Who is kept out now, the latest first. */
    @Atomic
    public List<LockOut> current() {
        Instant now = time.now();
        return entities
                .createQuery("SELECT f FROM FailureRow f ORDER BY f.firstAt DESC", FailureRow.class)
                .setMaxResults(SHOWN_MOST)
                .getResultList()
                .stream()
                .filter(LockOuts::isTooOften)
                .map(row -> new LockOut(row.name(), row.address(), row.until(WINDOW)))
                .filter(each -> each.until().isAfter(now))
                .toList();
    }

    /** Looks at passwords again at once; whether there was anything to lift. */
    @Atomic(onDisk = true)
    public boolean lift(String account, String address, String actor) {
        Optional<FailureRow> row = row(account, address);
        row.ifPresent(found -> {
            entities.remove(found);
            audit.write(actor, "LOCK_OUT_LIFTED", "user/" + (account.isEmpty() ? "any" : account), "from " + address);
        });
        return row.isPresent();
    }

    private static boolean isTooOften(FailureRow row) {
        return row.failures() >= (row.name().isEmpty() ? MOST_OF_AN_ADDRESS : MOST_OF_A_NAME);
    }

    private Optional<FailureRow> row(String account, String address) {
        return Optional.ofNullable(entities.find(FailureRow.class, key(account, address)));
    }

    private static String key(String account, String address) {
        return Sha256.hex(account + "\n" + address);
    }
}
