package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as Centra reads and writes them: with PHP's date parser and PHP's format letters, in the tenant's zone. */
public final class PhpDate {
    /** {@code 2023-01-16T10:35:35+01:00}. */
    public static final String DEFAULT_FORMAT = "Y-m-d\\TH:i:sP";

    private static final Pattern RELATIVE =
            Pattern.compile("([+-]\\s*\\d{1,9}) ?(sec|second|min|minute|hour|day|week)s?");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Map<Character, String> LETTERS = Map.of(
            'Y', "uuuu", 'm', "MM", 'd', "dd", 'H', "HH", 'i', "mm", 's', "ss", 'P', "xxx", 'O', "xx", 'D', "EEE");

    private PhpDate() {}

    /** Reads an ISO date with offset, a local one, {@code now}, or {@code -1 hour}. */
    public static Instant parse(String text, ZoneId zone, Instant now) {
        String trimmed = text.trim();
        Matcher relative = RELATIVE.matcher(trimmed);
        if (trimmed.equals("now")) {
            return now;
        }
        try {
            return relative.matches() ? relative(relative, now) : absolute(trimmed, zone);
        } catch (DateTimeException e) {
            throw Refused.invalid("Could not parse date \"" + text + "\"");
        }
    }

    private static Instant relative(Matcher words, Instant now) {
        long amount = Long.parseLong(words.group(1).replace("+", "").replaceAll("\\s", ""));
        return switch (words.group(2)) {
            case "sec", "second" -> now.plusSeconds(amount);
            case "min", "minute" -> now.plus(amount, ChronoUnit.MINUTES);
            case "hour" -> now.plus(amount, ChronoUnit.HOURS);
            case "day" -> now.plus(amount, ChronoUnit.DAYS);
            default -> now.plus(7 * amount, ChronoUnit.DAYS);
        };
    }

    private static Instant absolute(String text, ZoneId zone) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        if (text.length() == 19) {
            return LocalDateTime.parse(text.replace('T', ' '), LOCAL)
                    .atZone(zone)
                    .toInstant();
        }
        return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    }

    /** Writes with PHP's letters; a letter the simulator does not know is refused rather than guessed. */
    public static String format(Instant instant, String format, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char letter = format.charAt(i);
            if (letter == '\\' && i + 1 < format.length()) {
                text.append(format.charAt(++i));
            } else {
                text.append(letter(letter, local));
            }
        }
        return text.toString();
    }

    private static String letter(char letter, ZonedDateTime local) {
        if (!Character.isLetter(letter)) {
            return String.valueOf(letter);
        }
        if (letter == 'U') {
            return Long.toString(local.toEpochSecond());
        }
        if (letter == 'c') {
            return format(local.toInstant(), DEFAULT_FORMAT, local.getZone());
        }
        String pattern = LETTERS.get(letter);
        if (pattern == null) {
            throw Refused.notSimulated("the date format letter " + letter);
        }
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(local);
    }
}
