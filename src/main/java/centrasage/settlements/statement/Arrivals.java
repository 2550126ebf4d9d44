package centrasage.settlements.statement;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds for each payout the line of a bank statement with which it arrived: of its amount, within some days, and by a reference of it in the
 * bank's text; without such a reference only where no other line fits.
 */
@ApplicationScoped
public class Arrivals {
    /** What a payout's line says once it was seen on a statement. */
    public static final String ARRIVED = "ARRIVED";

    /** Of what is not planned nobody knows whether its payout is meant. */
    private static final Set<BatchState> PAID_OUT = EnumSet.of(BatchState.PLANNED, BatchState.SETTLED);

    private static final int LOOK_BACK_DAYS = 60;
    private static final int DAYS_AFTER = 10;
    private static final Pattern WORD = Pattern.compile("[A-Z0-9_]{6,}");

    private SettlementBatches batches;
    private SettlementLines lines;
    private StatementLines statements;
    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;

    @SuppressWarnings("NullAway.Init")
    Arrivals() {}

    @Inject
    public Arrivals(
            SettlementBatches batches,
            SettlementLines lines,
            StatementLines statements,
            Event<SettlementFinding> findings,
            Event<SettlementFinding.Over> over) {
        this.batches = batches;
        this.lines = lines;
        this.statements = statements;
        this.findings = findings;
        this.over = over;
    }

    /**
     * Nothing of currencies of which no statement was ever loaded: nobody is told of payouts then.
     *
     * @param within after how long a payout that no statement shows is told, counted on the statements' own days
     * @return how many payouts were found
     */
    @Atomic(alone = true)
    public long find(LocalDate today, Period within) {
        Map<String, LocalDate> last = statements.last(today);
        long found = 0;
        for (SettlementBatch batch : batches.receivedSince(today.minusDays(LOOK_BACK_DAYS))) {
            LocalDate ofCurrency = last.get(batch.key().currency().getCurrencyCode());
            if (ofCurrency != null && PAID_OUT.contains(batch.state())) {
                found += find(batch, ofCurrency.minus(within));
            }
        }
        return found;
    }

    /** @param late payouts of this day or before it should be on a statement */
    private long find(SettlementBatch batch, LocalDate late) {
        long found = 0;
        List<SettlementLine> missing = new ArrayList<>();
        for (SettlementLines.Stored payout : lines.payouts(batch)) {
            if (!payout.how().equals(ARRIVED) && !payout.line().own().isZero()) {
                if (isThere(batch, payout)) {
                    found++;
                } else if (!day(batch, payout.line()).isAfter(late)) {
                    missing.add(payout.line());
                }
            }
        }
        tell(batch, missing);
        return found;
    }

    private static LocalDate day(SettlementBatch batch, SettlementLine line) {
        return Objects.requireNonNullElse(line.bookedOn(), Objects.requireNonNullElse(batch.last(), LocalDate.EPOCH));
    }

    private boolean isThere(SettlementBatch batch, SettlementLines.Stored payout) {
        Money reaches = Money.zero(batch.key().currency()).minus(payout.line().own());
        LocalDate day = day(batch, payout.line());
        List<StatementLines.Free> free = statements.free(reaches, day.minusDays(1), day.plusDays(DAYS_AFTER));
        List<StatementLines.Free> named = free.stream()
                .filter(each -> names(each.line(), batch.key(), payout.line()))
                .toList();
        List<StatementLines.Free> fitting = named.isEmpty() ? free : named;
        if (fitting.size() != 1 || !statements.isOf(fitting.get(0).id(), batch.id(), payout.place())) {
            return false;
        }
        lines.mark(
                batch.id(),
                List.of(new SettlementLines.Marking(
                        payout.place(), LineState.PAYOUT, ARRIVED, payout.place(), BigDecimal.ZERO)));
        return true;
    }

    /** Whether the bank's text has a word of the payout's that is long enough to mean it. */
    private static boolean names(StatementLine line, SettlementKey key, SettlementLine payout) {
        String text = line.text().toUpperCase(Locale.ROOT);
        String ours = String.join(
                        " ",
                        payout.references().modification(),
                        payout.references().payment(),
                        payout.text(),
                        key.batch())
                .toUpperCase(Locale.ROOT);
        Matcher words = WORD.matcher(ours);
        while (words.find()) {
            if (text.contains(words.group())) {
                return true;
            }
        }
        return false;
    }

    private void tell(SettlementBatch batch, List<SettlementLine> missing) {
        if (missing.isEmpty()) {
            over.fire(new SettlementFinding.Over(
                    Kind.PAYOUT_NOT_ARRIVED, batch.key().name()));
            return;
        }
        Money sum =
                missing.stream().map(SettlementLine::own).reduce(Money::plus).orElseThrow();
        findings.fire(new SettlementFinding(
                Kind.PAYOUT_NOT_ARRIVED,
                batch.company(),
                batch.key().name(),
                sum.abs(),
                new Reason(
                        "PAYOUT_NOT_ARRIVED",
                        Owner.FINANCE,
                        "No bank statement shows the payout of the batch " + batch.key() + ", " + sum.abs() + " of "
                                + day(batch, missing.get(0)),
                        "Look for it on the statement under another amount, and ask the provider; if it came to an account of which no"
                                + " statements are loaded, resolve this")));
    }
}
