package centrasage.sage200;

import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One line with a price that is another one now.
 *
 * @param before null where it is added
 * @param after null where it is taken out
 */
public record LineChange(@Nullable Line before, @Nullable Line after) {

    /**
     * What makes of the one lines the others: first what is another one, then what is taken out, then what is added. The same lines
     * give the same changes in the same order. How much of a line is allocated is no change, and lines without a price are not
     * compared.
     */
    public static List<LineChange> between(List<Line> before, List<Line> after) {
        List<Line> left = new ArrayList<>(before);
        List<Line> wanted = new ArrayList<>(after);
        pairs(left, wanted, LineChange::isSame);
        List<LineChange> changes = new ArrayList<>(pairs(left, wanted, LineChange::isOfTheSame));
        changes.addAll(pairs(left, wanted, LineChange::isForTheSame));
        left.forEach(line -> changes.add(new LineChange(line, null)));
        wanted.forEach(line -> changes.add(new LineChange(null, line)));
        return List.copyOf(changes);
    }

    private static List<LineChange> pairs(List<Line> left, List<Line> wanted, BiPredicate<Line, Line> together) {
        List<LineChange> pairs = new ArrayList<>();
        for (Iterator<Line> lines = left.iterator(); lines.hasNext(); ) {
            Line before = lines.next();
            wanted.stream()
                    .filter(line -> together.test(before, line))
                    .findFirst()
                    .ifPresent(after -> {
                        lines.remove();
                        wanted.remove(after);
                        pairs.add(new LineChange(before, after));
                    });
        }
        return pairs;
    }

    private static boolean isSame(Line one, Line other) {
        return isOfTheSame(one, other)
                && one.quantity().compareTo(other.quantity()) == 0
                && one.unitPrice().compareTo(other.unitPrice()) == 0;
    }

    /** The same but for its quantity and its price. */
    private static boolean isOfTheSame(Line one, Line other) {
        return isForTheSame(one, other)
                && Objects.equals(one.warehouse(), other.warehouse())
                && Objects.equals(one.taxCode(), other.taxCode())
                && Objects.equals(one.nominal(), other.nominal())
                && one.fields().equals(other.fields());
    }

    /** For the same goods or the same charge. */
    private static boolean isForTheSame(Line one, Line other) {
        return one.type() == other.type()
                && Objects.equals(one.code(), other.code())
                && Objects.equals(one.description(), other.description());
    }

    public boolean isOfGoods() {
        return line().type() == LineType.STANDARD;
    }

    /** Whether nothing of the line changes but its quantity and its price. */
    public boolean keepsWhatItIs() {
        return before != null && after != null && isOfTheSame(before, after);
    }

    /** How much more of it there is: less than 0 where some of it is cancelled. */
    public BigDecimal moreOfIt() {
        return quantity(after).subtract(quantity(before));
    }

    private static BigDecimal quantity(@Nullable Line line) {
        return line == null ? BigDecimal.ZERO : line.quantity();
    }

    /** The line as it is, or as it was where it is taken out. */
    public Line line() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    /** The lines once this is done. */
    List<Line> applied(List<Line> lines) {
        List<Line> others = new ArrayList<>(lines);
        if (before == null) {
            others.add(line());
        } else if (after == null) {
            others.remove(before);
        } else {
            others.set(others.indexOf(before), after);
        }
        return others;
    }

    /** In words, with codes and numbers and nothing about a person: {@code AW1010-NAV-M from 2 to 1}. */
    public String words() {
        if (before == null) {
            return "add " + name() + " (" + amount(line()) + ")";
        }
        if (after == null) {
            return "take out " + name() + " (" + amount(before) + ")";
        }
        List<String> words = new ArrayList<>();
        if (before.quantity().compareTo(after.quantity()) != 0) {
            words.add("from " + plain(before.quantity()) + " to " + plain(after.quantity()));
        }
        if (before.unitPrice().compareTo(after.unitPrice()) != 0) {
            words.add("at " + plain(after.unitPrice()) + " instead of " + plain(before.unitPrice()));
        }
        if (!isOfTheSame(before, after)) {
            words.add("with another warehouse, tax code, nominal or analysis code");
        }
        return name() + " " + String.join(", ", words);
    }

    private String name() {
        Line line = line();
        String code = line.code() == null ? line.description() : line.code();
        return isOfGoods() ? String.valueOf(code) : "the charge " + code;
    }

    private static String amount(Line line) {
        return line.type() == LineType.STANDARD
                ? plain(line.quantity()) + " at " + plain(line.unitPrice())
                : plain(line.unitPrice());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
