package centrasage.simulator.sage200.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of an enum and their numbers: {@code $filter} takes either, in quotes. */
public final class EnumNames {
    private static final Map<String, List<String>> LISTS = ResourceLines.of("enums.txt").stream()
            .map(line -> Arrays.asList(line.split("\\s+")))
            .collect(Collectors.toMap(words -> words.get(0), words -> words.subList(1, words.size())));

    private EnumNames() {}

    public static List<String> of(String list) {
        return LISTS.getOrDefault(list, List.of());
    }

    /** The number of a name; -1 when the list lacks it. */
    public static int numberOf(String list, String name) {
        return of(list).indexOf(name);
    }

    /** The name that a literal stands for, be it a number or a name; the literal itself when it is neither. */
    public static String nameOf(String list, String literal) {
        boolean number = !literal.isEmpty() && literal.chars().allMatch(Character::isDigit) && literal.length() < 4;
        int place = number ? Integer.parseInt(literal) : -1;
        return place >= 0 && place < of(list).size() ? of(list).get(place) : literal;
    }
}
