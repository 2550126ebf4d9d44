package centrasage.launch.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What a value of each kind must look like; every message says what is expected, with an example. */
public final class Checks {
    /** Where the console waits for a browser that comes back from Sage ID. */
    private static final String CALLBACK = "/connect/sage200";

    private static final int PASSWORD_LENGTH_MIN = 12;
    private static final int SECRET_LENGTH_MIN = 16;

    private Checks() {}

    static Optional<String> text(String value) {
        return Optional.empty();
    }

    /** An attribute type of Centra's and one of its elements. */
    static Optional<String> attribute(String value) {
        return value.matches("[^.\\s]+\\.[^.\\s]+")
                ? Optional.empty()
                : Optional.of("expected an attribute type of AMS and its element, such as sage.order_number");
    }

    /** As for every other account. */
    static Optional<String> password(String value) {
        return value.length() >= PASSWORD_LENGTH_MIN
                ? Optional.empty()
                : Optional.of("must have at least " + PASSWORD_LENGTH_MIN + " characters");
    }

    /** Whoever guesses it can begin runs. */
    static Optional<String> webhookSecret(String value) {
        return value.length() >= SECRET_LENGTH_MIN
                ? Optional.empty()
                : Optional.of(
                        "must have at least " + SECRET_LENGTH_MIN
                                + " characters; set a longer one here and in Centra's plug-in, such as openssl rand -hex 32 prints");
    }

    static Optional<String> url(String value) {
        try {
            URI uri = URI.create(value);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null
                    ? Optional.empty()
                    : Optional.of("expected a full address such as https://brand.centra.com");
        } catch (IllegalArgumentException e) {
            return Optional.of("is not an address; expected for example https://brand.centra.com");
        }
    }

    static Optional<String> callback(String value) {
        Optional<String> fault = url(value);
        boolean ours =
                fault.isPresent() || value.endsWith(CALLBACK) && value.indexOf('?') < 0 && value.indexOf('#') < 0;
        return ours
                ? fault
                : Optional.of("must end in " + CALLBACK + ", where this application waits for the browser; register for"
                        + " example https://centra-sage200.brand.com" + CALLBACK + " with Sage and set it here");
    }

    public static Setting.Check number(int least, int most) {
        return value -> {
            try {
                int number = Integer.parseInt(value);
                return number >= least && number <= most
                        ? Optional.empty()
                        : Optional.of("expected a whole number from " + least + " to " + most);
            } catch (NumberFormatException e) {
                return Optional.of("expected a whole number from " + least + " to " + most);
            }
        };
    }

    /** No more than pennies, in whichever currency. */
    static Optional<String> pennies(String value) {
        return amount(value)
                .or(() -> new BigDecimal(value).compareTo(BigDecimal.ONE) > 0
                        ? Optional.of("must not be above 1.00; expected an amount such as 0.05")
                        : Optional.empty());
    }

    static Optional<String> amount(String value) {
        try {
            return new BigDecimal(value).signum() < 0
                    ? Optional.of("must not be negative; expected an amount such as 0.05")
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of("expected an amount such as 0.05");
        }
    }

    /** Upper and lower case are the same. */
    static Setting.Check oneOf(String... allowed) {
        return new OneOf(List.of(allowed), "expected one of " + String.join(", ", allowed));
    }

    /** A list, separated by commas: a word that nobody knows would match nothing, and nothing would tell. */
    static Setting.Check wordsOf(String... allowed) {
        return value -> Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !List.of(allowed).contains(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(word -> word + " is not known; expected some of " + String.join(", ", allowed)
                        + ", separated by commas");
    }

    static Optional<String> guid(String value) {
        return value.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? Optional.empty()
                : Optional.of("expected the GUID of a Sage 200 site such as 6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41");
    }

    /** For a choice that later versions give: this one does what {@code done} says and nothing else. */
    static Setting.Check only(String done) {
        return new OneOf(
                List.of(done), "is not in this version, which knows " + done + " alone; set that, or remove the key");
    }

    static Optional<String> pattern(String value) {
        try {
            Pattern.compile(value);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("is not a regular expression (" + e.getDescription() + ")");
        }
    }

    static Optional<String> dateOrNumber(String value) {
        if (value.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        try {
            LocalDate.parse(value);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("expected the first date (2026-11-01) or the first Centra order number (10234) to post");
        }
    }

    static Optional<String> companyGroups(String value) {
        boolean isSound = Stream.of(value.split(",")).map(String::strip).allMatch(each -> each.matches("[^/]+/.+"));
        return isSound
                ? Optional.empty()
                : Optional.of("expected companies with the codes of their product groups, such as 33/WEB, 33/SHOES");
    }

    static Optional<String> store(String value) {
        return value.startsWith("jdbc:h2:") || value.startsWith("jdbc:sqlserver:")
                ? Optional.empty()
                : Optional.of("expected jdbc:h2:file:... or jdbc:sqlserver://...");
    }

    /** A condition of SQL about one document. */
    static Optional<String> lockRow(String value) {
        return value.contains("{id}") && value.indexOf(';') < 0
                ? Optional.empty()
                : Optional.of(
                        "expected the condition on the rows of SYSActiveLock, with {id} for the id of the order and no"
                                + " semicolon, such as DataKey = {id} OR Data = {id}");
    }

    static Optional<String> folder(String value) {
        Optional<String> missing = Optional.of("there is no such folder; create it, or correct the path");
        try {
            return Files.isDirectory(Path.of(value)) ? Optional.empty() : missing;
        } catch (InvalidPathException e) {
            return missing;
        }
    }
}
