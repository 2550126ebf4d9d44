package centrasage.reconcile.completeness;

import centrasage.flow.OrdersFrom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator decided about completeness.
 *
 * @param company the company of accounts that name none; others are looked at once something was posted to them
 * @param lookBack how many days are looked at each night
 * @param despatchLimit how long a completed shipment may be without a despatch in Sage
 * @param from the cut-over: what was made before it is not ours
 * @param live whether this application posts: in preview, Sage's own orders say nothing about us
 */
record CompletenessSettings(
        String company, Period lookBack, Duration despatchLimit, OrdersFrom from, ZoneId zone, boolean live) {

    /** What came in just now is on its way here. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(30);

    static CompletenessSettings of(Config config) {
        return new CompletenessSettings(
                config.getValue("sage200.company", String.class),
                Period.parse(config.getValue("reconcile.look-back", String.class)),
                config.getValue("reconcile.despatch-limit", Duration.class),
                OrdersFrom.parse(
                        config.getOptionalValue("orders.from", String.class).orElse("")),
                ZoneId.of(config.getValue("schedule.time-zone", String.class)),
                config.getValue("posting.mode", String.class).equals("live"));
    }

    /** The days of a nightly look, today included. */
    Days days(Clock clock) {
        LocalDate today = today(clock);
        return days(today.minus(lookBack), today);
    }

    LocalDate today(Clock clock) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** These days, without those before the cut-over. */
    Days days(LocalDate first, LocalDate last) {
        LocalDate cutOver = from.date();
        LocalDate begin = cutOver != null && cutOver.isAfter(first) ? cutOver : first;
        return new Days(begin.isAfter(last) ? last : begin, last, zone);
    }

    /** Whether an order of this number and moment may be posted from here. */
    boolean isOurs(long number, Instant madeAt) {
        return !from.isAfter(number, madeAt.atZone(zone).toLocalDate());
    }

    /** Whether it ought to have been received by now. */
    boolean isDue(Instant happened, Instant now) {
        return happened.plus(ON_ITS_WAY).isBefore(now);
    }
}
