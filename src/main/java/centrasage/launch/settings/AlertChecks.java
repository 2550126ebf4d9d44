package centrasage.launch.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the values of alerts must look like. */
final class AlertChecks {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String MAIL = "[^\\s@,<>]{1,64}@[^\\s@,<>]{1,120}";

    private AlertChecks() {}

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip);
    }

    private static Optional<String> unless(boolean sound, String fault) {
        return sound ? Optional.empty() : Optional.of(fault);
    }

    static Optional<String> names(String value) {
        boolean sound = words(value).allMatch(name -> name.matches("[a-z0-9-]{1,40}"));
        boolean once = words(value).distinct().count() == words(value).count();
        return unless(
                sound && once,
                "expected names of small letters, digits and hyphens, each once, such as finance-mail, ops-teams");
    }

    static Optional<String> recipients(String value) {
        return words(value)
                .filter(each -> !each.matches("mailto:" + MAIL) && !each.matches("webhook:[a-z0-9-]{1,40}"))
                .findFirst()
                .map(each -> "\"" + each
                        + "\" is no recipient; expected some of mailto:finance@brand.com and webhook:ops,"
                        + " separated by commas");
    }

    static Optional<String> address(String value) {
        return unless(value.matches(MAIL), "expected an e-mail address such as centra-sage200@brand.com");
    }

    /** A secret stands in it, so it must not go out for everybody to read; a machine of one's own is no network. */
    static Optional<String> webHook(String value) {
        boolean isOwn = value.matches("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?");
        return Checks.url(value)
                .map(fault -> "expected the full address that you were given, beginning with https://")
                .or(() ->
                        unless(isOwn || value.startsWith("https://"), "expected an address that begins with https://"));
    }

    static Optional<String> time(String value) {
        return unless(value.matches(TIME), "expected a time of day such as 08:00");
    }

    static Optional<String> hours(String value) {
        return unless(value.matches(TIME + "\\s*-\\s*" + TIME), "expected two times of day such as 20:00-07:00");
    }

    static Optional<String> days(String value) {
        return words(value)
                .filter(day -> !DAYS.contains(day.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(day -> "\"" + day + "\" is no day; expected some of " + String.join(", ", DAYS));
    }

    static Optional<String> closed(String value) {
        return words(value)
                .filter(day -> !DAYS.contains(day.toUpperCase(Locale.ROOT)) && !isDate(day))
                .findFirst()
                .map(day ->
                        "\"" + day + "\" is no day; expected dates such as 2026-12-25 and days of the week such as SUN,"
                                + " separated by commas");
    }

    private static boolean isDate(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") && LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static Optional<String> silence(String value) {
        return value.equalsIgnoreCase("off")
                ? Optional.empty()
                : Times.from("PT1H", "P31D")
                        .fault(value)
                        .map(fault -> "expected how long nothing may come, from PT1H to P31D, such as PT24H; or off");
    }
}
