package centrasage.sage200;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sales order as Sage 200 holds it.
 *
 * @param documentNo Sage's own number, such as {@code 0000000231}
 * @param documentDate null when the answer did not carry it
 * @param status such as {@code EnumDocumentStatusLive}
 * @param total gross total in the customer's currency, two decimals
 * @param lineCount lines of every type; null when the answer did not carry them
 */
public record SalesOrder(
        long id,
        String documentNo,
        String customerDocumentNo,
        long customerId,
        @Nullable LocalDate documentDate,
        String status,
        boolean draft,
        BigDecimal total,
        BigDecimal vat,
        @Nullable Integer lineCount,
        @Nullable Instant createdAt) {

    public boolean isCancelled() {
        return status.equals("EnumDocumentStatusCancelled");
    }

    /**
     * Whether this draft contains what a POST of that order can leave: its header, and some or all of its lines. Who made it
     * cannot be read from it: what we send in {@code document_created_by} may be replaced by the Sage user's name.
     */
    public boolean mayBeHalfOf(NewSalesOrder meant, Site site) {
        Site.Customer customer = site.customers().get(meant.customer());
        return draft
                && customer != null
                && customer.id() == customerId
                && meant.documentDate().equals(documentDate)
                && lineCount != null
                && lineCount <= meant.lines().size();
    }
}
