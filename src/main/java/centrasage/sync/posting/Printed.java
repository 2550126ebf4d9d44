package centrasage.sync.posting;

import java.util.Map;

/**
 * What of a source document is about a person and is printed on its way to them, such as a delivery address: in clear, and only
 * for as long as a plan is made. What is kept of it is {@link Marks}.
 *
 * @param parts texts by what people call them, such as {@code delivery address}; none where it cannot be told
 */
public record Printed(Map<String, String> parts) {
    public static final Printed NOTHING = new Printed(Map.of());

    public Printed {
        parts = Map.copyOf(parts);
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Printed" + parts.keySet();
    }
}
