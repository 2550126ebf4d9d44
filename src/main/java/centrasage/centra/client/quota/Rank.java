package centrasage.centra.client.quota;

/** Who goes first where the quota is short (posting rules, section 6). Each rank leaves a part of it to those before it. */
public enum Rank {
    /** What customers do: orders, payments, shipments, returns, and the news of them. A tenth is left to the shop's other integrations. */
    ORDERS(10, 0),
    /** Captures and despatches in Centra. */
    SHIPPING(5, 0),
    /** Stock of SKUs that sell or fall: Centra would sell what is not there. */
    URGENT_STOCK(20, 10),
    /** All other stock. */
    STOCK(25, 20),
    /** Products and prices. */
    PRICES(30, 50),
    /** Sage's numbers of orders. */
    NUMBERS(40, 50);

    private final int percentOfReads;
    private final int percentOfMutations;

    Rank(int percentOfReads, int percentOfMutations) {
        this.percentOfReads = percentOfReads;
        this.percentOfMutations = percentOfMutations;
    }

    /** What this rank leaves of a quota. */
    int percentLeft(Counter counter) {
        return counter == Counter.MUTATION_COUNT ? percentOfMutations : percentOfReads;
    }

    boolean isStock() {
        return this == URGENT_STOCK || this == STOCK;
    }

    /** These do not wait for ever for what they would leave to others. */
    boolean goesFirst() {
        return this == ORDERS || this == SHIPPING;
    }
}
