package centrasage.centra;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the payments of one order, as {@code graphql/payments.graphql} selects them, into a value. Never throws for content. */
public final class OrderPaymentsJson {
    private OrderPaymentsJson() {}

    public static Parsed<OrderPayments> parse(String text) {
        return DocumentJson.parse(text, "payments", OrderPaymentsJson::payments);
    }

    private static OrderPayments payments(Fields order) {
        Fields grandTotal = order.object("grandTotal");
        String gateway = uri(order.optionalObject("paymentMethod"));
        List<OrderPayments.Entry> entries = order.list("paymentHistory", entry -> entry(entry, gateway));
        return new OrderPayments(
                order.integer("number"),
                order.text("status"),
                order.time("createdAt"),
                order.object("store").text("name"),
                order.object("market").text("name"),
                grandTotal.object("currency").text("code"),
                country(order.optionalObject("shippingAddress")),
                order.has("account") ? order.object("account").text("name") : "",
                grandTotal.decimal("value"),
                entries);
    }

    private static OrderPayments.Entry entry(Fields entry, String gatewayOfOrder) {
        Fields value = entry.object("value");
        String gateway = uri(entry.optionalObject("storePlugin"));
        return new OrderPayments.Entry(
                entry.integer("id"),
                entry.time("createdAt"),
                entry.text("entryType"),
                entry.text("status"),
                value.decimal("value"),
                value.object("currency").text("code"),
                stripped(entry.optionalText("externalReference")),
                gateway.isEmpty() ? gatewayOfOrder : gateway,
                ofReturn(entry.optionalObject("return")));
    }

    private static @Nullable Long ofReturn(@Nullable Fields made) {
        return made == null ? null : made.integer("id");
    }

    private static String country(@Nullable Fields address) {
        Fields country = address == null ? null : address.optionalObject("country");
        return country == null ? "" : stripped(country.optionalText("code"));
    }

    private static String uri(@Nullable Fields plugin) {
        return plugin == null ? "" : stripped(plugin.optionalText("uri"));
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
