package centrasage.orders.check;

import static centrasage.flow.Owner.CX;
import static centrasage.flow.Owner.FINANCE;
import static centrasage.flow.Owner.OPERATIONS;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an order is complete and of known parts, before any amount or mapping. */
public final class OrderChecks {
    private static final Set<String> KNOWN_LINES =
            Set.of("ProductOrderLine", "BundleOrderLine", "BundleItemOrderLine", "GiftCertificateOrderLine");

    private static final Set<String> KNOWN_DISCOUNTS = Set.of(
            "AppliedVoucherDiscount",
            "AppliedVoucherCredit",
            "AppliedVoucherFreeProduct",
            "AppliedVoucherFreeShipping",
            "AdminDiscount");

    private final Order order;
    private final Complaints complaints;

    public OrderChecks(Order order, Complaints complaints) {
        this.order = order;
        this.complaints = complaints;
    }

    /** The lines that are still ordered: Centra keeps a fully cancelled one with a quantity and value of 0. */
    public static List<OrderLine> liveLines(Order order) {
        return order.lines().stream().filter(line -> !isCancelled(line)).toList();
    }

    public void run() {
        storeType();
        customer();
        address();
        if (liveLines(order).isEmpty()) {
            complaints.add("NO_LINES", CX, "The order has no lines", "Cancel the order in Centra");
        }
        liveLines(order).forEach(this::line);
        order.discounts().forEach(this::discount);
    }

    private void storeType() {
        if (!order.storeType().equals("DIRECT_TO_CONSUMER") && !isWholesale(order)) {
            complaints.add(
                    "UNKNOWN_STORE_TYPE",
                    OPERATIONS,
                    "The store " + order.store() + " is of the type " + order.storeType() + ", which is not known here",
                    "Leave the store out of orders.stores, or report the type");
        }
    }

    private void customer() {
        if (order.customer() == null && !isWholesale(order)) {
            complaints.add(
                    "NO_CUSTOMER",
                    CX,
                    "Centra names no customer for the order",
                    "Give the order a customer in Centra; a deleted one must be replaced");
        }
        if (isWholesale(order) && order.reseller() == null) {
            complaints.add(
                    "NO_RESELLER",
                    CX,
                    "Centra names no account for the wholesale order",
                    "Give the order an account in Centra");
        }
    }

    private void address() {
        Address address = order.shippingAddress();
        if (address == null) {
            complaints.add(
                    "NO_ADDRESS",
                    CX,
                    "The order has no delivery address",
                    "Ask the customer and complete the order in Centra");
            return;
        }
        require(address.countryCode(), "NO_COUNTRY", "country");
        require(address.address1(), "INCOMPLETE_ADDRESS", "first address line");
        require(
                Words.firstOf(address.companyName(), address.attention(), address.firstName(), address.lastName()),
                "INCOMPLETE_ADDRESS",
                "name");
    }

    private void require(@Nullable String part, String code, String name) {
        if (part == null || part.isBlank()) {
            complaints.add(
                    code,
                    CX,
                    "The delivery address has no " + name,
                    "Ask the customer and complete the address in Centra");
        }
    }

    private void line(OrderLine line) {
        if (isGoods(line)) {
            product(line);
        } else if (!KNOWN_LINES.contains(line.type())) {
            complaints.add(
                    "UNKNOWN_LINE_TYPE",
                    OPERATIONS,
                    "A line is of the type " + line.type() + ", which is not known here",
                    "Report the type. " + ByHand.ENTER);
        }
    }

    private void discount(Order.Discount discount) {
        if (!KNOWN_DISCOUNTS.contains(discount.type())) {
            complaints.add(
                    "UNKNOWN_DISCOUNT",
                    FINANCE,
                    "The order has a discount of " + AmountChecks.written(order, discount.value())
                            + " of a kind that is not known here, " + discount.type(),
                    "Report the kind. " + ByHand.ENTER);
        }
    }

    private void product(OrderLine line) {
        String sku = line.sku();
        if (sku == null || sku.isBlank()) {
            complaints.add(
                    "NO_SKU",
                    OPERATIONS,
                    "The product " + line.productName() + " has no SKU in Centra",
                    "Give the product's size a SKU in Centra");
        }
        if (line.quantity() <= 0) {
            complaints.add(
                    "BAD_QUANTITY",
                    CX,
                    "The quantity of " + line.productName() + " is " + line.quantity(),
                    "Correct the order in Centra");
        }
    }

    public static boolean isWholesale(Order order) {
        return order.storeType().equals("WHOLESALE");
    }

    /** What lies on a shelf: a product, or the item of a bundle. */
    public static boolean isGoods(OrderLine line) {
        return line.type().equals("ProductOrderLine") || line.type().equals("BundleItemOrderLine");
    }

    public static boolean isGiftCertificate(OrderLine line) {
        return line.type().equals("GiftCertificateOrderLine");
    }

    private static boolean isCancelled(OrderLine line) {
        return line.quantity() == 0
                && line.cancelledQuantity() > 0
                && line.gross().signum() == 0;
    }
}
