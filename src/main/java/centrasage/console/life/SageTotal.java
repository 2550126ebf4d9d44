package centrasage.console.life;

import centrasage.desk.BusinessException;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.store.Posting;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order comes to in Sage 200: what Sage has answered or was read back to hold, as opposed to what was planned.
 *
 * @param there whether there is, or will be, a document of it in Sage with a total of its own
 * @param planned whether it is not there yet, so that the amount is what it will be
 * @param amount null where there is none, or Sage is known to have another that is not known here
 * @param differs whether people are told that Sage has another total, and nobody has resolved it
 * @param gone whether people are told that it is not in Sage any more, and nobody has resolved it
 */
public record SageTotal(
        boolean there, boolean planned, @Nullable Money amount, boolean differs, boolean gone) {
    private static final Set<PostingState> NOT_IN_SAGE =
            Set.of(PostingState.HELD, PostingState.SKIPPED, PostingState.REFUSED, PostingState.ABANDONED);

    /**
     * @param side the posting of the order
     * @param all postings of the order, corrections too: a correction that is posted has made the total the planned one
     * @param exceptions of the order
     */
    public static SageTotal of(Posting side, List<Posting> all, List<BusinessException> exceptions) {
        if (NOT_IN_SAGE.contains(side.state())) {
            return new SageTotal(false, false, null, false, false);
        }
        if (side.targetNumber() == null) {
            return new SageTotal(true, true, side.amount(), false, false);
        }
        if (isTold(BusinessException.Kind.MISSING_IN_SAGE, side, exceptions)) {
            return new SageTotal(false, false, null, false, true);
        }
        boolean differs = isTold(BusinessException.Kind.TOTAL_DIFFERS, side, exceptions);
        return new SageTotal(true, false, amount(side, all, differs), differs, false);
    }

    private static boolean isTold(BusinessException.Kind kind, Posting side, List<BusinessException> exceptions) {
        return exceptions.stream()
                .anyMatch(each -> each.kind() == kind
                        && each.state() == BusinessException.State.OPEN
                        && each.company().equals(side.key().company()));
    }

    private static @Nullable Money amount(Posting side, List<Posting> all, boolean differs) {
        if (all.stream().anyMatch(each -> isPostedCorrection(each, side))) {
            return side.amount();
        }
        Money answered = side.targetTotal();
        return answered != null || differs ? answered : side.amount();
    }

    private static boolean isPostedCorrection(Posting each, Posting side) {
        return each.key().kind().follows()
                && each.key().company().equals(side.key().company())
                && each.state() == PostingState.POSTED;
    }

    /** Centra's total less this; null where they cannot be compared. */
    public @Nullable Money lessThan(@Nullable Money centra) {
        return centra == null || amount == null || !centra.currency().equals(amount.currency())
                ? null
                : centra.minus(amount);
    }
}
