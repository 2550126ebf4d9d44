package centrasage.sage200;

import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines that were meant and those that Sage holds, until each has found what belongs to it. Their order does not matter. */
final class LinePairs {
    private final LinkedList<NewSalesOrder.Line> missing;
    private final LinkedList<SalesOrder.Line> left;

    LinePairs(List<NewSalesOrder.Line> meant, List<SalesOrder.Line> held) {
        this.missing = new LinkedList<>(meant);
        this.left = new LinkedList<>(held);
    }

    /** Takes out of both what belongs together, and hands each pair over. */
    void take(
            BiPredicate<NewSalesOrder.Line, SalesOrder.Line> together,
            BiConsumer<NewSalesOrder.Line, SalesOrder.Line> pair) {
        for (Iterator<NewSalesOrder.Line> lines = missing.iterator(); lines.hasNext(); ) {
            NewSalesOrder.Line line = lines.next();
            SalesOrder.Line other = taken(candidate -> together.test(line, candidate));
            if (other != null) {
                lines.remove();
                pair.accept(line, other);
            }
        }
    }

    private SalesOrder.@Nullable Line taken(Predicate<SalesOrder.Line> wanted) {
        for (Iterator<SalesOrder.Line> lines = left.iterator(); lines.hasNext(); ) {
            SalesOrder.Line line = lines.next();
            if (wanted.test(line)) {
                lines.remove();
                return line;
            }
        }
        return null;
    }

    /** What was meant and is not there. */
    List<NewSalesOrder.Line> missing() {
        return missing;
    }

    /** What is there and was not meant. */
    List<SalesOrder.Line> left() {
        return left;
    }
}
