package centrasage.payments.residue;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.Plan;
import centrasage.flow.PostingState;
import centrasage.mapping.InForce;
import centrasage.payments.ResidueRules;
import centrasage.payments.plan.OrderAccounts;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The account of one order, and the plan of what clears its residue. */
@ApplicationScoped
class ClearResidue {
    /** What happens to an order of which another state is known is not over. */
    private static final Set<PostingState> OVER =
            EnumSet.of(PostingState.POSTED, PostingState.SKIPPED, PostingState.REVERSED, PostingState.ABANDONED);

    private OpenItems items;
    private Postings postings;
    private OrderStandings orders;
    private OrderAccounts accounts;
    private Store store;

    @SuppressWarnings("NullAway.Init")
    ClearResidue() {}

    @Inject
    ClearResidue(OpenItems items, Postings postings, OrderStandings orders, OrderAccounts accounts, Store store) {
        this.items = items;
        this.postings = postings;
        this.orders = orders;
        this.accounts = accounts;
        this.store = store;
    }

    /**
     * Plans it in a transaction of its own, after whoever plans anything else of the order.
     *
     * @param object the order with all that follows from it
     * @return whether there is one to clear
     */
    @Atomic(alone = true)
    public boolean plan(String object, ResidueRules rules, LocalDate today, InForce mappings) {
        String order = OrderName.number(OrderName.ofObject(object)).orElse(object);
        store.lock(List.of(order));
        Optional<Command> command = account(object, order)
                .flatMap(left -> new ResiduePlanner(rules, SalesDocumentJson::write).plan(left, today, mappings));
        command.map(ClearResidue::planned).ifPresent(store::record);
        return command.isPresent();
    }

    /** Empty while anything of the order is under way or waits for a person, and where a person gave up what would have cleared it. */
    private Optional<LeftOpen> account(String object, String order) {
        List<Posting> all = postings.ofObjects(List.of(object));
        List<Posting> pennies = all.stream()
                .filter(posting -> posting.key().kind().isOfPennies())
                .toList();
        boolean isOver = all.stream().allMatch(posting -> OVER.contains(posting.state()))
                && pennies.stream().allMatch(posting -> posting.state() == PostingState.POSTED);
        return isOver && order.matches("\\d{1,18}")
                ? accounts.of(orders.of(Long.parseLong(order)))
                        .map(customer -> new LeftOpen(
                                OrderName.company(object), object, customer, entries(object), pennies.size()))
                : Optional.empty();
    }

    private List<LeftOpen.Entry> entries(String object) {
        return items.of(object).stream()
                .map(item -> new LeftOpen.Entry(EntryKind.valueOf(item.kind()), item.date(), item.open()))
                .toList();
    }

    private static Planned planned(Command command) {
        return new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("residue", command.key().sourceKey(), 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command));
    }
}
