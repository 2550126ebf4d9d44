package centrasage.desk.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What a feed usually brings at this time of the week, learnt from the last weeks, and whether what comes now is too little to be chance.
 *
 * <p>The whole hours before this one, with what of this one there is, are compared with the same hours of each week before. The least of these weeks, but for one where there are
 * enough, is what is surely usual: a week of a sale does not raise it, and a day on which the feed was dead does not lower it. Less is an alarm
 * where chance would bring so little in one of a million looks, were this the mean ({@link #LEAST}), and where it is less than a fifth:
 * a season that ends is no fault. All in whole numbers.
 */
final class Rhythm {
    /** Fewer say nothing: then a fixed limit holds. */
    static final int WEEKS_MIN = 3;
    /** From so many weeks on the least of them is left out. */
    private static final int WEEKS_TO_LEAVE_ONE_OUT = 5;

    /** The least mean at which chance brings no more than 0, 1, 2, ... only once in a million times (Poisson, rounded up). */
    private static final int[] LEAST = {14, 17, 20, 22, 24, 26, 28, 30};

    private static final int FIFTH = 5;
    private static final List<Integer> HOURS = List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24, 36, 48);

    private final Counts counts;
    private final SiteCalendar calendar;
    private final int weeks;

    /** @param weeks how many are looked at, at most */
    Rhythm(Counts counts, SiteCalendar calendar, int weeks) {
        this.counts = counts;
        this.calendar = calendar;
        this.weeks = weeks;
    }

    /** How many whole weeks are known. */
    int known(Instant now) {
        return counts.first()
                .map(first -> (int) Math.min(weeks, Duration.between(first, now).toDays() / 7))
                .orElse(0);
    }

    boolean isLearnt(Instant now) {
        return known(now) >= WEEKS_MIN;
    }

    /** What is usual in this hour; empty while too little is known. */
    Optional<Band> usual(Instant hour) {
        return band(sums(hour.truncatedTo(ChronoUnit.HOURS).plus(Counts.HOUR), 1));
    }

    /** The shortest time back from now in which too little came. */
    Optional<Silence> silence(Instant now) {
        if (!isLearnt(now) || calendar.isClosed(calendar.day(now))) {
            return Optional.empty();
        }
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        int minutes = (int) Duration.between(hour, now).toMinutes();
        return HOURS.stream()
                .flatMap(back -> silence(hour, back, minutes).stream())
                .findFirst();
    }

    private Optional<Silence> silence(Instant hour, int back, int minutes) {
        Instant from = hour.minus(Counts.HOUR.multipliedBy(back));
        if (calendar.isAnyClosed(from, hour)) {
            return Optional.empty();
        }
        long came = counts.sum(from, hour.plus(Counts.HOUR));
        return band(sums(hour, back))
                .filter(usual -> isTooLittle(came, usual.from()))
                .map(usual -> new Silence(came, Counts.HOUR.multipliedBy(back).plusMinutes(minutes), usual, null));
    }

    private static boolean isTooLittle(long came, long usual) {
        boolean isNoChance = came >= LEAST.length || usual >= LEAST[(int) came];
        return isNoChance && came * FIFTH < usual;
    }

    /** What came in the same hours of each week before, up to the beginning of this one: within it, it may come at the end. */
    private List<Long> sums(Instant hour, int back) {
        List<Long> sums = new ArrayList<>();
        int most = known(hour);
        for (int week = 1; week <= most; week++) {
            Instant then = calendar.weeksBefore(hour, week);
            Instant from = then.minus(Counts.HOUR.multipliedBy(back));
            if (!calendar.isAnyClosed(from, then)) {
                sums.add(counts.sum(from, then));
            }
        }
        return sums;
    }

    private static Optional<Band> band(List<Long> sums) {
        if (sums.size() < WEEKS_MIN) {
            return Optional.empty();
        }
        List<Long> sorted = sums.stream().sorted().toList();
        boolean leavesOneOut = sorted.size() >= WEEKS_TO_LEAVE_ONE_OUT;
        LongStream usual = sorted.stream().skip(leavesOneOut ? 1 : 0).mapToLong(Long::longValue);
        return Optional.of(new Band(usual.min().orElse(0), sorted.get(sorted.size() - (leavesOneOut ? 2 : 1))));
    }
}
