package centrasage.simulator.trade;

import org.jspecify.annotations.Nullable;

/** The people and firms of an order. A consumer has no account, a reseller no customer record. */
public record Parties(
        @Nullable Customer customer,
        @Nullable Address billing,
        @Nullable Address shipping,
        @Nullable Account account) {

    /** The reseller of a wholesale order. */
    public record Account(int id, String name) {}

    public Parties withShipping(@Nullable Address address) {
        return new Parties(customer, billing, address, account);
    }

    public Parties withBilling(@Nullable Address address) {
        return new Parties(customer, address, shipping, account);
    }
}
