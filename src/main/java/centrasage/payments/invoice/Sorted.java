package centrasage.payments.invoice;

import centrasage.flow.event.SystemFinding;
import centrasage.sync.ledger.Invoice;
import java.util.List;

/**
 * What a page of invoices came to.
 *
 * @param ours each of one order of ours
 * @param unclear what people are told of those that are of several
 * @param others how many belong to no order that is known here
 */
record Sorted(List<Invoice> ours, List<SystemFinding> unclear, int others) {
    Sorted {
        ours = List.copyOf(ours);
        unclear = List.copyOf(unclear);
    }
}
