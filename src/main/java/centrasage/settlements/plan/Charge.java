package centrasage.settlements.plan;

import centrasage.money.Money;
import centrasage.settlements.file.FeeKind;
import java.util.Locale;

/**
 * What a provider has kept of a batch for one purpose, or given back.
 *
 * @param name which posting of the batch it is, for ever
 * @param purpose as {@code nominals.csv} calls it
 * @param kind of a fee, in lower case; empty where the purpose has no kinds
 * @param kept below zero where it was given back
 */
record Charge(String name, String purpose, String kind, Money kept) {
    static Charge fee(FeeKind kind, Money kept) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return new Charge("fee-" + word, "fee", word, kept);
    }

    static Charge of(String name, String purpose, Money kept) {
        return new Charge(name, purpose, "", kept);
    }

    /** As people call it, with its sum: {@code fee (commission) of GBP 12.30}. */
    String words() {
        return (kind.isEmpty() ? name.replace('-', ' ') : purpose + " (" + kind + ")") + " of " + kept;
    }
}
