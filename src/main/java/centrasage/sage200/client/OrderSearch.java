package centrasage.sage200.client;

import centrasage.sage200.SalesOrder;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds sales orders or returns by {@code customer_document_no}: {@link KeyedRows}. */
final class OrderSearch {
    static final String KEY = "customer_document_no";

    private static final Logger LOG = Logger.getLogger(OrderSearch.class.getName());

    private final SageReads reads;
    private final SopDocuments.Kind kind;
    private final String company;

    OrderSearch(SageReads reads, SopDocuments.Kind kind, String company) {
        this.reads = reads;
        this.kind = kind;
        this.company = company;
    }

    /** Without an entry for a key under which an order cannot be read: nothing is concluded for it, and the others go on. */
    Map<String, List<SalesOrder>> find(Collection<String> keys) throws ReadFailed {
        Resource resource = new Resource(
                kind.resource(),
                kind.words() + "s",
                KEY,
                Query.select(OrderRow.FIELDS).expand("lines"));
        Map<String, List<SalesOrder>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, List<JsonObject>> rows = new KeyedRows(reads, company, resource).find(keys);
        for (Map.Entry<String, List<JsonObject>> key : rows.entrySet()) {
            Optional<List<SalesOrder>> orders = orders(key.getKey(), key.getValue());
            orders.ifPresent(readable -> found.put(key.getKey(), readable));
        }
        return found;
    }

    private Optional<List<SalesOrder>> orders(String key, List<JsonObject> rows) throws ReadFailed {
        try {
            List<SalesOrder> orders = new ArrayList<>();
            for (JsonObject row : rows) {
                orders.add(order(row));
            }
            return Optional.of(List.copyOf(orders));
        } catch (Row.Malformed | ClassCastException e) {
            LOG.log(Level.WARNING, e, () -> "the " + kind.words() + " of Sage 200 under " + key + " cannot be read");
            return Optional.empty();
        }
    }

    private SalesOrder order(JsonObject row) throws ReadFailed {
        SalesOrder order = withLines(OrderRow.read(row));
        if (order.lines() != null && order.lines().stream().anyMatch(SalesOrder.Line::isBare)) {
            LOG.warning(() -> "Sage 200 tells nothing of the lines of " + kind.words() + " " + order.documentNo()
                    + " but how many there are: it is compared by their number, its customer and its total only");
        }
        return order;
    }

    /** An order can only be adopted by its lines; where a list does not carry them, the order is read by itself. */
    private SalesOrder withLines(SalesOrder order) throws ReadFailed {
        if (order.lines() != null) {
            return order;
        }
        JsonStructure json =
                reads.one(company, kind.resource(), order.id(), Query.all().expand("lines"));
        return OrderRow.read(json.asJsonObject());
    }

    static boolean sameKey(String left, String right) {
        return left.strip().toUpperCase(Locale.ROOT).equals(right.strip().toUpperCase(Locale.ROOT));
    }
}
