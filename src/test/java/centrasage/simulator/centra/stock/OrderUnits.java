package centrasage.simulator.centra.stock;

import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.trade.Article;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Standing;
import centrasage.simulator.trade.TradeOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an order is to the stock: units kept for it, and units that have left for it and not come back.
 *
 * @param kept by place; a place where the order keeps nothing now, but could, is among them
 */
public record OrderUnits(List<Article> articles, Map<Place, Integer> kept, Map<Place, Integer> gone) {
    public static final OrderUnits NONE = new OrderUnits(List.of(), Map.of(), Map.of());

    public OrderUnits {
        articles = List.copyOf(articles);
        kept = Map.copyOf(kept);
        gone = Map.copyOf(gone);
    }

    public static OrderUnits of(TradeOrder trade, OrderShipping shipping) {
        Map<Integer, Line> lines = trade.basket().lines().stream()
                .filter(OrderUnits::isStocked)
                .collect(Collectors.toMap(Line::id, Function.identity()));
        List<Article> articles = lines.values().stream().map(Line::article).toList();
        boolean keeps = keepsStock(trade.standing().status());
        return new OrderUnits(articles, kept(lines, shipping, keeps), gone(lines, shipping));
    }

    /** Stock is kept for an order from its confirmation to its cancellation (inferred). */
    public static boolean keepsStock(Standing.Status status) {
        return status != Standing.Status.PENDING && status != Standing.Status.CANCELLED;
    }

    private static boolean isStocked(Line line) {
        return line.type() == Line.Type.PRODUCT || line.type() == Line.Type.BUNDLE_ITEM;
    }

    private static Map<Place, Integer> kept(Map<Integer, Line> lines, OrderShipping shipping, boolean keeps) {
        Map<Place, Integer> kept = new HashMap<>();
        for (Line line : lines.values()) {
            Place place = new Place(shipping.allocatedFrom(), line.article().sku());
            kept.merge(place, keeps ? Math.max(0, shipping.remaining(line)) : 0, Integer::sum);
        }
        for (Shipment shipment : shipping.shipments()) {
            add(kept, keeps && !shipment.shipped() ? 1 : 0, shipment, lines);
        }
        return kept;
    }

    private static Map<Place, Integer> gone(Map<Integer, Line> lines, OrderShipping shipping) {
        Map<Place, Integer> gone = new HashMap<>();
        for (Shipment shipment : shipping.shipments()) {
            add(gone, shipment.shipped() ? 1 : 0, shipment, lines);
        }
        for (Return made : shipping.returns()) {
            takeOff(gone, made, lines);
        }
        return gone;
    }

    private static void add(Map<Place, Integer> units, int times, Shipment shipment, Map<Integer, Line> lines) {
        shipment.lines().forEach(shipped -> {
            Line line = lines.get(shipped.orderLine());
            if (line != null) {
                units.merge(
                        new Place(shipped.warehouse(), line.article().sku()), times * shipped.quantity(), Integer::sum);
            }
        });
    }

    private static void takeOff(Map<Place, Integer> units, Return made, Map<Integer, Line> lines) {
        made.lines().forEach(returned -> {
            Line line = lines.get(returned.orderLine());
            if (line != null && made.warehouse() != null) {
                units.merge(new Place(made.warehouse(), line.article().sku()), -returned.quantity(), Integer::sum);
            }
        });
    }
}
