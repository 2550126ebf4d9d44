package centrasage.console.settings;

import centrasage.console.runbooks.Handbook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Every setting that there is, with what is in force, where it comes from and what it means; never with a secret. */
@ApplicationScoped
public class SettingList {
    static final String ORIGINS = "centrasage.settings-from";
    private static final String DEFAULTS = "/META-INF/microprofile-config.properties";
    private static final String FRAMEWORK = "mp.";
    private static final String OTHER = "Other";
    private static final String NOT_SET = "not set";
    private static final String DEFAULT = "default";

    private Handbook handbook;
    private Config config;

    @SuppressWarnings("NullAway.Init")
    SettingList() {}

    @Inject
    public SettingList(Handbook handbook, Config config) {
        this.handbook = handbook;
        this.config = config;
    }

    /** By group, in the order of the handbook. */
    public Map<String, List<Setting>> groups() {
        Map<String, List<Setting>> groups = new LinkedHashMap<>();
        Map<String, String> origins = origins();
        described()
                .forEach((key, entry) -> groups.computeIfAbsent(entry.group(), none -> new ArrayList<>())
                        .add(setting(key, entry, origins.getOrDefault(key, DEFAULT))));
        return groups;
    }

    /** The names of all settings. */
    public Collection<String> keys() {
        return described().keySet();
    }

    /** A key of the defaults that the handbook names only along with another one stands behind those of its group. */
    private Map<String, Described.Entry> described() {
        Map<String, Described.Entry> entries = new LinkedHashMap<>(
                Described.in(handbook.text("docs/configuration").orElse("")));
        for (String key : new TreeSet<>(defaults().stringPropertyNames())) {
            if (!key.startsWith(FRAMEWORK)) {
                entries.computeIfAbsent(key, unnamed -> like(unnamed, entries));
            }
        }
        return entries;
    }

    private static Described.Entry like(String key, Map<String, Described.Entry> entries) {
        String area = key.substring(0, key.indexOf('.') + 1);
        return entries.entrySet().stream()
                .filter(each -> each.getKey().startsWith(area))
                .map(each -> new Described.Entry(each.getValue().group(), ""))
                .findFirst()
                .orElse(new Described.Entry(OTHER, ""));
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (InputStream file = SettingList.class.getResourceAsStream(DEFAULTS)) {
            if (file != null) {
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
                defaults.load(reader);
            }
            return defaults;
        } catch (IOException e) {
            throw new UncheckedIOException("the application is damaged: " + DEFAULTS + " cannot be read", e);
        }
    }

    private Setting setting(String key, Described.Entry entry, String origin) {
        return new Setting(key, entry.group(), shown(key), origin, entry.meaning());
    }

    /** Asks the sources themselves: an empty schedule turns a job off, and Payara would find the default instead. */
    private String shown(String key) {
        String value = "";
        for (ConfigSource source : config.getConfigSources()) {
            String found = source.getValue(key);
            if (found != null) {
                value = found;
                break;
            }
        }
        if (Secrets.isSecret(key)) {
            return value.isBlank() ? NOT_SET : "*** (set)";
        }
        return value.isBlank() ? key.startsWith("schedule.") ? "off" : NOT_SET : Secrets.without(value);
    }

    /** As the launcher tells it; where there was none, nothing is known to be other than a default. */
    private Map<String, String> origins() {
        Map<String, String> origins = new TreeMap<>();
        String told = config.getOptionalValue(ORIGINS, String.class).orElse("");
        told.lines()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> origins.put(parts[0], parts[1]));
        return origins;
    }
}
