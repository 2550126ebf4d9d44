package centrasage.orders.intake;

import centrasage.centra.client.CentraEvents;
import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.QueuedEvent;
import centrasage.centra.client.RawOrder;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads Centra's event queue to its end: the orders that it names are read anew, staged, and only when that is on the disk
 * are the events confirmed. Whatever happens in between, they come again, and what is staged already is not staged twice. Events about
 * anything else, and about orders that are gone, are confirmed as well, or they would stand at the head of the queue for ever.
 */
@ApplicationScoped
public class EventQueue {
    /** More than a queue can hold that is read every few seconds; the next run goes on. */
    private static final int PAGES_MAX = 1_000;

    private CentraEvents events;
    private CentraOrders orders;
    private Intake intake;
    private EventSettings settings;

    @SuppressWarnings("NullAway.Init")
    protected EventQueue() {}

    @Inject
    EventQueue(CentraEvents events, CentraOrders orders, Intake intake, EventSettings settings) {
        this.events = events;
        this.orders = orders;
        this.intake = intake;
        this.settings = settings;
    }

    /**
     * Does nothing where {@code centra.events} is off. Called by one run at a time, which no other run stages beside.
     *
     * @param stopped asked between two pages
     * @param tally told what each page came to
     * @throws TargetUnavailable when Centra does not answer; what is confirmed is staged
     */
    public void drain(BooleanSupplier stopped, Consumer<Map<String, Long>> tally) throws TargetUnavailable {
        if (!settings.on()) {
            return;
        }
        Set<Integer> confirmed = Set.of();
        for (int page = 0; page < PAGES_MAX && !stopped.getAsBoolean(); page++) {
            List<QueuedEvent> oldest = events.oldest();
            Set<Integer> ids = oldest.stream().map(QueuedEvent::id).collect(Collectors.toSet());
            if (ids.isEmpty()) {
                return;
            }
            if (confirmed.containsAll(ids)) {
                throw new TargetUnavailable("Centra's event queue gives events again that were confirmed, such as "
                        + ids.iterator().next() + ": it is left alone until the next run; if it lasts, ask Centra's"
                        + " support");
            }
            tally.accept(taken(oldest));
            events.confirm(oldest);
            confirmed = ids;
        }
    }

    private Map<String, Long> taken(List<QueuedEvent> page) throws TargetUnavailable {
        Set<Integer> numbers = new TreeSet<>();
        page.forEach(event -> event.orderNumber().ifPresent(numbers::add));
        Instant readAt = intake.readingBegins();
        List<RawOrder> read = read(numbers);
        int changed = intake.stageForGood(read, readAt);
        long found = read.stream().map(RawOrder::number).distinct().count();
        return Map.of(
                "events",
                (long) page.size(),
                "read",
                found,
                "new or changed",
                (long) changed,
                "gone",
                numbers.size() - found);
    }

    /** At most as many pages as there are orders: each page has one at least, or it is the last. */
    private List<RawOrder> read(Set<Integer> numbers) throws TargetUnavailable {
        List<RawOrder> read = new ArrayList<>();
        @Nullable String cursor = null;
        boolean more = !numbers.isEmpty();
        for (int page = 0; more && page < numbers.size(); page++) {
            OrderPage next = orders.numbered(numbers, cursor);
            read.addAll(next.orders());
            cursor = next.endCursor();
            more = next.hasNextPage();
        }
        return read;
    }
}
