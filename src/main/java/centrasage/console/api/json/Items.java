package centrasage.console.api.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the address of the following page; null when this is the last
 */
public record Items<T>(List<T> items, @Nullable String next) {
    /** The whole list at once. */
    public static <T> Items<T> all(List<T> items) {
        return new Items<>(List.copyOf(items), null);
    }

    /**
     * A page out of one more item than it may hold, so that it is known whether another follows.
     *
     * @param next the address of the page after the last item shown
     */
    public static <T> Items<T> page(List<T> oneMore, int limit, Function<T, String> next) {
        if (oneMore.size() <= limit) {
            return all(oneMore);
        }
        return new Items<>(List.copyOf(oneMore.subList(0, limit)), next.apply(oneMore.get(limit - 1)));
    }
}
