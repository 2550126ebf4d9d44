package centrasage.simulator.centra.shipment;

import centrasage.simulator.trade.TaxMode;
import centrasage.simulator.trade.Taxed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one shipment that come back. Whether the money goes back stands in the payment history: the two do not depend on
 * each other.
 *
 * @param shipment the id of the shipment
 * @param updatedAt kept, though Centra may not tell it
 * @param warehouse where the goods went on stock, null where they did not; from its creation on (inferred)
 * @param externalIds by integration
 */
public record Return(
        int id,
        int shipment,
        List<ReturnedLine> lines,
        ReturnAmounts amounts,
        boolean completed,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Warehouse warehouse,
        @Nullable String comment,
        Map<String, String> externalIds) {
    public Return {
        lines = List.copyOf(lines);
        externalIds = Map.copyOf(externalIds);
    }

    public int order() {
        return Shipment.orderOf(shipment);
    }

    public int quantity() {
        return lines.stream().mapToInt(ReturnedLine::quantity).sum();
    }

    public int quantityOf(int orderLine) {
        return lines.stream()
                .filter(line -> line.orderLine() == orderLine)
                .mapToInt(ReturnedLine::quantity)
                .sum();
    }

    public List<Taxed> goods() {
        return lines.stream().map(ReturnedLine::worth).toList();
    }

    /** What the customer gets back by it. */
    public long grand(TaxMode mode) {
        return amounts.grand(mode, goods());
    }

    /** The VAT in what the customer gets back. */
    public long vat(TaxMode mode) {
        return mode.deducts() ? 0 : amounts.tax(goods());
    }

    public Return withCompleted(boolean isCompleted) {
        return new Return(
                id, shipment, lines, amounts, isCompleted, createdAt, updatedAt, warehouse, comment, externalIds);
    }

    public Return withUpdatedAt(Instant at) {
        return new Return(id, shipment, lines, amounts, completed, createdAt, at, warehouse, comment, externalIds);
    }

    public Return withExternalId(String integration, String externalId) {
        Map<String, String> ids = new HashMap<>(externalIds);
        ids.put(integration, externalId);
        return new Return(id, shipment, lines, amounts, completed, createdAt, updatedAt, warehouse, comment, ids);
    }
}
