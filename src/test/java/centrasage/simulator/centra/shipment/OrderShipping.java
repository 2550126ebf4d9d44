package centrasage.simulator.centra.shipment;

import centrasage.simulator.trade.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How far the goods of an order have got. A bundle is shipped by its items: which lines Centra's own shipments hold for a
 * bundle is not documented (inferred).
 *
 * @param allocatedFrom the warehouse whose stock is kept for what has not been put into a shipment yet
 */
public record OrderShipping(Warehouse allocatedFrom, List<Shipment> shipments, List<Return> returns) {
    public static final OrderShipping NONE = new OrderShipping(Warehouse.MAIN, List.of(), List.of());

    public OrderShipping {
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
    }

    public OrderShipping withAllocatedFrom(Warehouse warehouse) {
        return new OrderShipping(warehouse, shipments, returns);
    }

    /** Puts a shipment in the place of its predecessor, or at the end. */
    public OrderShipping with(Shipment shipment) {
        List<Shipment> all = new ArrayList<>(shipments);
        all.removeIf(other -> other.id() == shipment.id());
        all.add(Math.min(shipment.sequence() - 1, all.size()), shipment);
        return new OrderShipping(allocatedFrom, all, returns);
    }

    /** Puts a return in the place of its predecessor, or at the end. */
    public OrderShipping with(Return made) {
        List<Return> all = new ArrayList<>(returns);
        all.removeIf(other -> other.id() == made.id());
        all.add(made);
        all.sort(Comparator.comparingInt(Return::id));
        return new OrderShipping(allocatedFrom, shipments, all);
    }

    public OrderShipping withoutReturn(int id) {
        List<Return> all = new ArrayList<>(returns);
        all.removeIf(other -> other.id() == id);
        return new OrderShipping(allocatedFrom, shipments, all);
    }

    public List<Return> returnsOf(Shipment shipment) {
        return returns.stream().filter(each -> each.shipment() == shipment.id()).toList();
    }

    /** Units of a line that came back. */
    public int returned(Line line) {
        return returns.stream().mapToInt(each -> each.quantityOf(line.id())).sum();
    }

    public static boolean isShippable(Line line) {
        return line.type() != Line.Type.BUNDLE;
    }

    /** Units of a line in completed shipments. */
    public int shipped(Line line) {
        return in(line, Shipment::shipped);
    }

    /** Units of a line in shipments, completed or not. */
    public int assigned(Line line) {
        return in(line, shipment -> true);
    }

    private int in(Line line, Predicate<Shipment> which) {
        return shipments.stream()
                .filter(which)
                .mapToInt(shipment -> shipment.quantityOf(line.id()))
                .sum();
    }

    /** Units of a line that still have to be put into a shipment. */
    public int remaining(Line line) {
        return isShippable(line) ? line.quantity() - assigned(line) : 0;
    }

    public boolean allShipped(List<Line> lines) {
        return shipments.stream().allMatch(Shipment::shipped) && lines.stream().allMatch(line -> remaining(line) <= 0);
    }
}
