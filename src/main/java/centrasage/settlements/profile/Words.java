package centrasage.settlements.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words that a value may be, each with what it means.
 *
 * @param meanings in the order of the words
 */
record Words<T>(Map<String, T> meanings) {

    static <T> Words<T> of(Map<String, T> meanings) {
        return new Words<>(new TreeMap<>(meanings));
    }

    /** Their names in lower case, with hyphens. */
    static <E extends Enum<E>> Words<E> of(E[] values) {
        return of(Arrays.stream(values).collect(Collectors.toMap(Words::word, Function.identity())));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What the word means, in either case.
     *
     * @param otherwise when it is none of them, which is a fault of the entry
     */
    T meaning(String word, T otherwise, ProfileText.Entry entry, ProfileText text) {
        T meaning = meanings.get(word.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (meaning == null && !entry.isUnknown()) {
            text.fault(
                    entry,
                    entry.isThere() ? word + " is none of its words" : "is missing",
                    "Write one of " + String.join(", ", meanings.keySet()));
        }
        return meaning == null ? otherwise : meaning;
    }
}
