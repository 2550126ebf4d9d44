package centrasage.orders;

import static centrasage.flow.Owner.CX;
import static centrasage.flow.Owner.FINANCE;
import static centrasage.flow.Owner.OPERATIONS;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an order is of a kind that can be posted, and complete: what it contains, before any amount or mapping. */
final class OrderChecks {
    private static final Set<String> KNOWN_DISCOUNTS = Set.of(
            "AppliedVoucherDiscount",
            "AppliedVoucherCredit",
            "AppliedVoucherFreeProduct",
            "AppliedVoucherFreeShipping",
            "AdminDiscount");
    private static final String BY_HAND = "Enter the order in Sage 200 by hand, or wait for a version that posts it";

    private final Order order;
    private final Complaints complaints;

    OrderChecks(Order order, Complaints complaints) {
        this.order = order;
        this.complaints = complaints;
    }

    /** The lines that are still ordered: Centra keeps a fully cancelled one with a quantity and value of 0. */
    static java.util.List<OrderLine> liveLines(Order order) {
        return order.lines().stream().filter(line -> !isCancelled(line)).toList();
    }

    void run() {
        storeType();
        customer();
        address();
        if (liveLines(order).isEmpty()) {
            complaints.add("NO_LINES", CX, "the order has no lines", "Cancel the order in Centra");
        }
        liveLines(order).forEach(this::line);
        order.discounts().forEach(this::discount);
    }

    private void storeType() {
        if (order.storeType().equals("WHOLESALE")) {
            complaints.add("WHOLESALE", FINANCE, "the order is a wholesale order", BY_HAND);
        } else if (!order.storeType().equals("DIRECT_TO_CONSUMER")) {
            complaints.add(
                    "UNKNOWN_STORE_TYPE",
                    OPERATIONS,
                    "the store " + order.store() + " is of the type " + order.storeType() + ", which is not known here",
                    "Leave the store out of orders.stores, or report the type");
        }
    }

    private void customer() {
        if (order.customer() == null) {
            complaints.add(
                    "NO_CUSTOMER",
                    CX,
                    "Centra names no customer for the order",
                    "Give the order a customer in Centra; a deleted one must be replaced");
        }
    }

    private void address() {
        Address address = order.shippingAddress();
        if (address == null) {
            complaints.add(
                    "NO_ADDRESS",
                    CX,
                    "the order has no delivery address",
                    "Ask the customer and complete the order in Centra");
            return;
        }
        require(address.countryCode(), "NO_COUNTRY", "country");
        require(address.address1(), "INCOMPLETE_ADDRESS", "first address line");
        require(
                AddressFold.firstOf(
                        address.companyName(), address.attention(), address.firstName(), address.lastName()),
                "INCOMPLETE_ADDRESS",
                "name");
    }

    private void require(@Nullable String part, String code, String name) {
        if (part == null || part.isBlank()) {
            complaints.add(
                    code,
                    CX,
                    "the delivery address has no " + name,
                    "Ask the customer and complete the address in Centra");
        }
    }

    private void line(OrderLine line) {
        switch (line.type()) {
            case "ProductOrderLine" -> product(line);
            case "BundleOrderLine", "BundleItemOrderLine" ->
                complaints.add("BUNDLE", FINANCE, "the order contains a bundle", BY_HAND);
            case "GiftCertificateOrderLine" ->
                complaints.add("GIFT_CERTIFICATE", FINANCE, "the order sells a gift certificate", BY_HAND);
            default ->
                complaints.add(
                        "UNKNOWN_LINE_TYPE",
                        OPERATIONS,
                        "a line is of the type " + line.type() + ", which is not known here",
                        "Report the type; " + BY_HAND);
        }
    }

    private void product(OrderLine line) {
        String sku = line.sku();
        if (sku == null || sku.isBlank()) {
            complaints.add(
                    "NO_SKU",
                    OPERATIONS,
                    "the product " + line.productName() + " has no SKU in Centra",
                    "Give the product's size a SKU in Centra");
        }
        if (line.quantity() <= 0) {
            complaints.add(
                    "BAD_QUANTITY",
                    CX,
                    "the quantity of " + line.productName() + " is " + line.quantity(),
                    "Correct the order in Centra");
        }
    }

    private void discount(Order.Discount discount) {
        boolean nothing =
                discount.value().signum() == 0 && discount.shippingValue().signum() == 0;
        if (discount.type().equals("AppliedVoucherCredit") && !nothing) {
            complaints.add(
                    "VOUCHER_CREDIT",
                    FINANCE,
                    "the order is partly paid with a gift certificate of " + discount.value() + " " + order.currency(),
                    BY_HAND);
        } else if (!nothing || !KNOWN_DISCOUNTS.contains(discount.type())) {
            complaints.add(
                    "ORDER_DISCOUNT",
                    FINANCE,
                    "the order has a discount on the whole order (" + discount.type() + ") of " + discount.value() + " "
                            + order.currency(),
                    BY_HAND);
        }
    }

    private static boolean isCancelled(OrderLine line) {
        return line.quantity() == 0
                && line.cancelledQuantity() > 0
                && line.gross().signum() == 0;
    }
}
