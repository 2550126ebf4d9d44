package centrasage.settlements.stripe;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.OpenedFile;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.Table;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A file once it is read from its first row to its last. */
final class StripePass {
    private final StripeLines reader;
    private final Collection<Tally> tallies;

    private StripePass(StripeLines reader, Collection<Tally> tallies) {
        this.reader = reader;
        this.tallies = tallies;
    }

    /** @param turned the batches whose payouts are written with the opposite sign */
    static StripePass over(
            Source source, StripeProfile profile, Set<SettlementKey> turned, Consumer<SettlementLine> lines)
            throws IOException, UnreadableFile {
        try (Rows rows = OpenedFile.rows(source, ',')) {
            Cells first = rows.next();
            if (first == null) {
                throw new UnreadableFile(Fault.ofBatch("it is empty", "Make the report again"));
            }
            Header header = new Header(first.line(), first.values());
            StripeLines reader =
                    new StripeLines(profile, StripeColumns.of(header, profile.merchantReferences()), turned);
            return new StripePass(reader, new Table(header, reader, lines).readSome(rows, "make the report again"));
        }
    }

    /** The batches whose lines come to their payout as it is written: files are seen with it above zero, and Stripe documents it below. */
    Set<SettlementKey> turned() {
        return tallies.stream()
                .filter(tally -> !tally.isFaulty() && StripeLines.isPaidOut(tally.key()))
                .map(Tally::batch)
                .filter(StripePass::comesToItsPayout)
                .map(Batch::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean comesToItsPayout(Batch batch) {
        Money payout = batch.net(LineKind.PAYOUT);
        return !payout.isZero() && batch.sum().equals(payout.plus(payout));
    }

    List<Batch> batches(PayoutRows payouts, Consumer<SettlementLine> lines) {
        for (Tally tally : tallies) {
            reader.notes().uneven(tally.key()).forEach(tally::warn);
            if (!StripeLines.isPaidOut(tally.key())) {
                tally.add(
                        Fault.ofBatch(
                                "its lines carry no automatic payout, so that nothing proves them",
                                "Wait for the file that has them with their payout; where payouts are made by hand, post them by hand"));
            } else if (!tally.isFaulty()) {
                prove(tally, payouts, lines);
            }
        }
        return tallies.stream().map(Tally::batch).toList();
    }

    private void prove(Tally tally, PayoutRows payouts, Consumer<SettlementLine> lines) {
        Money sum = new Money(tally.sum(), tally.key().currency());
        boolean hasPayout = tally.batch().net().containsKey(LineKind.PAYOUT);
        if (!hasPayout && payouts == PayoutRows.IMPLIED) {
            SettlementLine implied = implied(tally.key(), sum);
            tally.add(implied);
            lines.accept(implied);
        } else if (!hasPayout) {
            tally.add(Fault.ofBatch(
                    "it has no row of its payout, which would prove its lines; they come to " + sum,
                    "Make the report again with the category payout"));
        } else if (!sum.isZero()) {
            tally.add(Fault.ofBatch(
                    "its lines come to " + sum + " together with what was paid out, and must come to nothing",
                    "Lines are missing or were changed: make the report again"));
        }
    }

    /** Line 0, because the file has none. */
    private SettlementLine implied(SettlementKey key, Money sum) {
        Money none = Money.zero(key.currency());
        return new SettlementLine(
                key,
                0,
                StripeCategory.PAYOUT,
                LineKind.PAYOUT,
                reader.notes().effectiveOn(key),
                none,
                BigDecimal.ONE,
                none.minus(sum),
                List.of(),
                References.NONE,
                "implied by the lines that it paid");
    }
}
