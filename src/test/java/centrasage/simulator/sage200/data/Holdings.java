package centrasage.simulator.sage200.data;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Stock per product and warehouse: the moved quantities, and those that Sage derives from them. */
public final class Holdings {
    private static final String TABLE = "warehouse_holdings";

    private final Company company;

    public Holdings(Company company) {
        this.company = company;
    }

    public @Nullable ObjectNode of(long productId, long warehouseId) {
        return company.table(TABLE)
                .rows()
                .filter(row -> row.path("product_id").asLong() == productId
                        && row.path("warehouse_id").asLong() == warehouseId)
                .findFirst()
                .orElse(null);
    }

    /** Sets what is free to promise, by setting what is confirmed in stock; makes the holding when it is new. */
    public ObjectNode setFree(ObjectNode product, ObjectNode warehouse, BigDecimal free) {
        long productId = product.path("id").asLong();
        long warehouseId = warehouse.path("id").asLong();
        ObjectNode holding = of(productId, warehouseId);
        if (holding == null) {
            holding = company.insert(
                    TABLE, Json.object().put("product_id", productId).put("warehouse_id", warehouseId));
            holding.set("warehouse_name", warehouse.path("name"));
        }
        holding.put("confirmed_qty_in_stock", free.add(quantity(holding, "quantity_allocated_sop")));
        derive(holding);
        return holding;
    }

    /** So much comes in, or is written off where it is below zero; what is allocated stays so. */
    public ObjectNode receive(ObjectNode product, ObjectNode warehouse, BigDecimal quantity) {
        ObjectNode holding =
                of(product.path("id").asLong(), warehouse.path("id").asLong());
        BigDecimal free = holding == null ? BigDecimal.ZERO : free(holding);
        return setFree(product, warehouse, free.add(quantity).setScale(5, RoundingMode.UNNECESSARY));
    }

    public BigDecimal free(ObjectNode holding) {
        return quantity(holding, "free_stock_available");
    }

    /** Allocates to sales orders, or takes back when negative. */
    public void allocate(ObjectNode holding, BigDecimal quantity) {
        holding.put(
                "quantity_allocated_sop",
                quantity(holding, "quantity_allocated_sop").add(quantity));
        derive(holding);
    }

    /** Goods that were allocated leave. */
    public void issue(ObjectNode holding, BigDecimal quantity) {
        holding.put(
                "confirmed_qty_in_stock",
                quantity(holding, "confirmed_qty_in_stock").subtract(quantity));
        allocate(holding, quantity.negate());
    }

    private void derive(ObjectNode holding) {
        for (String moved : new String[] {
            "unconfirmed_qty_in_stock",
            "quantity_allocated_stock",
            "quantity_allocated_sop",
            "quantity_allocated_bom",
            "quantity_reserved",
            "quantity_on_order"
        }) {
            holding.put(moved, quantity(holding, moved));
        }
        BigDecimal inStock =
                quantity(holding, "confirmed_qty_in_stock").add(quantity(holding, "unconfirmed_qty_in_stock"));
        BigDecimal allocated = quantity(holding, "quantity_allocated_sop")
                .add(quantity(holding, "quantity_allocated_stock"))
                .add(quantity(holding, "quantity_allocated_bom"));
        BigDecimal reserved = quantity(holding, "quantity_reserved");
        holding.put("quantity_in_stock", inStock);
        holding.put("quantity_in_stock_less_reserved", inStock.subtract(reserved));
        holding.put("quantity_allocated", allocated);
        holding.put("free_stock_available", inStock.subtract(allocated));
        holding.put(
                "free_stock_available_less_reserved",
                inStock.subtract(allocated).subtract(reserved));
        company.touch(holding);
        deriveProduct(holding.path("product_id").asLong());
    }

    private void deriveProduct(long productId) {
        ObjectNode product = company.row("products", productId);
        if (product == null) {
            return;
        }
        BigDecimal free = company.table(TABLE)
                .rows()
                .filter(row -> row.path("product_id").asLong() == productId)
                .map(this::free)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        product.put("free_stock_quantity", free);
    }

    private static BigDecimal quantity(ObjectNode holding, String field) {
        return holding.path(field).isNumber() ? holding.path(field).decimalValue() : BigDecimal.ZERO.setScale(5);
    }
}
