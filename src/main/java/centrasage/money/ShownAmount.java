package centrasage.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What a document that may be damaged is shown to come to. For display and for the money at risk only: it is never posted. */
public final class ShownAmount {
    /** What a total is shown in when a document is too damaged to tell its currency: Sage 200 UK's own. */
    public static final Currency BASE = Currency.getInstance("GBP");

    /** More than the store keeps: a document of such a total is shown as zero. */
    private static final BigDecimal SHOWN_MAX = new BigDecimal("1e14");

    private ShownAmount() {}

    /** Never throws for content: an unknown currency is shown in {@link #BASE}. */
    public static Money of(BigDecimal amount, String currency) {
        if (amount.abs().compareTo(SHOWN_MAX) > 0) {
            return Money.zero(BASE);
        }
        try {
            return Money.rounded(amount, Currency.getInstance(currency), RoundingMode.HALF_UP);
        } catch (IllegalArgumentException e) {
            return Money.rounded(amount, BASE, RoundingMode.HALF_UP);
        }
    }
}
