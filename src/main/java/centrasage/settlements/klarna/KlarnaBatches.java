package centrasage.settlements.klarna;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.LineReader;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.Table;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The payouts of one file, while their transactions are read. */
final class KlarnaBatches {
    private final KlarnaSettings settings;
    private final Consumer<SettlementLine> lines;
    private final Map<SettlementKey, KlarnaProof> proofs = new LinkedHashMap<>();

    /** @param lines is given every line that can be read, and those that only the totals tell */
    KlarnaBatches(KlarnaSettings settings, Consumer<SettlementLine> lines) {
        this.settings = settings;
        this.lines = lines;
    }

    void add(KlarnaPayout payout) {
        proofs.put(payout.key(), new KlarnaProof(payout));
    }

    /** When it was paid out; null where the file does not say. */
    @Nullable
    LocalDate day(SettlementKey key) {
        KlarnaProof proof = proofs.get(key);
        return proof == null ? null : proof.day();
    }

    /** Payouts without a transaction are among them. */
    List<Batch> read(Rows rows, Header header, LineReader reader) throws IOException, UnreadableFile {
        Map<SettlementKey, Tally> tallies = new LinkedHashMap<>();
        proofs.keySet().forEach(key -> tallies.put(key, new Tally(key)));
        new Table(header, reader, this::take).read(rows).forEach(tally -> tallies.put(tally.key(), tally));
        return tallies.values().stream().map(this::ended).toList();
    }

    private void take(SettlementLine line) {
        KlarnaProof proof = proofs.get(line.batch());
        if (proof != null) {
            proof.add(line);
        }
        lines.accept(line);
    }

    private Batch ended(Tally tally) {
        KlarnaProof proof = proofs.get(tally.key());
        return proof == null ? unproven(tally) : proof.ended(tally, lines);
    }

    /** What is settled of such a batch is in no file, so that no payout is made of it: its money waits in the clearing account. */
    private Batch unproven(Tally tally) {
        Fault fault = Fault.ofBatch(
                "it has no totals: nothing proves that its lines, which come to "
                        + new Money(tally.sum(), tally.key().currency())
                        + ", are all, and nothing of it is posted as paid out",
                "Switch the totals on in Klarna's Report Configurator, and make the file again");
        if (settings.withoutTotals()) {
            tally.warn(fault);
        } else {
            tally.add(fault);
        }
        return tally.batch();
    }
}
