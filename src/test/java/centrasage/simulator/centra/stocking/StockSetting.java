package centrasage.simulator.centra.stocking;

import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.stock.Level;
import centrasage.simulator.centra.stock.Place;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.Sizes;
import centrasage.simulator.centra.stock.Stock;
import centrasage.simulator.centra.stock.StockRules;
import centrasage.simulator.centra.stock.StockSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sets the stock of many product sizes at once, or of none when anything is wrong with one of them. */
public final class StockSetting {
    /** @param change its id, null when nothing was set */
    public record Done(@Nullable Integer change, List<Told> errors, List<Told> warnings) {}

    private final CentraState state;
    private final AtomicInteger lastChange = new AtomicInteger();

    public StockSetting(CentraState state) {
        this.state = state;
    }

    public Done set(StockOrder wanted) {
        return state.withStock(stock -> new Attempt(stock, wanted).done());
    }

    /** One order on its way: first everything is looked at, then everything is set. */
    private final class Attempt {
        /** A row that may be set. */
        private record Sound(Place place, StockOrder.Row row) {}

        private final Stock stock;
        private final StockOrder wanted;
        private final StockRules rules = state.options().stockRules();
        private final List<Told> errors = new ArrayList<>();
        private final List<Told> warnings = new ArrayList<>();
        private final List<Sound> sound = new ArrayList<>();

        Attempt(Stock stock, StockOrder wanted) {
            this.stock = stock;
            this.wanted = wanted;
        }

        Done done() {
            Integer id = wanted.warehouse();
            Warehouse warehouse = id == null ? null : stock.warehouse(id);
            if (warehouse == null) {
                errors.add(Told.of("Could not find warehouse with ID " + id, "input", "warehouse"));
            } else {
                look(warehouse);
            }
            if (!errors.isEmpty() || sound.isEmpty()) {
                return new Done(null, errors, warnings);
            }
            sound.forEach(this::set);
            return new Done(lastChange.incrementAndGet(), errors, warnings);
        }

        private void look(Warehouse warehouse) {
            if (wanted.rows().size() > rules.batchMax()) {
                errors.add(Told.of(
                        "At most " + rules.batchMax() + " product sizes may be given", "input", "productSizes"));
            } else if (wanted.type() == StockOrder.Type.FREE_TO_ALLOCATE && !rules.takesFree()) {
                errors.add(Told.of("FREE_TO_ALLOCATE is not supported", "input", "stockQuantityType"));
            } else {
                for (int i = 0; i < wanted.rows().size(); i++) {
                    look(warehouse, wanted.rows().get(i), Integer.toString(i));
                }
            }
        }

        private void look(Warehouse warehouse, StockOrder.Row row, String index) {
            ProductSize size = row.names().size() == 1 ? find(stock.sizes(), row.name(), row.value()) : null;
            if (row.quantity() < 0) {
                errors.add(told("Quantity must be 0 or greater", index, "quantity"));
            } else if (row.names().size() != 1) {
                errors.add(told("Exactly one of id, SKU, EAN, UPC and any must be provided", index, "productSize"));
            } else if (size == null) {
                String called = row.name().equals("id") ? "ID" : row.name();
                String message = "Could not find product size with " + called + " " + row.value();
                (rules.refusesUnknownSku() ? errors : warnings).add(told(message, index, "productSize"));
            } else {
                look(new Place(warehouse, size.sku()), row, index);
            }
        }

        private void look(Place place, StockOrder.Row row, String index) {
            int allocated = stock.level(place).allocated();
            boolean below = wanted.type() == StockOrder.Type.PHYSICAL && row.quantity() < allocated;
            if (below && rules.refusesBelowAllocated()) {
                String message = "Quantity " + row.quantity() + " is less than the allocated quantity " + allocated;
                errors.add(told(message, index, "quantity"));
            } else {
                sound.add(new Sound(place, row));
            }
        }

        private void set(Sound row) {
            int quantity = row.row().quantity();
            int allocated = stock.level(row.place()).allocated();
            int physical =
                    wanted.type() == StockOrder.Type.PHYSICAL ? Math.max(quantity, allocated) : quantity + allocated;
            Level after = new Level(true, physical, allocated);
            stock.count(
                    row.place(),
                    physical,
                    new StockSet(
                            state.now(), row.place(), quantity, wanted.type().name(), after));
        }
    }

    private static Told told(String message, String index, String field) {
        return Told.of(message, "input", "productSizes", index, field);
    }

    private static @Nullable ProductSize find(Sizes sizes, String name, Object value) {
        String text = value.toString();
        return switch (name) {
            case "id" -> sizes.ofId((Integer) value);
            case "SKU" -> sizes.ofSku(text);
            case "any" -> any(sizes, text);
            default -> sizes.ofBarcode(name, text);
        };
    }

    private static @Nullable ProductSize any(Sizes sizes, String text) {
        ProductSize ofSku = sizes.ofSku(text);
        ProductSize ofEan = ofSku == null ? sizes.ofBarcode("EAN", text) : ofSku;
        return ofEan == null ? sizes.ofBarcode("UPC", text) : ofEan;
    }
}
