package centrasage.simulator.trade;

/** Where and in which currency an order was placed. */
public record Terms(Store store, Market market, Country country) {

    public Currency currency() {
        return market.currency();
    }
}
