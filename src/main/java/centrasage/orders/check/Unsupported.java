package centrasage.orders.check;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Kinds of orders that are known and have no rule yet: held as what they are, never posted as something else. */
public final class Unsupported {
    /** Centra's types of discounts, in words. */
    private static final Map<String, String> KNOWN_DISCOUNTS = Map.of(
            "AppliedVoucherDiscount", "a voucher",
            "AppliedVoucherCredit", "an old gift certificate",
            "AppliedVoucherFreeProduct", "a voucher for a free product",
            "AppliedVoucherFreeShipping", "a voucher for free shipping",
            "AdminDiscount", "a discount that a person gave");

    private final Order order;
    private final Complaints complaints;

    public Unsupported(Order order, Complaints complaints) {
        this.order = order;
        this.complaints = complaints;
    }

    public void run() {
        if (OrderChecks.isWholesale(order)) {
            hold("WHOLESALE", "is a wholesale order");
        }
        order.lines().forEach(this::line);
        giftCard();
        if (order.grandTotal().signum() == 0) {
            hold("ZERO_TOTAL", "has a total of zero");
        }
        discounts();
        amount("HANDLING", "a handling charge", order.totals().handling());
        amount("TAX_ADDED", "tax on top of its prices", order.totals().taxAdded());
        amount("TAX_DEDUCTED", "tax taken off its prices", order.totals().taxDeducted());
    }

    private void line(OrderLine line) {
        switch (line.type()) {
            case "BundleOrderLine", "BundleItemOrderLine" -> hold("BUNDLE", "contains a bundle");
            case "GiftCertificateOrderLine" -> hold("GIFT_CERTIFICATE", "sells a gift certificate");
            default -> {
                // Goods, or unknown and told with the other lines.
            }
        }
    }

    private void giftCard() {
        boolean giftCard = order.payments().stream()
                .anyMatch(entry -> entry.entryType().endsWith("_GIFT_CARD")
                        && !entry.status().equals("FAILED"));
        if (giftCard) {
            hold("GIFT_CARD_PAYMENT", "is partly or wholly paid with a gift card");
        }
    }

    private void discounts() {
        List<Order.Discount> applied =
                order.discounts().stream().filter(Unsupported::matters).toList();
        applied.forEach(this::discount);
        if (applied.isEmpty()) {
            amount(
                    "ORDER_DISCOUNT",
                    "a discount on the whole order",
                    order.totals().discounts());
        }
    }

    private static boolean matters(Order.Discount discount) {
        return discount.value().signum() != 0
                || discount.shippingValue().signum() != 0
                || !KNOWN_DISCOUNTS.containsKey(discount.type());
    }

    private void discount(Order.Discount discount) {
        String value = AmountChecks.written(order, discount.value());
        String what = KNOWN_DISCOUNTS.getOrDefault(discount.type(), "a discount of a new kind, " + discount.type());
        if (discount.type().equals("AppliedVoucherCredit")) {
            hold("VOUCHER_CREDIT", "is partly or wholly paid with " + what + " of " + value);
        } else {
            hold("ORDER_DISCOUNT", "has a discount of " + value + " on the whole order: " + what);
        }
    }

    private void amount(String code, String name, BigDecimal amount) {
        if (amount.signum() != 0) {
            hold(code, "has " + name + " of " + AmountChecks.written(order, amount));
        }
    }

    private void hold(String code, String what) {
        assert ByHand.isTheOnlyWay(code) : code;
        complaints.add(code, FINANCE, "The order " + what, "Wait for a version that posts it" + ByHand.OR_ENTER);
    }
}
