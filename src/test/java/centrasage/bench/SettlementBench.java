package centrasage.bench;

import centrasage.settlements.adyen.AdyenReader;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.match.Match;
import centrasage.settlements.match.Matcher;
import centrasage.settlements.match.OpenEntries;
import centrasage.settlements.match.OpenEntry;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import centrasage.simulator.psp.AdyenFile;
import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspEvent;
import centrasage.simulator.psp.PspMonth;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How long it takes to read, prove and match one file of Adyen's against as many open receipts in memory, and how that grows from ten thousand
 * rows to a million. Ends with 1 where the million takes longer than it may, or where anything is not proven or not matched.
 */
public final class SettlementBench {
    private static final int[] PAYMENTS = {9_000, 90_000, 900_000};
    private static final Duration MOST = Duration.ofSeconds(25);
    private static final int PAYMENTS_OF_A_BATCH = 30_000;
    private static final long SEED = 20261130;

    private SettlementBench() {}

    /** @param arguments a folder for the files */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        System.out.printf(
                Locale.ROOT,
                "seed %d, %d MB of heap at most%n",
                SEED,
                Runtime.getRuntime().maxMemory() / (1024 * 1024));
        boolean good = true;
        for (int payments : PAYMENTS) {
            good &= measure(folder.resolve("settlement_detail_report_batch_" + payments + ".csv"), payments);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean measure(Path file, int payments) throws IOException, UnreadableFile {
        Map<String, OpenEntries> banks = new HashMap<>();
        long rows = write(file, payments, banks);
        long receipts = banks.values().stream().mapToLong(OpenEntries::open).sum();
        long began = System.nanoTime();
        Run run = run(Source.of(file), banks);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                Locale.ROOT,
                "%,9d rows against %,9d receipts and refunds: %6.2f s, %,9.0f rows a second; %d of %d batches proven, %,d matched, %,d open%n",
                rows,
                receipts,
                took.toMillis() / 1000.0,
                rows * 1000.0 / took.toMillis(),
                run.proven,
                run.batches,
                run.matched,
                run.open);
        Files.delete(file);
        return run.proven == run.batches && run.open == 0 && run.matched == receipts && took.compareTo(MOST) <= 0;
    }

    /** First the whole file is proven, then its lines are matched: nothing is matched of a batch that does not hold. */
    private static Run run(Source source, Map<String, OpenEntries> banks) throws IOException, UnreadableFile {
        Run run = new Run();
        SettlementReader reader = new AdyenReader(Map.of());
        for (Batch batch : reader.read(source, line -> {})) {
            run.batches++;
            run.proven += batch.isProven() ? 1 : 0;
        }
        Map<String, Matcher> matchers = new HashMap<>();
        banks.forEach((currency, entries) -> matchers.put(currency, new Matcher(entries, UnaryOperator.identity(), 0)));
        reader.read(source, line -> run.take(line, matchers));
        return run;
    }

    private static final class Run {
        private int batches;
        private int proven;
        private long matched;
        private long open;

        private void take(SettlementLine line, Map<String, Matcher> matchers) {
            if (Matcher.settles(line.kind())) {
                String currency = line.gross().currency().getCurrencyCode();
                Match match =
                        Objects.requireNonNull(matchers.get(currency), currency).match(line);
                matched += match.match(settles -> 1L, none -> 0L);
                open += match.match(settles -> 0L, none -> 1L);
            }
        }
    }

    private static long write(Path file, int payments, Map<String, OpenEntries> banks) throws IOException {
        PspMonth month = new PspMonth(SEED);
        long ids = 0;
        long rows = 0;
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            AdyenFile.write(List.of(), to);
            for (int done = 0, number = 1; done < payments; done += PAYMENTS_OF_A_BATCH, number++) {
                PspBatch batch = month.batch("HarbourGB", number, Math.min(PAYMENTS_OF_A_BATCH, payments - done));
                AdyenFile.append(batch, to);
                rows += batch.events().size();
                for (PspEvent event : batch.events()) {
                    if (event.what() == PspEvent.What.CAPTURE || event.what() == PspEvent.What.REFUND) {
                        banks.computeIfAbsent(event.currency(), currency -> new OpenEntries())
                                .add(entry(++ids, event));
                    }
                }
            }
        }
        return rows;
    }

    /** As Centra tells of it: of a payment the provider's reference of the payment. */
    private static OpenEntry entry(long id, PspEvent event) {
        return new OpenEntry(
                id,
                event.what() == PspEvent.What.REFUND,
                Math.abs(event.grossMinor()),
                event.names().order(),
                event.names().payment());
    }
}
