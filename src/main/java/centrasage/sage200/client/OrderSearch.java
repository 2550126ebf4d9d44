package centrasage.sage200.client;

import centrasage.sage200.SalesOrder;
import centrasage.sage200.client.read.Pages;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds sales orders by {@code customer_document_no}, many keys in one request.
 *
 * <p>That a site takes a filter of many {@code or} is inferred; that it takes {@code customer_document_no eq '...'} has been
 * seen. Where the first is refused, each key is asked by itself. An answer with an order that was not asked for means that
 * the site ignores the filter: then nothing is concluded, because "not there" would be wrong.
 */
final class OrderSearch {
    /** Well below the 2,083 characters of an old proxy, with room for the address before the filter. */
    private static final int FILTER_CHARACTERS_MAX = 1500;

    private static final Logger LOG = Logger.getLogger(OrderSearch.class.getName());
    private static final String OR = " or ";

    private final SageReads reads;
    private final String company;
    private final Set<String> unreadable = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    OrderSearch(SageReads reads, String company) {
        this.reads = reads;
        this.company = company;
    }

    /** Without an entry for a key under which an order cannot be read: nothing is concluded for it, and the others go on. */
    Map<String, List<SalesOrder>> find(Collection<String> keys) throws ReadFailed {
        // Sage compares without case, and so do we, or the order of another case would look like one not asked for
        Map<String, List<SalesOrder>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        keys.forEach(key -> found.put(key, new ArrayList<>()));
        for (List<String> chunk : chunks(List.copyOf(found.keySet()))) {
            for (SalesOrder order : ask(chunk)) {
                List<SalesOrder> orders = found.get(order.customerDocumentNo());
                if (orders == null) {
                    throw new ReadFailed(
                            200,
                            "Sage 200 does not filter sales orders by customer_document_no (it answered with order "
                                    + order.documentNo() + "); nothing is posted until it does");
                }
                orders.add(order);
            }
        }
        found.replaceAll((key, orders) -> List.copyOf(orders));
        found.keySet().removeAll(unreadable);
        return found;
    }

    private List<SalesOrder> ask(List<String> chunk) throws ReadFailed {
        try {
            return read(chunk);
        } catch (ReadFailed e) {
            if (e.status() != 400 || chunk.size() == 1) {
                throw e;
            }
            List<SalesOrder> orders = new ArrayList<>();
            for (String key : chunk) {
                orders.addAll(read(List.of(key)));
            }
            return orders;
        }
    }

    private List<SalesOrder> read(List<String> chunk) throws ReadFailed {
        String filter = String.join(OR, chunk.stream().map(OrderSearch::term).toList());
        Query query = Query.select(OrderRow.FIELDS).where(filter).expand("lines");
        try {
            List<SalesOrder> orders = new ArrayList<>();
            for (JsonObject row : Pages.all(reads, company, SageOrders.RESOURCE, query)) {
                read(row).ifPresent(orders::add);
            }
            return orders;
        } catch (Row.Malformed | ClassCastException e) {
            throw new ReadFailed("Sage 200's sales orders cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<SalesOrder> read(JsonObject row) throws ReadFailed {
        try {
            SalesOrder order = withLines(OrderRow.read(row));
            if (order.lines() != null && order.lines().stream().anyMatch(SalesOrder.Line::isBare)) {
                LOG.warning(() -> "Sage 200 tells nothing of the lines of sales order " + order.documentNo()
                        + " but how many there are: it is compared by their number, its customer and its total only");
            }
            return Optional.of(order);
        } catch (Row.Malformed e) {
            String key = new Row(row).optionalText("customer_document_no").orElseThrow(() -> e);
            LOG.log(Level.WARNING, e, () -> "the sales order of Sage 200 under " + key + " cannot be read");
            unreadable.add(key);
            return Optional.empty();
        }
    }

    /** An order can only be adopted by its lines; where a list does not carry them, the order is read by itself. */
    private SalesOrder withLines(SalesOrder order) throws ReadFailed {
        if (order.lines() != null) {
            return order;
        }
        JsonStructure json =
                reads.one(company, SageOrders.RESOURCE, order.id(), Query.all().expand("lines"));
        return OrderRow.read(json.asJsonObject());
    }

    private static String term(String key) {
        return "customer_document_no eq '" + key.replace("'", "''") + "'";
    }

    static List<List<String>> chunks(List<String> keys) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        int characters = 0;
        for (String key : keys) {
            int more = encodedLength(OR + term(key));
            if (!chunk.isEmpty() && characters + more > FILTER_CHARACTERS_MAX) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                characters = 0;
            }
            chunk.add(key);
            characters += more;
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }

    private static int encodedLength(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .length();
    }

    static boolean sameKey(String left, String right) {
        return left.strip().toUpperCase(Locale.ROOT).equals(right.strip().toUpperCase(Locale.ROOT));
    }
}
