package centrasage.launch.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The effective settings: the defaults, overlaid by the operator's file, overlaid by the environment and the system
 * properties, in the order of MicroProfile Config.
 */
public final class Configuration {
    private static final String DEFAULTS = "/META-INF/microprofile-config.properties";
    /** Keys of MicroProfile itself, which stand in the same file and are no operator's business. */
    private static final String FRAMEWORK = "mp.";

    private static final String SCHEDULE = "schedule.";

    /** The property that tells the application which key came from where, a line each; what is a default is not named. */
    static final String ORIGINS = "centrasage.settings-from";

    private static final String DEFAULT = "default";

    /** A path of Windows with single backslashes, which the format of the file swallows. */
    private static final Pattern SWALLOWED = Pattern.compile("\\s*([^#!\\s=:][^=:]*)[=:]\\s*[A-Za-z]:\\\\[^\\\\].*");

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> origins = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private Configuration() {}

    /**
     * Reads the settings without judging them.
     *
     * @param file the operator's file in UTF-8, or empty for the defaults alone
     * @throws IOException when the file cannot be read
     */
    public static Configuration read(String file, Map<String, String> environment, Properties system)
            throws IOException {
        Configuration configuration = new Configuration();
        try (InputStream defaults = Configuration.class.getResourceAsStream(DEFAULTS)) {
            if (defaults == null) {
                throw new IOException("the jar is damaged: " + DEFAULTS + " is missing");
            }
            Once ours = load(new InputStreamReader(defaults, StandardCharsets.UTF_8));
            ours.keySet().removeIf(key -> key.toString().startsWith(FRAMEWORK));
            configuration.overlay(ours, DEFAULT);
        }
        if (!file.isBlank()) {
            String text = text(file);
            configuration.faults.addAll(swallowed(text));
            Once theirs = load(new StringReader(text));
            configuration.faults.addAll(theirs.faults());
            configuration.overlay(theirs, "file");
        }
        configuration.override(environment, system);
        configuration.values.replaceAll(Catalogue::canonical);
        return configuration;
    }

    private static String text(String file) throws IOException {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new IOException("this is a folder; name the file in it");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (InvalidPathException | NoSuchFileException e) {
            throw new IOException("there is no such file; correct the path, or write the file", e);
        } catch (AccessDeniedException e) {
            throw new IOException(
                    "the user " + System.getProperty("user.name")
                            + " may not read it; give this user the right to, or start as another one",
                    e);
        } catch (MalformedInputException e) {
            throw new IOException("it is not written in UTF-8; save it as UTF-8", e);
        }
    }

    private static List<String> swallowed(String text) {
        return text.lines()
                .map(SWALLOWED::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1).trim()
                        + ": a single \\ is lost in this file; write / or \\\\ for it, as in C:/shop/data")
                .toList();
    }

    private static Once load(Reader reader) throws IOException {
        Once properties = new Once();
        try {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage() + " (write \\\\ for a single \\, as in paths of Windows)", e);
        }
        return properties;
    }

    private void overlay(Properties properties, String origin) {
        properties
                .stringPropertyNames()
                .forEach(key -> set(key, properties.getProperty(key).trim(), origin));
    }

    /** An empty value is no value, and leaves the default; only a schedule is turned off by it. */
    private void set(String key, String value, String origin) {
        if (!value.isBlank() || key.startsWith(SCHEDULE) || !values.containsKey(key)) {
            values.put(key, value);
            origins.put(key, origin);
        }
    }

    private void override(Map<String, String> environment, Properties system) {
        Catalogue.all().map(Setting::key).forEach(key -> override(key, environment, system));
        // the names of rules and of web hooks are known only now, and those of the web hooks only with the rules
        AlertSettings.keys(values).forEach(key -> override(key, environment, system));
        AlertSettings.keys(values).forEach(key -> override(key, environment, system));
    }

    private void override(String key, Map<String, String> environment, Properties system) {
        String variable = key.replaceAll("[^A-Za-z0-9]", "_");
        for (String name : List.of(variable.toUpperCase(Locale.ROOT), variable, key)) {
            if (environment.containsKey(name)) {
                set(key, environment.getOrDefault(name, "").trim(), "environment");
            }
        }
        if (system.getProperty(key) != null) {
            set(key, system.getProperty(key).trim(), "command line");
        }
    }

    public List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        all.addAll(Catalogue.faults(values));
        return all;
    }

    /** Keys that are set and change nothing in this version. */
    public List<String> withoutEffect() {
        return Later.withoutEffect(values);
    }

    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /**
     * Hands every setting to the server and the application, which read system properties; nothing is left implicit. An
     * empty schedule is handed over too, or its default would turn the job on again.
     */
    public void publish(Properties system) {
        values.forEach((key, value) -> {
            if (!value.isBlank() || key.startsWith(SCHEDULE)) {
                system.setProperty(key, value);
            }
        });
        system.setProperty(ORIGINS, origins());
        system.setProperty("store.driver-class", driverClass(get("store.url")));
    }

    private String origins() {
        return origins.entrySet().stream()
                .filter(each -> !each.getValue().equals(DEFAULT))
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String driverClass(String url) {
        return url.startsWith("jdbc:sqlserver:")
                ? "com.microsoft.sqlserver.jdbc.SQLServerDataSource"
                : "org.h2.jdbcx.JdbcDataSource";
    }
}
