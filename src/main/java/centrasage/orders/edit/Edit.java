package centrasage.orders.edit;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.orders.check.OrderChecks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of one order side by side, in Centra's figures: all that {@link centrasage.orders.check.Fingerprint} covers, and
 * so no personal data.
 *
 * @param cancelled whether it is cancelled now: then none of its lines is to be delivered, whatever they say
 * @param parts the grand total first, then every other part that is not the same
 * @param lines every line of either version, those that are the same last
 */
public record Edit(String currency, boolean cancelled, List<Part> parts, List<LineEdit> lines) {
    private static final String CANCELLED = "CANCELLED";

    public Edit {
        parts = List.copyOf(parts);
        lines = List.copyOf(lines);
    }

    /**
     * A part of the order beside its lines, such as {@code Shipping}.
     *
     * @param difference how much more it is now; null where it is no amount
     */
    public record Part(
            String name,
            String posted,
            String now,
            @Nullable BigDecimal difference) {
        static Part amount(String name, BigDecimal posted, BigDecimal now) {
            return new Part(name, posted.toPlainString(), now.toPlainString(), now.subtract(posted));
        }

        static Part text(String name, @Nullable String posted, @Nullable String now) {
            return new Part(name, Objects.requireNonNullElse(posted, ""), Objects.requireNonNullElse(now, ""), null);
        }

        boolean isSame() {
            return difference == null ? posted.equals(now) : difference.signum() == 0;
        }
    }

    public static Edit between(Order posted, Order now) {
        Part total = Part.amount("Total", posted.grandTotal(), now.grandTotal());
        List<Part> others = Stream.concat(amounts(posted.totals(), now.totals()), texts(posted, now))
                .filter(part -> !part.isSame())
                .toList();
        return new Edit(
                now.currency(),
                now.status().equals(CANCELLED),
                Stream.concat(Stream.of(total), others.stream()).toList(),
                LineEdit.between(OrderChecks.liveLines(posted), OrderChecks.liveLines(now)));
    }

    private static Stream<Part> amounts(Order.Totals posted, Order.Totals now) {
        return Stream.of(
                Part.amount("VAT included", posted.taxIncluded(), now.taxIncluded()),
                Part.amount("VAT added", posted.taxAdded(), now.taxAdded()),
                Part.amount("VAT deducted", posted.taxDeducted(), now.taxDeducted()),
                Part.amount("Shipping", posted.shipping(), now.shipping()),
                Part.amount("Handling", posted.handling(), now.handling()),
                Part.amount("Discounts", posted.discounts(), now.discounts()));
    }

    private static Stream<Part> texts(Order posted, Order now) {
        return Stream.of(
                Part.text("Currency", posted.currency(), now.currency()),
                Part.text("Ships to", country(posted), country(now)),
                Part.text("Shipping option", posted.shippingOption(), now.shippingOption()),
                Part.text("Store", posted.store(), now.store()),
                Part.text("Market", posted.market(), now.market()));
    }

    private static @Nullable String country(Order order) {
        Address address = order.shippingAddress();
        return address == null ? null : address.countryCode();
    }
}
