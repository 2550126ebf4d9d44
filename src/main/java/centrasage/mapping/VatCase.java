package centrasage.mapping;

import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * What decides the tax code of one line.
 *
 * @param shipFrom ISO 3166 alpha-2 code of the country that the goods leave
 * @param region part of the country with VAT of its own, such as {@code NI}; empty when there is none
 * @param value what a threshold of the mapping ({@code value_to}) is held against
 * @param rate the rate that Centra charged
 */
public record VatCase(
        String company,
        String shipFrom,
        String country,
        String region,
        CustomerKind customerKind,
        BigDecimal value,
        VatRate rate,
        AppliesTo appliesTo) {

    /** A customer with a VAT number is a business. */
    public enum CustomerKind {
        CONSUMER,
        BUSINESS
    }

    /** What the VAT is on. */
    public enum AppliesTo {
        GOODS,
        SHIPPING,
        HANDLING,
        GIFT_CARD
    }

    /** The same sale at another rate, on something else. */
    public VatCase with(AppliesTo other, VatRate otherRate) {
        return new VatCase(company, shipFrom, country, region, customerKind, value, otherRate, other);
    }

    Map<String, String> criteria() {
        return Map.of(
                "company",
                company,
                "ship_from",
                shipFrom,
                "country",
                country,
                "region",
                region,
                "customer_kind",
                customerKind.name().toLowerCase(Locale.ROOT),
                "value_to",
                value.toPlainString(),
                "rate",
                rate.percent().toPlainString(),
                "applies_to",
                appliesTo.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
