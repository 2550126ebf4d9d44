package centrasage.simulator.trade;

import org.jspecify.annotations.Nullable;

/** Where to send the goods or the bill. */
public record Address(
        @Nullable String companyName,
        String firstName,
        String lastName,
        String address1,
        @Nullable String address2,
        String city,
        @Nullable String stateOrProvince,
        String zipCode,
        Country country,
        String email,
        @Nullable String phoneNumber,
        @Nullable String vatNumber) {}
