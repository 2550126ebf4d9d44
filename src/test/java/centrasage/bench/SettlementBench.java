package centrasage.bench;

import centrasage.settlements.SettlementWorld;
import centrasage.settlements.adyen.AdyenReader;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.intake.IntakeBeans;
import centrasage.settlements.match.Match;
import centrasage.settlements.match.Matcher;
import centrasage.settlements.match.OpenEntries;
import centrasage.settlements.match.OpenEntry;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import centrasage.settlements.settle.SettleBeans;
import centrasage.simulator.psp.AdyenFile;
import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspEvent;
import centrasage.simulator.psp.PspMonth;
import centrasage.sync.database.BulkStatement;
import centrasage.sync.database.Database;
import centrasage.sync.store.JpaWorld;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How long it takes to read, prove and match one file of Adyen's against as many open receipts, in memory and with a store on a file, and how
 * that grows from ten thousand rows to a million. Ends with 1 where the million takes longer than it may, or where anything is not proven or
 * not matched.
 */
public final class SettlementBench {
    private static final int[] PAYMENTS = {9_000, 90_000, 900_000};
    private static final Duration MOST = Duration.ofSeconds(25);
    private static final Duration MOST_IN_STORE = Duration.ofSeconds(120);
    private static final int ENTRIES_AT_ONCE = 10_000;
    private static final String ACCOUNT = "HarbourOnline";
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
        for (int payments : PAYMENTS) {
            good &= measureInStore(folder, payments);
        }
        System.exit(good ? 0 : 1);
    }

    /** Files are taken, their lines written down, matched to the receipts in the store, and planned, as the job does it. */
    private static boolean measureInStore(Path folder, int payments) throws Exception {
        Path home = Files.createDirectories(folder.resolve("store-" + payments));
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        Path file = inbox.resolve("settlement_detail_report_batch_" + payments + ".csv");
        Database database =
                Database.at("jdbc:h2:file:" + home.resolve("store").toAbsolutePath() + ";MODE=LEGACY;CACHE_SIZE=65536");
        try {
            SettlementWorld world = new SettlementWorld(new JpaWorld(database, Duration.ofMinutes(10)));
            world.with("settlements.inbox", inbox.toString()).with("settlements.inbox-quiet", "PT0S");
            Entries entries = new Entries(world);
            long rows = write(file, payments, entries::add);
            entries.flush();
            Files.setLastModifiedTime(file, FileTime.from(world.clock().instant()));
            long began = System.nanoTime();
            IntakeBeans.take(world);
            long taken = System.nanoTime();
            SettleBeans.settle(world);
            long ended = System.nanoTime();
            Duration took = Duration.ofNanos(ended - began);
            long matched = world.counted().getOrDefault("lines matched", 0L);
            System.out.printf(
                    Locale.ROOT,
                    "%,9d rows, %,9d receipts and refunds in the store: %6.2f s (%.2f s taken, %.2f s matched and planned), %,d matched%n",
                    rows,
                    entries.added,
                    took.toMillis() / 1000.0,
                    (taken - began) / 1e9,
                    (ended - taken) / 1e9,
                    matched);
            return matched == entries.added && took.compareTo(MOST_IN_STORE) <= 0;
        } finally {
            database.close();
            delete(home);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Receipts and refunds that are in the store before anything is measured. */
    private static final class Entries {
        private static final String INSERT =
                "INSERT INTO clearing_entry (id, company, bank, kind, source_key, order_number,"
                        + " psp_reference, entry_date, currency, amount, urn, batch_id, line_place)"
                        + " VALUES (?, '33', ?, ?, ?, ?, ?, DATE '2026-11-01', ?, ?, ?, 0, 0)";

        private final SettlementWorld world;
        private final List<PspEvent> waiting = new ArrayList<>();
        private long added;

        Entries(SettlementWorld world) {
            this.world = world;
        }

        void add(PspEvent event) {
            waiting.add(event);
            if (waiting.size() == ENTRIES_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            world.store
                    .transactions()
                    .inNew(() -> BulkStatement.execute(world.store.entities(), INSERT, waiting, (statement, event) -> {
                        added++;
                        statement.setLong(1, 1_000_000_000L + added);
                        statement.setString(2, "ADY" + event.currency());
                        statement.setString(3, event.what() == PspEvent.What.REFUND ? "REFUND" : "RECEIPT");
                        statement.setString(4, event.names().order() + "/P" + added);
                        statement.setString(5, event.names().order());
                        statement.setString(6, event.names().payment());
                        statement.setString(7, event.currency());
                        statement.setBigDecimal(8, BigDecimal.valueOf(Math.abs(event.grossMinor()), 2));
                        statement.setString(9, Long.toString(added));
                    }));
            waiting.clear();
        }
    }

    private static boolean measure(Path file, int payments) throws IOException, UnreadableFile {
        Map<String, OpenEntries> banks = new HashMap<>();
        AtomicLong ids = new AtomicLong();
        long rows = write(
                file,
                payments,
                event -> banks.computeIfAbsent(event.currency(), currency -> new OpenEntries())
                        .add(entry(ids.incrementAndGet(), event)));
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

    private static long write(Path file, int payments, Consumer<PspEvent> entries) throws IOException {
        PspMonth month = new PspMonth(SEED);
        long rows = 0;
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            AdyenFile.write(List.of(), to);
            for (int done = 0, number = 1; done < payments; done += PAYMENTS_OF_A_BATCH, number++) {
                PspBatch batch = month.batch(ACCOUNT, number, Math.min(PAYMENTS_OF_A_BATCH, payments - done));
                AdyenFile.append(batch, to);
                rows += batch.events().size();
                for (PspEvent event : batch.events()) {
                    if (event.what() == PspEvent.What.CAPTURE || event.what() == PspEvent.What.REFUND) {
                        entries.accept(event);
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
