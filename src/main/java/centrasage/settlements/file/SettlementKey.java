package centrasage.settlements.file;

import centrasage.flow.Sha256;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One settlement batch, for ever: what a provider settles with a merchant account at once, in the currency that it pays out.
 *
 * @param psp as {@code settlement.csv} names it, in lower case
 * @param account the merchant account, as the file names it
 * @param batch the provider's own number of it, or the day where it has none (PayPal)
 */
public record SettlementKey(String psp, String account, String batch, Currency currency) {
    private static final int NAME_MAX = 36;
    private static final int HASH = 10;
    private static final Pattern PLAIN = Pattern.compile("[!-~]+");

    public SettlementKey {
        if (psp.isBlank() || account.isBlank() || batch.isBlank()) {
            throw new IllegalArgumentException("a settlement batch has a provider, a merchant account and a number");
        }
    }

    /**
     * What it is called where names are short: {@code adyen/BrandGB/380/GBP}. In plain ASCII, and of no more than {@value #NAME_MAX} characters:
     * what does not fit is told by a hash of the whole.
     */
    public String name() {
        String whole = String.join("/", psp, account, batch, currency.getCurrencyCode());
        boolean isClear = !psp.contains("/") && !account.contains("/") && !batch.contains("/");
        if (isClear && whole.length() <= NAME_MAX && PLAIN.matcher(whole).matches()) {
            return whole;
        }
        String plain = whole.replaceAll("[^!-~]", "_");
        String exact = isClear ? whole : String.join("\n", psp, account, batch, currency.getCurrencyCode());
        return plain.substring(0, Math.min(plain.length(), NAME_MAX - HASH - 1)) + "~"
                + Sha256.hex(exact).substring(0, HASH);
    }

    /** The banks of its merchant account in a currency. */
    public Mapped<InForce.Settlement> banks(InForce mappings, String company, Currency of) {
        return mappings.settlement(company, psp, account, of.getCurrencyCode());
    }

    /** The code of the clearing bank of its merchant account in a currency; empty where no mapping says it. */
    public Optional<String> clearingBank(InForce mappings, String company, Currency of) {
        return banks(mappings, company, of)
                .match(found -> Optional.of(found.clearingBank()), missing -> Optional.empty());
    }

    /** As people write it: {@code adyen BrandGB batch 380 GBP}. */
    @Override
    public String toString() {
        return psp + " " + account + " batch " + batch + " " + currency.getCurrencyCode();
    }
}
