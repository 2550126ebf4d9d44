package centrasage.simulator.trade;

/** A store of the shop: its web shop, or its showroom for resellers. */
public record Store(int id, String name, Type type) {

    public enum Type {
        DIRECT_TO_CONSUMER,
        WHOLESALE
    }
}
