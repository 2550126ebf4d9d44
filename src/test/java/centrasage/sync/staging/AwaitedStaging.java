package centrasage.sync.staging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Staged documents as one worker of a simulation calls them: something can happen around each call. */
public final class AwaitedStaging extends Staging {
    private final Staging real;
    private final Around around;

    /** What happens around a call. */
    @FunctionalInterface
    public interface Around {
        <T> T call(String name, Supplier<T> call);
    }

    public AwaitedStaging(Staging real, Around around) {
        this.real = real;
        this.around = around;
    }

    @Override
    public Optional<Instant> watermark(String name) {
        return around.call("watermark", () -> real.watermark(name));
    }

    @Override
    public Instant readingBegins() {
        return around.call("readingBegins", real::readingBegins);
    }

    @Override
    public int stage(String kind, List<Received> page, Instant readAt) {
        return around.call("stage", () -> real.stage(kind, page, readAt));
    }

    @Override
    public int stage(String kind, List<Received> page, Instant readAt, String watermark, Instant readTo) {
        return around.call("stage", () -> real.stage(kind, page, readAt, watermark, readTo));
    }

    @Override
    public Set<String> received(String kind, Collection<String> sourceKeys) {
        return around.call("received", () -> real.received(kind, sourceKeys));
    }

    @Override
    public List<Staged> of(String kind, String sourceKey) {
        return around.call("of", () -> real.of(kind, sourceKey));
    }

    @Override
    public List<Staged> unplanned(String kind, long afterId, int limit) {
        return around.call("unplanned", () -> real.unplanned(kind, afterId, limit));
    }
}
