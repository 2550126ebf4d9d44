package centrasage.console.jobs;

import java.time.Duration;

/** A schedule as people say it. */
final class ScheduleWords {
    private static final String EVERY = "every ";

    private ScheduleWords() {}

    /** {@code every 5 minutes}, {@code each day at 03:00}; of an empty one that only a person starts it. */
    static String words(String schedule) {
        if (schedule.isBlank()) {
            return "only when a person starts it";
        }
        return schedule.startsWith(EVERY)
                ? EVERY + length(Duration.parse(schedule.substring(EVERY.length())))
                : "each day at " + schedule;
    }

    private static String length(Duration length) {
        if (length.toSecondsPart() > 0 || length.toMillisPart() > 0) {
            return unit(length.toSeconds(), "second");
        }
        return length.toMinutesPart() > 0 ? unit(length.toMinutes(), "minute") : unit(length.toHours(), "hour");
    }

    private static String unit(long count, String unit) {
        return count == 1 ? unit : count + " " + unit + "s";
    }
}
