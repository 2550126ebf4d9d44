package centrasage.refunds.plan;

import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.ReturnNumber;
import centrasage.money.Money;
import centrasage.sync.store.Posting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is credited of an order besides a refund without a return.
 *
 * @param ofReturns what each return comes to by its id, posted, on its way, held or settled by hand: it is credited sooner or later
 * @param underWay the credit notes of returns that are posted, on their way or settled by hand
 * @param sent the credit notes of refunds without a return that may be in Sage, by their names: they stay as they are
 */
record OtherCredits(Map<Long, Money> ofReturns, List<Money> underWay, Map<String, Money> sent) {
    static final OtherCredits NONE = new OtherCredits(Map.of(), List.of(), Map.of());

    private static final Set<PostingState> NEVER = EnumSet.of(PostingState.SKIPPED, PostingState.REVERSED);

    OtherCredits {
        ofReturns = Map.copyOf(ofReturns);
        underWay = List.copyOf(underWay);
        sent = Map.copyOf(sent);
    }

    /** @param postings all of the order */
    static OtherCredits of(List<Posting> postings) {
        Map<Long, Money> ofReturns = new TreeMap<>();
        List<Money> underWay = new ArrayList<>();
        Map<String, Money> sent = new TreeMap<>();
        for (Posting posting : postings) {
            String key = posting.key().sourceKey();
            if (posting.key().kind() == PostingKind.CREDIT_NOTE && !NEVER.contains(posting.state())) {
                ReturnNumber.id(key).ifPresent(id -> ofReturns.put(id, posting.amount()));
                if (PaymentNumber.is(key)
                        && (posting.state().mayHaveBeenSent() || posting.state() == PostingState.ABANDONED)) {
                    sent.put(key, posting.amount());
                } else if (ReturnNumber.is(key) && takes(posting.state())) {
                    underWay.add(posting.amount());
                }
            }
        }
        return new OtherCredits(ofReturns, underWay, sent);
    }

    /** Whether a credit note takes its share of what is invoiced: what a person has given up was settled elsewhere. */
    static boolean takes(PostingState state) {
        return state == PostingState.POSTED || state == PostingState.ABANDONED || state.isUnfinished();
    }
}
