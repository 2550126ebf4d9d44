package centrasage.sage200;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sales order as Sage 200 holds it.
 *
 * @param documentNo Sage's own number, such as {@code 0000000231}
 * @param status such as {@code EnumDocumentStatusLive}
 * @param total gross total in the customer's currency, two decimals
 * @param lineCount lines of every type; null when the answer did not carry them
 */
public record SalesOrder(
        long id,
        String documentNo,
        String customerDocumentNo,
        long customerId,
        String status,
        boolean draft,
        BigDecimal total,
        BigDecimal vat,
        @Nullable Integer lineCount,
        @Nullable Instant createdAt) {

    public boolean isCancelled() {
        return status.equals("EnumDocumentStatusCancelled");
    }
}
