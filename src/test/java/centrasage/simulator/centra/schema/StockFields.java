package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.centra.query.Search;
import centrasage.simulator.centra.query.StockFilters;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.Stock;
import centrasage.simulator.centra.stock.StockRow;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A warehouse, a product size, and what of the one lies in the other. */
record StockFields(CentraState state, DataFaults faults) {

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Warehouse>()
                .with("id", Warehouse::id)
                .with("name", Warehouse::name)
                .with("status", warehouse -> "ACTIVE")
                .with("stockMaster", warehouse -> "EXTERNAL")
                .with("stock", this::ofWarehouse)
                .addTo(wiring, "Warehouse");
        new Fields<ProductSize>()
                .with("id", ProductSize::id)
                .with("SKU", ProductSize::sku)
                .with("EAN", ProductSize::ean)
                .with("UPC", ProductSize::upc)
                .with("GTIN", ProductSize::ean)
                .with("sizeNumber", size -> size.facts().text("sizeNumber"))
                .with("description", ProductSize::size)
                .with("preorder", ProductSize::preorder)
                .with("isActive", ProductSize::active)
                .with("comment", size -> size.facts().text("comment"))
                .with("productVariant", this::variant)
                .with("stock", this::ofSize)
                .addTo(wiring, "ProductSize");
        new Fields<StockRow>()
                .with("warehouse", StockRow::warehouse)
                .with("productSize", StockRow::size)
                .with("physicalQuantity", row -> row.level().physical())
                .with("freeToAllocateQuantity", row -> row.level().free())
                .with("allocatedQuantity", row -> row.level().allocated())
                .addTo(wiring, "Stock");
    }

    private @Nullable Variant variant(ProductSize size) {
        return state.withStock(
                        stock -> Optional.ofNullable(stock.sizes().products().variant(size.variant())))
                .orElse(null);
    }

    private List<StockRow> ofWarehouse(Warehouse warehouse, DataFetchingEnvironment call) {
        Map<String, Object> where = StockQueries.where(call);
        List<StockRow> rows = state.withStock(stock -> candidates(stock, warehouse, where));
        return Connections.list(
                new Search<>(rows, StockFilters.stock().compile(where), StockFilters.stockBySize()), faults, call);
    }

    private static List<StockRow> candidates(Stock stock, Warehouse warehouse, Map<String, Object> where) {
        return stock.rows(
                warehouse,
                where.get("productSizeId") instanceof List<?> ids
                        ? stock.sizes().ofIds(ids)
                        : stock.sizes().all());
    }

    private List<StockRow> ofSize(ProductSize size, DataFetchingEnvironment call) {
        List<StockRow> rows = state.withStock(stock -> stock.rows(size));
        return Connections.list(
                new Search<>(
                        rows, StockFilters.stock().compile(StockQueries.where(call)), StockFilters.stockByWarehouse()),
                faults,
                call);
    }
}
