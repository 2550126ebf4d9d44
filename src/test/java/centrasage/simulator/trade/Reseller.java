package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A firm that buys in order to sell: it has one currency, and pays VAT at home only.
 *
 * @param inBooks whether the books have an account for it
 */
public record Reseller(Parties.Account account, Market market, Address address, boolean inBooks) {
    static final List<Reseller> KNOWN = List.of(
            reseller(501, "Harbour Store", Shop.UNITED_KINGDOM, Shop.GB, "1 Quay Street,Bristol,BS1 4QA,GB123456789"),
            reseller(502, "Maison Claire", Shop.EURO, Shop.FR, "8 rue du Parc-Royal,Paris,75003,FR40303265045"),
            reseller(503, "Boutique Nord", Shop.SWEDEN, Shop.SE, "Drottninggatan 3,Umeå,903 26,SE556677889901"));

    static final Reseller UNKNOWN = new Reseller(
            new Parties.Account(504, "Atelier Neu"),
            Shop.EURO,
            address("Atelier Neu", Shop.DE, "Kastanienallee 12,Berlin,10435,DE136695976"),
            false);

    /** Whether the books have an account for the reseller of this name. */
    public static boolean isInBooks(String name) {
        return KNOWN.stream().anyMatch(reseller -> reseller.account().name().equals(name));
    }

    Terms terms() {
        return new Terms(Shop.SHOWROOM, market, address.country());
    }

    BigDecimal vatPercent() {
        Country country = address.country();
        return country.equals(Shop.GB) ? country.vatPercent() : BigDecimal.ZERO;
    }

    private static Reseller reseller(int id, String name, Market market, Country country, String place) {
        return new Reseller(new Parties.Account(id, name), market, address(name, country, place), true);
    }

    /** {@code place} is street, town, postcode and VAT number. */
    private static Address address(String name, Country country, String place) {
        String[] parts = place.split(",", -1);
        return new Address(
                name,
                "Purchasing",
                "Department",
                parts[0],
                null,
                parts[1],
                null,
                parts[2],
                country,
                "orders@" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example",
                null,
                parts[3]);
    }
}
