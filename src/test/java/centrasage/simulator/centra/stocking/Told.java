package centrasage.simulator.centra.stocking;

import java.util.List;

/** An error or a warning, and where in the input its reason is. */
public record Told(String message, List<String> path) {
    public Told {
        path = List.copyOf(path);
    }

    public static Told of(String message, String... path) {
        return new Told(message, List.of(path));
    }
}
