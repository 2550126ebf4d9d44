package centrasage.jobs.nodes;

import centrasage.jobs.run.Heartbeat;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The processes that share this store. A node is alive while it said so within {@link Heartbeat#limit}: then nobody touches
 * what it runs. H2 has one node at a time; two in production need SQL Server.
 */
@ApplicationScoped
public class Nodes {
    private static final Logger LOG = Logger.getLogger(Nodes.class.getName());
    /** For tests alone, which have no SQL Server. */
    static final String TWO_ON_H2 = "centrasage.h2-two-nodes";

    private NodeRows rows;
    private Node node;
    private Heartbeat heartbeat;
    private String url;
    private String address;
    private boolean toldOfNamesake;

    @SuppressWarnings("NullAway.Init")
    Nodes() {}

    @Inject
    Nodes(
            NodeRows rows,
            Node node,
            Heartbeat heartbeat,
            @ConfigProperty(name = "store.url") String url,
            @ConfigProperty(name = "http.address") String address,
            @ConfigProperty(name = "http.port") int port) {
        this.rows = rows;
        this.node = node;
        this.heartbeat = heartbeat;
        this.url = url;
        this.address = "http://" + address + ":" + port + "/";
    }

    /**
     * Called once at the start, before anything is held. It says first that it is there and looks then, so that of two that
     * start in the same moment both cannot overlook each other.
     *
     * @throws IllegalStateException when another node lives on this store in H2, with what to do
     */
    public void begin() {
        rows.begin(node.name(), node.boot(), address);
        if (isForOne()) {
            rows.all().stream().filter(this::isAnother).findFirst().ifPresent(this::refuse);
        }
    }

    /** Whoever has opened an H2 file without a server is alone with it: what another row says is then a dead one's. */
    private boolean isForOne() {
        String store = url.toUpperCase(Locale.ROOT);
        boolean shared = store.contains(";AUTO_SERVER=TRUE") || store.matches("JDBC:H2:(TCP|SSL):.*");
        return store.startsWith("JDBC:H2:") && shared && !Boolean.getBoolean(TWO_ON_H2);
    }

    private boolean isAnother(KnownNode known) {
        return known.alive() && !known.name().equals(node.name());
    }

    private void refuse(KnownNode other) {
        rows.end(node.name(), node.boot());
        throw new IllegalStateException("store.url: the node " + other.name() + " at " + other.address()
                + " works on this store since " + other.since().truncatedTo(ChronoUnit.SECONDS)
                + ", and H2 has one node at a time; stop that one, or move the store to SQL Server for two nodes"
                + " (docs/operations/two-nodes.md). If it was killed, start it again at its own http.address and http.port,"
                + " or wait until "
                + other.seen()
                        .plus(heartbeat.limit())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plusSeconds(1));
    }

    /** Called by the clock. */
    public void beat() {
        if (rows.beat(node.name(), node.boot())) {
            return;
        }
        if (rows.all().stream().noneMatch(known -> known.name().equals(node.name()))) {
            rows.begin(node.name(), node.boot(), address); // a database that was put back does not know it
        } else if (!toldOfNamesake) {
            toldOfNamesake = true;
            LOG.severe(() -> "Another process has started under the name of this node, " + node.name()
                    + ", on the same store: give each machine a host name of its own, and stop one of the two at once");
        }
    }

    /** Called by the orderly end. */
    public void end() {
        rows.end(node.name(), node.boot());
    }

    /** All that are known, by name; those that ended in good order are not. */
    public List<KnownNode> all() {
        return rows.all();
    }

    /** How many other nodes live. */
    public int others() {
        return (int) rows.all().stream().filter(this::isAnother).count();
    }

    /** Whether the process that took this lease has said within the heartbeat that it is alive. */
    public boolean isAlive(String holder) {
        return rows.all().stream().anyMatch(known -> known.alive() && known.holds(holder));
    }
}
