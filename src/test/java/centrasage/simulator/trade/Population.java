package centrasage.simulator.trade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people who buy, with names and addresses that break what is built on short ASCII. */
final class Population {
    private static final Map<String, List<String[]>> PEOPLE = byCountry("people.csv");
    private static final Map<String, List<String[]>> ADDRESSES = byCountry("addresses.csv");

    private Population() {}

    /** An address in the country, of a person who lives there. */
    static Address resident(Country country, int customerId, Dice dice) {
        List<String[]> people = new ArrayList<>(PEOPLE.getOrDefault(country.code(), List.of()));
        people.addAll(PEOPLE.getOrDefault("*", List.of()));
        String[] person = dice.pick(people);
        return address(person[1], person[2], country, "customer" + customerId + "@example.com", dice);
    }

    /** A second address of the same person: a gift, or a parcel shop. */
    static Address elsewhere(Address home, Dice dice) {
        return address(home.firstName(), home.lastName(), home.country(), home.email(), dice);
    }

    private static Address address(String first, String last, Country country, String email, Dice dice) {
        String[] row = dice.pick(ADDRESSES.getOrDefault(country.code(), List.of()));
        String phone = dice.chance(70) ? "+44 20 7946 0" + dice.between(100, 999) : null;
        return new Address(
                null, first, last, row[1], orNull(row[2]), row[3], orNull(row[4]), row[5], country, email, phone, null);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, List<String[]>> byCountry(String file) {
        Map<String, List<String[]>> rows = new HashMap<>();
        for (String[] row : Table.rows(file)) {
            rows.computeIfAbsent(row[0], country -> new ArrayList<>()).add(row);
        }
        return rows;
    }
}
