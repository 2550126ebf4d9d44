package centrasage.sync.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The migrations as text: which versions there are, and which tables with which columns of which type they make. */
final class Scripts {
    private static final Path FOLDER = Path.of("sql");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)(?:_\\d+)?__.*\\.sql");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern ADDED = Pattern.compile("ALTER TABLE (\\w+) ADD (\\w+ [A-Z]\\w*(\\([^)]*\\))?)");
    private static final Pattern COLUMN = Pattern.compile("(?m)^ {4}(\\w+)\\s+([A-Z]\\w*)(\\([^)]*\\))?");

    private Scripts() {}

    static List<Path> files(String vendor) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(vendor))) {
            return files.sorted(Comparator.comparingInt(Scripts::version)).toList();
        }
    }

    /** V10 comes after V9. */
    private static int version(Path file) {
        Matcher name = VERSION.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : Integer.MAX_VALUE;
    }

    static TreeSet<Integer> versions(String vendor) throws IOException {
        return files(vendor).stream()
                .map(file -> VERSION.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The columns of each table with their types, as in {@code NVARCHAR(80)}; all names in lower case. */
    static Map<String, Map<String, String>> tables(String vendor) throws IOException {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        for (Path file : files(vendor)) {
            Matcher table = TABLE.matcher(Files.readString(file));
            while (table.find()) {
                tables.put(lower(table.group(1)), columns(table.group(2)));
            }
            Matcher added = ADDED.matcher(Files.readString(file));
            while (added.find()) {
                tables.computeIfAbsent(lower(added.group(1)), made -> new TreeMap<>())
                        .putAll(columns("    " + added.group(2)));
            }
        }
        return tables;
    }

    private static Map<String, String> columns(String body) {
        Map<String, String> columns = new TreeMap<>();
        Matcher column = COLUMN.matcher(body);
        while (column.find()) {
            if (!column.group(1).equals("CONSTRAINT")) {
                columns.put(lower(column.group(1)), column.group(2) + (column.group(3) == null ? "" : column.group(3)));
            }
        }
        return columns;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
