package centrasage.console.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the handbook's page on the configuration says of each key: its group, and what it means. */
final class Described {
    private static final Pattern GROUP = Pattern.compile("###\\s+(.+)");
    private static final Pattern KEY = Pattern.compile("`([a-z0-9]+(?:[.-][a-z0-9-]+)+)`");
    private static final String KEYS = "## Keys";
    private static final Pattern CELLS = Pattern.compile("\\s*(?<!\\\\)\\|\\s*");

    private Described() {}

    /** @param meaning in plain words */
    record Entry(String group, String meaning) {}

    /** By key, in the order of the page. */
    static Map<String, Entry> in(String markdown) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        String group = "";
        boolean keys = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("## ")) {
                keys = line.equals(KEYS);
            }
            Matcher heading = GROUP.matcher(line);
            if (heading.matches()) {
                group = heading.group(1);
            } else if (keys && line.startsWith("| `")) {
                add(entries, group, cells(line));
            }
        }
        return entries;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>(List.of(CELLS.split(line, -1)));
        cells.remove(0);
        return cells;
    }

    private static void add(Map<String, Entry> entries, String group, List<String> cells) {
        String meaning = plain(cells.size() > 3 ? cells.get(2) : cells.get(1));
        Matcher key = KEY.matcher(cells.get(0));
        while (key.find()) {
            entries.putIfAbsent(key.group(1), new Entry(group, meaning));
        }
    }

    /** Without marks and addresses. */
    static String plain(String markdown) {
        return markdown.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("\\*\\*|`", "")
                .replace("\\|", "|")
                .strip();
    }
}
