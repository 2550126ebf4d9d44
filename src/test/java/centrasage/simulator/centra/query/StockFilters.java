package centrasage.simulator.centra.query;

import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.StockRow;
import java.util.List;
import java.util.Map;

/** What warehouses, product sizes and their stock are found by; all of it comes by its id. */
public final class StockFilters {
    private StockFilters() {}

    public static Filter<Warehouse> warehouses() {
        return new Filter<>("warehouse", Map.of("id", Warehouse::id, "name", Warehouse::name), (row, words) -> false);
    }

    public static Filter<ProductSize> sizes() {
        return new Filter<>(
                "product size",
                Map.of(
                        "id", ProductSize::id,
                        "SKU", ProductSize::sku,
                        "EAN", ProductSize::ean,
                        "UPC", ProductSize::upc,
                        "isActive", ProductSize::active),
                (row, words) -> false);
    }

    public static Filter<StockRow> stock() {
        return new Filter<>(
                "stock",
                Map.of(
                        "physicalQuantity", row -> row.level().physical(),
                        "freeToAllocateQuantity", row -> row.level().free(),
                        "allocatedQuantity", row -> row.level().allocated(),
                        "productSizeId", row -> row.size().id(),
                        "warehouseId", row -> row.warehouse().id()),
                (row, words) -> false);
    }

    public static Sort<Warehouse> byWarehouse() {
        return new Sort<>(List.of(SortField.number("id", Warehouse::id)), List.of());
    }

    public static Sort<ProductSize> bySize() {
        return new Sort<>(List.of(SortField.number("id", ProductSize::id)), List.of());
    }

    /** Of the stock of one warehouse. */
    public static Sort<StockRow> stockBySize() {
        return new Sort<>(
                List.of(SortField.number("productSizeId", row -> row.size().id())), List.of());
    }

    /** Of the stock of one product size. */
    public static Sort<StockRow> stockByWarehouse() {
        return new Sort<>(
                List.of(SortField.number("warehouseId", row -> row.warehouse().id())), List.of());
    }
}
