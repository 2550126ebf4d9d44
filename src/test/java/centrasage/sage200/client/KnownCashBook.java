package centrasage.sage200.client;

import centrasage.flow.Command;
import centrasage.sage200.client.read.KnownBanks;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.BankRow;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.sage200.ledger.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cash book that has what a test posts. */
public final class KnownCashBook extends SageCashBook {
    private final List<BankRow> rows = new ArrayList<>();
    private BigDecimal ofTheDay = BigDecimal.ONE;

    /** The rate of what states none. */
    public void rateOfTheDay(String rate) {
        ofTheDay = new BigDecimal(rate);
    }

    /** A bank is moved by so much. */
    private void add(String bank, String reference, String second, BigDecimal value, @Nullable BigDecimal rate) {
        rows.add(new BankRow(
                rows.size() + 1L,
                "URN",
                KnownBanks.id(bank),
                reference,
                second,
                LocalDate.EPOCH,
                value,
                Objects.requireNonNullElse(rate, ofTheDay),
                ""));
    }

    /** It was posted. */
    public void post(Command command) {
        switch (command.key().kind()) {
            case PAYOUT, CURRENCY_TRANSFER -> {
                BankTransfer transfer = BankTransferJson.read(command.document());
                String reference = transfer.reference();
                String second = transfer.secondReference();
                BankTransfer.Rates rates = transfer.rates();
                add(transfer.from(), reference, second, transfer.paid().amount().negate(), rates.paid());
                add(transfer.to(), reference, second, transfer.received().amount(), rates.received());
            }
            case SETTLEMENT_CHARGE -> {
                BankEntry entry = BankEntryJson.read(command.document());
                BigDecimal value = entry.value().amount();
                boolean comesIn = entry.way() == BankEntry.Way.RECEIPT;
                add(
                        entry.bank(),
                        entry.reference(),
                        entry.secondReference(),
                        comesIn ? value : value.negate(),
                        entry.rate());
            }
            default -> {}
        }
    }

    /** What has moved a bank, in the company's own currency. */
    public BigDecimal inBase(String bank, ExchangeRates way) {
        return rows.stream()
                .filter(row -> row.bank() == KnownBanks.id(bank))
                .map(row -> way.base(row.value(), Objects.requireNonNull(row.rate())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was posted, as {@code -147 at 1.232843}. */
    public List<String> rows(String bank) {
        return rows.stream()
                .filter(row -> row.bank() == KnownBanks.id(bank))
                .map(row -> row.value().toPlainString() + " at " + row.rate())
                .toList();
    }

    @Override
    public Map<String, List<BankRow>> find(String company, Collection<String> references) {
        Map<String, List<BankRow>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        references.forEach(reference -> found.put(
                reference,
                rows.stream().filter(row -> row.reference().equals(reference)).toList()));
        return found;
    }
}
