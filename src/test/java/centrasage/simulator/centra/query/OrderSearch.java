package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.Refused;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds orders and cuts them into pages, both of Centra's ways. */
public final class OrderSearch {
    private static final int PAGE_MAX = 200;
    private static final int PAGE_DEFAULT = 20;

    private final List<CentraOrder> found;
    private final OrderSort sort;

    public OrderSearch(Collection<CentraOrder> orders, Predicate<CentraOrder> filter, OrderSort sort) {
        this.sort = sort;
        this.found = orders.stream().filter(filter).sorted(sort::compare).toList();
    }

    /** The list form: page 1 is the first. Pages shift when orders come or go in between. */
    public List<CentraOrder> page(int limit, int page) {
        checkSize(limit);
        if (page < 1) {
            throw Refused.invalid("Page must be 1 or greater");
        }
        return found.stream().skip((long) limit * (page - 1)).limit(limit).toList();
    }

    /** The connection form, forwards from {@code after} or backwards from {@code before}. */
    public OrderPage connection(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (first != null && last != null) {
            throw Refused.invalid("Only one of first and last may be given");
        }
        int from = after == null ? 0 : count(order -> sort.compare(order, after) <= 0);
        int to = before == null ? found.size() : count(order -> sort.compare(order, before) < 0);
        to = Math.max(from, to);
        int start = from;
        int end = to;
        if (last == null) {
            end = Math.min(to, from + size(first));
        } else {
            start = Math.max(from, to - size(last));
        }
        return new OrderPage(found.subList(start, end), found.size(), end < found.size(), start > 0, sort);
    }

    private int count(Predicate<CentraOrder> before) {
        return (int) found.stream().filter(before).count();
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
