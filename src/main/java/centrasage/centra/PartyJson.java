package centrasage.centra;

import centrasage.centra.Order.Customer;
import org.jspecify.annotations.Nullable;

/** Reads who bought and where it goes. Nearly everything may be empty here: people leave fields out. */
final class PartyJson {
    private PartyJson() {}

    static @Nullable Address address(@Nullable Fields address) {
        if (address == null) {
            return null;
        }
        Fields country = address.optionalObject("country");
        return new Address(
                address.optionalText("companyName"),
                address.optionalText("attention"),
                address.optionalText("firstName"),
                address.optionalText("lastName"),
                address.optionalText("address1"),
                address.optionalText("address2"),
                address.optionalText("city"),
                address.optionalText("stateOrProvince"),
                address.optionalText("zipCode"),
                country == null ? null : country.optionalText("code"),
                address.optionalText("email"),
                address.optionalText("phoneNumber"),
                address.optionalText("vatNumber"));
    }

    static @Nullable Customer customer(@Nullable Fields customer) {
        return customer == null
                ? null
                : new Customer(
                        customer.integer("id"),
                        customer.optionalText("email"),
                        customer.optionalText("firstName"),
                        customer.optionalText("lastName"));
    }
}
