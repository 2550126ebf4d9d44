package centrasage.sage200.client;

import centrasage.sage200.SalesOrder;
import centrasage.sage200.client.read.Pages;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lists the sales orders of some days whose {@code customer_document_no} begins as ours do, without their lines.
 *
 * <p>That a site takes {@code startswith} together with dates is inferred. Where it refuses, the days alone are asked; whatever
 * was not asked for is left out here.
 */
final class OrderListing {
    private static final Logger LOG = Logger.getLogger(OrderListing.class.getName());
    private static final String FIELDS = OrderRow.FIELDS.replace(",lines", "");

    private final SageReads reads;
    private final String company;

    OrderListing(SageReads reads, String company) {
        this.reads = reads;
        this.company = company;
    }

    /** @param before the day after the last one */
    List<SalesOrder> list(String prefix, LocalDate from, LocalDate before) throws ReadFailed {
        String days = "document_date ge " + from + " and document_date lt " + before;
        List<SalesOrder> orders = new ArrayList<>();
        for (JsonObject row : rows("startswith(customer_document_no,'" + prefix + "') and " + days, days)) {
            try {
                SalesOrder order = OrderRow.read(row);
                if (order.customerDocumentNo().toUpperCase(Locale.ROOT).startsWith(prefix)) {
                    orders.add(order);
                }
            } catch (Row.Malformed e) {
                LOG.log(Level.WARNING, e, () -> "a sales order of Sage 200 cannot be read");
            }
        }
        return orders;
    }

    private List<JsonObject> rows(String filter, String days) throws ReadFailed {
        try {
            return rows(filter);
        } catch (ReadFailed e) {
            if (e.status() != 400) {
                throw e;
            }
            return rows(days);
        }
    }

    private List<JsonObject> rows(String filter) throws ReadFailed {
        return Pages.all(
                reads, company, SageOrders.RESOURCE, Query.select(FIELDS).where(filter));
    }
}
