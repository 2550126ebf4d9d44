package centrasage.settlements.profile;

import java.util.Locale;

/** What a line of ours is made of, and a profile names the column for: {@code column.gross-currency}. */
public enum Field {
    /** The merchant account; a constant where the file does not say it. */
    ACCOUNT,
    /** The payout; a constant, or a part of the file's name, where no column says it. */
    BATCH,
    /** Of the payout; a constant where the file does not say it. */
    CURRENCY,
    TYPE,
    NET,
    GROSS,
    DEBIT,
    CREDIT,
    /** Of the gross, where it is another than that of the payout. */
    GROSS_CURRENCY,
    /** By which the gross is worth so much in the currency of the payout. */
    RATE,
    DATE,
    PAYMENT,
    MODIFICATION,
    MERCHANT,
    ORDER,
    TEXT;

    /** {@code gross-currency}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code column.gross-currency}. */
    String columnKey() {
        return "column." + key();
    }

    /** Without it no line, or not the same one, could be made; the others only help to find a line again. */
    boolean isNeeded() {
        return ordinal() <= DATE.ordinal();
    }

    boolean mayBeConstant() {
        return ordinal() <= CURRENCY.ordinal();
    }
}
