package centrasage.mapping;

import java.util.Map;

/**
 * What decides the Sage company and the customer account of an order; names as Centra shows them.
 *
 * @param account the reseller's account in Centra; empty for a consumer
 */
public record Sale(String store, String market, String currency, String country, String account) {

    Map<String, String> criteria() {
        return Map.of("store", store, "market", market, "currency", currency, "country", country, "account", account);
    }
}
