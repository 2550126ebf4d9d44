package centrasage.orders.amendment;

import centrasage.flow.Command;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sync.store.Posting;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An order that is posted, and what there is to amend it.
 *
 * @param posting of the order
 * @param command as it was posted, or as it was amended since
 * @param order what Sage is to hold of it now
 * @param befores the lines with a price that it may have in Sage
 * @param amendments of it, the oldest first
 */
record PostedOrder(
        Posting posting, Command command, NewSalesOrder order, List<List<Line>> befores, List<Posting> amendments) {
    private static final Set<PostingState> OVER =
            EnumSet.of(PostingState.POSTED, PostingState.SKIPPED, PostingState.REVERSED);

    PostedOrder {
        amendments = amendments.stream()
                .filter(each -> each.key().kind() == PostingKind.ORDER_AMENDMENT)
                .toList();
    }

    String number() {
        return posting.key().sourceKey();
    }

    String documentNo() {
        return Objects.requireNonNull(posting.targetNumber(), "what is posted has a number");
    }

    long sageId() {
        return Long.parseLong(Objects.requireNonNull(posting.targetId(), "what is posted has an id"));
    }

    /** Those that are neither there nor withdrawn. */
    List<Posting> open() {
        return amendments.stream().filter(each -> !OVER.contains(each.state())).toList();
    }
}
