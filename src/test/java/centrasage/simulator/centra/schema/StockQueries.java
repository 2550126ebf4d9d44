package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.Search;
import centrasage.simulator.centra.query.StockFilters;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.Sizes;
import centrasage.simulator.centra.stock.Stock;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The root fields that read warehouses and product sizes. */
record StockQueries(CentraState state, DataFaults faults) {

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("warehouses", (root, call) -> Connections.list(warehouses(call), faults, call))
                .with("productSizes", (root, call) -> Connections.list(sizes(call), faults, call))
                .with("productSizeConnection", (root, call) -> Connections.of(sizes(call), faults, call))
                .addTo(wiring, "Query");
    }

    private Search<Warehouse> warehouses(DataFetchingEnvironment call) {
        return new Search<>(
                state.withStock(Stock::warehouses),
                StockFilters.warehouses().compile(where(call)),
                StockFilters.byWarehouse());
    }

    private Search<ProductSize> sizes(DataFetchingEnvironment call) {
        Map<String, Object> where = where(call);
        return new Search<>(
                state.withStock(stock -> candidates(stock.sizes(), where)),
                StockFilters.sizes().compile(where),
                StockFilters.bySize());
    }

    /** No more than there need be: a tenant may have a hundred thousand of them. */
    private static Collection<ProductSize> candidates(Sizes sizes, Map<String, Object> where) {
        if (where.get("id") instanceof List<?> ids) {
            return sizes.ofIds(ids);
        }
        if (where.get("SKU") instanceof Map<?, ?> match && match.get("equals") instanceof String sku) {
            ProductSize size = sizes.ofSku(sku);
            return size == null ? List.of() : List.of(size);
        }
        return List.copyOf(sizes.all());
    }

    static Map<String, Object> where(DataFetchingEnvironment call) {
        return call.getArgumentOrDefault("where", Map.of());
    }
}
