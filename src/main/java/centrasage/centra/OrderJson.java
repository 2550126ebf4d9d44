package centrasage.centra;

import centrasage.centra.Order.Discount;
import centrasage.centra.Order.Reseller;
import centrasage.centra.Order.TaxShare;
import centrasage.centra.Order.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the text of one order, as {@code graphql/orders.graphql} selects it, into a value. Never throws for content. */
public final class OrderJson {
    private OrderJson() {}

    public static Parsed<Order> parse(String text) {
        return DocumentJson.parse(text, "order", OrderJson::order);
    }

    private static Order order(Fields order) {
        Fields grandTotal = order.object("grandTotal");
        Fields store = order.object("store");
        return new Order(
                order.text("id"),
                order.integer("number"),
                order.text("status"),
                order.time("createdAt"),
                updatedAt(order),
                order.flag("isOnHold"),
                order.optionalText("orderHoldReason"),
                order.flag("isInternal"),
                store.text("type"),
                store.text("name"),
                order.object("market").text("name"),
                grandTotal.object("currency").text("code"),
                grandTotal.decimal("value"),
                totals(order.object("totals")),
                order.list("lines", OrderJson::line),
                order.list("paymentHistory", OrderJson::payment),
                order.list("discountsApplied", OrderJson::discount),
                PartyJson.address(order.optionalObject("shippingAddress")),
                PartyJson.address(order.optionalObject("billingAddress")),
                PartyJson.customer(order.optionalObject("customer")),
                shippingOption(order.optionalObject("shippingPriceGroup")),
                gateway(order.optionalObject("paymentMethod")),
                Objects.requireNonNullElse(order.optionalText("otherComment"), ""),
                reseller(order));
    }

    /** An order that was never touched may have no time of change: then it is as it was made. */
    private static Instant updatedAt(Fields order) {
        return order.time(order.has("updatedAt") ? "updatedAt" : "createdAt");
    }

    /** Centra's schema allows only the tax in the shipping to be absent. */
    private static Totals totals(Fields totals) {
        return new Totals(
                totals.amount("lineValues"),
                totals.amount("shipping"),
                totals.amountOrZero("shippingTaxIncluded"),
                totals.amount("handling"),
                totals.amount("discounts"),
                totals.amount("taxIncluded"),
                totals.amount("taxAdded"),
                totals.amount("taxDeducted"),
                taxes(totals, "shippingTaxRules"),
                taxes(totals, "handlingTaxRules"),
                taxes(totals, "discountTaxRules"));
    }

    /** What was staged by an older version has none. */
    static List<TaxShare> taxes(Fields totals, String name) {
        return totals.has(name)
                ? totals.list(
                        name,
                        share -> new TaxShare(
                                share.object("rule").decimal("taxPercent"),
                                share.amount("taxAdded"),
                                share.amount("taxDeducted"),
                                share.amount("taxIncluded")))
                : List.of();
    }

    private static @Nullable Reseller reseller(Fields order) {
        Fields account = order.optionalObject("account");
        return account == null
                ? null
                : new Reseller(account.text("name"), blankAsNull(order.optionalText("purchaseOrderNumber")));
    }

    private static OrderLine line(Fields line) {
        Fields size = line.optionalObject("productSize");
        return new OrderLine(
                line.integer("id"),
                line.text("__typename"),
                size == null ? null : blankAsNull(size.optionalText("SKU")),
                line.text(line.has("productName") ? "productName" : "productNumber"),
                line.count("quantity"),
                line.count("cancelledQuantity"),
                line.amount("unitPrice"),
                line.amount("unitOriginalPrice"),
                line.amount("gross"),
                line.amount("net"),
                line.decimal("taxPercent"),
                line.optionalText("comment"),
                size != null && size.isTrue("preorder"));
    }

    private static PaymentEntry payment(Fields entry) {
        Fields value = entry.object("value");
        return new PaymentEntry(
                entry.integer("id"),
                entry.time("createdAt"),
                entry.text("entryType"),
                entry.text("status"),
                value.decimal("value"),
                value.object("currency").text("code"),
                entry.optionalText("externalReference"),
                entry.optionalText("paymentMethod"));
    }

    private static Discount discount(Fields discount) {
        return new Discount(
                discount.text("__typename"), discount.amount("value"), discount.amountOrZero("shippingValue"));
    }

    private static @Nullable String shippingOption(@Nullable Fields group) {
        Fields option = group == null ? null : group.optionalObject("shippingOption");
        return option == null ? null : option.text("name");
    }

    private static @Nullable String gateway(@Nullable Fields method) {
        return method == null ? null : method.text("uri");
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
