package centrasage.desk.feed;

import centrasage.flow.Owner;
import centrasage.flow.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** What {@code alerts.silence} and its neighbours say. */
@ApplicationScoped
class SilenceRules {
    private static final String KEY = "alerts.silence.";
    private static final String OFF = "off";

    private Function<String, Optional<String>> settings;
    private SiteCalendar calendar;

    @SuppressWarnings("NullAway.Init")
    SilenceRules() {}

    @Inject
    SilenceRules(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    SilenceRules(Function<String, Optional<String>> settings) {
        this.settings = settings;
        calendar = new SiteCalendar(
                ZoneId.of(settings.apply("schedule.time-zone").orElse("Europe/London")),
                closed(settings.apply("alerts.closed").orElse(""), "\\d{4}-\\d\\d-\\d\\d", LocalDate::parse),
                closed(settings.apply("alerts.closed").orElse(""), "[A-Za-z]{3}", SilenceRules::day));
    }

    private static <T> Set<T> closed(String list, String form, Function<String, T> read) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(word -> word.matches(form))
                .map(read)
                .collect(Collectors.toSet());
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    SiteCalendar calendar() {
        return calendar;
    }

    int weeks() {
        return Integer.parseInt(settings.apply("alerts.silence-weeks").orElse("8"));
    }

    /** Whether silence means anything: in a preview, or while the shop is closed for work on it, nobody is alarmed by it. */
    boolean isWatching() {
        return !settings.apply("alerts.maintenance")
                        .filter("on"::equalsIgnoreCase)
                        .isPresent()
                && !settings.apply("posting.mode")
                        .filter("preview"::equalsIgnoreCase)
                        .isPresent();
    }

    boolean watches(String feed) {
        return setting(feed).filter(OFF::equalsIgnoreCase).isEmpty();
    }

    /** After how long nothing at all is too long, until the rhythm is known; empty where only the rhythm says. */
    Optional<Duration> limit(String feed) {
        return setting(feed).filter(value -> !value.equalsIgnoreCase(OFF)).map(Duration::parse);
    }

    private Optional<String> setting(String feed) {
        return settings.apply(KEY + feed.replaceFirst("/.*", "")).filter(value -> !value.isBlank());
    }

    static Severity severity(String feed) {
        return switch (feed.replaceFirst("/.*", "")) {
            case Feeds.ORDERS, "payments", "shipments", "stock" -> Severity.HIGH;
            case "returns" -> Severity.LOW;
            default -> Severity.MEDIUM;
        };
    }

    static Owner owner(String feed) {
        return feed.startsWith("settlements/") ? Owner.FINANCE : Owner.OPERATIONS;
    }
}
