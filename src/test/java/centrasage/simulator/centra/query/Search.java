package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.Refused;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds rows and cuts them into pages, both of Centra's ways. */
public final class Search<T> {
    private static final int PAGE_MAX = 200;
    private static final int PAGE_DEFAULT = 20;

    private final List<T> found;
    private final Sort<T> sort;

    public Search(Collection<T> rows, Predicate<T> filter, Sort<T> sort) {
        this.sort = sort;
        this.found = sort.sorted(rows.stream().filter(filter));
    }

    /** The list form: page 1 is the first. Pages shift when rows come or go in between. */
    public List<T> page(int limit, int page) {
        checkSize(limit);
        if (page < 1) {
            throw Refused.invalid("Page must be 1 or greater");
        }
        return found.stream().skip((long) limit * (page - 1)).limit(limit).toList();
    }

    /** The connection form, forwards from {@code after} or backwards from {@code before}. */
    public Page<T> connection(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (first != null && last != null) {
            throw Refused.invalid("Only one of first and last may be given");
        }
        int from = after == null ? 0 : count(row -> sort.compare(row, after) <= 0);
        int to = before == null ? found.size() : count(row -> sort.compare(row, before) < 0);
        to = Math.max(from, to);
        int start = from;
        int end = to;
        if (last == null) {
            end = Math.min(to, from + size(first));
        } else {
            start = Math.max(from, to - size(last));
        }
        return new Page<>(found.subList(start, end), found.size(), end < found.size(), start > 0, sort);
    }

    /** How many rows lie before a place: they are sorted, so that half of them can always be passed over. */
    private int count(Predicate<T> before) {
        int low = 0;
        int high = found.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before.test(found.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int size(@Nullable Integer asked) {
        int size = asked == null ? PAGE_DEFAULT : asked;
        checkSize(size);
        return size;
    }

    private static void checkSize(int size) {
        if (size < 1 || size > PAGE_MAX) {
            throw Refused.invalid("Limit must be in range 1 - " + PAGE_MAX);
        }
    }
}
