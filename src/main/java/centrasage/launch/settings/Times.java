package centrasage.launch.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/** What lengths of time, periods, schedules and time zones must look like. */
final class Times {
    private static final String EVERY = "every ";

    /** A shorter one would only find the run before it at work; a longer one is as good as none. */
    private static final Setting.Check EVERY_LENGTH = from("PT1S", "P31D");

    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private Times() {}

    static Optional<String> duration(String value) {
        try {
            return Duration.parse(value).isNegative()
                    ? Optional.of("must not be negative; expected for example PT30S (30 seconds)")
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("expected an ISO-8601 duration such as PT30S (30 seconds) or PT10M (10 minutes)");
        }
    }

    /** A time-out of zero would wait for ever, and an interval of zero would never rest. */
    static Optional<String> positiveDuration(String value) {
        return duration(value)
                .or(() -> Duration.parse(value).isZero()
                        ? Optional.of("must be longer than zero; expected for example PT30S (30 seconds)")
                        : Optional.empty());
    }

    /** Both ends are included. */
    static Setting.Check from(String least, String most) {
        return value -> duration(value).or(() -> {
            Duration duration = Duration.parse(value);
            boolean within =
                    duration.compareTo(Duration.parse(least)) >= 0 && duration.compareTo(Duration.parse(most)) <= 0;
            return within
                    ? Optional.empty()
                    : Optional.of(
                            "must be from " + least + " to " + most + " long; expected for example PT1M (1 minute)");
        });
    }

    static Optional<String> durations(String value) {
        for (String part : value.split(",", -1)) {
            Optional<String> fault = duration(part.trim());
            if (fault.isPresent()) {
                return Optional.of("expected durations separated by commas, such as PT5S,PT15S,PT1M");
            }
        }
        return Optional.empty();
    }

    static Optional<String> period(String value) {
        try {
            Period period = Period.parse(value);
            return period.isNegative() || period.isZero()
                    ? Optional.of("must be longer than zero; expected for example P90D (90 days)")
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("expected an ISO-8601 period such as P2Y (2 years) or P90D (90 days)");
        }
    }

    /** At least a day. */
    static Setting.Check periodUpTo(String most) {
        return value -> period(value)
                .or(() -> isLonger(Period.parse(value), Period.parse(most))
                        ? Optional.of("must be from P1D to " + most + " long; expected for example P60D (60 days)")
                        : Optional.empty());
    }

    /** Nothing is allowed as well. */
    static Setting.Check anyPeriodUpTo(String most) {
        return value ->
                value.equals("P0D") ? Optional.empty() : periodUpTo(most).fault(value);
    }

    private static boolean isLonger(Period period, Period most) {
        try {
            return ANY_DAY.plus(period).isAfter(ANY_DAY.plus(most));
        } catch (DateTimeException e) {
            return true; // beyond the calendar
        }
    }

    static Optional<String> schedule(String value) {
        boolean fits = value.startsWith(EVERY)
                ? EVERY_LENGTH.fault(value.substring(EVERY.length())).isEmpty()
                : value.matches("([01]\\d|2[0-3]):[0-5]\\d");
        return fits
                ? Optional.empty()
                : Optional.of(
                        "expected every and a length of time from PT1S to P31D, such as every PT5M, or a time of day"
                                + " such as 03:00; empty turns the job off");
    }

    /** The schedule of a job that only a person can start. */
    static Optional<String> byHand(String value) {
        return Optional.of("a person starts this job, and says for what; leave it empty");
    }

    static Optional<String> zone(String value) {
        try {
            ZoneId.of(value);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("expected a time zone such as Europe/London");
        }
    }
}
