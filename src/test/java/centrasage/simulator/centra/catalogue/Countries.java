package centrasage.simulator.centra.catalogue;

import centrasage.simulator.trade.Country;
import centrasage.simulator.trade.Shop;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where goods may come from: every country of ISO 3166, those that the shop sells to under the ids they have there. */
public final class Countries {
    private static final int FIRST_OTHER = 100;
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");
    private static final Map<String, Country> BY_CODE = all();

    private Countries() {}

    private static Map<String, Country> all() {
        Map<String, Country> all = new LinkedHashMap<>();
        Shop.MARKETS.stream()
                .flatMap(market -> market.countries().stream())
                .forEach(country -> all.put(country.code(), country));
        int id = FIRST_OTHER;
        for (String code : Locale.getISOCountries()) {
            String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
            all.putIfAbsent(code, new Country(id++, code, name, BigDecimal.ZERO, UNION.contains(code)));
        }
        return all;
    }

    public static @Nullable Country ofId(int id) {
        return BY_CODE.values().stream()
                .filter(country -> country.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** By two letters or three. */
    public static @Nullable Country ofCode(String code) {
        Country found = BY_CODE.get(code);
        return found != null
                ? found
                : BY_CODE.values().stream()
                        .filter(country -> code.equals(threeLetters(country)))
                        .findFirst()
                        .orElse(null);
    }

    private static String threeLetters(Country country) {
        try {
            return new Locale("", country.code()).getISO3Country();
        } catch (MissingResourceException e) {
            return "";
        }
    }
}
