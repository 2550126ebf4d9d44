package centrasage.sage200.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A server on a bare socket: it reads each request whole, counts it, and then does to the connection whatever the test
 * says, which no proper server would.
 */
public final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Script script;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public RawServer(Script script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "raw-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** What happens to a request that has been read: bytes to answer with, or a deed on the connection. */
    public interface Script {
        Reply reply(Request request);
    }

    public interface Reply {
        /** @return whether the connection stays open */
        boolean to(Socket client) throws IOException;
    }

    public record Request(int connection, String method, String target, Map<String, String> headers, String body) {
        public String path() {
            return target.split("\\?", 2)[0];
        }

        public String query() {
            return target.contains("?") ? URLDecoder.decode(target.split("\\?", 2)[1], StandardCharsets.UTF_8) : "";
        }

        boolean isPost() {
            return method.equals("POST");
        }
    }

    public static Reply json(int status, String body) {
        return client -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\nContent-Length: "
                    + bytes.length + "\r\n\r\n";
            client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().write(bytes);
            client.getOutputStream().flush();
            return true;
        };
    }

    /** These bytes, and nothing after them. */
    public static Reply bytes(String raw) {
        return client -> {
            staying(raw).to(client);
            return false;
        };
    }

    /** These bytes, over a connection that stays. */
    public static Reply staying(String raw) {
        return client -> {
            client.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            return true;
        };
    }

    public static Reply drop() {
        return client -> false;
    }

    public static Reply reset() {
        return client -> {
            client.setSoLinger(true, 0);
            return false;
        };
    }

    /** A body of this length, a byte every so often. */
    public static Reply trickle(int length, Duration between) {
        return client -> {
            staying("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n").to(client);
            for (int sent = 0; sent < length; sent++) {
                LockSupport.parkNanos(between.toNanos());
                staying("x").to(client);
            }
            return true;
        };
    }

    /** Reads the request and says nothing for longer than any test waits. */
    public static Reply silence() {
        return client -> {
            client.setSoTimeout(20_000);
            return client.getInputStream().read() >= 0;
        };
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/sage";
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> posts() {
        return requests.stream().filter(Request::isPost).toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }

    private void accept() {
        for (int connection = 1; !socket.isClosed(); connection++) {
            try {
                Socket client = socket.accept();
                open.add(client);
                int number = connection;
                Thread thread = new Thread(() -> serve(client, number), "raw-server-" + number);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client, int connection) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            boolean stays = true;
            while (stays) {
                String line = line(in);
                if (line.isEmpty()) {
                    return;
                }
                Request request = read(connection, line, in);
                requests.add(request);
                stays = script.reply(request).to(client);
            }
        } catch (IOException e) {
            // the client went away, or the test ended
        }
    }

    private static Request read(int connection, String line, InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] parts = header.split(":", 2);
            if (parts.length < 2) {
                throw new IOException("this is not HTTP");
            }
            headers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] parts = line.split(" ");
        if (parts.length < 3) {
            throw new IOException("this is not HTTP");
        }
        return new Request(connection, parts[0], parts[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
