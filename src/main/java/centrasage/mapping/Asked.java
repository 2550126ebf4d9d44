package centrasage.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the orders of this version ask of a file, as opposed to what its rows could answer. */
final class Asked {
    private static final Set<String> PURPOSES = Set.of("rounding", "gift-card");

    private final Mappings mappings;
    private final Sheet sheet;

    Asked(Mappings mappings, Sheet sheet) {
        this.mappings = mappings;
        this.sheet = sheet;
    }

    /** The columns that decide which row is taken: the detail of what orders are booked to is an answer. */
    List<Column> columns(Row row) {
        boolean isBooked = sheet == Sheet.NOMINALS && PURPOSES.contains(row.get("purpose"));
        return sheet.narrowing().stream()
                .filter(column -> !isBooked || !column.name().equals("detail"))
                .toList();
    }

    /** Whether an order can ask for this. */
    boolean isByOrders(Map<String, String> cells) {
        return switch (sheet) {
            case GATEWAYS, SETTLEMENT, BUFFERS -> false;
            case WAREHOUSES -> cells.getOrDefault("centra_warehouse", "").isEmpty();
            case NOMINALS -> PURPOSES.contains(cells.getOrDefault("purpose", ""));
            case VAT -> leavesFrom(cells.getOrDefault("company", ""), cells.getOrDefault("ship_from", ""));
            default -> true;
        };
    }

    /** A SKU without a row is its own product, and a field without one is left empty. */
    boolean areHeldWithoutRow() {
        return sheet != Sheet.SKUS && sheet != Sheet.ANALYSIS;
    }

    /** A reseller is never given a row for anybody. */
    boolean mayBeGiven(Row row, Map<String, String> asked) {
        return sheet != Sheet.ACCOUNTS
                || asked.getOrDefault("account", "").isEmpty()
                || !row.get("account").isEmpty();
    }

    /** Whether goods of the company leave from there; any is empty. */
    boolean leavesFrom(String company, String country) {
        return country.isEmpty()
                || mappings.rows(Sheet.COMPANIES).all().stream()
                        .filter(row -> company.isEmpty() || row.get("company").equals(company))
                        .anyMatch(row -> row.get("ship_from").equalsIgnoreCase(country));
    }
}
