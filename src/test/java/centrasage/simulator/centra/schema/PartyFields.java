package centrasage.simulator.centra.schema;

import centrasage.simulator.trade.Address;
import centrasage.simulator.trade.Basket;
import centrasage.simulator.trade.Country;
import centrasage.simulator.trade.Customer;
import centrasage.simulator.trade.Gateway;
import centrasage.simulator.trade.Market;
import centrasage.simulator.trade.Parties;
import centrasage.simulator.trade.ShippingOption;
import centrasage.simulator.trade.Store;
import graphql.schema.idl.RuntimeWiring;

/** People, places, stores, and ways to ship and to pay. */
final class PartyFields {
    private PartyFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        addresses(wiring);
        people(wiring);
        shop(wiring);
    }

    private static void addresses(RuntimeWiring.Builder wiring) {
        new Fields<Address>()
                .with("companyName", Address::companyName)
                .with("attention", address -> null)
                .with("firstName", Address::firstName)
                .with("lastName", Address::lastName)
                .with("address1", Address::address1)
                .with("address2", Address::address2)
                .with("city", Address::city)
                .with("stateOrProvince", Address::stateOrProvince)
                .with("zipCode", Address::zipCode)
                .with("email", Address::email)
                .with("phoneNumber", Address::phoneNumber)
                .with("cellPhoneNumber", address -> null)
                .with("faxNumber", address -> null)
                .with("vatNumber", Address::vatNumber)
                .with("country", Address::country)
                .with("state", address -> null)
                .addTo(wiring, "Address");
        new Fields<Country>()
                .with("id", Country::id)
                .with("code", Country::code)
                .with("name", Country::name)
                .with("isEU", Country::inUnion)
                .addTo(wiring, "Country");
    }

    private static void people(RuntimeWiring.Builder wiring) {
        new Fields<Customer>()
                .with("id", Customer::id)
                .with("email", Customer::email)
                .with("firstName", Customer::firstName)
                .with("lastName", Customer::lastName)
                .addTo(wiring, "Customer");
        new Fields<Parties.Account>()
                .with("id", Parties.Account::id)
                .with("name", Parties.Account::name)
                .addTo(wiring, "Account");
        new Fields<Address>()
                .with("id", address -> Math.floorMod(address.email().hashCode(), 1_000_000))
                .with("firstName", Address::firstName)
                .with("lastName", Address::lastName)
                .with("email", Address::email)
                .addTo(wiring, "Buyer");
    }

    private static void shop(RuntimeWiring.Builder wiring) {
        new Fields<Store>()
                .with("id", Store::id)
                .with("name", Store::name)
                .with("type", Store::type)
                .addTo(wiring, "Store");
        new Fields<Market>().with("id", Market::id).with("name", Market::name).addTo(wiring, "Market");
        new Fields<Basket>().with("shippingOption", Basket::shippingOption).addTo(wiring, "ShippingPriceGroup");
        new Fields<ShippingOption>()
                .with("id", ShippingOption::id)
                .with("name", ShippingOption::name)
                .with("uri", ShippingOption::uri)
                .addTo(wiring, "ShippingOption");
        new Fields<Gateway>()
                .with("uri", Gateway::uri)
                .with("plugin", Gateway::plugin)
                .with("name", Gateway::name)
                .addTo(wiring, "StorePlugin");
    }
}
