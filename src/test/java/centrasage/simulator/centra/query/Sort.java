package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which rows come, and the cursors that name a place in it. A field that is unique always comes last, so that
 * no two rows share a place and a page never loses one of those changed in the same second.
 */
public final class Sort<T> {
    private record Key<T>(SortField<T> field, boolean descending) {}

    private record Placed<T>(T row, List<Comparable<?>> place) {}

    private final List<Key<T>> keys = new ArrayList<>();

    /** Reads {@code number_ASC} and the like; without any, rows come by the first of the fields, which is unique. */
    public Sort(List<SortField<T>> fields, List<String> sorts) {
        for (String sort : sorts) {
            int underscore = sort.lastIndexOf('_');
            keys.add(new Key<>(named(fields, sort.substring(0, underscore)), sort.endsWith("_DESC")));
        }
        if (keys.stream().noneMatch(key -> key.field().unique())) {
            boolean descending = !keys.isEmpty() && keys.get(keys.size() - 1).descending();
            keys.add(new Key<>(fields.get(0), descending));
        }
    }

    private static <T> SortField<T> named(List<SortField<T>> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notSimulated("sorting by " + name));
    }

    /** Each row's place is looked up once. */
    List<T> sorted(Stream<T> rows) {
        return rows.map(row -> new Placed<>(row, place(row)))
                .sorted((one, other) -> compare(one.place(), other.place()))
                .map(Placed::row)
                .toList();
    }

    /** Whether the row comes after (positive), at (0) or before (negative) the cursor. */
    int compare(T row, String cursor) {
        return compare(place(row), decode(cursor));
    }

    /** {@code number:166} in Base64, further fields after a bar. */
    String cursor(T row) {
        StringBuilder text = new StringBuilder();
        for (Key<T> key : keys) {
            text.append(text.isEmpty() ? "" : "|").append(key.field().name()).append(':');
            text.append(key.field().value().apply(row));
        }
        return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Comparable<?>> place(T row) {
        List<Comparable<?>> place = new ArrayList<>(keys.size());
        keys.forEach(key -> place.add(key.field().value().apply(row)));
        return place;
    }

    private List<Comparable<?>> decode(String cursor) {
        List<Comparable<?>> place = new ArrayList<>();
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\\|", -1);
            for (int i = 0; i < keys.size(); i++) {
                SortField<T> field = keys.get(i).field();
                if (!parts[i].startsWith(field.name() + ":")) {
                    throw Refused.invalid("Cursor does not fit the sort order");
                }
                place.add(field.parser().apply(parts[i].substring(field.name().length() + 1)));
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
