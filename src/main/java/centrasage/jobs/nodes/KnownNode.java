package centrasage.jobs.nodes;

import java.time.Instant;

/**
 * A process that shares the store, as it said of itself.
 *
 * @param name the machine, address and port, as leases begin with it
 * @param boot tells the starts of one name apart
 * @param address where its console is
 * @param seen when it last said that it is alive, by the database's time
 * @param alive whether that is recent enough to believe it
 */
public record KnownNode(String name, String boot, String address, Instant since, Instant seen, boolean alive) {
    /** Whether this very start of the process took the lease. */
    boolean holds(String holder) {
        return holder.startsWith(name + "/" + boot + "/");
    }
}
