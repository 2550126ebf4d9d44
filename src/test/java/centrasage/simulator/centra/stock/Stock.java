package centrasage.simulator.centra.stock;

import centrasage.simulator.centra.shipment.Warehouse;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stock of a tenant. What orders keep is a sum over them that each change of an order moves on, and goods that leave or
 * come back are counted off and on, so that nobody has to go through the orders. Whoever holds the orders guards it.
 */
public final class Stock {
    /** Enough for a day, and little enough for the memory. */
    private static final int HISTORY_MAX = 200_000;

    private final Sizes sizes = new Sizes();
    private final Map<Integer, Warehouse> warehouses = new TreeMap<>();
    private final Map<Warehouse, Map<String, Level>> levels = new HashMap<>();
    private final Map<Place, Integer> highest = new HashMap<>();
    private final Deque<StockSet> history = new ArrayDeque<>();

    public Stock() {
        reset();
    }

    /** And with them the products that they are sizes of. */
    public Sizes sizes() {
        return sizes;
    }

    /** The main one, and every one that an order or anybody else ever named. */
    public Collection<Warehouse> warehouses() {
        return List.copyOf(warehouses.values());
    }

    public @Nullable Warehouse warehouse(int id) {
        return warehouses.get(id);
    }

    public Level level(Place place) {
        return levels.getOrDefault(place.warehouse(), Map.of()).getOrDefault(place.sku(), Level.NONE);
    }

    /** Those of the sizes that were ever counted in the warehouse or kept there for an order, in their order. */
    public List<StockRow> rows(Warehouse warehouse, Collection<ProductSize> of) {
        return of.stream()
                .map(size -> row(warehouse, size))
                .filter(Objects::nonNull)
                .toList();
    }

    public List<StockRow> rows(ProductSize size) {
        return warehouses.values().stream()
                .map(warehouse -> row(warehouse, size))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable StockRow row(Warehouse warehouse, ProductSize size) {
        Level level = levels.getOrDefault(warehouse, Map.of()).get(size.sku());
        return level == null ? null : new StockRow(warehouse, size, level);
    }

    /** Somebody counted. */
    public void count(Place place, int physical) {
        put(place, level(place).counted(physical));
    }

    /** An integration counted, which is kept for whoever wants to know. */
    public void count(Place place, int physical, StockSet said) {
        count(place, physical);
        history.add(said);
        if (history.size() > HISTORY_MAX) {
            history.remove();
        }
    }

    public Stream<StockSet> history() {
        return history.stream();
    }

    /** Units sold that are not there, now. */
    public Map<Place, Integer> oversold() {
        Map<Place, Integer> oversold = new HashMap<>();
        levels.forEach((warehouse, skus) -> skus.forEach((sku, level) -> {
            if (level.oversold() > 0) {
                oversold.put(new Place(warehouse, sku), level.oversold());
            }
        }));
        return oversold;
    }

    /** The most units that any order left sold and not there, by place. */
    public Map<Place, Integer> highestOversold() {
        return Map.copyOf(highest);
    }

    /** An order came, perhaps in the place of another, or was deleted: goods do not move by that. */
    public void placed(OrderUnits before, OrderUnits after) {
        after.articles().forEach(sizes::seen);
        differences(
                before.kept(),
                after.kept(),
                (place, units) -> put(place, level(place).kept(units)));
        after.kept().keySet().stream()
                .filter(place -> level(place).oversold() > 0)
                .forEach(place -> highest.merge(place, level(place).oversold(), Math::max));
    }

    /** An order changed, and goods with it. */
    public void changed(OrderUnits before, OrderUnits after) {
        differences(
                before.kept(),
                after.kept(),
                (place, units) -> put(place, level(place).kept(units)));
        differences(
                before.gone(),
                after.gone(),
                (place, units) -> put(place, level(place).moved(-units)));
    }

    private void differences(Map<Place, Integer> before, Map<Place, Integer> after, ObjIntConsumer<Place> move) {
        after.keySet().forEach(place -> warehouses.put(place.warehouse().id(), place.warehouse()));
        Set<Place> places =
                Stream.concat(before.keySet().stream(), after.keySet().stream()).collect(Collectors.toSet());
        for (Place place : places) {
            int units = after.getOrDefault(place, 0) - before.getOrDefault(place, 0);
            if (units != 0) {
                move.accept(place, units);
            }
        }
    }

    private void put(Place place, Level level) {
        warehouses.put(place.warehouse().id(), place.warehouse());
        levels.computeIfAbsent(place.warehouse(), warehouse -> new HashMap<>()).put(place.sku(), level);
    }

    public void reset() {
        sizes.reset();
        warehouses.clear();
        warehouses.put(Warehouse.MAIN.id(), Warehouse.MAIN);
        levels.clear();
        highest.clear();
        history.clear();
    }
}
