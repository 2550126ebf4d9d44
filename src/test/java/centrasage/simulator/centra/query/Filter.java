package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The conditions of a {@code where}, all of which must hold. */
public final class Filter<T> {
    private final String what;
    private final Map<String, Function<T, @Nullable Object>> values;
    private final BiPredicate<T, String> found;

    /**
     * @param what the rows are, for refusals
     * @param values by the name of the condition on them
     * @param found whether a search for words finds a row
     */
    Filter(String what, Map<String, Function<T, @Nullable Object>> values, BiPredicate<T, String> found) {
        this.what = what;
        this.values = new HashMap<>(values);
        this.found = found;
    }

    /** Compiles the conditions; one that the simulator does not know is refused, never ignored. */
    public Predicate<T> compile(Map<String, Object> where) {
        Set<String> negated = names(where.get("negate"));
        Predicate<T> all = row -> true;
        for (Map.Entry<String, Object> condition : where.entrySet()) {
            String name = condition.getKey();
            Object wanted = condition.getValue();
            if (wanted == null || name.equals("negate")) {
                continue;
            }
            Predicate<T> one = condition(name, wanted);
            all = all.and(negated.contains(name) ? one.negate() : one);
        }
        return all;
    }

    private Predicate<T> condition(String name, Object wanted) {
        if (name.equals("search")) {
            return row -> found.test(row, wanted.toString());
        }
        if (name.equals("notNull")) {
            return names(wanted).stream()
                    .map(this::present)
                    .reduce(Predicate::and)
                    .orElse(row -> true);
        }
        Function<T, @Nullable Object> value = value(name);
        return wanted instanceof List<?> list ? oneOf(value, names(list)) : row -> matches(value.apply(row), wanted);
    }

    /** A list means one of its values. */
    private static <T> Predicate<T> oneOf(Function<T, @Nullable Object> value, Set<String> wanted) {
        return row -> {
            Object actual = value.apply(row);
            return actual != null && wanted.contains(actual.toString());
        };
    }

    private Predicate<T> present(String name) {
        Function<T, @Nullable Object> value = value(name);
        return row -> value.apply(row) != null;
    }

    private Function<T, @Nullable Object> value(String name) {
        Function<T, @Nullable Object> value = values.get(name);
        if (value == null) {
            throw Refused.notSimulated("the " + what + " filter " + name);
        }
        return value;
    }

    /** An object means a range of dates or numbers or a match of text, anything else itself. */
    private static boolean matches(@Nullable Object actual, Object wanted) {
        if (wanted instanceof Map<?, ?> condition) {
            return matches(actual, condition);
        }
        return actual != null && actual.toString().equals(wanted.toString());
    }

    private static boolean matches(@Nullable Object actual, Map<?, ?> condition) {
        if (actual instanceof Instant instant) {
            return inRange(instant, condition);
        }
        return actual instanceof Integer number ? inRange(number, condition) : equalsText(actual, condition);
    }

    /** Both ends belong to the range. */
    private static boolean inRange(Instant actual, Map<?, ?> range) {
        return !(range.get("from") instanceof Instant from && actual.isBefore(from))
                && !(range.get("to") instanceof Instant to && actual.isAfter(to));
    }

    private static boolean inRange(int actual, Map<?, ?> range) {
        return !(range.get("from") instanceof Integer from && actual < from)
                && !(range.get("to") instanceof Integer to && actual > to);
    }

    private static boolean equalsText(@Nullable Object actual, Map<?, ?> match) {
        return actual != null && actual.equals(match.get("equals"));
    }

    private static Set<String> names(@Nullable Object list) {
        Set<String> names = new HashSet<>();
        if (list instanceof List<?> values) {
            values.forEach(value -> names.add(String.valueOf(value)));
        }
        return names;
    }
}
