package centrasage.launch;

import centrasage.launch.settings.Configuration;
import centrasage.launch.store.StoreDriver;
import centrasage.launch.store.StoreFile;
import centrasage.launch.store.StoreHolder;
import centrasage.launch.store.StoreProbe;
import centrasage.launch.store.StoreServer;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Starts the application, or ends with every reason why it cannot be started.
 *
 * <p>{@code java -Dcentrasage.config=FILE -jar centra-sage200.jar}. Exit codes: 1 the application did not start, 2 the
 * configuration is at fault.
 */
public final class Launcher {
    private static final String FILE = "centrasage.config";
    /** Set by the last step of the application's start; the deployed names of Payara prove nothing. */
    private static final String STARTED = "centrasage.started";
    /** Set by the application when it refuses to start: the reasons, a line each. */
    private static final String REASONS = "centrasage.reasons";

    private static final String END_WITH_PARENT = "centrasage.end-with-parent";
    private static final String NOT_STARTED = "centra-sage200 was not started:";
    private static final String READY = "centra-sage200 is ready at ";

    private Launcher() {}

    public static void main(String[] arguments) {
        int exit = start(System.err);
        if (exit != 0) {
            Runtime.getRuntime().halt(exit);
        }
    }

    private static int start(PrintStream errors) {
        String file = System.getProperty(FILE, "");
        try {
            Configuration configuration = Configuration.read(file, System.getenv(), System.getProperties());
            List<String> faults = new ArrayList<>(configuration.faults());
            faults.addAll(Port.faults(configuration));
            if (!faults.isEmpty()) {
                report(
                        errors,
                        "centra-sage200 was not started: " + faults.size() + " fault(s) in the configuration"
                                + (file.isBlank() ? " (no file was named with -D" + FILE + "=FILE)" : " " + file),
                        faults);
                return 2;
            }
            warn(errors, configuration.withoutEffect());
            configuration.publish(System.getProperties());
            prepareJvm();
            endWithParent();
            return boot(configuration, errors);
        } catch (IOException e) {
            report(
                    errors,
                    "centra-sage200 was not started: the configuration cannot be read",
                    List.of(file + ": " + e.getMessage()));
            return 2;
        }
    }

    private static void warn(PrintStream errors, List<String> withoutEffect) {
        if (!withoutEffect.isEmpty()) {
            errors.println("centra-sage200: set for a later version, and without effect in this one: "
                    + String.join(", ", withoutEffect));
        }
    }

    /**
     * What correctness depends on, set before any connection or timestamp exists. Without the name of the JSON provider, each
     * object that is written and each text that is read searches every jar for one: a third of the time of posting an order.
     */
    private static void prepareJvm() {
        Map.of(
                        "jakarta.json.provider", "org.eclipse.parsson.JsonProviderImpl",
                        "sun.net.http.retryPost", "false",
                        "http.maxConnections", "32",
                        "h2.bindAddress", "127.0.0.1",
                        "user.timezone", "UTC")
                .forEach(System::setProperty);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    private static int boot(Configuration configuration, PrintStream errors) {
        PayaraMicroBoot server = PayaraMicro.getInstance();
        List<String> faults = prepare(server, configuration);
        if (!faults.isEmpty()) {
            report(errors, NOT_STARTED, faults);
            return 1;
        }
        String address = "http://" + configuration.get("http.address") + ":" + configuration.get("http.port") + "/";
        StoreFile.of(configuration.get("store.url"))
                .ifPresent(store -> StoreHolder.note(store, address, Clock.systemUTC()));
        try {
            server.setNoHazelcast(true)
                    .setHttpPort(Integer.parseInt(configuration.get("http.port")))
                    .bootStrap();
        } catch (BootstrapException | RuntimeException e) {
            report(errors, NOT_STARTED + " the server failed", List.of(String.valueOf(e.getMessage())));
            return 1;
        }
        if (System.getProperty(STARTED) == null) {
            report(
                    errors,
                    NOT_STARTED,
                    System.getProperty(REASONS, "the application failed; the log above says why")
                            .lines()
                            .toList());
            return 1;
        }
        System.out.println(READY + address + " after " + sinceStart().toMillis() + " ms");
        return 0;
    }

    /** Gives the server its folder, and finds out what would make it fail for want of a database. */
    private static List<String> prepare(PayaraMicroBoot server, Configuration configuration) {
        String url = configuration.get("store.url");
        List<String> faults = new ArrayList<>(StoreServer.faults(url));
        StoreFile.of(url).map(StoreFile::faults).ifPresent(faults::addAll);
        if (!faults.isEmpty()) {
            return faults;
        }
        try {
            QuietLog.begin();
            Optional<ServerFolder> folder = ServerFolder.empty(configuration);
            folder.ifPresent(unpacked -> unpacked.give(server));
            return StoreDriver.of(url, folder.map(ServerFolder::temporary))
                    .map(new StoreProbe(configuration)::faults)
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static Duration sinceStart() {
        return Duration.between(
                ProcessHandle.current().info().startInstant().orElseGet(Clock.systemUTC()::instant),
                Clock.systemUTC().instant());
    }

    /** For a supervisor that must not leave us behind, however it ends. */
    private static void endWithParent() {
        if (Boolean.getBoolean(END_WITH_PARENT)) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent ->
                            parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        }
    }

    private static void report(PrintStream errors, String headline, List<String> reasons) {
        errors.println();
        errors.println(headline);
        reasons.forEach(reason -> errors.println("  - " + reason));
        errors.flush();
    }
}
