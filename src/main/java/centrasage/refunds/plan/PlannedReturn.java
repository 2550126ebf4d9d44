package centrasage.refunds.plan;

import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.returns.ReturnUnits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a return.
 *
 * @param released the units that it has put back on stock; null where that is not known
 */
record PlannedReturn(PlannedDocument document, @Nullable List<ReturnUnits> released) {}
