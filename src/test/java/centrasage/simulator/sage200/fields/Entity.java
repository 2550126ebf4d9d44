package centrasage.simulator.sage200.fields;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource with its fields, in the order in which they are returned. */
public record Entity(String name, Map<String, Field> fields) {

    public @Nullable Field field(String fieldName) {
        return fields.get(fieldName);
    }

    public Collection<Field> all() {
        return fields.values();
    }
}
