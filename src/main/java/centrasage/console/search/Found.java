package centrasage.console.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found.
 *
 * @param tried the fields that were looked in, those with orders first
 * @param withheld the fields that were not, because the visitor may not see customers
 */
public record Found(List<Tried> tried, List<Field> withheld) {
    public Found {
        tried = List.copyOf(tried);
        withheld = List.copyOf(withheld);
    }

    /**
     * The orders of a page.
     *
     * @param more whether there is another page
     */
    public record Tried(Field field, List<String> orders, boolean more) {
        public Tried {
            orders = List.copyOf(orders);
        }

        public boolean any() {
            return !orders.isEmpty();
        }

        /** Such as {@code 3}, or {@code 25 or more}. */
        public String count() {
            return orders.size() + (more ? " or more" : "");
        }
    }

    /** The one order that was found, in whichever fields. */
    Optional<String> only() {
        List<String> all = tried.stream()
                .flatMap(each -> each.orders().stream())
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** That which is shown: the one that was asked for, or the first with orders; null where nothing was found. */
    @Nullable
    Tried shown(@Nullable Field asked) {
        return tried.stream()
                .filter(each -> each.field() == asked && each.any())
                .findFirst()
                .or(() -> tried.stream().filter(Tried::any).findFirst())
                .orElse(null);
    }
}
