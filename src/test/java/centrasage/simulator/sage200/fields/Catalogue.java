package centrasage.simulator.sage200.fields;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resources of {@code fields.txt}. */
public final class Catalogue {
    private static final Pattern NUMBERED = Pattern.compile("(.*_)(\\d+)\\.\\.(\\d+)");
    private static final Map<String, Entity> ENTITIES = load();

    private Catalogue() {}

    /** A resource that is known to exist. */
    public static Entity entity(String name) {
        Entity entity = ENTITIES.get(name);
        if (entity == null) {
            throw new IllegalArgumentException("no resource " + name + " in fields.txt");
        }
        return entity;
    }

    public static boolean has(String name) {
        return ENTITIES.containsKey(name);
    }

    private static Map<String, Entity> load() {
        Map<String, Entity> entities = new LinkedHashMap<>();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String line : ResourceLines.of("fields.txt")) {
            if (line.startsWith("[")) {
                String name = line.substring(1, line.length() - 1);
                fields = new LinkedHashMap<>();
                entities.put(name, new Entity(name, fields));
            } else {
                add(fields, line.split("\\s+"));
            }
        }
        return entities;
    }

    /** {@code analysis_code_1..20} stands for twenty fields. */
    private static void add(Map<String, Field> fields, String[] words) {
        String first = words[0];
        Matcher numbered = NUMBERED.matcher(first);
        if (!numbered.matches()) {
            fields.put(first, Field.parse(first, words));
            return;
        }
        int to = Integer.parseInt(numbered.group(3));
        for (int i = Integer.parseInt(numbered.group(2)); i <= to; i++) {
            fields.put(numbered.group(1) + i, Field.parse(numbered.group(1) + i, words));
        }
    }
}
