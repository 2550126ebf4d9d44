package centrasage.console.life;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.OrderLine;
import centrasage.money.Money;
import centrasage.sync.staging.Staged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as Centra shows it, in what people ask for first.
 *
 * @param total null when it has more decimals than its currency, or an unknown one
 * @param customer the name, or the initials where that is all that the visitor may see
 */
public record CentraSide(
        String status,
        Instant createdAt,
        String store,
        String market,
        String country,
        @Nullable Money total,
        String customer,
        List<Line> lines) {

    /** One line, in Centra's words. */
    public record Line(
            String sku,
            String product,
            int quantity,
            @Nullable Money gross) {}

    /** Empty when the order cannot be read or decrypted, or its personal data was erased. */
    public static Optional<CentraSide> of(Staged staged, boolean withName) {
        return staged.text()
                .map(OrderJson::parse)
                .flatMap(parsed ->
                        parsed.match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty()))
                .map(order -> of(order, withName));
    }

    private static CentraSide of(Order order, boolean withName) {
        String country =
                order.shippingAddress() == null ? null : order.shippingAddress().countryCode();
        return new CentraSide(
                order.status(),
                order.createdAt(),
                order.store(),
                order.market(),
                country == null ? "" : country,
                money(order.grandTotal(), order.currency()),
                customer(order, withName),
                order.lines().stream().map(line -> line(line, order.currency())).toList());
    }

    private static Line line(OrderLine line, String currency) {
        String sku = line.sku() == null ? "no SKU" : line.sku();
        return new Line(sku, line.productName(), line.quantity(), money(line.gross(), currency));
    }

    private static @Nullable Money money(BigDecimal amount, String currency) {
        try {
            return Money.of(amount.stripTrailingZeros(), currency);
        } catch (ArithmeticException | IllegalArgumentException e) {
            return null; // the planner holds such an order and says why
        }
    }

    private static String customer(Order order, boolean withName) {
        if (order.customer() == null) {
            return "";
        }
        return Stream.of(order.customer().firstName(), order.customer().lastName())
                .filter(name -> name != null && !name.isBlank())
                .map(name -> withName ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }
}
