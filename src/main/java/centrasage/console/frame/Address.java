package centrasage.console.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a page with what it shows, so that a view can be sent to a colleague; never with empty parts. */
public record Address(String page, Map<String, String> parts) {
    public Address {
        parts = Map.copyOf(parts);
    }

    public static Address of(String page) {
        return new Address(page, Map.of());
    }

    /** With this part instead of the one of the same name; without it where the value is null or blank. */
    public Address with(String name, @Nullable Object value) {
        Map<String, String> changed = new TreeMap<>(parts);
        changed.remove(name);
        if (value != null && !value.toString().isBlank()) {
            changed.put(name, value.toString());
        }
        return new Address(page, changed);
    }

    @Override
    public String toString() {
        String query = new TreeMap<>(parts)
                .entrySet().stream()
                        .map(part -> part.getKey() + "=" + encode(part.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? page : page + "?" + query;
    }

    /** A comma may stand in a query as it is, and a list reads better with it. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
