package centrasage.sync.plans;

import centrasage.flow.OrderStanding;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.posting.Elsewhere;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** How far orders have come, as the store knows it. */
@ApplicationScoped
public class OrderStandings {
    /** Of several companies, the one that has it, then the one that will have it. */
    private static final List<PostingState> FIRST =
            List.of(PostingState.POSTED, PostingState.SENDING, PostingState.IN_DOUBT);

    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    OrderStandings() {}

    @Inject
    public OrderStandings(Postings postings) {
        this.postings = postings;
    }

    public OrderStanding of(long order) {
        return postings.of(Long.toString(order)).stream()
                .filter(posting -> posting.key().kind() == PostingKind.ORDER)
                .min(Comparator.comparingInt(OrderStandings::place)
                        .thenComparing(Posting::id, Comparator.reverseOrder()))
                .map(posting -> new OrderStanding(posting.key(), posting.state(), posting.reasons()))
                .orElse(OrderStanding.UNKNOWN);
    }

    /** Of plans that took the order for this. */
    public PlannedDocument.Basis basis(long order, OrderStanding taken) {
        return new PlannedDocument.Basis(Long.toString(order), () -> of(order).isPlannedAs(taken));
    }

    private static int place(Posting posting) {
        int first = FIRST.indexOf(posting.state());
        if (first >= 0) {
            return first;
        }
        if (posting.state() != PostingState.SKIPPED) {
            return FIRST.size();
        }
        return posting.reasons().stream().anyMatch(reason -> reason.code().equals(Elsewhere.ANOTHER_COMPANY))
                ? FIRST.size() + 2
                : FIRST.size() + 1;
    }
}
