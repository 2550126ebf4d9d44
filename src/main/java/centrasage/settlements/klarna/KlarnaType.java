package centrasage.settlements.klarna;

import centrasage.settlements.file.LineKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a row of Klarna's is by its column {@code type}. Types that are not here stop their batch until somebody has said what they are. */
enum KlarnaType {
    SALE(LineKind.SALE, 1, "sale"),
    FEE(LineKind.FEE, -1, "fee"),
    RETURN(LineKind.REFUND, -1, "return"),
    REVERSAL(LineKind.CHARGEBACK, -1, "reversal"),
    /** Klarna bears a dispute; what it bears makes the total of reversals smaller. */
    REVERSAL_MERCHANT_PROTECTION(LineKind.CHARGEBACK_REVERSAL, 1, "reversal"),
    /** Paid by Klarna to the merchant: a fee the other way. */
    COMMISSION(LineKind.FEE, 1, "commission"),
    COMMISSION_REVERSAL(LineKind.FEE, -1, "commission_reversal"),
    /** Of fees, either way. */
    CORRECTION(LineKind.FEE, 0, "fee_correction"),
    HOLDBACK(LineKind.RESERVE, -1, "holdback"),
    RELEASE(LineKind.RESERVE, 1, "release"),
    CREDIT(LineKind.ADJUSTMENT, 1, "credit"),
    CHARGE(LineKind.ADJUSTMENT, -1, "charge"),
    FEE_REFUND(LineKind.FEE, 1, "fee_refund"),
    /** VAT on fees; as a rule a total only. */
    TAX(LineKind.TAX, -1, "tax");

    private final LineKind kind;
    private final int sign;
    private final String total;

    KlarnaType(LineKind kind, int sign, String total) {
        this.kind = kind;
        this.sign = sign;
        this.total = total;
    }

    static Optional<KlarnaType> of(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.name().equals(upper)).findFirst();
    }

    /** In which total its rows are, each once and in their order. */
    static List<String> totals() {
        return Arrays.stream(values()).map(type -> type.total).distinct().toList();
    }

    /** Those whose rows are in a total. */
    static List<KlarnaType> in(String total) {
        return Arrays.stream(values()).filter(type -> type.total.equals(total)).toList();
    }

    LineKind kind() {
        return kind;
    }

    /** Above zero where the merchant is paid; 0 where only the amount's own sign says it. */
    int sign() {
        return sign;
    }

    /** Whether Klarna documents no rows for its total, so that the total alone may say it. */
    boolean mayBeTotalOnly() {
        return this == TAX || this == CORRECTION;
    }

    /** Its total as the payout's formula takes it; one that is taken is written with a minus sign or without. */
    BigDecimal taken(BigDecimal written) {
        return sign < 0 && written.signum() > 0 ? written.negate() : written;
    }
}
