package centrasage.simulator.centra.state;

import centrasage.simulator.centra.stock.StockRules;
import centrasage.simulator.trade.Gateway;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the tenant works where tenants differ, or where nobody outside of Centra knows how it does. All of it is off at first:
 * captures and refunds are answered at once, whatever the gateway. Of stock see {@link StockRules}.
 */
public final class TenantOptions {
    public enum Option {
        /** Captures by asynchronous gateways are requests at first. */
        ASYNCHRONOUS_CAPTURES("asynchronousCaptures"),
        /** Refunds by asynchronous gateways are requests at first. */
        ASYNCHRONOUS_REFUNDS("asynchronousRefunds"),
        /** What a gift card pays is captured as an entry of its own. */
        GIFT_CARD_CAPTURES("giftCardCaptures"),
        /** The values of refunds have a minus. */
        NEGATIVE_REFUNDS("negativeRefunds"),
        /** Returns have an {@code updatedAt}, and can be filtered and sorted by it. */
        RETURN_UPDATED_AT("returnUpdatedAt");

        private final String wireName;

        Option(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** Those that the documentation names, by their plug-ins. */
    private static final Set<String> ASYNCHRONOUS =
            Set.of("adyen_drop_in", "klarna_checkout_v1", "klarna_checkout_v3", "klarna_payments");

    private final Map<String, Boolean> values = new TreeMap<>();
    private final Map<String, Boolean> gateways = new TreeMap<>();
    private StockRules stockRules = StockRules.USUAL;

    public synchronized boolean is(Option option) {
        return values.getOrDefault(option.wireName(), false);
    }

    public synchronized void set(Option option, boolean on) {
        values.put(option.wireName(), on);
    }

    /** Sets whether an instance of a payment plug-in answers later. */
    public synchronized void asynchronous(String gatewayUri, boolean later) {
        gateways.put(gatewayUri, later);
    }

    public synchronized boolean isAsynchronous(Gateway gateway) {
        return gateways.getOrDefault(gateway.uri(), ASYNCHRONOUS.contains(gateway.plugin()));
    }

    /** Whether what is asked of the gateway is only a request at first. */
    public boolean isRequest(Option kind, Gateway gateway) {
        return is(kind) && isAsynchronous(gateway);
    }

    public synchronized StockRules stockRules() {
        return stockRules;
    }

    public synchronized void stockRules(StockRules rules) {
        stockRules = rules;
    }

    public synchronized void reset() {
        values.clear();
        gateways.clear();
        stockRules = StockRules.USUAL;
    }
}
