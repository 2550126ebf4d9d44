package centrasage.launch.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether anything listens where the store's SQL Server should be: said before the server's own hundred lines about it. */
public final class StoreServer {
    private static final Pattern SQL_SERVER = Pattern.compile("jdbc:sqlserver://([^:;\\\\]+):(\\d+).*");
    private static final int TIMEOUT_MILLIS = 5_000;

    private StoreServer() {}

    /** Empty for H2, and for a named instance, whose port only SQL Server's browser knows. */
    public static List<String> faults(String url) {
        Matcher address = SQL_SERVER.matcher(url);
        if (!address.matches()) {
            return List.of();
        }
        String host = address.group(1);
        int port = Integer.parseInt(address.group(2));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            return List.of();
        } catch (IOException e) {
            return List.of("store.url: no SQL Server answers at " + host + ":" + port + " (" + e.getMessage()
                    + "); start it and allow TCP/IP, or correct the address");
        }
    }
}
