package centrasage.console.life;

import centrasage.console.words.Signs;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.store.Blockage;
import centrasage.sync.store.Posting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What comes next for an order that is in Sage 200: what stands of its parcels, in sentences. */
public final class Despatching {
    private final Expectation expectation;
    private final Signs signs;
    private final Map<Long, Blockage> blocked;

    /** @param blocked what keeps a posting, by its id */
    public Despatching(Expectation expectation, Signs signs, Map<Long, Blockage> blocked) {
        this.expectation = expectation;
        this.signs = signs;
        this.blocked = blocked;
    }

    /**
     * Of every parcel that is not done with; of an order without one what has left, and what is still to come.
     *
     * @param invoiced whether Sage has an invoice of the order
     */
    public String of(List<Parcel> parcels, boolean invoiced) {
        String undone = sentences(parcels.stream().filter(Parcel::open).toList(), parcels);
        return undone.isEmpty() ? settled(parcels, invoiced) : undone;
    }

    /** What goes on by itself while a person is needed besides; empty where nothing does. */
    public String byItself(List<Parcel> parcels) {
        return sentences(
                parcels.stream().filter(each -> each.state().isUnfinished()).toList(), parcels);
    }

    private String sentences(List<Parcel> told, List<Parcel> all) {
        return told.stream()
                .filter(each -> !isBehindALock(each.posting(), all))
                .map(each -> name(each.posting()) + ": " + next(each.posting()))
                .collect(Collectors.joining(" "));
    }

    /** Then the lock says how many wait behind it. */
    private boolean isBehindALock(Posting posting, List<Parcel> all) {
        return posting.state().isUnfinished()
                && !blocked.containsKey(posting.id())
                && all.stream().map(Parcel::posting).anyMatch(each -> isLocked(each) && isBefore(each, posting));
    }

    private boolean isLocked(Posting posting) {
        Blockage blockage = blocked.get(posting.id());
        return blockage != null && blockage.block().as() == PostingState.LOCKED;
    }

    private static boolean isBefore(Posting one, Posting other) {
        int rank = Integer.compare(one.key().kind().rank(), other.key().kind().rank());
        return rank < 0 || rank == 0 && one.id() < other.id();
    }

    private String name(Posting posting) {
        return signs.document(posting.key().kind()) + " " + signs.source(posting.key());
    }

    private String next(Posting posting) {
        Blockage blockage = blocked.get(posting.id());
        return blockage == null ? expectation.of(posting) : expectation.of(blockage);
    }

    private static String settled(List<Parcel> parcels, boolean invoiced) {
        long left = count(parcels, PostingState.POSTED);
        long givenUp = count(parcels, PostingState.ABANDONED);
        String more = givenUp == 0
                ? ""
                : givenUp == 1
                        ? " One parcel was given up by a person."
                        : " " + givenUp + " parcels were given up by a person.";
        if (left == 0) {
            return "No despatch is known here yet: despatch and invoice follow once a parcel leaves the warehouse."
                    + more;
        }
        String parcelsThatLeft = "Nothing more of "
                + (left == 1 ? "the parcel that has" : "the " + left + " parcels that have")
                + " left: ";
        boolean areInvoicedFromHere =
                parcels.stream().anyMatch(each -> each.posting().key().kind() == PostingKind.LEDGER_INVOICE);
        return parcelsThatLeft
                + (areInvoicedFromHere || invoiced ? "it is invoiced." : "the invoice follows in Sage 200.")
                + " What leaves later is "
                + (areInvoicedFromHere ? "invoiced" : "despatched")
                + " by itself."
                + more;
    }

    private static long count(List<Parcel> parcels, PostingState state) {
        return parcels.stream().filter(each -> each.state() == state).count();
    }
}
