package centrasage.settlements.plan;

import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.rate.BookedRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A batch of Adyen's as a test tells it, line by line. */
final class ToldBatch {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final SettlementKey key;
    private final List<SettlementLine> lines = new ArrayList<>();
    private final List<ToPost.Variance> variances = new ArrayList<>();
    private final Map<String, Money> conversions = new TreeMap<>();
    private final Map<String, ToPost.Sent> sent = new TreeMap<>();
    private BookedRates rates = BookedRates.NONE;
    private boolean byMonth;

    ToldBatch(String currency) {
        this("HarbourOnline", "380", currency);
    }

    ToldBatch(String account, String number, String currency) {
        this.key = new SettlementKey("adyen", account, number, Currency.getInstance(currency));
    }

    /** @param net in the currency of the batch */
    ToldBatch with(LineKind kind, String net) {
        return with(kind, net, DAY, "");
    }

    ToldBatch with(LineKind kind, String net, @Nullable LocalDate day, String reference) {
        return add(kind, day, money("0"), money(net), List.of(), reference);
    }

    /** A sale of which this was kept. */
    ToldBatch kept(FeeKind kind, String fee) {
        return kept(kind, fee, DAY);
    }

    ToldBatch kept(FeeKind kind, String fee, @Nullable LocalDate day) {
        Money kept = money(fee);
        return add(LineKind.SALE, day, money("50"), money("50").minus(kept), List.of(new Fee(kind, kept)), "");
    }

    /** @param worth in the currency of the batch, of which nothing was kept */
    ToldBatch exchanged(LineKind kind, Money gross, String worth) {
        return add(kind, DAY, gross, money(worth), List.of(), "");
    }

    private ToldBatch add(
            LineKind kind, @Nullable LocalDate day, Money gross, Money net, List<Fee> fees, String reference) {
        lines.add(new SettlementLine(
                key,
                lines.size() + 2L,
                kind.name(),
                kind,
                day,
                gross,
                BigDecimal.ONE,
                net,
                fees,
                new References("", reference, "", ""),
                ""));
        return this;
    }

    /** @param more what a line comes to more than what it settles */
    ToldBatch varying(Money more) {
        variances.add(new ToPost.Variance(variances.size() + 1L, more));
        return this;
    }

    /** What the batch of this number in another currency, or this one itself, exchanges. */
    ToldBatch converting(Money amount) {
        conversions.put(amount.currency().getCurrencyCode(), amount);
        return this;
    }

    /** What was sent of it already, as a charge. */
    ToldBatch sent(String name, String amount) {
        return sent(PostingKind.SETTLEMENT_CHARGE, name, amount);
    }

    ToldBatch sent(PostingKind kind, String name, String amount) {
        sent.put(name, new ToPost.Sent(kind, money(amount)));
        return this;
    }

    /** At which what it takes out of clearing banks was booked. */
    ToldBatch booked(BookedRates booked) {
        rates = booked;
        return this;
    }

    SettlementKey key() {
        return key;
    }

    /** It knows what of it is of which month. */
    ToldBatch byMonth() {
        byMonth = true;
        return this;
    }

    ToPost toPost() {
        BatchSums.Adding sums = new BatchSums.Adding();
        lines.forEach(sums::add);
        return new ToPost(
                key,
                "33",
                DAY,
                byMonth ? sums.byMonth() : sums.sums(),
                ToPost.Payout.numbered(
                        lines.stream().filter(line -> line.kind().isOfPayout()).toList()),
                variances,
                List.of(),
                conversions,
                rates,
                sent);
    }

    private Money money(String amount) {
        return Money.of(amount, key.currency().getCurrencyCode());
    }
}
