package centrasage.sync.posting;

import centrasage.flow.Locks;
import centrasage.flow.TargetUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks into the other side's book of locks for what is locked: while a lock stands nothing is sent for its document, and
 * once it is gone that is due within seconds. What the book does not show is left to be tried by and by, and so is everything when the
 * book cannot be read: no document is held back for longer than {@link #HOLD} after the last look.
 */
public final class LockWatch {
    /** Looked for at once; what is locked beyond that has its turn when an older lock is gone, and is tried meanwhile. */
    static final int MOST = 50;

    static final Duration HOLD = Duration.ofSeconds(20);
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(10);
    /** After the lock is gone: its holder's own work on the record may still be committing. */
    static final Duration AFTER = Duration.ofSeconds(2);

    private final Store store;
    private final Locks locks;
    /** Whose lock was seen to stand. */
    private final Set<Long> seen = new HashSet<>();

    public LockWatch(Store store, Locks locks) {
        this.store = store;
        this.locks = locks;
    }

    /**
     * One look; not for two threads at once.
     *
     * @return why the book of a company could not be read, by its number; empty where it could be
     */
    public Map<String, String> look() {
        List<LockedDocument> locked = store.lockedDocuments(MOST);
        seen.retainAll(locked.stream().map(LockedDocument::postingId).collect(Collectors.toSet()));
        Map<String, String> unread = new LinkedHashMap<>();
        locked.stream().collect(Collectors.groupingBy(LockedDocument::company)).forEach((company, documents) -> {
            try {
                look(company, documents);
            } catch (TargetUnavailable e) {
                unread.put(company, String.valueOf(e.getMessage()));
            }
        });
        return unread;
    }

    private void look(String company, List<LockedDocument> documents) throws TargetUnavailable {
        Map<String, String> holders = locks.holders(
                company, documents.stream().map(LockedDocument::documentId).collect(Collectors.toSet()));
        Instant now = store.now();
        for (LockedDocument document : documents) {
            String holder = holders.get(document.documentId());
            if (holder != null) {
                stands(document, holder, now);
            } else if (seen.remove(document.postingId())) {
                store.lockIsGone(document, AFTER);
            }
        }
    }

    private void stands(LockedDocument document, String holder, Instant now) {
        boolean first = seen.add(document.postingId());
        if (first || document.notBefore().isBefore(now.plus(RENEWED_BEFORE))) {
            store.lockStands(document, holder, HOLD);
        }
    }
}
