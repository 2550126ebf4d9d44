package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.catalogue.Pricelists;
import centrasage.simulator.centra.limits.RateLimiter;
import centrasage.simulator.trade.Currency;
import centrasage.simulator.trade.Shop;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;

/** The root fields about the tenant rather than its orders: quotas, currencies, stores, markets. */
record ShopQueries(RateLimiter limiter) {

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("rateLimits", root -> limiter.usage())
                .with("currencies", ShopQueries::currencies)
                .with("stores", root -> Shop.STORES)
                .with("markets", root -> Shop.MARKETS)
                .with("pricelists", root -> Pricelists.all())
                .addTo(wiring, "Query");
    }

    private static List<Currency> currencies(Object root, DataFetchingEnvironment environment) {
        Map<String, Object> where = environment.getArgumentOrDefault("where", Map.of());
        return Shop.CURRENCIES.stream()
                .filter(currency ->
                        where.get("isBase") == null || where.get("isBase").equals(currency.equals(Shop.BASE)))
                .filter(currency -> !(where.get("code") instanceof List<?> codes) || codes.contains(currency.code()))
                .toList();
    }
}
