package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which orders come, and the cursors that name a place in it. The number always comes last, so that no two
 * orders share a place and a page never loses one of those changed in the same second.
 */
public final class OrderSort {
    // The functions have no state.
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Field {
        NUMBER("number", CentraOrder::number, Integer::valueOf),
        ID("id", order -> order.trade().id(), text -> text),
        ORDER_DATE("orderDate", order -> order.trade().createdAt(), Instant::parse),
        CREATED_AT("createdAt", order -> order.trade().createdAt(), Instant::parse),
        UPDATED_AT("updatedAt", CentraOrder::updatedAt, Instant::parse);

        private final String wireName;
        private final Function<CentraOrder, Comparable<?>> value;
        private final Function<String, Comparable<?>> parser;

        Field(String wireName, Function<CentraOrder, Comparable<?>> value, Function<String, Comparable<?>> parser) {
            this.wireName = wireName;
            this.value = value;
            this.parser = parser;
        }

        static Field named(String name) {
            for (Field field : values()) {
                if (field.wireName.equals(name)) {
                    return field;
                }
            }
            throw Refused.notSimulated("sorting orders by " + name);
        }
    }

    private record Key(Field field, boolean descending) {}

    private final List<Key> keys = new ArrayList<>();

    /** Reads {@code number_ASC} and the like; without any, orders come by number. */
    public OrderSort(List<String> sorts) {
        for (String sort : sorts) {
            int underscore = sort.lastIndexOf('_');
            keys.add(new Key(Field.named(sort.substring(0, underscore)), sort.endsWith("_DESC")));
        }
        if (keys.stream().noneMatch(key -> key.field() == Field.NUMBER || key.field() == Field.ID)) {
            boolean descending = !keys.isEmpty() && keys.get(keys.size() - 1).descending();
            keys.add(new Key(Field.NUMBER, descending));
        }
    }

    int compare(CentraOrder one, CentraOrder other) {
        return compare(place(one), place(other));
    }

    /** Whether the order comes after (positive), at (0) or before (negative) the cursor. */
    int compare(CentraOrder order, String cursor) {
        return compare(place(order), decode(cursor));
    }

    /** {@code number:166} in Base64, further fields after a bar. */
    String cursor(CentraOrder order) {
        StringBuilder text = new StringBuilder();
        for (Key key : keys) {
            text.append(text.isEmpty() ? "" : "|").append(key.field().wireName).append(':');
            text.append(key.field().value.apply(order));
        }
        return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Comparable<?>> place(CentraOrder order) {
        List<Comparable<?>> place = new ArrayList<>();
        keys.forEach(key -> place.add(key.field().value.apply(order)));
        return place;
    }

    private List<Comparable<?>> decode(String cursor) {
        List<Comparable<?>> place = new ArrayList<>();
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\\|", -1);
            for (int i = 0; i < keys.size(); i++) {
                Field field = keys.get(i).field();
                if (!parts[i].startsWith(field.wireName + ":")) {
                    throw Refused.invalid("Cursor does not fit the sort order");
                }
                place.add(field.parser.apply(parts[i].substring(field.wireName.length() + 1)));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Refused.invalid("Invalid cursor");
        }
        return place;
    }

    private int compare(List<Comparable<?>> one, List<Comparable<?>> other) {
        for (int i = 0; i < keys.size(); i++) {
            int compared = compareValues(one.get(i), other.get(i));
            if (compared != 0) {
                return keys.get(i).descending() ? -compared : compared;
            }
        }
        return 0;
    }

    /** Both values come from the same field, so they compare. */
    @SuppressWarnings("unchecked")
    private static int compareValues(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
