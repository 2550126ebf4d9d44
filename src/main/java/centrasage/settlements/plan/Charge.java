package centrasage.settlements.plan;

import centrasage.money.Money;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.LineKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a provider has kept of a batch for one purpose, or given back.
 *
 * @param name which posting of the batch it is, for ever
 * @param purpose as {@code nominals.csv} calls it
 * @param kind of a fee, in lower case; empty where the purpose has no kinds
 * @param kept below zero where it was given back
 * @param day on which it is booked
 */
record Charge(String name, String purpose, String kind, Money kept, LocalDate day) {
    private static final String INVOICE = "invoice-deduction";

    /**
     * All of a batch that do not come to nothing, those together that can be booked together: of each month before that of its day, where the
     * batch knows its months, and the rest.
     */
    static List<List<Charge>> of(ToPost batch) {
        YearMonth month = YearMonth.from(batch.day());
        BatchSums rest = batch.sums();
        List<List<Charge>> charges = new ArrayList<>();
        for (Map.Entry<LocalDate, BatchSums> before :
                rest.months().headMap(month.atDay(1)).entrySet()) {
            long months = YearMonth.from(before.getKey()).until(month, ChronoUnit.MONTHS);
            charges.add(of(before.getValue(), batch.key().currency(), "-" + months, before.getKey()));
            rest = rest.less(before.getValue());
        }
        charges.add(of(rest, batch.key().currency(), "", batch.day()));
        return charges;
    }

    private static List<Charge> of(BatchSums sums, Currency currency, String suffix, LocalDate day) {
        List<Charge> charges = new ArrayList<>();
        sums.kept(currency).forEach((kind, kept) -> {
            String word = kind.name().toLowerCase(Locale.ROOT);
            charges.add(new Charge("fee-" + word + suffix, "fee", word, kept, day));
        });
        charges.add(of("chargeback" + suffix, "chargeback", sums.taken(LineKind.CHARGEBACK, currency), day));
        charges.add(of(
                "chargeback-reversal" + suffix, "chargeback", sums.taken(LineKind.CHARGEBACK_REVERSAL, currency), day));
        charges.add(of("reserve" + suffix, "reserve", sums.taken(LineKind.RESERVE, currency), day));
        charges.add(of(INVOICE + suffix, INVOICE, sums.taken(LineKind.INVOICE_DEDUCTION, currency), day));
        charges.removeIf(charge -> charge.kept().isZero());
        return charges;
    }

    static Charge of(String name, String purpose, Money kept, LocalDate day) {
        return new Charge(name, purpose, "", kept, day);
    }

    /** Whether it pays, or gives back, what the provider has invoiced. */
    boolean isOfInvoice() {
        return purpose.equals(INVOICE);
    }

    /** As people call it, with its sum: {@code fee (commission) of GBP 12.30}. */
    String words() {
        return (kind.isEmpty() ? name.replace('-', ' ') : purpose + " (" + kind + ")") + " of " + kept;
    }
}
