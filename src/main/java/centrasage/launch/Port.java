package centrasage.launch;

import centrasage.launch.settings.Checks;
import centrasage.launch.settings.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Whether the address and port on which we are to listen are free. */
final class Port {
    private Port() {}

    /** Empty where the port itself is no number: that is told already. */
    static List<String> faults(Configuration configuration) {
        String address = configuration.get("http.address");
        String port = configuration.get("http.port");
        if (Checks.number(1, 65535).fault(port).isPresent()) {
            return List.of();
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), Integer.parseInt(port)));
            return List.of();
        } catch (IOException e) {
            return List.of("http.address, http.port: cannot listen on " + address + ":" + port + " (" + e.getMessage()
                    + "); choose a free port, or stop the program that uses it");
        }
    }
}
