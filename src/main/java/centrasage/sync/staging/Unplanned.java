package centrasage.sync.staging;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Goes through what waits for its plan, oldest first, for one run: an item comes once, and again in a later run while it waits. */
public final class Unplanned {
    private static final int PAGE = 200;

    private final Staging staging;
    private final String kind;
    private final Queue<Staged> page = new ArrayDeque<>();
    private long lastRead;

    public Unplanned(Staging staging, String kind) {
        this.staging = staging;
        this.kind = kind;
    }

    /** Empty when nothing waits any more. */
    public Optional<Staged> next() {
        if (page.isEmpty()) {
            page.addAll(staging.unplanned(kind, lastRead, PAGE));
            page.forEach(staged -> lastRead = staged.id());
        }
        return Optional.ofNullable(page.poll());
    }
}
