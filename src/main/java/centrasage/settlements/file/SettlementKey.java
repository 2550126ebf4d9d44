package centrasage.settlements.file;

import java.util.Currency;

/**
 * One settlement batch, for ever: what a provider settles with a merchant account at once, in the currency that it pays out.
 *
 * @param psp as {@code settlement.csv} names it, in lower case
 * @param account the merchant account, as the file names it
 * @param batch the provider's own number of it, or the day where it has none (PayPal)
 */
public record SettlementKey(String psp, String account, String batch, Currency currency) {

    public SettlementKey {
        if (psp.isBlank() || account.isBlank() || batch.isBlank()) {
            throw new IllegalArgumentException("a settlement batch has a provider, a merchant account and a number");
        }
    }

    /** As people write it: {@code adyen BrandGB batch 380 GBP}. */
    @Override
    public String toString() {
        return psp + " " + account + " batch " + batch + " " + currency.getCurrencyCode();
    }
}
