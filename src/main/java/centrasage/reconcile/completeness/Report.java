package centrasage.reconcile.completeness;

import centrasage.reconcile.entries.EntryRow;
import java.util.List;
import java.util.Map;

/**
 * Both systems on some days, number by number.
 *
 * @param entries of ledgers and banks that were posted for these days, and of what people were told before
 * @param counted what else was counted; nothing where one day is only looked at
 * @param silent what could not be read, such as {@code Centra} or {@code company 33 of Sage 200}, and why: it hides nothing of the rest
 */
public record Report(
        Days days,
        List<OrderRow> orders,
        List<DespatchRow> despatches,
        List<EntryRow> entries,
        Map<String, Long> counted,
        Map<String, String> silent) {
    public Report {
        orders = List.copyOf(orders);
        despatches = List.copyOf(despatches);
        entries = List.copyOf(entries);
        counted = Map.copyOf(counted);
        silent = Map.copyOf(silent);
    }
}
