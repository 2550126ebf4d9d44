package centrasage.reconcile.cutoff;

import centrasage.sage200.BilledOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a company of Sage's shows of some orders, by the customers' numbers in either case.
 *
 * @param orders those that live there
 * @param despatched what left of them until the day, by the ids of their lines
 * @param archivedUpTo the day up to which it has archived, where one of them does not live there
 */
record InSage(
        Map<String, BilledOrder> orders,
        Map<String, Map<Long, BigDecimal>> despatched,
        Optional<LocalDate> archivedUpTo) {}
