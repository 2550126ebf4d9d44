package centrasage.orders.check;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.flow.Sha256;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 of what was sold and for how much, which changes when an order is edited after it was posted.
 *
 * <p>It covers: the number, currency, store, market, country, shipping option; grand total, shipping, handling, discounts,
 * VAT included, added and deducted; and of each live line, by id: id, type, SKU, quantity, gross, net and VAT rate. It
 * covers no names, streets or other personal data, no status and no payment, and nothing that a mapping says: an order is
 * the same when only the mappings changed. Amounts count by value, so 5 and 5.00 are the same.
 */
public final class Fingerprint {
    private final StringBuilder content = new StringBuilder("order/1\n");

    private Fingerprint() {}

    public static String of(Order order) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.header(order);
        fingerprint.totals(order.totals());
        OrderChecks.liveLines(order).stream()
                .sorted(Comparator.comparingLong(OrderLine::id))
                .forEach(fingerprint::line);
        return fingerprint.hash();
    }

    private void header(Order order) {
        text(Long.toString(order.number()));
        text(order.currency());
        text(order.store());
        text(order.market());
        text(order.shippingAddress() == null ? null : order.shippingAddress().countryCode());
        text(order.shippingOption());
        amount(order.grandTotal());
    }

    private void totals(Order.Totals totals) {
        amount(totals.shipping());
        amount(totals.handling());
        amount(totals.discounts());
        amount(totals.taxIncluded());
        amount(totals.taxAdded());
        amount(totals.taxDeducted());
    }

    private void line(OrderLine line) {
        text(Long.toString(line.id()));
        text(line.type());
        text(line.sku());
        text(Integer.toString(line.quantity()));
        amount(line.gross());
        amount(line.net());
        amount(line.taxPercent());
    }

    /** With its length before it, so that no text can pass for two others. */
    private void text(@Nullable String text) {
        String known = text == null ? "" : text;
        content.append(known.length()).append(':').append(known).append('\n');
    }

    private void amount(BigDecimal amount) {
        text(amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString());
    }

    private String hash() {
        return Sha256.hex(content.toString());
    }
}
