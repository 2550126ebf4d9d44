package centrasage.orders.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fits texts into fields between words, counted as Sage's NVARCHAR columns count: in UTF-16 units. */
public final class Words {
    private Words() {}

    /** One line: every run of spaces, tabs and line ends becomes one space, and control characters go. */
    public static String tidy(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }

    /** One line of a text that may be missing: empty then. */
    public static String text(@Nullable String text) {
        return text == null ? "" : tidy(text);
    }

    /** The first that is not blank; empty when all are. */
    public static String firstOf(@Nullable String... texts) {
        return Stream.of(texts)
                .map(Words::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** As many whole words as fit. */
    public static String head(String text, int length) {
        return text.length() <= length ? text : wrap(text, length).get(0);
    }

    /** The whole text in pieces that fit; only a word that is longer than a piece is cut. */
    public static List<String> wrap(String text, int length) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > length) {
            int end = rest.lastIndexOf(' ', length);
            if (end <= 0) {
                // Never between the halves of one character.
                end = Character.isHighSurrogate(rest.charAt(length - 1)) ? length - 1 : length;
            }
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }
}
