package centrasage.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that can have only a few values, with every one of these; rows for all of them leave nothing open. */
final class FewValues {
    private final Map<String, Set<String>> byColumn;

    private FewValues(Map<String, Set<String>> byColumn) {
        this.byColumn = byColumn;
    }

    static FewValues of(Mappings mappings, Sheet sheet) {
        Map<String, Set<String>> all = Map.of(
                "company", companies(mappings),
                "customer_kind", words(VatCase.CustomerKind.values()),
                "applies_to", words(VatCase.AppliesTo.values()));
        Map<String, Set<String>> ofSheet = new TreeMap<>();
        sheet.narrowing().stream().map(Column::name).filter(all::containsKey).forEach(name -> {
            ofSheet.put(name, all.getOrDefault(name, Set.of()));
        });
        return new FewValues(ofSheet);
    }

    /** Empty for a column that can have any value. */
    Set<String> of(Column column) {
        return byColumn.getOrDefault(column.name(), Set.of());
    }

    /** The same cells once for each value that those which say "any" can have. */
    Stream<Map<String, String>> cases(Map<String, String> cells) {
        Stream<Map<String, String>> cases = Stream.of(cells);
        for (Map.Entry<String, Set<String>> few : byColumn.entrySet()) {
            if (cells.getOrDefault(few.getKey(), "").isEmpty()) {
                cases = cases.flatMap(each -> few.getValue().stream().map(value -> with(each, few.getKey(), value)));
            }
        }
        return cases;
    }

    private static Map<String, String> with(Map<String, String> cells, String column, String value) {
        Map<String, String> more = new TreeMap<>(cells);
        more.put(column, value);
        return more;
    }

    private static Set<String> companies(Mappings mappings) {
        return mappings.rows(Sheet.COMPANIES).all().stream()
                .map(company -> company.get("company"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Enum<?>... values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
