package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.limits.RateLimiter;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Currency;
import centrasage.simulator.trade.Shop;
import centrasage.simulator.trade.TaxMode;
import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import java.util.List;

/** Amounts, currencies, the VAT inside of amounts, and the quotas. */
final class MoneyFields {
    /** VAT of an amount of an order at one rate; it may have a minus. */
    record TaxShare(CentraOrder order, BigDecimal percent, long minor) {
        TaxMode mode() {
            return order.trade().basket().taxMode();
        }
    }

    private MoneyFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Amount>()
                .with("value", Amount::value)
                .with("currency", Amount::currency)
                .with("formattedValue", Amount::formatted)
                .with("valueInCents", amount -> amount.currency().minor(amount.value()))
                .with("conversionDate", Amount::convertedAt)
                .with("conversionRate", amount -> amount.currency().baseRate())
                .addTo(wiring, "MonetaryValue");
        new Fields<Currency>()
                .with("id", Currency::id)
                .with("code", Currency::code)
                .with("isBase", currency -> currency.equals(Shop.BASE))
                .addTo(wiring, "Currency");
        taxes(wiring);
        new Fields<RateLimiter.Usage>()
                .with("type", RateLimiter.Usage::counter)
                .with("intervalSeconds", RateLimiter.Usage::window)
                .with("quota", RateLimiter.Usage::quota)
                .with("usedQuota", usage -> Math.min(usage.quota(), usage.used()))
                .with("remainingQuota", usage -> Math.max(0, usage.quota() - usage.used()))
                .addTo(wiring, "RateLimit");
    }

    private static void taxes(RuntimeWiring.Builder wiring) {
        new Fields<TaxShare>()
                .with("rule", share -> share)
                .with("taxAdded", share -> Amount.of(share.order(), share.mode().added(share.minor())))
                .with(
                        "taxDeducted",
                        share -> Amount.of(share.order(), share.mode().deducted(share.minor())))
                .with(
                        "taxIncluded",
                        share -> Amount.of(share.order(), share.mode().included(share.minor())))
                .addTo(wiring, "AppliedTaxRuleValue");
        new Fields<TaxShare>()
                .with("taxId", MoneyFields::ruleName)
                .with("taxName", MoneyFields::ruleName)
                .with("taxPercent", TaxShare::percent)
                .addTo(wiring, "AppliedTaxRule");
    }

    private static String ruleName(TaxShare share) {
        return share.order().trade().terms().country().code() + " VAT "
                + share.percent().toPlainString() + "%";
    }

    /** No rule applies where there is no VAT. */
    static List<TaxShare> shares(CentraOrder order, BigDecimal percent, long minor) {
        return percent.signum() == 0 ? List.of() : List.of(new TaxShare(order, percent, minor));
    }
}
