package centrasage.mapping;

import java.util.Map;

/** What decides the Sage company and the customer account of an order; names as Centra shows them. */
public record Sale(String store, String market, String currency, String country) {

    Map<String, String> criteria() {
        return Map.of("store", store, "market", market, "currency", currency, "country", country);
    }
}
