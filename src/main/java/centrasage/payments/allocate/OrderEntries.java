package centrasage.payments.allocate;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.NewAllocation;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.AllocationsDue;
import centrasage.sync.ledger.Invoices;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The entries on the customer account of one order, and the plans of what sets them off. */
@ApplicationScoped
class OrderEntries {
    private AllocationsDue due;
    private Invoices invoices;
    private Postings postings;
    private Store store;

    @SuppressWarnings("NullAway.Init")
    OrderEntries() {}

    @Inject
    OrderEntries(
            AllocationsDue due, Invoices invoices, Postings postings, Store store) {
        this.due = due;
        this.invoices = invoices;
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
        List<Posting> all = postings.ofObjects(List.of(object));
        String company = OrderName.company(object);
        List<NewAllocation> planned = AllocationPlanner.plan(company, items(object, all), made(all));
        planned.forEach(allocation -> store.record(planned(AllocationCommands.of(allocation, order, object))));
        return planned.size();
    }

    private List<OpenItem> items(String object, List<Posting> all) {
        Stream<OpenItem> ours = all.stream()
                .filter(posting -> posting.state() == PostingState.POSTED)
                .flatMap(posting -> Optional.ofNullable(PlanAllocations.KINDS.get(posting.key().kind()))
                        .map(kind -> item(kind, posting))
                        .stream());
        Stream<OpenItem> sages = invoices.of(object).stream()
                .map(invoice -> new OpenItem(EntryKind.INVOICE, invoice.urn(), invoice.date(), invoice.gross()));
        return Stream.concat(ours, sages)
                .sorted(Comparator.comparing(OpenItem::date).thenComparing(OpenItem::urn))
                .toList();
    }

    private static OpenItem item(EntryKind kind, Posting posting) {
        String urn = Objects.requireNonNull(posting.targetNumber(), "what is posted has its number");
        return new OpenItem(kind, urn, posting.businessDate(), posting.amount());
    }

    private static List<NewAllocation> made(List<Posting> all) {
        return all.stream()
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
