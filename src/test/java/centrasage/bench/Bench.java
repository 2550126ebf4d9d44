package centrasage.bench;

import java.nio.file.Path;

/**
 * {@code mvn -Pbench}: prints how fast orders and receipts are posted beside what Sage's latency allows, then what a long history costs.
 * Exit code 1 where one of them is not as good as it must be. It takes a quarter of an hour, and the machine for itself.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0], "bench");
        long old = Long.getLong("bench.old", 1_000_000);
        long seconds = Long.getLong("bench.seconds", 60);
        endWithParent();
        boolean fast = seconds <= 0 || new Speed(System.out, folder, seconds).print();
        boolean lasting = old <= 0 || new History(System.out, folder, old).print();
        System.exit(fast && lasting ? 0 : 1);
    }

    /** Maven may be killed; nothing of the bench outlives it. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }
}
