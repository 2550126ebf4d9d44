package centrasage.console.table;

import org.jspecify.annotations.Nullable;

/**
 * What one row holds in one column.
 *
 * @param value of the class that belongs to the kind; null where there is none
 * @param link an address of this console; null where it leads nowhere
 */
public record Cell(
        Column.Kind kind, @Nullable Object value, @Nullable String link) {
    public boolean isEmpty() {
        return value == null || value.toString().isEmpty();
    }

    /** Whether it is shown as words alone, without a tag of its own. */
    public boolean plain() {
        return switch (kind) {
            case TEXT, WORDS, COUNT, AGE, DAY -> true;
            case NUMBER, AMOUNT, DIFFERENCE, MOMENT, SIGN -> false;
        };
    }

    /** The names of its style. */
    public String style() {
        return switch (kind) {
            case AMOUNT, DIFFERENCE, COUNT, AGE -> "right";
            case WORDS -> "words";
            case DAY -> "moment";
            case TEXT, NUMBER, MOMENT, SIGN -> "";
        };
    }
}
