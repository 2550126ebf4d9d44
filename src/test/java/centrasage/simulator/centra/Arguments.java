package centrasage.simulator.centra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arguments of the form {@code --name value}. */
public final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    private Arguments() {}

    public static Arguments of(String[] arguments, String... known) {
        Arguments parsed = new Arguments();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!List.of(known).contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        arguments[i] + ": expected --name value with a name of " + List.of(known));
            }
            parsed.values.put(name, arguments[i + 1]);
        }
        return parsed;
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
