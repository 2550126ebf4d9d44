package centrasage.refunds.plan;

import centrasage.sync.plans.PlannedDocument;
import java.time.LocalDate;

/**
 * The plan of a return.
 *
 * @param completedOn its true day, whichever its credit note goes out with
 */
record PlannedReturn(PlannedDocument document, LocalDate completedOn) {}
