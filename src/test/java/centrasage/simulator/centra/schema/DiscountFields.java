package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Discount;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;

/** What takes something off a whole order. */
final class DiscountFields {
    record Applied(CentraOrder order, Discount discount) {}

    private DiscountFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Applied>()
                .with("value", applied -> amount(applied, applied.discount().minor()))
                .with(
                        "shippingValue",
                        applied -> amount(applied, applied.discount().shippingMinor()))
                .with("date", applied -> applied.order().trade().createdAt())
                .with("voucherName", applied -> applied.discount().name())
                .with("voucherMethod", applied -> "CODE")
                .with("code", applied -> applied.discount().code())
                .with("url", applied -> null)
                .with("paramsJSON", applied -> null)
                .addTo(
                        wiring,
                        "AppliedVoucherDiscount",
                        "AppliedVoucherCredit",
                        "AppliedVoucherFreeProduct",
                        "AppliedVoucherFreeShipping",
                        "AdminDiscount");
    }

    private static Amount amount(Applied applied, long minor) {
        return signed(applied.order(), minor);
    }

    /** What a discount takes off, with the sign that the order's Centra gives it. */
    static Amount signed(CentraOrder order, long minor) {
        return Amount.of(order, order.trade().basket().signs().negativeDiscounts() ? -minor : minor);
    }

    static List<Applied> of(CentraOrder order) {
        return order.trade().basket().discounts().stream()
                .map(discount -> new Applied(order, discount))
                .toList();
    }

    static String typeOf(Applied applied) {
        return switch (applied.discount().type()) {
            case VOUCHER -> "AppliedVoucherDiscount";
            case VOUCHER_CREDIT -> "AppliedVoucherCredit";
            case FREE_PRODUCT -> "AppliedVoucherFreeProduct";
            case FREE_SHIPPING -> "AppliedVoucherFreeShipping";
            case ADMIN -> "AdminDiscount";
        };
    }
}
