package centrasage.centra;

import org.jspecify.annotations.Nullable;

/**
 * An address as the customer typed it; nothing is shortened here.
 *
 * @param countryCode ISO 3166 alpha-2
 */
public record Address(
        @Nullable String companyName,
        @Nullable String attention,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String address1,
        @Nullable String address2,
        @Nullable String city,
        @Nullable String stateOrProvince,
        @Nullable String zipCode,
        @Nullable String countryCode,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String vatNumber) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Address[" + countryCode + "]";
    }
}
