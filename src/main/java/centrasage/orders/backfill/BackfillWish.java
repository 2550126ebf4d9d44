package centrasage.orders.backfill;

import centrasage.flow.ParameterRefused;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked of a backfill.
 *
 * @param from as it was given, for what is told about it
 * @param to as it was given
 * @param previews true unless it was told otherwise
 */
record BackfillWish(String from, String to, BackfillRange range, boolean previews) {

    /** @throws ParameterRefused for the first parameter that cannot be used; what is misspelt must not post anything */
    static BackfillWish of(@Nullable String from, @Nullable String to, @Nullable String preview)
            throws ParameterRefused {
        boolean previews = previews(text(preview));
        return new BackfillWish(text(from), text(to), BackfillRange.of(text(from), text(to)), previews);
    }

    private static boolean previews(String asked) throws ParameterRefused {
        return switch (asked) {
            case "", "true" -> true;
            case "false" -> false;
            default ->
                throw new ParameterRefused(
                        "preview", asked, "is neither true nor false", "give false to post, true or nothing to look");
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Of numbers each counts, whether there is such an order or not; how many were made on some days Centra alone knows. */
    void mustNotBeMoreThan(int most) throws ParameterRefused {
        if (range instanceof BackfillRange.Numbers numbers) {
            mustNotBeMoreThan(most, numbers.count());
        }
    }

    void mustNotBeMoreThan(int most, long count) throws ParameterRefused {
        if (count > most) {
            throw new ParameterRefused(
                    "to",
                    to,
                    "with from = " + from + " is for " + count + " orders, and orders.backfill-max is " + most
                            + ": nothing was read",
                    "ask for a smaller range, or raise the setting");
        }
    }
}
