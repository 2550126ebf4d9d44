package centrasage.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The effective settings: the defaults, overlaid by the operator's file, overlaid by the environment and the system
 * properties, in the order of MicroProfile Config.
 */
final class Configuration {
    private static final String DEFAULTS = "/META-INF/microprofile-config.properties";
    /** Keys of MicroProfile itself, which stand in the same file and are no operator's business. */
    private static final String FRAMEWORK = "mp.";

    private final Map<String, String> values = new TreeMap<>();

    private Configuration() {}

    /**
     * Reads the settings without judging them.
     *
     * @param file the operator's file in UTF-8, or empty for the defaults alone
     * @throws IOException when the file cannot be read
     */
    static Configuration read(String file, Map<String, String> environment, Properties system) throws IOException {
        Configuration configuration = new Configuration();
        try (InputStream defaults = Configuration.class.getResourceAsStream(DEFAULTS)) {
            if (defaults == null) {
                throw new IOException("the jar is damaged: " + DEFAULTS + " is missing");
            }
            Properties ours = load(new InputStreamReader(defaults, StandardCharsets.UTF_8));
            ours.keySet().removeIf(key -> key.toString().startsWith(FRAMEWORK));
            configuration.overlay(ours);
        }
        if (!file.isBlank()) {
            try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
                configuration.overlay(load(reader));
            }
        }
        configuration.override(environment, system);
        return configuration;
    }

    private static Properties load(Reader reader) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage() + " (write \\\\ for a single \\, as in paths of Windows)", e);
        }
        return properties;
    }

    private void overlay(Properties properties) {
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).trim()));
    }

    private void override(Map<String, String> environment, Properties system) {
        Catalogue.settings().stream().map(Setting::key).forEach(key -> {
            String variable = key.replaceAll("[^A-Za-z0-9]", "_");
            for (String name : List.of(variable, variable.toUpperCase(Locale.ROOT))) {
                if (environment.containsKey(name)) {
                    values.put(key, environment.get(name));
                }
            }
            if (system.getProperty(key) != null) {
                values.put(key, system.getProperty(key));
            }
        });
    }

    List<String> faults() {
        return Catalogue.faults(values);
    }

    String get(String key) {
        return values.getOrDefault(key, "");
    }

    /**
     * Hands every setting to the server and the application, which read system properties; nothing is left implicit. An
     * empty schedule is handed over too, or its default would turn the job on again.
     */
    void publish(Properties system) {
        values.forEach((key, value) -> {
            if (!value.isBlank() || key.startsWith("schedule.")) {
                system.setProperty(key, value);
            }
        });
        system.setProperty("store.driver-class", driverClass(get("store.url")));
    }

    private static String driverClass(String url) {
        return url.startsWith("jdbc:sqlserver:")
                ? "com.microsoft.sqlserver.jdbc.SQLServerDataSource"
                : "org.h2.jdbcx.JdbcDataSource";
    }
}
