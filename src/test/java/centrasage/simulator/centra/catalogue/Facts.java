package centrasage.simulator.centra.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody has said of a product, a variant or a size, by the names of the fields in Centra. */
public record Facts(Map<String, Object> values) {
    public static final Facts NONE = new Facts(Map.of());

    /** A field as it was and as it is; null where it is unset. */
    public record Difference(
            @Nullable Object before, @Nullable Object after) {}

    public Facts {
        values = Map.copyOf(values);
    }

    /** Null where it is unset; a text that was emptied is. */
    public @Nullable Object get(String name) {
        Object value = values.get(name);
        return "".equals(value) ? null : value;
    }

    public @Nullable String text(String name) {
        Object value = get(name);
        return value == null ? null : value.toString();
    }

    public boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Whether anybody ever said anything of it, be it that it is empty. */
    public boolean tells(String name) {
        return values.containsKey(name);
    }

    /** Null takes the field away. */
    public Facts with(String name, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Facts(changed);
    }

    public Map<String, Difference> differences(Facts after) {
        Map<String, Difference> differences = new TreeMap<>();
        Set<String> names = new HashSet<>(values.keySet());
        names.addAll(after.values.keySet());
        for (String name : names) {
            if (!Objects.equals(get(name), after.get(name))) {
                differences.put(name, new Difference(get(name), after.get(name)));
            }
        }
        return differences;
    }
}
