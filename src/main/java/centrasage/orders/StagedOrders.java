package centrasage.orders;

import centrasage.sync.Staged;
import centrasage.sync.Staging;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads what waits for its plan, oldest first. An item comes once a run; it comes again in a later run while it waits. */
@Named
@Dependent
public class StagedOrders extends AbstractItemReader {
    private static final int PAGE = 200;

    private final Staging staging;
    private final Queue<Staged> page = new ArrayDeque<>();
    private long lastId;
    private long lastRead;

    @Inject
    StagedOrders(Staging staging) {
        this.staging = staging;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        lastId = checkpoint instanceof Long id ? id : 0;
        lastRead = lastId;
    }

    /** Null when nothing waits any more, as the batch runtime wants it. */
    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            page.addAll(staging.unplanned(CollectOrders.KIND, lastRead, PAGE));
            page.forEach(staged -> lastRead = staged.id());
        }
        Staged next = page.poll();
        if (next != null) {
            lastId = next.id();
        }
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return lastId;
    }
}
