package centrasage.settlements.profile;

import centrasage.settlements.read.Encoding;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What a profile says of how its files are written. */
final class LayoutParser {
    static final Set<String> KEYS =
            Set.of("file-name", "separator", "encoding", "skipped-lines", "amounts", "sign", "dates");

    private static final String ISO = "iso";
    private static final Words<Character> SEPARATORS =
            Words.of(Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|'));
    private static final Words<Encoding> ENCODINGS = Words.of(Encoding.values());
    private static final Words<Notation> NOTATIONS =
            Words.of(Map.of("point", Notation.POINT, "comma", Notation.COMMA, "minor-units", Notation.MINOR));

    private final ProfileText text;

    LayoutParser(ProfileText text) {
        this.text = text;
    }

    Layout layout() {
        return new Layout(
                fileName(),
                text.one("separator", SEPARATORS, ','),
                text.has("encoding") ? text.one("encoding", ENCODINGS, Encoding.UTF_8) : Encoding.UTF_8,
                skipped(),
                text.one("amounts", NOTATIONS, Notation.POINT),
                text.one("sign", Words.of(Sign.values()), Sign.SIGNED),
                date());
    }

    private @Nullable Pattern fileName() {
        ProfileText.Entry entry = text.entry("file-name");
        if (!entry.isThere() || entry.isUnknown()) {
            return null;
        }
        try {
            return Pattern.compile(entry.value(), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            text.fault(
                    entry,
                    "is no regular expression (" + e.getDescription() + ")",
                    "Write it as payouts_(?<batch>.+)\\.csv");
            return null;
        }
    }

    private int skipped() {
        ProfileText.Entry entry = text.entry("skipped-lines");
        if (entry.value().matches("\\d{1,2}")) {
            return Integer.parseInt(entry.value());
        }
        if (entry.isThere() && !entry.isUnknown()) {
            text.fault(entry, "is no number of lines", "Write how many lines stand before the header, 0 to 99");
        }
        return 0;
    }

    /** A year is one of our era: a pattern is strict only when it says so by the letter u. */
    private @Nullable DateTimeFormatter date() {
        ProfileText.Entry entry = text.entry("dates");
        if (!entry.isThere() || entry.isUnknown() || entry.value().equalsIgnoreCase(ISO)) {
            return null;
        }
        try {
            return DateTimeFormatter.ofPattern(entry.value().replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            text.fault(entry, "is no pattern of a day", "Write iso, or a pattern as dd/MM/yyyy");
            return null;
        }
    }
}
