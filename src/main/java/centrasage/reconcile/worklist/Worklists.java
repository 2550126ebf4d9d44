package centrasage.reconcile.worklist;

import centrasage.flow.TargetUnavailable;
import centrasage.sync.store.PostedDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** What waits for a person in Sage 200, read there as it is now, in every company that orders were posted to. */
@ApplicationScoped
public class Worklists {
    private DespatchedOrders despatched;
    private PendingInvoices pending;
    private UncreditedReturns returned;
    private PostedDocuments posted;
    private Clock clock;
    private WorklistSettings settings;

    @SuppressWarnings("NullAway.Init")
    Worklists() {}

    @Inject
    Worklists(
            DespatchedOrders despatched,
            PendingInvoices pending,
            UncreditedReturns returned,
            PostedDocuments posted,
            Clock clock,
            Config config) {
        this(despatched, pending, returned, posted, clock, WorklistSettings.of(config));
    }

    Worklists(
            DespatchedOrders despatched,
            PendingInvoices pending,
            UncreditedReturns returned,
            PostedDocuments posted,
            Clock clock,
            WorklistSettings settings) {
        this.despatched = despatched;
        this.pending = pending;
        this.returned = returned;
        this.posted = posted;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * @param items the oldest first
     * @param silent which companies could not be read, and why: nothing is said of those
     */
    public record Listed(List<WorkItem> items, Map<String, String> silent) {
        public Listed {
            items = List.copyOf(items);
            silent = Map.copyOf(silent);
        }
    }

    public Listed list(Worklist which) {
        List<WorkItem> items = new ArrayList<>();
        Map<String, String> silent = new TreeMap<>();
        for (String company : posted.companies(LocalDate.EPOCH)) {
            try {
                items.addAll(list(which, company));
            } catch (TargetUnavailable e) {
                silent.put(company, String.valueOf(e.getMessage()));
            }
        }
        items.sort(Comparator.comparing(WorkItem::since)
                .thenComparing(WorkItem::company)
                .thenComparing(WorkItem::order)
                .thenComparing(WorkItem::document));
        return new Listed(items, silent);
    }

    private List<WorkItem> list(Worklist which, String company) throws TargetUnavailable {
        LocalDate since = settings.oldest(clock);
        return switch (which) {
            case DESPATCHED_NOT_INVOICED -> despatched.list(company, since);
            case PENDING_NOT_POSTED -> pending.list(company, since);
            case RETURNED_NOT_CREDITED -> returned.list(company, since, settings.today(clock));
        };
    }

    /** How many days it waits already, in the zone of the books. */
    public long age(WorkItem item) {
        return item.since().until(settings.today(clock), ChronoUnit.DAYS);
    }

    /** Whether it waits for longer than it may. */
    boolean isOverdue(WorkItem item) {
        return settings.isOverdue(item, clock);
    }
}
