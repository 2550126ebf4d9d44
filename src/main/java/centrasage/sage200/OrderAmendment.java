package centrasage.sage200;

import centrasage.flow.Document;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder.Line;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes of an order in Sage 200 what Centra has made of it since: other quantities of its lines, or its cancellation.
 *
 * @param orderId Sage's id of the order
 * @param documentNo Sage's number of it
 * @param befores the lines with a price that it may have until then: as it was posted, then as a correction of ours may have left it
 * @param order the order as it is to be; as it was posted where it is to be cancelled
 * @param cancels whether the whole order is cancelled
 */
public record OrderAmendment(
        long orderId, String documentNo, List<List<Line>> befores, NewSalesOrder order, boolean cancels) {
    public OrderAmendment {
        befores = befores.stream().map(List::copyOf).toList();
    }

    public String company() {
        return order.company();
    }

    /** Of its lines, as it was posted; none where all of it is cancelled. */
    public List<LineChange> changes() {
        return cancels ? List.of() : LineChange.between(befores.get(0), wanted());
    }

    /** By how much the order comes to something else, without a sign; all of it where it is cancelled. */
    public Money atStake(NewSalesOrder posted) {
        return cancels ? posted.total() : posted.total().minus(order.total()).abs();
    }

    /** The lines with a price that it is to have. */
    List<Line> wanted() {
        return order.priced();
    }

    /** What stands for it once it is there: the order, as Sage computes it. */
    public Document document(SalesOrder there) {
        Currency currency = order.total().currency();
        return document(
                Money.rounded(there.total(), currency, RoundingMode.UNNECESSARY),
                Money.rounded(there.vat(), currency, RoundingMode.UNNECESSARY));
    }

    /** What stands for a cancellation that is there. */
    public Document cancelled() {
        return document(order.total(), null);
    }

    private Document document(Money total, @Nullable Money vat) {
        return new Document(Long.toString(orderId), documentNo, total, vat, null);
    }

    /** One change, and the line of Sage's that it is made to. */
    public record Step(LineChange change, SalesOrder.@Nullable Line held) {}

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "OrderAmendment[" + documentNo + ", cancels=" + cancels + "]";
    }
}
