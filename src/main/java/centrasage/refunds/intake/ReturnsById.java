package centrasage.refunds.intake;

import centrasage.centra.OrderReturnJson;
import centrasage.centra.client.CentraReturns;
import centrasage.centra.client.ReturnPage;
import centrasage.flow.OrderName;
import centrasage.flow.ReturnNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import jakarta.json.JsonException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads returns that are known here once more. One that Centra has no more becomes a version that says so. */
final class ReturnsById {
    private final CentraReturns centra;
    private final Staging staging;
    private final Clock clock;
    private final Consumer<Map<String, Long>> tally;
    private volatile boolean stopped;

    ReturnsById(CentraReturns centra, Staging staging, Clock clock, Consumer<Map<String, Long>> tally) {
        this.centra = centra;
        this.staging = staging;
        this.clock = clock;
        this.tally = tally;
    }

    /** Between two pages. */
    void stop() {
        stopped = true;
    }

    void read(Collection<String> keys) throws TargetUnavailable {
        List<String> all = List.copyOf(keys);
        int most = centra.pageSize();
        for (int from = 0; from < all.size() && !stopped; from += most) {
            page(all.subList(from, Math.min(from + most, all.size())));
        }
    }

    /** Asked for no more than fit a page, so that what is missing in the answer is missing in Centra. */
    private void page(List<String> keys) throws TargetUnavailable {
        Map<Long, String> wanted = new HashMap<>();
        keys.forEach(key -> ReturnNumber.id(key).ifPresent(id -> wanted.put(id, key)));
        Instant readAt = staging.readingBegins();
        List<Received> received = new ArrayList<>();
        @Nullable String cursor = null;
        boolean more = true;
        Instant answeredAt = clock.instant();
        for (int pages = 0; more && pages <= keys.size(); pages++) {
            ReturnPage page = centra.of(wanted.keySet(), cursor);
            answeredAt = Objects.requireNonNullElseGet(page.sentAt(), clock::instant);
            Instant fallback = answeredAt;
            page.returns().forEach(raw -> received.add(CollectReturns.received(raw, fallback)));
            cursor = page.endCursor();
            more = page.hasNextPage();
        }
        received.forEach(there -> wanted.values().remove(there.sourceKey()));
        for (String key : wanted.values()) {
            gone(key, answeredAt).ifPresent(received::add);
        }
        tally.accept(Map.of("read again", (long) keys.size(), "new or changed", (long)
                staging.stage(CollectReturns.KIND, received, readAt)));
    }

    /** Empty where nothing of it can be read here any more. */
    private Optional<Received> gone(String key, Instant seenAt) {
        try {
            return staging.of(CollectReturns.KIND, key).stream()
                    .findFirst()
                    .flatMap(Staged::text)
                    .map(OrderReturnJson::gone)
                    .map(text -> new Received(key, OrderName.of(ReturnNumber.order(key)), seenAt, text));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
