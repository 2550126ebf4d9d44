package centrasage.settlements.plan;

import centrasage.money.Money;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import java.util.ArrayList;
import java.util.EnumMap;
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
 */
record Charge(String name, String purpose, String kind, Money kept) {
    private static final String INVOICE = "invoice-deduction";

    static Charge of(String name, String purpose, Money kept) {
        return new Charge(name, purpose, "", kept);
    }

    /** All of a batch that do not come to nothing. */
    static List<Charge> of(ToPost batch) {
        List<Charge> charges = new ArrayList<>();
        fees(batch).forEach((kind, kept) -> charges.add(fee(kind, kept)));
        charges.add(of("chargeback", "chargeback", taken(batch, LineKind.CHARGEBACK)));
        charges.add(of("chargeback-reversal", "chargeback", taken(batch, LineKind.CHARGEBACK_REVERSAL)));
        charges.add(of("reserve", "reserve", taken(batch, LineKind.RESERVE)));
        charges.add(of(INVOICE, INVOICE, taken(batch, LineKind.INVOICE_DEDUCTION)));
        charges.removeIf(charge -> charge.kept().isZero());
        return charges;
    }

    /** Fees of lines, with the lines that are fees: what stands in a line of its own was kept for no single payment. */
    private static Map<FeeKind, Money> fees(ToPost batch) {
        Map<FeeKind, Money> fees = new EnumMap<>(FeeKind.class);
        fees.putAll(batch.sums().fees());
        fees.merge(FeeKind.PROCESSING, taken(batch, LineKind.FEE), Money::plus);
        fees.merge(FeeKind.TAX, taken(batch, LineKind.TAX), Money::plus);
        return fees;
    }

    private static Money taken(ToPost batch, LineKind kind) {
        return Money.zero(batch.key().currency())
                .minus(batch.sums().own(kind, batch.key().currency()));
    }

    private static Charge fee(FeeKind kind, Money kept) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return new Charge("fee-" + word, "fee", word, kept);
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
