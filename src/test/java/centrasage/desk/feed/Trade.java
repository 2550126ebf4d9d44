package centrasage.desk.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What came of a feed by the hour, made by chance from a seed. */
final class Trade {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** A Monday. */
    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    final TreeMap<Instant, Integer> hours = new TreeMap<>();
    private final Random random;

    Trade(long seed) {
        random = new Random(seed);
    }

    static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    static SiteCalendar calendar(LocalDate... closed) {
        return new SiteCalendar(LONDON, Set.of(closed), Set.of());
    }

    /** From one moment to another, by the mean of each hour. */
    Trade of(Instant from, Instant to, ToDoubleFunction<ZonedDateTime> mean) {
        for (Instant hour = from; hour.isBefore(to); hour = hour.plus(Duration.ofHours(1))) {
            int came = poisson(mean.applyAsDouble(hour.atZone(LONDON)));
            if (came > 0) {
                hours.put(hour, came);
            } else {
                hours.remove(hour);
            }
        }
        return this;
    }

    Trade dead(Instant from, Instant to) {
        hours.subMap(from, true, to, false).clear();
        return this;
    }

    Counts counts() {
        return new Counts(hours);
    }

    Rhythm rhythm(LocalDate... closed) {
        return new Rhythm(counts(), calendar(closed), 8);
    }

    /** A shop: quiet at night, most in the evening, a third more on Sundays. */
    static double shop(ZonedDateTime hour, double perDay) {
        double[] shares = {1, .5, .3, .2, .2, .4, 1, 2, 3, 4, 5, 5.5, 6, 6, 5.5, 5, 5.5, 6, 7, 8, 9, 8, 5, 2.5};
        double sunday = hour.getDayOfWeek() == DayOfWeek.SUNDAY ? 1.33 : 1;
        return perDay * sunday * shares[hour.getHour()] / 96.6;
    }

    private int poisson(double mean) {
        if (mean > 200) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int came = -1;
        for (double product = 1; product > limit; came++) {
            product *= random.nextDouble();
        }
        return Math.max(came, 0);
    }
}
