package centrasage.sage200.ledger;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes from one cash-book bank to another: in codes. Sage makes a row in each, and tells the number of none.
 *
 * @param from the code of the bank that it leaves, 8 characters at most
 * @param to the code of the bank that it reaches
 * @param reference 20 characters at most
 * @param secondReference unique for the transfer in both banks, 20 characters at most
 * @param paid above zero, in the currency of the bank that it leaves
 * @param received above zero, in the currency of the other
 * @param difference the nominal account of what its value in the company's own currency changes by, {@code 7700} or {@code 7700/WEB/UK};
 *     null where it does not
 * @param rates between the currencies of both banks and the company's own
 * @param narrative what people read beside it
 */
public record BankTransfer(
        String company,
        String from,
        String to,
        String reference,
        String secondReference,
        LocalDate date,
        Money paid,
        Money received,
        @Nullable String difference,
        Rates rates,
        String narrative) {

    /**
     * Exchange rates as Sage says them.
     *
     * @param paid of the bank that it leaves; null is Sage's own of the day
     * @param received of the bank that it reaches
     */
    public record Rates(@Nullable BigDecimal paid, @Nullable BigDecimal received) {
        /** Sage's own. */
        public static final Rates NONE = new Rates(null, null);
    }

    /** Whether a row of this second reference would be of this one; Sage does not see case. */
    public boolean isKeyedBy(String second) {
        return secondReference.toUpperCase(Locale.ROOT).equals(second.toUpperCase(Locale.ROOT));
    }
}
