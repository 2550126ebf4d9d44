package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.ReturnFilter;
import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.shipment.ReturnAmounts;
import centrasage.simulator.centra.shipment.ReturnedLine;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Store;
import centrasage.simulator.trade.TaxMode;
import centrasage.simulator.trade.Taxed;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A return, its lines and its totals. */
final class ReturnFields {
    /** Units of a shipment's line that came back. */
    private record Back(OrderReturn row, ReturnedLine line) {
        Worth worth() {
            return new Worth(row.order(), line.worth(), line.quantity());
        }

        ShippedLine shipped() {
            return row.shipment().lines().stream()
                    .filter(each -> each.id() == line.shippedLine())
                    .findFirst()
                    .orElseThrow();
        }

        Line orderLine() {
            return new ShipmentFields.Packed(row.order(), shipped()).orderLine();
        }
    }

    private final Dates dates;

    ReturnFields(Dates dates) {
        this.dates = dates;
    }

    static String typeOf(OrderReturn row) {
        boolean consumer = row.order().trade().terms().store().type() == Store.Type.DIRECT_TO_CONSUMER;
        return consumer ? "DirectToConsumerReturn" : "WholesaleReturn";
    }

    void addTo(RuntimeWiring.Builder wiring) {
        Fields<OrderReturn> fields = new Fields<>();
        identity(fields);
        contents(fields);
        fields.addTo(wiring, "DirectToConsumerReturn", "WholesaleReturn");
        new Fields<Back>()
                .with("id", back -> back.line().id())
                .with("quantity", back -> back.line().quantity())
                .with("lineValue", (back, call) -> back.worth().value(call))
                .with("unitPrice", (back, call) -> back.worth().unit(call))
                .with("orderLine", back -> new LineFields.OrderLine(back.row().order(), back.orderLine()))
                .with(
                        "shipmentLine",
                        back -> new ShipmentFields.Packed(back.row().order(), back.shipped()))
                .with("appliedTaxRules", back -> back.worth().taxes())
                .addTo(wiring, "ReturnLine");
        totals(wiring);
    }

    private void identity(Fields<OrderReturn> fields) {
        fields.with("id", row -> row.made().id())
                .with("returnStatus", row -> ReturnFilter.status(row.made()))
                .with("createdAt", dates.of(row -> row.made().createdAt()))
                .with("updatedAt", dates.of(row -> row.made().updatedAt()))
                .with("comment", row -> row.made().comment())
                .with("externalId", ReturnFields::externalId)
                .with("returnedToStock", row -> row.made().warehouse() != null)
                .with("returnWarehouse", row -> row.made().warehouse())
                .with("store", row -> row.order().trade().terms().store())
                .with("customer", row -> row.order().trade().parties().customer())
                .with("order", OrderReturn::order)
                .with("shipment", row -> new OrderShipment(row.order(), row.shipment()));
    }

    private static @Nullable Object externalId(OrderReturn row, DataFetchingEnvironment environment) {
        return row.made().externalIds().get(Call.of(environment).token().integration());
    }

    private static void contents(Fields<OrderReturn> fields) {
        fields.with("totalQuantity", row -> row.made().quantity())
                .with("grandTotal", ReturnFields::grandTotal)
                .with("currencyBaseRate", row -> row.order().currency().baseRate())
                .with("discountsApplied", row -> List.of())
                .with(
                        "lines",
                        row -> row.made().lines().stream()
                                .map(line -> new Back(row, line))
                                .toList())
                .with("totals", row -> row)
                .with(
                        "refundPaymentHistory",
                        row -> row.refunds().stream()
                                .map(entry -> new PaymentFields.Entry(row.order(), entry))
                                .toList())
                .with("usedFallbackTax", row -> false);
    }

    private static Amount grandTotal(OrderReturn row, DataFetchingEnvironment environment) {
        TaxMode mode = row.order().trade().basket().taxMode();
        long minor = OrderFields.withTax(environment)
                ? row.grand()
                : row.grand() - row.made().vat(mode);
        return Amount.of(row.order(), minor);
    }

    private static void totals(RuntimeWiring.Builder wiring) {
        Fields<OrderReturn> fields = new Fields<>();
        total(fields, "shipping", ReturnAmounts::shipping);
        total(fields, "handling", ReturnAmounts::handling);
        total(fields, "returnCost", ReturnAmounts::returnCost);
        fields.with(
                        "discounts",
                        row -> DiscountFields.signed(
                                row.order(), Taxed.minor(row.made().amounts().voucher())))
                .with("discountTaxRules", row -> taxes(row, ReturnAmounts::voucher, voucherSign(row.order())))
                .addTo(wiring, "ReturnTotals");
    }

    private static int voucherSign(CentraOrder order) {
        return order.trade().basket().signs().negativeDiscountTax() ? -1 : 1;
    }

    private static void total(Fields<OrderReturn> fields, String name, Function<ReturnAmounts, List<Taxed>> kind) {
        fields.with(name, row -> Amount.of(row.order(), Taxed.minor(parts(row.made(), kind))))
                .with(name + "TaxRules", row -> taxes(row, kind, 1));
    }

    private static List<Taxed> parts(Return made, Function<ReturnAmounts, List<Taxed>> kind) {
        return kind.apply(made.amounts());
    }

    private static List<MoneyFields.TaxShare> taxes(
            OrderReturn row, Function<ReturnAmounts, List<Taxed>> kind, int sign) {
        return parts(row.made(), kind).stream()
                .flatMap(part -> MoneyFields.shares(row.order(), part.vatPercent(), sign * part.tax()).stream())
                .toList();
    }
}
