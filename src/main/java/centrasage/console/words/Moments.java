package centrasage.console.words;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Dates and times in the site's zone, and how long ago they were. */
@Named
@ApplicationScoped
public class Moments {
    private static final DateTimeFormatter STAMP = format("d MMM uuuu HH:mm");
    private static final DateTimeFormatter FULL = format("EEEE d MMMM uuuu HH:mm:ss zzz");
    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter DAY = format("d MMM uuuu");

    private Clock clock;
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    Moments() {}

    @Inject
    public Moments(Clock clock, @ConfigProperty(name = "schedule.time-zone") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    /** {@code 23 Nov 2026 14:05}. */
    public String stamp(Instant moment) {
        return STAMP.format(local(moment));
    }

    /** To the second, with the zone: what shows when one hovers. */
    public String full(Instant moment) {
        return FULL.format(local(moment));
    }

    /** For machines that read the page. */
    public String iso(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** When this day begins on the site. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    public Instant now() {
        return clock.instant();
    }

    /** The day that it is on the site. */
    public LocalDate today() {
        return local(clock.instant()).toLocalDate();
    }

    /** {@code 23 Nov 2026}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 14:05}, with the date where it is not today. */
    public String time(Instant moment) {
        ZonedDateTime local = local(moment);
        boolean today = local.toLocalDate().equals(local(clock.instant()).toLocalDate());
        return today ? TIME.format(local) : STAMP.format(local);
    }

    /** How long ago: {@code 12 s}, {@code 6 min}, {@code 3 h}, {@code 2 d}. */
    public String age(Instant moment) {
        return length(Duration.between(moment, clock.instant()));
    }

    /** When something comes: {@code in 3 min}, {@code now}. */
    public String until(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? "now" : "in " + length(left);
    }

    /** A length in its largest whole unit; never negative, because two clocks may differ a little. */
    public String length(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return Math.max(0, length.toSeconds()) + " s";
        }
        if (length.compareTo(Duration.ofHours(1)) < 0) {
            return length.toMinutes() + " min";
        }
        return length.compareTo(Duration.ofDays(2)) < 0 ? length.toHours() + " h" : length.toDays() + " d";
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(zone);
    }
}
