package centrasage.console.runbooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of {@code docs} as they are packed. A runbook goes by the name of its file ({@code order-held}), any other page by
 * {@code docs/} and the name of its file.
 */
@ApplicationScoped
public class Handbook {
    static final String DOCS = "docs/";

    /** Never anything but a plain name: what comes from an address is not taken for a path. */
    private static final Pattern NAME = Pattern.compile("(docs/)?(example-mappings/)?[A-Za-z0-9-]{1,60}");

    private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([a-z0-9-]+)\\.md(?:#[^)]*)?\\)");

    private final Map<String, Optional<String>> read = new ConcurrentHashMap<>();

    /** The text of a page in Markdown; empty where there is none of this name. */
    public Optional<String> text(String name) {
        return NAME.matcher(name).matches() ? read.computeIfAbsent(name, Handbook::read) : Optional.empty();
    }

    private static Optional<String> read(String name) {
        String path = name.startsWith(DOCS) ? name.substring(DOCS.length()) : "operations/" + name;
        try (InputStream file = Handbook.class.getResourceAsStream("/handbook/" + path + ".md")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("the application is damaged: " + path + ".md cannot be read", e);
        }
    }

    /** The first heading of a page. */
    public String title(String name) {
        return text(name)
                .map(TITLE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse(name);
    }

    /** Every runbook that the index names, by its name, with its title, in the order of the index. */
    public Map<String, String> runbooks() {
        Map<String, String> titles = new LinkedHashMap<>();
        Matcher link = LINK.matcher(text("index").orElse(""));
        while (link.find()) {
            if (!link.group(1).equals("index") && text(link.group(1)).isPresent()) {
                titles.putIfAbsent(link.group(1), title(link.group(1)));
            }
        }
        return titles;
    }

    /** Those runbooks in which all these words stand, each with the line around the first of them. */
    public Map<String, String> carrying(String words) {
        String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
        Map<String, String> found = new TreeMap<>();
        runbooks().keySet().forEach(name -> {
            String text = text(name).orElse("");
            String plain = text.toLowerCase(Locale.ROOT);
            if (Arrays.stream(wanted).allMatch(plain::contains)) {
                found.put(name, line(text, wanted[0]));
            }
        });
        return found;
    }

    private static String line(String text, String word) {
        return text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(word) && !line.startsWith("#"))
                .findFirst()
                .map(line -> line.replaceAll("[`*|]|\\]\\([^)]*\\)|\\[", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .orElse("");
    }
}
