package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Holding;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is free of the goods of an order now: in stock, and neither allocated nor reserved. */
@ApplicationScoped
public class SageStock {
    private static final String RESOURCE = "warehouse_holdings";
    private static final String FREE = "free_stock_available_less_reserved";

    /** Keeps the address of a request well below the 2,083 characters of an old proxy. */
    private static final int PRODUCTS_MAX = 30;

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    SageStock() {}

    @Inject
    public SageStock(SageReads reads) {
        this.reads = reads;
    }

    /** Nothing of a product that the warehouse does not hold; true for a moment only. */
    public Map<Holding, BigDecimal> free(NewSalesOrder order, Site site) throws TargetUnavailable {
        Map<String, Set<String>> products = order.lines().stream()
                .filter(line -> line.type() == LineType.STANDARD)
                .map(Line::holding)
                .collect(Collectors.groupingBy(
                        Holding::warehouse, Collectors.mapping(Holding::product, Collectors.toSet())));
        Map<Holding, BigDecimal> free = new HashMap<>();
        try {
            for (Map.Entry<String, Set<String>> warehouse : products.entrySet()) {
                read(site, warehouse.getKey(), List.copyOf(warehouse.getValue()), free);
            }
            return free;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's stock cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(Site site, String warehouse, List<String> products, Map<Holding, BigDecimal> free)
            throws ReadFailed {
        Map<Long, String> codes = new HashMap<>();
        products.forEach(code -> Optional.ofNullable(site.products().get(code)).ifPresent(id -> codes.put(id, code)));
        Long place = site.warehouses().get(warehouse);
        if (place == null) {
            return;
        }
        List<Long> ids = new ArrayList<>(codes.keySet());
        for (int first = 0; first < ids.size(); first += PRODUCTS_MAX) {
            List<Long> some = ids.subList(first, Math.min(ids.size(), first + PRODUCTS_MAX));
            for (JsonObject json : Pages.all(reads, site.company(), RESOURCE, query(place, some))) {
                Row row = new Row(json);
                String code = codes.get(row.id("product_id"));
                if (code != null && row.id("warehouse_id") == place) {
                    free.put(new Holding(code, warehouse), row.decimal(FREE));
                }
            }
        }
    }

    private static Query query(long warehouse, List<Long> products) {
        String any = products.stream().map(id -> "product_id eq " + id).collect(Collectors.joining(" or "));
        return Query.select("id,product_id,warehouse_id," + FREE)
                .where("warehouse_id eq " + warehouse + " and (" + any + ")");
    }
}
