package centrasage.refunds.plan;

import centrasage.sync.plans.PlannedDocument;
import java.util.List;

/**
 * The plans of the refunds of one order that are for no return.
 *
 * @param days with which day each of its credit notes goes out
 */
record PlannedRefunds(PlannedDocument document, List<CreditDay> days) {
    PlannedRefunds {
        days = List.copyOf(days);
    }
}
