package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.StockLevel;
import centrasage.sage200.UnreadableHolding;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sage's stock by product and warehouse, as {@code warehouse_holdings} tells it, a page at a time. */
@ApplicationScoped
public class SageHoldings {
    private static final String RESOURCE = "warehouse_holdings";
    private static final String UPDATED = "date_time_updated";
    private static final String FIELDS = "id,product_id,warehouse_id,quantity_in_stock,unconfirmed_qty_in_stock,"
            + "quantity_allocated,quantity_reserved,free_stock_available_less_reserved," + UPDATED;

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    SageHoldings() {}

    @Inject
    public SageHoldings(SageReads reads) {
        this.reads = reads;
    }

    /**
     * A page of holdings.
     *
     * @param unreadable rows of it that are no stock level: Sage shows quantities that are missing, mostly
     * @param lastId of its last row; 0 where it has none
     * @param isLast whether nothing follows
     */
    public record Page(
            List<StockLevel> levels, List<UnreadableHolding> unreadable, int read, long lastId, boolean isLast) {
        public Page {
            levels = List.copyOf(levels);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Ids of a company's warehouses by their names. */
    public Map<String, Long> warehouses(String company) throws TargetUnavailable {
        try {
            Map<String, Long> warehouses = new TreeMap<>();
            for (JsonObject json : Pages.all(reads, company, "warehouses", Query.select("id,name"))) {
                Row row = new Row(json);
                warehouses.put(row.text("name"), row.id("id"));
            }
            return warehouses;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's warehouses cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What of a warehouse was touched at this moment or later; all of it, without one. By the holding's id, so that none is passed over,
     * whatever is touched or taken away while pages are turned.
     *
     * @param after the id of the last row that was read before; 0 at first
     */
    public Page page(String company, long warehouse, @Nullable Instant since, long after) throws TargetUnavailable {
        Query query = Query.select(FIELDS);
        try {
            List<JsonObject> rows =
                    Pages.after(reads, company, RESOURCE, query, condition(warehouse, since), "id", after);
            List<StockLevel> levels = new ArrayList<>();
            List<UnreadableHolding> unreadable = new ArrayList<>();
            for (JsonObject json : rows) {
                Row row = new Row(json);
                try {
                    levels.add(level(row));
                } catch (Row.Malformed e) {
                    unreadable.add(new UnreadableHolding(
                            row.id("id"), row.optionalId("product_id").orElse(null), String.valueOf(e.getMessage())));
                }
            }
            long last = rows.isEmpty() ? 0 : new Row(rows.get(rows.size() - 1)).id("id");
            return new Page(levels, unreadable, rows.size(), last, rows.size() < Pages.PAGE_SIZE);
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's stock cannot be read: " + e.getMessage(), e);
        }
    }

    private static String condition(long warehouse, @Nullable Instant since) {
        String place = "warehouse_id eq " + warehouse;
        return since == null ? place : place + " and " + UPDATED + " ge " + since.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant moment(Row row) {
        try {
            return Instant.parse(row.text(UPDATED));
        } catch (DateTimeException e) {
            throw new Row.Malformed(UPDATED);
        }
    }

    private static StockLevel level(Row row) {
        return new StockLevel(
                row.id("id"),
                row.id("product_id"),
                row.id("warehouse_id"),
                row.decimal("quantity_in_stock"),
                row.optionalDecimal("unconfirmed_qty_in_stock").orElse(BigDecimal.ZERO),
                row.decimal("quantity_allocated"),
                row.optionalDecimal("quantity_reserved").orElse(BigDecimal.ZERO),
                row.decimal("free_stock_available_less_reserved"),
                moment(row));
    }
}
