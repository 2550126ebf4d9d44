package centrasage.reconcile.drift;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator decided about reading back.
 *
 * @param company the company of accounts that name none; others are looked at once something was posted to them
 * @param lookBack how old an order may be to be read back each night
 * @param from the cut-over, a date or a number as {@code orders.from} says it; empty for none
 * @param live whether this application posts: in preview, whatever carries a key like ours is not of our making
 */
record DriftSettings(String company, Period lookBack, String from, ZoneId zone, boolean live) {

    static DriftSettings of(Config config) {
        return new DriftSettings(
                config.getValue("sage200.company", String.class),
                Period.parse(config.getValue("drift.look-back", String.class)),
                config.getOptionalValue("orders.from", String.class).orElse("").strip(),
                ZoneId.of(config.getValue("schedule.time-zone", String.class)),
                config.getValue("posting.mode", String.class).equals("live"));
    }

    LocalDate today(Clock clock) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** The first day that is read back. */
    LocalDate firstDay(Clock clock) {
        LocalDate first = today(clock).minus(lookBack);
        LocalDate cutOver = isNumber() || from.isEmpty() ? first : LocalDate.parse(from);
        return cutOver.isAfter(first) ? cutOver : first;
    }

    /** Whether an order of this number may have been posted from here; its day is looked at elsewhere. */
    boolean isOurs(String number) {
        return !isNumber() || Long.parseLong(number) >= Long.parseLong(from);
    }

    private boolean isNumber() {
        return from.matches("\\d{1,10}");
    }
}
