package centrasage.reconcile.cutoff;

import centrasage.money.Money;
import centrasage.sage200.BilledOrder;
import centrasage.sync.ledger.OrderMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one order stood at the end of a day. Decides, and asks nobody.
 *
 * @param money taken, given back and invoiced until then
 * @param order as Sage has it; null where it does not live there
 * @param despatched until then, by the ids of its lines
 * @param planned what the order comes to by its plan; null where nothing tells it
 */
record Position(
        OrderMoney money,
        @Nullable BilledOrder order,
        Map<Long, BigDecimal> despatched,
        @Nullable Planned planned) {
    /** Part invoices and part despatches are rounded, each by Sage in its own way. */
    private static final BigDecimal PENNIES = new BigDecimal("0.05");

    /**
     * @param state of its posting
     * @param archived whether it does not live in Sage because it was archived there
     * @param byShipment whether its shipments are invoiced, and nothing is posted of itself
     */
    record Planned(Money total, @Nullable Money vat, String state, boolean archived, boolean byShipment) {}

    /**
     * What was given back was taken for nothing that is still to leave, but for what it was credited for: that had left. What is archived
     * is complete.
     */
    Optional<Money> capturedNotDespatched() {
        Money forWhatHadLeft = money.refunded().compareTo(money.credited()) < 0 ? money.refunded() : money.credited();
        return isArchived()
                ? Optional.empty()
                : open(money.captured().minus(money.refunded()).plus(forWhatHadLeft), worth());
    }

    Optional<Money> despatchedNotInvoiced() {
        return order == null && !isByShipment() ? Optional.empty() : open(worth(), money.invoiced());
    }

    Optional<Money> invoicedNotCaptured() {
        return open(money.invoiced(), money.captured());
    }

    private static Optional<Money> open(Money more, Money less) {
        Money open = more.minus(less);
        return open.amount().compareTo(PENNIES) > 0 ? Optional.of(open) : Optional.empty();
    }

    /** What left the warehouse; of what does not live in Sage and is not invoiced by its shipments, as much as was invoiced. */
    private Money worth() {
        if (isByShipment()) {
            return money.shipped();
        }
        return order == null ? money.invoiced() : rounded(order.worth(despatched));
    }

    private boolean isByShipment() {
        return planned != null && planned.byShipment();
    }

    private boolean isArchived() {
        return planned != null && planned.archived();
    }

    /** The VAT in part of it; null where nothing tells. */
    @Nullable
    Money vatIn(Money part) {
        if (order != null) {
            return rounded(order.vatIn(part.amount()));
        }
        Money vat = planned == null ? null : planned.vat();
        if (planned == null || vat == null || planned.total().isZero() || !isComparable(planned.total())) {
            return null;
        }
        BigDecimal share = part.amount().multiply(vat.amount());
        return rounded(
                share.divide(planned.total().amount(), planned.total().amount().scale(), RoundingMode.HALF_UP));
    }

    private boolean isComparable(Money total) {
        return total.currency().equals(money.captured().currency());
    }

    private Money rounded(BigDecimal amount) {
        return Money.rounded(amount, money.captured().currency(), RoundingMode.HALF_UP);
    }

    String sageOrder() {
        return order == null ? "" : order.documentNo();
    }

    String note() {
        if (order != null || isByShipment()) {
            return "";
        }
        if (planned == null) {
            return "the order is not known here";
        }
        return planned.state().equals("POSTED")
                ? isArchived()
                        ? "archived in Sage 200, where nothing shows what was despatched of it"
                        : "Sage 200 shows no live order of it"
                : "the order is not posted: it is " + planned.state();
    }
}
