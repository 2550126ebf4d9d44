package centrasage.reconcile.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator decided about worklists.
 *
 * @param limit how long something may wait before finance is told: {@code worklists.limit}
 * @param lookBack how old a printed invoice may be to be looked for: {@code worklists.look-back}
 */
record WorklistSettings(Period limit, Period lookBack, ZoneId zone) {

    static WorklistSettings of(Config config) {
        return new WorklistSettings(
                Period.parse(config.getValue("worklists.limit", String.class)),
                Period.parse(config.getValue("worklists.look-back", String.class)),
                ZoneId.of(config.getValue("schedule.time-zone", String.class)));
    }

    LocalDate today(Clock clock) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    LocalDate oldest(Clock clock) {
        return today(clock).minus(lookBack);
    }

    /** Whether it waits for longer than it may. */
    boolean isOverdue(WorkItem item, Clock clock) {
        return item.since().plus(limit).isBefore(today(clock));
    }
}
