package centrasage.story;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several processes of the application on one store, each a node of its own by its port. The store is H2's file: the process
 * that opened it first serves it to the others, and one of those takes over when it is killed.
 */
public final class SharedStore implements AutoCloseable {
    /** For tests alone: a second node on H2 is refused otherwise. */
    private static final String TWO_NODES = "-Dcentrasage.h2-two-nodes=true";

    /** Its password too, on H2. */
    private static final String USER = "centrasage";

    private static final Duration HANDOVER_LIMIT = Duration.ofMinutes(2);

    private final World world;
    private final Map<String, String> settings;
    private final String url;
    private final Map<String, String> ports = new TreeMap<>();
    private final Map<String, Map<String, String>> owned = new TreeMap<>();
    private final Map<String, RunningApplication> running = new LinkedHashMap<>();

    /** @param settings what all nodes have in common, beside what every story has */
    public SharedStore(World world, Map<String, String> settings) {
        this.world = world;
        this.settings = Map.copyOf(settings);
        this.url = world.settings().getOrDefault("store.url", "");
    }

    /**
     * Opens the database here, before the first node: as with SQL Server, it does not die with any of them. For whoever closes the
     * connection last.
     */
    public Connection serve() throws SQLException {
        return DriverManager.getConnection(url + ";AUTO_SERVER=TRUE", USER, USER);
    }

    /** Settings of one node alone. */
    public void own(String name, Map<String, String> settingsOfItsOwn) {
        owned.put(name, Map.copyOf(settingsOfItsOwn));
    }

    /** Starts a node and returns at once; a name that ran before is the same node again, at its old port. */
    public RunningApplication begin(String name) {
        Map<String, String> own = world.settings();
        own.putAll(settings);
        own.putAll(owned.getOrDefault(name, Map.of()));
        Path folder = world.folder().resolve(name);
        own.put("store.url", url + ";AUTO_SERVER=TRUE");
        own.put("audit.heads-file", folder.resolve("audit-heads.log").toString());
        own.put("http.port", ports.computeIfAbsent(name, first -> own.get("http.port")));
        RunningApplication application = RunningApplication.start(folder, own, TWO_NODES);
        running.put(name, application);
        return application;
    }

    public RunningApplication start(String name) throws InterruptedException {
        return begin(name).awaitReady();
    }

    /**
     * {@code kill -9}; returns once another node that lives serves the database again, because H2 turns away whoever comes while
     * it changes hands.
     */
    public void kill(String name) throws InterruptedException {
        RunningApplication killed = running.remove(name);
        if (killed == null) {
            throw new IllegalStateException(name + " does not run");
        }
        killed.kill();
        served();
    }

    /** A node that somebody else has killed; as {@link #kill}. */
    public void died(String name) throws InterruptedException {
        running.remove(name);
        served();
    }

    private void served() throws InterruptedException {
        for (RunningApplication other : running.values()) {
            if (other.isReady()) {
                Await.until("the database to be served again", HANDOVER_LIMIT, () -> answers(other));
            }
        }
    }

    private static boolean answers(RunningApplication node) {
        return node.api().find("/api/status").isPresent();
    }

    /** What leases and attempts of this node begin with, whichever of its starts took them. */
    public String port(String name) {
        return ":" + ports.get(name) + "/";
    }

    /** How many sends each node began, by name; asked when no node runs any more. */
    public Map<String, Long> sends() throws SQLException {
        Map<String, Long> sends = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url + ";IFEXISTS=TRUE", USER, USER);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT holder, COUNT(*) FROM posting_attempt GROUP BY holder")) {
            while (rows.next()) {
                sends.merge(node(rows.getString(1)), rows.getLong(2), Long::sum);
            }
        }
        return sends;
    }

    private String node(String holder) {
        return ports.keySet().stream()
                .filter(name -> holder.contains(port(name)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no node of this story holds " + holder));
    }

    @Override
    public void close() {
        running.values().forEach(RunningApplication::close);
    }
}
