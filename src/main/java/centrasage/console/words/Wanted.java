package centrasage.console.words;

import java.util.function.Predicate;

/**
 * A number as people look for it: whichever system gave it, however it was pasted.
 *
 * @param text the number alone, without the {@code #} or {@code C} before it
 */
public record Wanted(String text) {
    /** Sage 200 fills its order numbers with zeros; people leave them out. */
    private static final int SAGE_DIGITS = 10;

    public static Wanted of(String typed) {
        return new Wanted(typed.strip().replaceAll("^[#C](?=\\d)", ""));
    }

    /**
     * The number as it is stored.
     *
     * @param isThere whether anything carries exactly this
     * @return the first way of writing it that is there; as it was typed where none is
     */
    public String stored(Predicate<String> isThere) {
        boolean shortened = text.matches("\\d{1," + (SAGE_DIGITS - 1) + "}");
        return shortened && !isThere.test(text) && isThere.test(filled()) ? filled() : text;
    }

    private String filled() {
        return "0".repeat(SAGE_DIGITS - text.length()) + text;
    }
}
