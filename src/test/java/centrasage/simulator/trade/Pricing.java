package centrasage.simulator.trade;

import java.math.BigDecimal;

/**
 * What a buyer pays for an article, and the VAT of it.
 *
 * @param vatPercent of what has the usual VAT, and of shipping
 * @param forResale half of the consumer's price, and one rate for all
 */
record Pricing(Terms terms, TaxMode mode, BigDecimal vatPercent, boolean forResale) {
    static Pricing toReseller(Reseller reseller) {
        return new Pricing(reseller.terms(), TaxMode.ADDED, reseller.vatPercent(), true);
    }

    static Pricing toConsumer(Terms terms, TaxMode mode) {
        BigDecimal vat =
                mode.deducts() ? Shop.LIST_VAT_PERCENT : terms.country().vatPercent();
        return new Pricing(terms, mode, vat, false);
    }

    BigDecimal vatPercent(Article article) {
        return forResale || mode.deducts() ? vatPercent : article.vatPercent(terms.country());
    }

    long price(Article article) {
        long price = amount(article.price(terms.currency()));
        return forResale ? (price + 1) / 2 : price;
    }

    /** A consumer's price in the terms of this price list. */
    long amount(long consumerMinor) {
        long vat = Vat.inside(consumerMinor, terms.country().vatPercent());
        return mode == TaxMode.ADDED ? consumerMinor - vat : consumerMinor;
    }
}
