package centrasage.simulator.trade;

import org.jspecify.annotations.Nullable;

/**
 * The people and firms of an order. A consumer has no account, a reseller no customer record.
 *
 * @param purchaseOrder the reseller's own number of the order
 */
public record Parties(
        @Nullable Customer customer,
        @Nullable Address billing,
        @Nullable Address shipping,
        @Nullable Account account,
        @Nullable String purchaseOrder) {

    /** The reseller of a wholesale order. */
    public record Account(int id, String name) {}

    static Parties consumer(@Nullable Customer customer, @Nullable Address billing, @Nullable Address shipping) {
        return new Parties(customer, billing, shipping, null, null);
    }

    public Parties withShipping(@Nullable Address address) {
        return new Parties(customer, billing, address, account, purchaseOrder);
    }

    public Parties withBilling(@Nullable Address address) {
        return new Parties(customer, address, shipping, account, purchaseOrder);
    }
}
