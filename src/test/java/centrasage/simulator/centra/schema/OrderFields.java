package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Gateway;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.Store;
import centrasage.simulator.trade.Totals;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order. */
final class OrderFields {
    private final Dates dates;

    OrderFields(Dates dates) {
        this.dates = dates;
    }

    static String typeOf(CentraOrder order) {
        boolean consumer = order.trade().terms().store().type() == Store.Type.DIRECT_TO_CONSUMER;
        return consumer ? "DirectToConsumerOrder" : "WholesaleOrder";
    }

    void addTo(RuntimeWiring.Builder wiring) {
        Fields<CentraOrder> fields = new Fields<>();
        identity(fields);
        standing(fields);
        contents(fields);
        placing(fields);
        fields.addTo(wiring, "DirectToConsumerOrder", "WholesaleOrder");
        TotalsFields.addTo(wiring);
    }

    private void identity(Fields<CentraOrder> fields) {
        fields.with("id", order -> order.trade().id())
                .with("number", CentraOrder::number)
                .with("createdAt", dates.of(order -> order.trade().createdAt()))
                .with("orderDate", dates.of(order -> order.trade().createdAt()))
                .with("updatedAt", dates.of(CentraOrder::updatedAt))
                .with("internalComment", CentraOrder::internalComment)
                .with("otherComment", CentraOrder::otherComment)
                .with("attributes", AttributeFields::of)
                .with("externalId", OrderFields::externalId);
    }

    private static @Nullable Object externalId(CentraOrder order, DataFetchingEnvironment environment) {
        return order.externalIds().get(Call.of(environment).token().integration());
    }

    private static void standing(Fields<CentraOrder> fields) {
        fields.with("status", order -> order.standing().status())
                .with("isOnHold", order -> order.standing().onHold())
                .with("orderHoldReason", order -> order.standing().holdReason())
                .with("isInternal", order -> order.standing().internal())
                .with("isLocked", CentraOrder::locked);
    }

    private static void contents(Fields<CentraOrder> fields) {
        fields.with("grandTotal", OrderFields::grandTotal)
                .with("currencyBaseRate", order -> order.currency().baseRate())
                .with("lines", OrderFields::lines)
                .with("shipments", ShipmentFields::of)
                .with("totals", order -> order)
                .with("discountsApplied", DiscountFields::of)
                .with("paymentMethod", OrderFields::gateway)
                .with("paymentHistory", PaymentFields::of)
                .with("shippingPriceGroup", order -> order.trade().basket());
    }

    private static void placing(Fields<CentraOrder> fields) {
        fields.with("store", order -> order.trade().terms().store())
                .with("market", order -> order.trade().terms().market())
                .with("pricelist", order -> order.trade().terms().market().priceList())
                .with("country", order -> order.trade().terms().country())
                .with("billingAddress", order -> order.trade().parties().billing())
                .with("shippingAddress", order -> order.trade().parties().shipping())
                .with("customer", order -> order.trade().parties().customer())
                .with("account", order -> order.trade().parties().account())
                .with("buyer", order -> order.trade().parties().billing())
                .with("purchaseOrderNumber", order -> order.trade().parties().purchaseOrder());
    }

    private static Amount grandTotal(CentraOrder order, DataFetchingEnvironment environment) {
        Totals totals = order.totals();
        return Amount.of(order, withTax(environment) ? totals.grand() : totals.grand() - totals.vat());
    }

    static boolean withTax(DataFetchingEnvironment environment) {
        return environment.<Boolean>getArgumentOrDefault("includingTax", true);
    }

    /** Lines cancelled to the last unit are left out unless asked for. */
    private static List<LineFields.OrderLine> lines(CentraOrder order, DataFetchingEnvironment environment) {
        boolean all = environment.<Boolean>getArgumentOrDefault("includeFullyCancelled", false);
        return order.trade().basket().lines().stream()
                .filter(line -> all || line.quantity() > 0 || line.cancelledQuantity() == 0)
                .map(line -> new LineFields.OrderLine(order, line))
                .toList();
    }

    private static @Nullable Gateway gateway(CentraOrder order) {
        List<Payment> payments = order.trade().payments();
        return payments.isEmpty() ? null : payments.get(0).gateway();
    }

    static String typeOf(Line line) {
        return switch (line.type()) {
            case PRODUCT -> "ProductOrderLine";
            case BUNDLE -> "BundleOrderLine";
            case BUNDLE_ITEM -> "BundleItemOrderLine";
            case GIFT_CERTIFICATE -> "GiftCertificateOrderLine";
        };
    }
}
