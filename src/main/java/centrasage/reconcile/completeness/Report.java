package centrasage.reconcile.completeness;

import java.util.List;
import java.util.Map;

/**
 * Both systems on some days, number by number.
 *
 * @param silent what could not be read, such as {@code Centra} or {@code company 33 of Sage 200}, and why: it hides nothing of the rest
 */
public record Report(Days days, List<OrderRow> orders, List<DespatchRow> despatches, Map<String, String> silent) {
    public Report {
        orders = List.copyOf(orders);
        despatches = List.copyOf(despatches);
        silent = Map.copyOf(silent);
    }
}
