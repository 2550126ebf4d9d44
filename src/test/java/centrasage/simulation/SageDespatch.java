package centrasage.simulation;

import centrasage.sage200.Despatch;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A despatch as the model of Sage 200 holds it. */
final class SageDespatch {
    final long id;
    final long order;
    final String user;
    final String notes;
    final Map<Long, Integer> quantities;
    String courier;
    String consignment;

    SageDespatch(long id, long order, String user, String notes, Map<Long, Integer> quantities) {
        this.id = id;
        this.order = order;
        this.user = user;
        this.notes = notes;
        this.quantities = new TreeMap<>(quantities);
        this.courier = "";
        this.consignment = "";
    }

    Despatch shown() {
        Map<Long, BigDecimal> shown = new TreeMap<>();
        quantities.forEach((line, quantity) -> shown.put(line, BigDecimal.valueOf(quantity)));
        return new Despatch(id, "D" + id, user, notes, courier, consignment, shown);
    }
}
