package centrasage.settlements.klarna;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import centrasage.settlements.read.BadCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the transactions of one payout against its totals: those of each type against the total of that type, and all of them, the VAT on fees
 * among them, against what was settled.
 */
final class KlarnaProof {
    private static final String AGAIN = "Transactions are missing or were changed: download the file from Klarna again";

    private final KlarnaPayout payout;
    private final Map<KlarnaType, BigDecimal> sums = new TreeMap<>();

    KlarnaProof(KlarnaPayout payout) {
        this.payout = payout;
    }

    /** When it was paid out; null where the file does not say, or says what is no day. */
    @Nullable
    LocalDate day() {
        try {
            return payout.day();
        } catch (BadCell e) {
            return null; // the batch has the fault once, when it ends
        }
    }

    void add(SettlementLine line) {
        KlarnaType.of(line.type()).ifPresent(type -> sums.merge(type, line.net().amount(), BigDecimal::add));
    }

    /**
     * Ends the batch, once all its transactions are in.
     *
     * @param tally of the transactions
     * @param taker is given the lines that only the totals tell
     */
    Batch ended(Tally tally, Consumer<SettlementLine> taker) {
        boolean isWhole = !tally.isFaulty();
        KlarnaTotalLines lines = new KlarnaTotalLines(payout, day(), taker);
        try {
            for (String total : KlarnaType.totals()) {
                hold(total, tally, lines, isWhole);
            }
            settle(tally, lines, isWhole);
            payout.day();
        } catch (BadCell e) {
            tally.add(e.fault());
        }
        return tally.batch();
    }

    /**
     * Where rows could not be read, the difference says nothing that their own faults do not say better. The total of reversals is less what
     * Klarna bore of them by its documentation; a total that is not proves the same rows.
     */
    private void hold(String total, Tally tally, KlarnaTotalLines lines, boolean isWhole) throws BadCell {
        Optional<BigDecimal> written = payout.total(total);
        List<KlarnaType> types = KlarnaType.in(total);
        KlarnaType first = types.get(0);
        if (written.isEmpty()) {
            return;
        }
        if (first.mayBeTotalOnly() && types.stream().noneMatch(sums::containsKey)) {
            lines.add(tally, first.kind(), total, first.taken(written.get()));
        } else if (isWhole
                && !agree(written.get(), first, sum(types))
                && !agree(written.get(), first, sum(List.of(first)))) {
            Money asTotal = money(asTotal(first, sum(types)));
            tally.add(payout.bad(total, "its transactions come to " + asTotal, AGAIN)
                    .fault());
        }
    }

    private BigDecimal sum(List<KlarnaType> types) {
        return types.stream()
                .map(type -> sums.getOrDefault(type, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean agree(BigDecimal written, KlarnaType type, BigDecimal sum) {
        boolean hasSignOfRows = written.signum() < 0 && written.compareTo(sum) == 0;
        return written.compareTo(asTotal(type, sum)) == 0 || hasSignOfRows;
    }

    /** A total of what is taken is above zero as a rule. */
    private static BigDecimal asTotal(KlarnaType type, BigDecimal sum) {
        return type.sign() < 0 ? sum.negate() : sum;
    }

    /**
     * Klarna's formula takes off what was repaid of an older debt. A payout below zero is no payout: Klarna adds it to the debt, and whether the
     * settled amount then is what is owed or nothing is not documented, so that either is taken, and nothing else is.
     */
    private void settle(Tally tally, KlarnaTotalLines lines, boolean isWhole) throws BadCell {
        BigDecimal repaid =
                payout.total(KlarnaPayout.REPAID).orElse(BigDecimal.ZERO).abs();
        BigDecimal deposited = payout.total(KlarnaPayout.DEPOSITED).orElse(BigDecimal.ZERO);
        BigDecimal settled = settled();
        lines.add(tally, LineKind.BALANCE_CARRY, KlarnaPayout.REPAID, repaid.negate());
        BigDecimal due = tally.sum();
        lines.add(tally, LineKind.BALANCE_CARRY, KlarnaPayout.DEPOSITED, deposited);
        lines.add(
                tally,
                LineKind.PAYOUT,
                KlarnaPayout.SETTLED,
                settled.max(BigDecimal.ZERO).negate());
        boolean isAllCarried = settled.signum() == 0 && due.add(deposited).signum() == 0;
        if (isWhole && settled.compareTo(due) != 0 && !isAllCarried) {
            throw payout.bad(
                    KlarnaPayout.SETTLED,
                    "the payout comes to " + money(due) + " by its transactions and totals",
                    AGAIN);
        }
        if (isWhole && tally.sum().signum() != 0) {
            throw payout.bad(
                    KlarnaPayout.SETTLED,
                    "with a debt that grows by " + money(deposited) + " it leaves " + money(tally.sum())
                            + " unexplained",
                    "Ask Klarna how it is collected or paid, and post this payout by hand");
        }
        carry(tally, repaid, deposited);
        refuseInvoice();
    }

    private BigDecimal settled() throws BadCell {
        return payout.total(KlarnaPayout.SETTLED)
                .orElseThrow(() -> payout.bad(
                        KlarnaPayout.SETTLED,
                        "the total is missing, and nothing else proves the payout",
                        "Have Klarna's Report Configurator add it to the totals, and make the file again"));
    }

    /** Debts are balances below zero of the merchant's. */
    private void carry(Tally tally, BigDecimal repaid, BigDecimal deposited) throws BadCell {
        Optional<BigDecimal> opening = payout.openingDebt();
        Optional<BigDecimal> closing = payout.closingDebt();
        if (opening.isEmpty() || closing.isEmpty()) {
            return;
        }
        tally.between(money(opening.get().negate()), money(closing.get().negate()));
        BigDecimal expected = opening.get().subtract(repaid).add(deposited);
        if (closing.get().compareTo(expected) != 0) {
            tally.add(Fault.ofLine(
                    payout.line(),
                    "its debt comes to " + money(expected) + ", and " + money(closing.get()) + " is stated",
                    "Ask Klarna what else was done to the debt"));
        }
    }

    private void refuseInvoice() throws BadCell {
        if (payout.isInvoiceOfFees()) {
            throw payout.badType(
                    "is Klarna's invoice for fees, and no payout", "Book it as a purchase invoice of Klarna's");
        }
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, payout.key().currency());
    }
}
