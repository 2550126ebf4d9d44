package centrasage.sync.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This process, as leases name it: the machine, address and port, then a name of this start. Two processes cannot share the first
 * part, because they could not both listen there.
 */
@ApplicationScoped
public class Node {
    private String name;
    private String boot;

    @SuppressWarnings("NullAway.Init")
    Node() {}

    @Inject
    public Node(@ConfigProperty(name = "http.address") String address, @ConfigProperty(name = "http.port") int port) {
        this.name = shortened(host() + ":" + address + ":" + port);
        this.boot = UUID.randomUUID().toString().substring(0, 8);
    }

    /** What holds a lease is kept in 80 characters: 46 of them are for this name. */
    private static String shortened(String text) {
        return text.length() <= 46 ? text : text.substring(0, 37) + "~" + Integer.toHexString(text.hashCode());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    public String name() {
        return name;
    }

    /** Of this start alone. */
    public String boot() {
        return boot;
    }

    /** The name of the node that holds a lease. */
    public static String nameOf(String holder) {
        int slash = holder.indexOf('/');
        return slash < 0 ? holder : holder.substring(0, slash);
    }

    /** All that this machine and port ever held. */
    public String everyBoot() {
        return name + "/";
    }

    /** The holder of whatever this start of the process holds. */
    public String holder(String part) {
        return name + "/" + boot + "/" + part;
    }
}
