package centrasage.settlements.read;

import centrasage.settlements.file.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds columns by their names, in whatever order; case, spaces and columns that nobody asks for do not matter. */
public final class Header {
    private final long line;
    private final int width;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    /** @param line of the file, for messages */
    public Header(long line, List<String> names) {
        this.line = line;
        this.width = names.size();
        for (int i = 0; i < names.size(); i++) {
            String name = plain(names.get(i));
            if (!name.isEmpty() && places.putIfAbsent(name, i) != null) {
                twice.add(name);
            }
        }
    }

    /** Of the first lines of a file, to tell whose it is: quotes do not matter. */
    public static Header ofLine(String line, char separator) {
        return new Header(1, List.of(line.replace("\"", "").split(Pattern.quote(String.valueOf(separator)), -1)));
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isWhitespace(name.charAt(i))) {
                plain.append(Character.toLowerCase(name.charAt(i)));
            }
        }
        return plain.toString();
    }

    /** How many columns it has. */
    public int width() {
        return width;
    }

    /** Columns with other names than these, as they are compared. */
    public List<String> others(String... known) {
        Set<String> names = new TreeSet<>(places.keySet());
        for (String name : known) {
            names.remove(plain(name));
        }
        return List.copyOf(names);
    }

    public boolean has(String... names) {
        for (String name : names) {
            if (!places.containsKey(plain(name))) {
                return false;
            }
        }
        return true;
    }

    /** @throws UnreadableFile when it is missing, or there twice */
    public Column required(String name) throws UnreadableFile {
        Column column = optional(name);
        if (!column.isThere()) {
            throw new UnreadableFile(new Fault(
                    line,
                    name,
                    "",
                    "the column is missing",
                    "Have the provider add the column \"" + name + "\" to the report, and make the file again"));
        }
        return column;
    }

    /** @throws UnreadableFile when it is there twice: which of both is meant cannot be told */
    public Column optional(String name) throws UnreadableFile {
        String plain = plain(name);
        if (twice.contains(plain)) {
            throw new UnreadableFile(new Fault(
                    line,
                    name,
                    "",
                    "the column is there twice",
                    "Have the provider remove one of both from the report, and make the file again"));
        }
        return new Column(places.getOrDefault(plain, -1), name);
    }
}
