package centrasage.simulator.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Every write that arrived, whatever became of it, in the order of arrival. */
public final class WriteLog {
    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

    /**
     * One that arrived.
     *
     * @param identity its method and business key, such as {@code POST C10234}
     * @param host under which name the caller asked for the simulator; null where it did not say
     */
    public record Write(
            Instant received, String identity, @Nullable String host) {}

    void add(String identity, Request request) {
        writes.add(new Write(Clock.systemUTC().instant(), identity, request.header("Host")));
    }

    /** Those that arrived at this moment or later. */
    public List<Write> since(Instant moment) {
        return writes.stream()
                .filter(write -> !write.received().isBefore(moment))
                .toList();
    }
}
