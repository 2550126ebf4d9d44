package centrasage.settlements.klarna;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Klarna's Settlements API says of payouts and their transactions, kept in one file: <code>{"payout": {...}, "transactions":
 * [...]}</code>, or with {@code "payouts": [...]} as the API lists them. Which of both comes first does not matter.
 *
 * <p>JSON has no lines that are worth a number: the number of a line is the place of its object, the payouts counted first.
 */
public final class KlarnaJsonReader implements SettlementReader {
    private static final Set<String> PAYOUTS = Set.of("payout", "payouts");
    private static final Set<String> TRANSACTIONS = Set.of("transactions");

    /** What is read of a transaction. */
    private static final List<String> NAMES = List.of(
            "type",
            "order_id",
            "amount",
            "currency_code",
            "capture_date",
            "capture_id",
            "refund_id",
            "reversal_reference",
            "merchant_reference1",
            "merchant_reference2",
            "detailed_type",
            "payment_reference");

    private final KlarnaSettings settings;

    public KlarnaJsonReader(KlarnaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String psp() {
        return KlarnaLines.PSP;
    }

    @Override
    public boolean reads(Head head) {
        return head.text().strip().startsWith("{")
                && Stream.of("payout", "payouts", "transactions").anyMatch(name -> has(head, name))
                && Stream.of("payment_reference", "short_order_id").anyMatch(name -> has(head, name));
    }

    private static boolean has(Head head, String name) {
        return head.text().contains('"' + name + '"');
    }

    @Override
    public List<Batch> read(Source source, Consumer<SettlementLine> lines) throws IOException, UnreadableFile {
        Map<String, KlarnaPayout> payouts = payouts(source);
        KlarnaBatches batches = new KlarnaBatches(settings, lines);
        payouts.values().forEach(batches::add);
        Header header = new Header(0, NAMES);
        KlarnaColumns columns = KlarnaColumns.of(KlarnaForm.JSON, header);
        KlarnaLines reader = new KlarnaLines(
                KlarnaForm.JSON, columns, settings, new ByReference(columns.payout(), payouts, batches));
        try (Rows rows = new Transactions(KlarnaObjects.of(source, TRANSACTIONS), payouts.size())) {
            return batches.read(rows, header, reader);
        }
    }

    /** By their payment references. */
    private static Map<String, KlarnaPayout> payouts(Source source) throws IOException, UnreadableFile {
        Map<String, KlarnaPayout> payouts = new LinkedHashMap<>();
        try (KlarnaObjects objects = KlarnaObjects.of(source, PAYOUTS)) {
            for (Map<String, String> values = objects.next(); values != null; values = objects.next()) {
                KlarnaPayout payout = payout(payouts.size() + 1L, values);
                if (payouts.put(payout.key().batch(), payout) != null) {
                    throw new UnreadableFile(Fault.ofLine(
                            payout.line(), payout.key() + " is there twice", "Ask the Settlements API for it again"));
                }
            }
        }
        if (payouts.isEmpty()) {
            throw new UnreadableFile(Fault.ofBatch(
                    "it has no payout, and without its totals nothing proves the transactions",
                    "Ask the Settlements API for the payout too, and put both into one file"));
        }
        return payouts;
    }

    private static KlarnaPayout payout(long place, Map<String, String> values) throws UnreadableFile {
        Header header = new Header(place, List.copyOf(values.keySet()));
        return KlarnaPayout.of(KlarnaForm.JSON, header, new Cells(place, List.copyOf(values.values())));
    }

    /** A transaction names its payout; where there is one only, it need not. */
    private record ByReference(Column reference, Map<String, KlarnaPayout> payouts, KlarnaBatches batches)
            implements KlarnaLines.Payouts {
        @Override
        public SettlementKey key(Cells cells) throws BadCell {
            String text = cells.text(reference);
            if (text.isEmpty() && payouts.size() == 1) {
                return payouts.values().iterator().next().key();
            }
            KlarnaPayout payout = payouts.get(text);
            if (payout == null) {
                throw cells.bad(
                        reference,
                        "is no payout of this file",
                        "Ask the Settlements API for the transactions of its payouts only, and for all of them");
            }
            return payout.key();
        }

        @Override
        public @Nullable LocalDate day(SettlementKey key) {
            return batches.day(key);
        }
    }

    /** The transactions as rows. */
    private static final class Transactions implements Rows {
        private final KlarnaObjects objects;
        private long place;

        /** @param before how many objects are counted before the first */
        Transactions(KlarnaObjects objects, long before) {
            this.objects = objects;
            this.place = before;
        }

        @Override
        public @Nullable Cells next() throws IOException, UnreadableFile {
            Map<String, String> values = objects.next();
            return values == null
                    ? null
                    : new Cells(
                            ++place,
                            NAMES.stream()
                                    .map(name -> values.getOrDefault(name, ""))
                                    .toList());
        }

        @Override
        public void close() {
            objects.close();
        }
    }
}
