package centrasage.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application's jar in a JVM of its own, started from a configuration file alone, as an operator starts it. */
public final class RunningApplication implements AutoCloseable {
    public static final String ADMIN_PASSWORD = "story-password";

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Pattern READY = Pattern.compile("centra-sage200 is ready at (\\S+) after (\\d+) ms");

    /** A start is mostly compiling, and these processes live for a minute: two thirds of the processor time. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path folder;
    private final Process process;
    private final Path log;

    private RunningApplication(Path folder, Process process, Path log) {
        this.folder = folder;
        this.process = process;
        this.log = log;
    }

    /** Settings that let a story run: everything in one folder, on a free port. */
    public static Map<String, String> settings(Path folder, URI centra, URI sage, Path mappings) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("centra.url", centra.toString());
        settings.put("centra.token", "centra-demo-token");
        settings.put("sage200.url", sage.toString());
        settings.put("sage200.site", "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41");
        settings.put("sage200.company", "33");
        settings.put("orders.from", "2026-01-01");
        settings.put("refunds.without-return-vat", "proportional");
        settings.put("mapping.seed", mappings.toString());
        settings.put("store.url", "jdbc:h2:file:" + folder.resolve("store") + ";MODE=LEGACY");
        settings.put("store.encryption-key-file", folder.resolve("store.key").toString());
        settings.put("audit.heads-file", folder.resolve("audit-heads.log").toString());
        settings.put("schedule.reconcile", "");
        settings.put("schedule.order-drift", ""); // a story that is about it runs it itself
        settings.put("console.admin-password", ADMIN_PASSWORD);
        // at a time of day, and so at once in a store that never ran them: a story starts them where it is about them
        settings.put("schedule.dispatch-to-sage", ""); // only where parcels leave
        settings.put("schedule.dispatch-to-centra", "");
        settings.put("schedule.payment-import", "");
        settings.put("schedule.refund-import", "");
        settings.put("schedule.settlement-post", "");
        settings.put("schedule.mapping-check", "");
        settings.put("schedule.site-check", "");
        settings.put("schedule.worklist-check", "");
        settings.put("schedule.stock-to-centra", ""); // only where stock is sold
        settings.put("schedule.stock-compare", "");
        settings.put("schedule.catalogue-to-centra", "");
        settings.put("schedule.catalogue-rest", "");
        settings.put("http.port", Integer.toString(freePort()));
        return settings;
    }

    /** Starts the jar and returns at once; {@link #awaitReady} or {@link #awaitExit} follows. */
    public static RunningApplication start(Path folder, Map<String, String> settings, String... jvmOptions) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("centra-sage200.properties");
            Files.writeString(file, text(settings), StandardCharsets.UTF_8);
            Path log = folder.resolve("application.log");
            if (Files.exists(log)) {
                Files.move(log, folder.resolve("application.before.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(QUICK_START);
            command.addAll(List.of("-Xmx512m", "-Dcentrasage.config=" + file, "-Dcentrasage.end-with-parent=true"));
            command.addAll(List.of(jvmOptions));
            command.addAll(List.of("-jar", jar().toString()));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RunningApplication(folder, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code mvn package} leaves it. */
    public static Path jar() {
        Path jar = Path.of(System.getProperty("centrasage.jar", "target/centra-sage200.jar"))
                .toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn package first");
        }
        return jar;
    }

    private static String text(Map<String, String> settings) {
        StringBuilder text = new StringBuilder();
        settings.forEach((key, value) ->
                text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        return text.toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the application says that it is ready; one that never is does not stay behind. */
    public RunningApplication awaitReady() throws InterruptedException {
        try {
            return ready(START_LIMIT);
        } catch (AssertionError | RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private RunningApplication ready(Duration limit) throws InterruptedException {
        Await.until("the application to start", limit, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the application ended with " + process.exitValue() + ":\n" + log());
            }
            return READY.matcher(log()).find();
        });
        return this;
    }

    /** Waits for the process to end by itself, and tells how. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the application did not end:\n" + log());
        }
        return process.exitValue();
    }

    public boolean isReady() {
        return isAlive() && READY.matcher(log()).find();
    }

    public Api api() {
        return new Api(address());
    }

    public URI address() {
        return URI.create(ready().group(1));
    }

    /** From the start of the JVM until the application was ready. */
    public Duration startTime() {
        return Duration.ofMillis(Long.parseLong(ready().group(2)));
    }

    private Matcher ready() {
        Matcher matcher = READY.matcher(log());
        if (!matcher.find()) {
            throw new IllegalStateException("the application is not ready yet");
        }
        return matcher;
    }

    public String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}: the process ends between two instructions, wherever it is. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, as the service's manager sends it; tells how long the process took to end. */
    public Duration stop() throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        awaitExit();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
