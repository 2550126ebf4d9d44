package centrasage.reconcile.open;

import centrasage.desk.Drift;
import centrasage.desk.DriftBook;
import centrasage.flow.AllocationNumber;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.record.Audit;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Takes over what Sage 200 says is open, an order at a time. */
@ApplicationScoped
class OpenItemsBook {
    private static final String ACTOR = "reconcile";

    /** SQL Server takes some 2,000 parameters in one statement. */
    private static final int OBJECTS_MAX = 500;

    /** Of an allocation in any other state something may still come, or a person has been told. */
    private static final Set<PostingState> DONE =
            EnumSet.of(PostingState.POSTED, PostingState.ABANDONED, PostingState.SKIPPED, PostingState.REVERSED);

    private OpenItems items;
    private Postings postings;
    private DriftBook desk;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    OpenItemsBook() {}

    @Inject
    OpenItemsBook(OpenItems items, Postings postings, DriftBook desk, Audit audit) {
        this.items = items;
        this.postings = postings;
        this.desk = desk;
        this.audit = audit;
    }

    /** The numbers of what allocations of these orders have not done with, as {@code company/urn}. */
    @Atomic
    public Set<String> inHand(Collection<String> objects) {
        List<String> all = List.copyOf(objects);
        Set<String> inHand = new TreeSet<>();
        for (int from = 0; from < all.size(); from += OBJECTS_MAX) {
            postings.ofObjects(new ArrayList<>(all.subList(from, Math.min(from + OBJECTS_MAX, all.size())))).stream()
                    .filter(posting ->
                            posting.key().kind() == PostingKind.ALLOCATION && !DONE.contains(posting.state()))
                    .flatMap(OpenItemsBook::entries)
                    .forEach(inHand::add);
        }
        return inHand;
    }

    private static Stream<String> entries(Posting allocation) {
        AllocationNumber number = AllocationNumber.parse(allocation.key().sourceKey());
        String company = allocation.key().company();
        return Stream.of(number.credit(), number.debit()).map(urn -> company + "/" + urn);
    }

    /**
     * All of one order or nothing: where anything of it has moved on since it was read, the next night looks again.
     *
     * @return whether it was taken over
     */
    @Atomic(alone = true)
    public boolean takeOver(Judged judged) {
        Set<String> inHand = inHand(List.of(judged.object()));
        boolean isAsRead = judged.differences().stream()
                .allMatch(difference -> !inHand.contains(
                        difference.item().company() + "/" + difference.item().urn()));
        if (!isAsRead || !items.of(judged.object()).containsAll(known(judged))) {
            return false;
        }
        for (Difference difference : judged.differences()) {
            items.agree(difference.item(), difference.there());
            audit.write(
                    ACTOR,
                    "OPEN_ITEM_AGREED",
                    OrderName.ofObject(judged.object()),
                    difference + (judged.with() == null ? "" : "; allocated to " + OrderName.ofObject(judged.with())));
        }
        if (!judged.isAgreement()) {
            tell(List.of(OpenItemWords.of(judged)));
        }
        return true;
    }

    private static List<OpenItem> known(Judged judged) {
        return judged.differences().stream().map(Difference::item).toList();
    }

    @Atomic(alone = true)
    public void stated(List<Looked.Stated> rates) {
        rates.forEach(each -> items.stated(each.item(), each.rate()));
    }

    /** A person has entered it again, and what follows finds it under its new number. */
    @Atomic(alone = true)
    public void enteredAgain(OpenItem item, String before) {
        if (items.enteredAgain(item, before)) {
            audit.write(
                    ACTOR,
                    "ENTERED_AGAIN",
                    OrderName.ofObject(item.object()),
                    "what was transaction " + before + " of " + item.value() + " is " + item.urn()
                            + " in Sage 200 now");
        }
    }

    @Atomic
    public void tell(List<Drift> drifts) {
        desk.write(drifts, List.of(), List.of(), List.of());
    }
}
