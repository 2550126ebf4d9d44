package centrasage.stock.publish;

import centrasage.simulator.centra.CentraClient;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Many SKUs that both simulators have: {@code PREFIX-1} and so on. */
final class ManySkus {
    private static final int SCALE = 5;

    private final String prefix;
    private final Company company;
    private final List<ObjectNode> holdings = new ArrayList<>();

    ManySkus(SageSimulator sage, String prefix) {
        this.prefix = prefix;
        this.company = Objects.requireNonNull(sage.state().company(Site.LIVE_COMPANY));
    }

    /** None of them has any stock, since this moment. */
    void fill(CentraClient centra, int count, Instant since) {
        company.locked(() -> {
            ObjectNode warehouse = company.coded("warehouses", "name", StockSide.SAGE);
            for (int each = 1; each <= count; each++) {
                ObjectNode product = company.insert(
                        "products",
                        Json.object()
                                .put("code", prefix + each)
                                .put("name", prefix + each)
                                .put("allow_sales_order", true)
                                .put("product_status_type", "Active"));
                ObjectNode holding = Json.object()
                        .put("product_id", product.path("id").asLong())
                        .put("warehouse_id", warehouse.path("id").asLong());
                holding.set("warehouse_name", warehouse.path("name"));
                holdings.add(company.insert("warehouse_holdings", holding));
                free(each - 1, 0, since);
            }
            return company;
        });
        centra.control("POST", "sizes", "{'count': " + count + ", 'prefix': '" + prefix + "'}");
    }

    /** From this moment on so many are free. @param each from 0 */
    void free(int each, int units, Instant at) {
        BigDecimal none = BigDecimal.ZERO.setScale(SCALE);
        BigDecimal all = BigDecimal.valueOf(units).setScale(SCALE);
        company.locked(() -> holdings.get(each)
                .put("unconfirmed_qty_in_stock", none)
                .put("quantity_allocated", none)
                .put("quantity_reserved", none)
                .put("confirmed_qty_in_stock", all)
                .put("quantity_in_stock", all)
                .put("free_stock_available", all)
                .put("free_stock_available_less_reserved", all)
                .put("date_time_updated", Moments.rowTime(at)));
    }
}
