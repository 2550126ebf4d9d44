package centrasage.settlements.file;

import java.util.Locale;

/** What a provider keeps of a payment, by what it is for; {@code nominals.csv} names it {@code PSP/kind} in lower case. */
public enum FeeKind {
    /** One price for everything. */
    COMMISSION,
    /** The provider's own share, where the price is split into its parts (Interchange++). */
    MARKUP,
    /** The card scheme's share. */
    SCHEME,
    /** The share of the bank that gave out the card. */
    INTERCHANGE,
    /** For a line of its own, of no single payment. */
    PROCESSING,
    /** For a chargeback. */
    CHARGEBACK,
    /** All others that a file states with a payment. */
    OTHER,
    /** VAT on fees. */
    TAX;

    /** In the middle of a sentence. */
    public String words() {
        return "fees (" + name().toLowerCase(Locale.ROOT) + ")";
    }
}
