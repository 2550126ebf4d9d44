package centrasage.dispatch.plan;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the order of a shipment has come.
 *
 * @param key of its posting; null while nothing is known of the order here
 * @param state of its posting; null as well
 * @param reasons why it is not posted, where there are any
 */
public record OrderStanding(
        @Nullable PostingKey key, @Nullable PostingState state, List<Reason> reasons) {
    static final OrderStanding UNKNOWN = new OrderStanding(null, null, List.of());

    public OrderStanding {
        reasons = List.copyOf(reasons);
    }

    /** Whether a plan made by the other standing holds by this one: not where the order was, or is, not to be posted. */
    boolean isPlannedAs(OrderStanding other) {
        return Objects.equals(key, other.key) && over() == other.over();
    }

    private @Nullable PostingState over() {
        return state == PostingState.SKIPPED || state == PostingState.ABANDONED || state == PostingState.REVERSED
                ? state
                : null;
    }

    boolean isPosted() {
        return state == PostingState.POSTED;
    }
}
