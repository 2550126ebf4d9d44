package centrasage.payments.allocate;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.NewAllocation;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.AllocationsDue;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The entries on the customer account of one order, and the plans of what sets them off. */
@ApplicationScoped
class OrderEntries {
    private AllocationsDue due;
    private OpenItems items;
    private Postings postings;
    private Store store;

    @SuppressWarnings("NullAway.Init")
    OrderEntries() {}

    @Inject
    OrderEntries(AllocationsDue due, OpenItems items, Postings postings, Store store) {
        this.due = due;
        this.items = items;
        this.postings = postings;
        this.store = store;
    }

    /**
     * Plans what is still to be set off of an order, in a transaction of its own, after whoever plans anything else of it.
     *
     * @return how many allocations are planned by it
     */
    @Atomic(alone = true)
    public int plan(String object) {
        String order = OrderName.number(OrderName.ofObject(object)).orElse(object);
        store.lock(List.of(order));
        if (!due.take(object)) {
            return 0;
        }
        String company = OrderName.company(object);
        List<NewAllocation> planned = AllocationPlanner.plan(company, entries(object), made(object));
        planned.forEach(allocation -> store.record(planned(AllocationCommands.of(allocation, order, object))));
        return planned.size();
    }

    private List<Entry> entries(String object) {
        return items.of(object).stream()
                .map(item -> new Entry(EntryKind.valueOf(item.kind()), item.urn(), item.date(), item.value()))
                .toList();
    }

    private List<NewAllocation> made(String object) {
        return postings.ofObjects(List.of(object)).stream()
                .filter(posting -> posting.key().kind() == PostingKind.ALLOCATION)
                .map(posting -> NewAllocation.of(posting.key(), posting.amount(), posting.businessDate()))
                .toList();
    }

    private static Planned planned(Command command) {
        return new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("allocation", command.key().sourceKey(), 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command));
    }
}
