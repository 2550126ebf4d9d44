package centrasage.simulator.centra.cataloguing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the input of a mutation apart. */
final class Inputs {
    private Inputs() {}

    /** What is given of an object; nothing, where the object is not. */
    static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> given = new HashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> {
                if (part != null) {
                    given.put(name.toString(), part);
                }
            });
        }
        return given;
    }

    static List<Map<String, Object>> objects(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(Inputs::object).toList() : List.of();
    }

    /** The id of what a part of the input names. */
    static @Nullable Integer id(Map<String, Object> input, String part) {
        return object(input.get(part)).get("id") instanceof Integer id ? id : null;
    }
}
