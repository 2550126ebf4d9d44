package centrasage.settlements;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch as a reader hands it over, line by line as a test wants it. */
public final class MadeBatch {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final SettlementKey key;
    private final List<SettlementLine> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable LocalDate day = DAY;

    public MadeBatch(String account, String number, String currency) {
        this.key = new SettlementKey("adyen", account, number, Currency.getInstance(currency));
    }

    /** In pounds, of the merchant account that the example mappings have. */
    public static MadeBatch of(String number) {
        return new MadeBatch("HarbourOnline", number, "GBP");
    }

    public SettlementKey key() {
        return key;
    }

    private Money money(String amount) {
        return new Money(new BigDecimal(amount), key.currency());
    }

    private MadeBatch add(
            LineKind kind, Money gross, String rate, String net, List<Fee> fees, References references, String text) {
        lines.add(new SettlementLine(
                key,
                lines.size() + 2L,
                kind.name(),
                kind,
                day,
                gross,
                new BigDecimal(rate),
                money(net),
                fees,
                references,
                text));
        return this;
    }

    /** A sale of which a commission is kept; a refund where it is below zero. */
    public MadeBatch payment(String payment, String capture, String order, String gross, String commission) {
        Money paid = money(gross);
        Money kept = money(commission);
        return add(
                paid.isNegative() ? LineKind.REFUND : LineKind.SALE,
                paid,
                "1",
                paid.minus(kept).amount().toPlainString(),
                kept.isZero() ? List.of() : List.of(new Fee(FeeKind.COMMISSION, kept)),
                new References(payment, capture, order, ""),
                "");
    }

    public MadeBatch payment(String payment, String capture, String order, String gross) {
        return payment(payment, capture, order, gross, "0.00");
    }

    /** A sale whose gross less its fees is not its net. */
    public MadeBatch contradicting(String payment, String gross, String net) {
        return add(LineKind.SALE, money(gross), "1", net, List.of(), new References(payment, "", "", ""), "");
    }

    /** A payment in another currency, of which nothing is kept. */
    public MadeBatch foreign(String payment, Money gross, String rate) {
        BigDecimal worth = gross.amount()
                .multiply(new BigDecimal(rate))
                .setScale(key.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return add(
                gross.isNegative() ? LineKind.REFUND : LineKind.SALE,
                gross,
                rate,
                worth.toPlainString(),
                List.of(),
                new References(payment, "", "", ""),
                "");
    }

    /** The lines that follow are of this day; null is of none. */
    public MadeBatch on(@Nullable LocalDate other) {
        day = other;
        return this;
    }

    /** What is of no single payment. */
    public MadeBatch other(LineKind kind, String net) {
        return add(kind, money("0"), "1", net, List.of(), References.NONE, "");
    }

    /** All that is left is paid out. */
    public MadeBatch paidOut() {
        return settled(LineKind.PAYOUT);
    }

    /** All that is left is carried to the next batch. */
    public MadeBatch carried() {
        return settled(LineKind.BALANCE_CARRY);
    }

    private MadeBatch settled(LineKind kind) {
        return other(kind, batch().sum().amount().negate().toPlainString());
    }

    public MadeBatch faulty(String why) {
        faults.add(Fault.ofBatch(why, "Download it again"));
        return this;
    }

    public List<SettlementLine> lines() {
        return List.copyOf(lines);
    }

    public Batch batch() {
        Tally tally = new Tally(key);
        lines.forEach(tally::add);
        faults.forEach(tally::add);
        return tally.batch();
    }

    public BatchSums sums() {
        BatchSums.Adding sums = new BatchSums.Adding();
        lines.forEach(sums::add);
        return sums.sums();
    }
}
