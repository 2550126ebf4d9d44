package centrasage.refunds.plan;

import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.returns.ReturnUnits;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a return.
 *
 * @param completedOn its true day, whichever its credit note goes out with
 * @param date with which it goes out; null where a person is to say so
 * @param released the units that it has put back on stock; null where that is not known
 */
record PlannedReturn(
        PlannedDocument document,
        LocalDate completedOn,
        @Nullable LocalDate date,
        @Nullable List<ReturnUnits> released) {}
