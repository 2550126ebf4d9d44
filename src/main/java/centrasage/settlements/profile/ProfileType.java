package centrasage.settlements.profile;

import centrasage.settlements.file.LineKind;

/** What a line is by its provider's word for it. */
public record ProfileType(LineKind kind, Way way) {
    /** Whether such a line is paid to the merchant. */
    public enum Way {
        /** As the line says. */
        EITHER,
        PAID,
        TAKEN,
        /** The other way than the line says: a payout that is written as what arrives at the bank. */
        TURNED
    }
}
