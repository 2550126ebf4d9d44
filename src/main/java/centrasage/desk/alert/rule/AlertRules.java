package centrasage.desk.alert.rule;

import centrasage.flow.Owner;
import centrasage.flow.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The rules of {@code alerts.rules}; the launcher has found them sound before anything is started. */
@ApplicationScoped
public class AlertRules {
    private static final Map<String, DayOfWeek> DAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day.name().substring(0, 3), day -> day));

    private List<Rule> rules;
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    AlertRules() {}

    @Inject
    AlertRules(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    public AlertRules(Function<String, Optional<String>> settings) {
        zone = ZoneId.of(settings.apply("schedule.time-zone").orElse("Europe/London"));
        rules = words(settings.apply("alerts.rules").orElse(""))
                .map(name -> rule(name, key -> settings.apply("alerts.rule." + name + "." + key)))
                .toList();
    }

    public List<Rule> all() {
        return rules;
    }

    public Optional<Rule> named(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** Of the site: quiet hours and digests go by its clock. */
    public ZoneId zone() {
        return zone;
    }

    private static Rule rule(String name, Function<String, Optional<String>> settings) {
        return new Rule(
                name,
                severity(settings.apply("severity").orElse("medium")),
                owners(settings.apply("owner").orElse("any")),
                words(settings.apply("to").orElse(""))
                        .map(Recipient::of)
                        .distinct()
                        .toList(),
                quiet(settings),
                settings.apply("digest")
                        .filter(time -> !time.isBlank())
                        .map(LocalTime::parse)
                        .orElse(null),
                settings.apply("mended").filter("yes"::equalsIgnoreCase).isPresent());
    }

    private static QuietHours quiet(Function<String, Optional<String>> settings) {
        String hours = settings.apply("quiet").orElse("");
        Set<DayOfWeek> days = words(settings.apply("quiet-days").orElse(""))
                .map(day -> DAYS.get(day.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        @Nullable LocalTime from = hours.isBlank() ? null : LocalTime.parse(hours.split("-", 2)[0].strip());
        @Nullable LocalTime to = hours.isBlank() ? null : LocalTime.parse(hours.split("-", 2)[1].strip());
        String breaks = settings.apply("break-quiet").orElse("critical");
        return new QuietHours(from, to, days, breaks.equalsIgnoreCase("never") ? null : severity(breaks));
    }

    private static Severity severity(String word) {
        return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Set<Owner> owners(String list) {
        return list.isBlank() || list.equalsIgnoreCase("any")
                ? EnumSet.allOf(Owner.class)
                : words(list)
                        .map(word -> Owner.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
    }
}
