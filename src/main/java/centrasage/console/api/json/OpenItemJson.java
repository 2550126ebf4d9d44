package centrasage.console.api.json;

import centrasage.flow.OrderName;
import centrasage.sync.ledger.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a customer account in Sage 200 that belongs to an order.
 *
 * @param order Centra's number of it
 * @param kind RECEIPT, PAYMENT, INVOICE or CREDIT_NOTE
 * @param urn Sage's number of the transaction
 * @param value of the whole entry, whatever its kind above zero
 * @param open what is not allocated of it by what is known here
 * @param rate the exchange rate that Sage 200 states on it, as text; null until the night after it was posted
 */
@Schema(name = "OpenItem")
public record OpenItemJson(
        String company,
        String order,
        String kind,
        String urn,

        @Schema(type = SchemaType.STRING, format = "date") LocalDate date,

        Amount value,
        Amount open,
        @Nullable String rate) {
    public static OpenItemJson of(OpenItem item) {
        String name = OrderName.ofObject(item.object());
        BigDecimal rate = item.rate();
        return new OpenItemJson(
                item.company(),
                OrderName.number(name).orElse(name),
                item.kind(),
                item.urn(),
                item.date(),
                Amount.of(item.value()),
                Amount.of(item.open()),
                rate == null ? null : rate.toPlainString());
    }
}
