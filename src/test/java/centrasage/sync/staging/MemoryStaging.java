package centrasage.sync.staging;

import centrasage.flow.DocumentVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The twin of the staged documents for simulations: the same versions and states, in memory. */
public final class MemoryStaging extends Staging {
    private final Supplier<Instant> now;
    private final Waits waits;
    private final Map<String, Instant> watermarks = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> latest = new HashMap<>();

    /** Told whether some version of a document waits for its plan. */
    @FunctionalInterface
    public interface Waits {
        void waits(String documentKey, boolean waits);
    }

    private static final class Row {
        private final Staged staged;
        private final String content;
        private final Instant readAt;
        private boolean waiting = true;

        Row(Staged staged, String content, Instant readAt) {
            this.staged = staged;
            this.content = content;
            this.readAt = readAt;
        }

        boolean wasReadSince(Received other, Instant otherReadAt) {
            return !readAt.isBefore(otherReadAt) && staged.sourceUpdatedAt().isAfter(other.updatedAt());
        }
    }

    public MemoryStaging(Supplier<Instant> now, Waits waits) {
        this.now = now;
        this.waits = waits;
    }

    @Override
    public Optional<Instant> watermark(String name) {
        return Optional.ofNullable(watermarks.get(name));
    }

    @Override
    public Instant readingBegins() {
        return now.get();
    }

    @Override
    public int stage(String kind, List<Received> page, Instant readAt) {
        int before = rows.size();
        page.forEach(received -> stage(kind, received, readAt));
        return rows.size() - before;
    }

    @Override
    public int stage(String kind, List<Received> page, Instant readAt, String watermark, Instant readTo) {
        watermarks.put(watermark, readTo);
        return stage(kind, page, readAt);
    }

    private void stage(String kind, Received received, Instant readAt) {
        Row before = latest.get(kind + "/" + received.sourceKey());
        if (before != null && (before.content.equals(received.content()) || before.wasReadSince(received, readAt))) {
            return;
        }
        int version = before == null ? 1 : before.staged.version() + 1;
        if (before != null) {
            before.waiting = false;
        }
        Staged staged = new Staged(
                rows.size() + 1L,
                new DocumentVersion(kind, received.sourceKey(), version),
                received.subject(),
                received.updatedAt(),
                now.get(),
                Optional.of(received.text()),
                false);
        Row row = new Row(staged, received.content(), readAt);
        rows.add(row);
        latest.put(kind + "/" + received.sourceKey(), row);
        waits.waits(received.sourceKey(), true);
    }

    @Override
    public List<Staged> unplanned(String kind, long afterId, int limit) {
        return rows.stream()
                .filter(row -> row.waiting && row.staged.document().kind().equals(kind) && row.staged.id() > afterId)
                .map(row -> row.staged)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean waits(long id) {
        return rows.get((int) id - 1).waiting;
    }

    @Override
    public void planned(long id) {
        Row row = rows.get((int) id - 1);
        row.waiting = false;
        Row last = latest.get(row.staged.document().kind() + "/" + row.staged.sourceKey());
        waits.waits(row.staged.sourceKey(), last != null && last.waiting);
    }

    @Override
    public boolean planAgain(String kind, String sourceKey) {
        Row last = latest.get(kind + "/" + sourceKey);
        if (last == null) {
            return false;
        }
        last.waiting = true;
        waits.waits(sourceKey, true);
        return true;
    }
}
