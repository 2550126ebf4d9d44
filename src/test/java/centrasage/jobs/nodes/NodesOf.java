package centrasage.jobs.nodes;

import centrasage.jobs.run.Runs;
import centrasage.sync.runs.Node;
import centrasage.sync.store.JpaWorld;

/** Nodes on one store, each as it sees itself and the others. */
public final class NodesOf {
    public static final String SQL_SERVER = "jdbc:sqlserver://localhost:1433;databaseName=centrasage";

    private NodesOf() {}

    public static Nodes nodes(JpaWorld world, Node node) {
        return nodes(world, node, SQL_SERVER, 8080);
    }

    static Nodes nodes(JpaWorld world, Node node, String url, int port) {
        NodeRows rows = world.transactions().bean(NodeRows.class, world.entities(), world.time(), Runs.HEARTBEAT);
        return new Nodes(rows, node, Runs.HEARTBEAT, url, "127.0.0.1", port);
    }
}
