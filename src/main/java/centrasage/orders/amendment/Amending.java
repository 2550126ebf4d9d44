package centrasage.orders.amendment;

import centrasage.sage200.LineChange;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes of a posted order what is planned now.
 *
 * @param changes of its lines with a price
 * @param others what else is not the same, such as {@code delivery address}
 * @param against why nobody but a person may change it, in words; none where it may be amended
 */
record Amending(List<LineChange> changes, List<String> others, List<String> against) {
    /** A person reads them, and has both versions beside them. */
    private static final int WORDS_MAX = 10;

    Amending {
        changes = List.copyOf(changes);
        others = List.copyOf(others);
        against = List.copyOf(against);
    }

    boolean mayBeSent() {
        return against.isEmpty();
    }

    /** What is to be changed, in words without personal data; empty where nothing is. */
    String words() {
        List<String> words = new ArrayList<>(
                changes.stream().limit(WORDS_MAX).map(LineChange::words).toList());
        if (changes.size() > WORDS_MAX) {
            words.add("and " + (changes.size() - WORDS_MAX) + " lines more, see both versions");
        }
        others.forEach(other -> words.add("its " + other + " as in Centra"));
        return String.join("; ", words);
    }
}
