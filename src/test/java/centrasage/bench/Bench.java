package centrasage.bench;

import java.nio.file.Path;

/**
 * {@code mvn -Pbench}: prints how fast orders are posted beside what Sage's latency allows. Exit code 1 where it is less than
 * asked for.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0], "bench");
        boolean good = new Speed(System.out, folder, Long.getLong("bench.seconds", 60)).print();
        System.exit(good ? 0 : 1);
    }
}
