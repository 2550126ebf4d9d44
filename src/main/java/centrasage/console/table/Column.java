package centrasage.console.table;

import centrasage.console.words.Sign;
import centrasage.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a list: what its cells hold, how they are shown, where they lead to, and what the list can be sorted by there.
 *
 * @param key what addresses, files and remembered choices call it
 * @param value of a row; null where the row has none
 * @param link the address of a page of this console; null where the row leads nowhere
 * @param sort the words of an address by which the list is sorted by this column, best first; empty where it cannot be
 * @param spare whether it is hidden until somebody chooses it
 */
public record Column<T>(
        String key,
        String title,
        Kind kind,
        Function<T, @Nullable Object> value,
        @Nullable Function<T, @Nullable String> link,
        Sort sort,
        boolean spare) {

    /** How cells are shown. */
    public enum Kind {
        TEXT,
        /** An id that is copied with one click. */
        NUMBER,
        /** Longer than a line. */
        WORDS,
        AMOUNT,
        /** An amount that should be nothing. */
        DIFFERENCE,
        COUNT,
        MOMENT,
        /** A moment as the time since. */
        AGE,
        DAY,
        SIGN;

        /** Whether cells stand at the right, so that figures can be compared. */
        public boolean isFigure() {
            return isMoney() || this == COUNT || this == AGE;
        }

        boolean isMoney() {
            return this == AMOUNT || this == DIFFERENCE;
        }
    }

    /**
     * What stands in the address when the list is sorted by the column.
     *
     * @param back the other way round; empty where there is none
     */
    public record Sort(String first, String back) {
        static final Sort NONE = new Sort("", "");
    }

    private static <T> Column<T> of(String key, String title, Kind kind, Function<T, @Nullable Object> value) {
        return new Column<>(key, title, kind, value, null, Sort.NONE, false);
    }

    public static <T> Column<T> text(String key, String title, Function<T, @Nullable String> value) {
        return of(key, title, Kind.TEXT, value::apply);
    }

    public static <T> Column<T> words(String key, String title, Function<T, @Nullable String> value) {
        return of(key, title, Kind.WORDS, value::apply);
    }

    public static <T> Column<T> number(String key, String title, Function<T, @Nullable String> value) {
        return of(key, title, Kind.NUMBER, value::apply);
    }

    public static <T> Column<T> amount(String key, String title, Function<T, @Nullable Money> value) {
        return of(key, title, Kind.AMOUNT, value::apply);
    }

    /** Quiet where it is nothing, and bold where it is not. */
    public static <T> Column<T> difference(String key, String title, Function<T, @Nullable Money> value) {
        return of(key, title, Kind.DIFFERENCE, value::apply);
    }

    /** Whole things, such as lines or days. */
    public static <T> Column<T> count(String key, String title, Function<T, @Nullable Number> value) {
        return of(key, title, Kind.COUNT, value::apply);
    }

    public static <T> Column<T> moment(String key, String title, Function<T, @Nullable Instant> value) {
        return of(key, title, Kind.MOMENT, value::apply);
    }

    public static <T> Column<T> age(String key, String title, Function<T, @Nullable Instant> value) {
        return of(key, title, Kind.AGE, value::apply);
    }

    public static <T> Column<T> day(String key, String title, Function<T, @Nullable LocalDate> value) {
        return of(key, title, Kind.DAY, value::apply);
    }

    public static <T> Column<T> sign(String key, String title, Function<T, @Nullable Sign> value) {
        return of(key, title, Kind.SIGN, value::apply);
    }

    public Column<T> leadingTo(Function<T, @Nullable String> address) {
        return new Column<>(key, title, kind, value, address, sort, spare);
    }

    public Column<T> sortedBy(Enum<?> first) {
        return new Column<>(key, title, kind, value, link, new Sort(first.name(), ""), spare);
    }

    public Column<T> sortedBy(Enum<?> first, Enum<?> back) {
        return new Column<>(key, title, kind, value, link, new Sort(first.name(), back.name()), spare);
    }

    /** Hidden until somebody chooses it. */
    public Column<T> atFirstHidden() {
        return new Column<>(key, title, kind, value, link, sort, true);
    }

    Cell cell(T row) {
        return new Cell(kind, value.apply(row), link == null ? null : link.apply(row));
    }
}
