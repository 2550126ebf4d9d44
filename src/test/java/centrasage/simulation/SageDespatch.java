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
    final Map<Long, Integer> quantities;
    String notes;
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

    /** The shipment's, with which the notes begin; empty where they do not. */
    String shipment() {
        int blank = notes.indexOf(' ');
        return blank < 0 ? notes : notes.substring(0, blank);
    }

    Despatch shown() {
        Map<Long, BigDecimal> shown = new TreeMap<>();
        quantities.forEach((line, quantity) -> shown.put(line, BigDecimal.valueOf(quantity)));
        return new Despatch(id, "D" + id, user, notes, courier, consignment, shown);
    }
}
