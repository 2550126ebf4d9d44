package centrasage.simulator.centra.payment;

import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.centra.state.TenantOptions;
import centrasage.simulator.trade.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Pays money back to customers, never more than the shop holds of theirs unless it is forced to. */
public final class Refunds {
    private final CentraState state;

    public Refunds(CentraState state) {
        this.state = state;
    }

    /**
     * Refunds what a return comes to. Only once; where the provider would not have it, once more.
     *
     * @param source as the entries show it
     * @return the entries that the payment history got: one by card, one by gift card, or both
     */
    public List<Payment> refundReturn(int id, String source) {
        OrderReturn row = state.returned(id);
        if (row == null) {
            throw new ShippingRefused("Could not find return with ID " + id, "id");
        }
        if (isRefunded(row)) {
            throw new ShippingRefused("Return " + id + " is already refunded", "id");
        }
        return refund(
                row.order().number(), row.grand(), Payment.Origin.of(source).forReturn(id), false);
    }

    /** A request without an answer counts as well. */
    public static boolean isRefunded(OrderReturn row) {
        List<Payment> outstanding = row.order().trade().outstanding(Payment.Type.REFUND_REQUEST);
        return row.refunds().stream().anyMatch(entry -> entry.movedMinor() < 0 || outstanding.contains(entry));
    }

    /** Refunds an amount of an order, for a return or for none. */
    public List<Payment> refund(int order, long minor, Payment.Origin origin, boolean force) {
        List<Payment> made = new ArrayList<>();
        state.changeDependents(order, now -> {
            made.clear();
            Refundable refundable = check(now, minor, force);
            long onGiftCard = refundable.onGiftCard(minor);
            CentraOrder after = logged(now, onGiftCard, true, origin, made);
            return logged(after, minor - onGiftCard, false, origin, made);
        });
        return made;
    }

    private static Refundable check(CentraOrder order, long minor, boolean force) {
        Refundable refundable = Refundable.of(order.trade());
        if (minor <= 0) {
            throw new ShippingRefused("There is nothing to refund", "id");
        }
        if (order.trade().payments().isEmpty()) {
            throw new ShippingRefused("Order " + order.number() + " has no payment to refund", "id");
        }
        if (minor > refundable.all() && !force) {
            throw new ShippingRefused(
                    "Refund of " + order.currency().amount(minor) + " exceeds the captured amount that remains, "
                            + order.currency().amount(Math.max(0, refundable.all())),
                    "id");
        }
        return refundable;
    }

    private CentraOrder logged(
            CentraOrder order, long minor, boolean giftCard, Payment.Origin origin, List<Payment> made) {
        if (minor <= 0) {
            return order;
        }
        Payment entry = entry(order, minor, giftCard, origin);
        made.add(entry);
        return order.logged(entry);
    }

    /** Gift cards are Centra's own: they answer at once. */
    private Payment entry(CentraOrder order, long minor, boolean giftCard, Payment.Origin origin) {
        Payment paid = paid(order, giftCard);
        boolean later =
                !giftCard && state.options().isRequest(TenantOptions.Option.ASYNCHRONOUS_REFUNDS, paid.gateway());
        Payment.Type atOnce = giftCard ? Payment.Type.REFUND_GIFT_CARD : Payment.Type.REFUND;
        long before = order.trade().payments().stream()
                .filter(entry -> entry.type().isOfRefund())
                .count();
        return new Payment(
                order.nextPaymentId(),
                state.now(),
                later ? Payment.Type.REFUND_REQUEST : atOnce,
                later ? Payment.Status.PENDING : Payment.Status.SUCCESS,
                minor,
                paid.externalReference() + "-R" + (before + 1),
                paid.gateway(),
                origin);
    }

    /** The entry by which the money came, or else the first of the order. */
    private static Payment paid(CentraOrder order, boolean giftCard) {
        List<Payment> entries = order.trade().payments();
        return entries.stream()
                .filter(entry -> entry.byGiftCard() == giftCard && entry.movedMinor() > 0)
                .findFirst()
                .orElse(entries.get(0));
    }

    /** The customer's bank does not take a refund: the money is back, as a capture of the same amount. */
    public Payment reverse(int order, int refund) {
        List<Payment> made = new ArrayList<>();
        state.changeDependents(order, now -> {
            made.clear();
            made.add(reversal(now, refund));
            return now.logged(made.get(0));
        });
        return made.get(0);
    }

    private Payment reversal(CentraOrder order, int id) {
        List<Payment> entries = order.trade().payments();
        Payment refund = entries.stream()
                .filter(entry -> entry.id() == id && entry.movedMinor() < 0 && !entry.byGiftCard())
                .findFirst()
                .orElseThrow(() -> new ShippingRefused("Entry " + id + " is no refund that was paid", "id"));
        boolean reversed = entries.stream()
                .anyMatch(entry -> entry.type() == Payment.Type.CAPTURE
                        && Objects.equals(entry.origin().answers(), id));
        if (reversed) {
            throw new ShippingRefused("Refund " + id + " is already reversed", "id");
        }
        return new Payment(
                order.nextPaymentId(),
                state.now(),
                Payment.Type.CAPTURE,
                Payment.Status.SUCCESS,
                refund.minor(),
                refund.externalReference(),
                refund.gateway(),
                Payment.Origin.of(Payment.Origin.REVERSAL).answering(id));
    }
}
