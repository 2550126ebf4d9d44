package centrasage.simulator.sage200.data;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Who has which record open. Locks live in the company database but not in its backups. */
public final class RecordLocks {
    /** A record somebody has open, until a moment or until released. */
    public record Lock(
            long id,
            String record,
            String user,
            String workstation,
            Instant since,
            @Nullable Instant until) {}

    private final Clock clock;
    private final AtomicLong lastId = new AtomicLong(900);
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    RecordLocks(Clock clock) {
        this.clock = clock;
    }

    public static String order(long id) {
        return "order:" + id;
    }

    public static String customer(long id) {
        return "customer:" + id;
    }

    /** Opens a record for a user; without a duration until it is released. */
    public Lock hold(String record, String user, String workstation, @Nullable Duration duration) {
        Instant until = duration == null ? null : clock.instant().plus(duration);
        Lock lock = new Lock(lastId.incrementAndGet(), record, user, workstation, clock.instant(), until);
        locks.put(record, lock);
        return lock;
    }

    /** The lock on a record, or null when it is free. */
    public @Nullable Lock on(String record) {
        Lock lock = locks.get(record);
        if (lock != null && lock.until() != null && lock.until().isBefore(clock.instant())) {
            locks.remove(record, lock);
            return null;
        }
        return lock;
    }

    /** The locks that are held now. */
    public List<Lock> all() {
        return locks.keySet().stream()
                .map(this::on)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(Lock::id))
                .toList();
    }

    public void release(String record) {
        locks.remove(record);
    }

    public void releaseAll() {
        locks.clear();
    }

    public ArrayNode toJson() {
        ArrayNode rows = Json.array();
        all().forEach(lock -> rows.addObject()
                .put("id", lock.id())
                .put("record", lock.record())
                .put("user", lock.user())
                .put("workstation", lock.workstation()));
        return rows;
    }
}
