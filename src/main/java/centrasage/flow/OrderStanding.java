package centrasage.flow;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the order of a document, such as a shipment or a payment, has come.
 *
 * @param key of its posting; null while nothing is known of the order here
 * @param state of its posting; null as well
 * @param reasons why it is not posted, where there are any
 */
public record OrderStanding(
        @Nullable PostingKey key, @Nullable PostingState state, List<Reason> reasons) {
    /** The code of the reason why a sound order is not posted where its shipments are invoiced: {@code orders.post-as}. */
    public static final String VALIDATED_ONLY = "VALIDATED_ONLY";

    public static final OrderStanding UNKNOWN = new OrderStanding(null, null, List.of());

    public OrderStanding {
        reasons = List.copyOf(reasons);
    }

    /** Whether a plan made by the other standing holds by this one: not where the order was, or is, not to be posted. */
    public boolean isPlannedAs(OrderStanding other) {
        return Objects.equals(key, other.key)
                && over() == other.over()
                && isInvoicedByShipment() == other.isInvoicedByShipment();
    }

    private @Nullable PostingState over() {
        return state == PostingState.SKIPPED || state == PostingState.ABANDONED || state == PostingState.REVERSED
                ? state
                : null;
    }

    public boolean isPosted() {
        return state == PostingState.POSTED;
    }

    /** Whether it is for the ledger, and only its shipments are posted. */
    public boolean isInvoicedByShipment() {
        return state == PostingState.SKIPPED
                && reasons.stream().anyMatch(reason -> reason.code().equals(VALIDATED_ONLY));
    }
}
