package centrasage.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must fit together in a row of {@code buffers.csv}: what a value may be depends on its kind. */
final class BufferChecks {
    private static final String WAREHOUSE = "centra_warehouse";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Row row;

    BufferChecks(Row row) {
        this.row = row;
    }

    /** A warehouse that {@code warehouses.csv} does not know is a typing error, of which nobody would hear. */
    static List<MappingFault> unknownWarehouses(List<Row> buffers, List<Row> warehouses) {
        return buffers.stream()
                .filter(row -> !row.get(WAREHOUSE).isEmpty()
                        && warehouses.stream().noneMatch(warehouse -> isFor(warehouse, row)))
                .map(row -> new MappingFault(
                        row.sheet().file(),
                        row.line(),
                        WAREHOUSE,
                        row.get(WAREHOUSE),
                        "is in no row of warehouses.csv, and none is for any; add it there, or correct it"))
                .toList();
    }

    private static boolean isFor(Row warehouse, Row buffer) {
        boolean ofCompany = warehouse.get("company").isEmpty()
                || buffer.get("company").isEmpty()
                || warehouse.get("company").equals(buffer.get("company"));
        return ofCompany
                && (warehouse.get(WAREHOUSE).isEmpty()
                        || warehouse.get(WAREHOUSE).equalsIgnoreCase(buffer.get(WAREHOUSE)));
    }

    List<MappingFault> faults() {
        List<MappingFault> faults = new ArrayList<>();
        if (!row.get("sku").isEmpty() && !row.get("product_group").isEmpty()) {
            faults.add(fault(
                    "product_group",
                    "stands beside the SKU " + row.get("sku") + "; a row is for one of them, so clear one"));
        }
        expected().ifPresent(expected -> faults.add(fault("value", "expected " + expected)));
        limits(faults);
        return faults;
    }

    /** What the value should be; empty where it is that, and where what is missing or unknown is told already. */
    private Optional<String> expected() {
        String value = row.get("value");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (row.get("kind")) {
            case "units" -> unless(value.matches(Column.WHOLE_PATTERN), Column.WHOLE + " for the kind units");
            case "percent" ->
                unless(isDecimal(value) && isAtMostAll(value), "0 to 100 such as 10 or 2.5 for the kind percent");
            case "velocity" ->
                unless(
                        isDecimal(value) && new BigDecimal(value).signum() > 0,
                        "a factor above 0 such as 1 or 1.5 for the kind velocity");
            default -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean fits, String expected) {
        return fits ? Optional.empty() : Optional.of(expected);
    }

    private static boolean isDecimal(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,4})?");
    }

    private static boolean isAtMostAll(String percent) {
        return new BigDecimal(percent).compareTo(ALL) <= 0;
    }

    private void limits(List<MappingFault> faults) {
        if (row.get("kind").equals("units")) {
            List.of("min", "max").stream()
                    .filter(limit -> !row.get(limit).isEmpty())
                    .forEach(limit -> faults.add(fault(limit, "says nothing beside the kind units; clear it")));
        } else if (isWhole("min") && isWhole("max") && whole("min") > whole("max")) {
            faults.add(fault("min", "is above max, " + row.get("max") + "; exchange them, or clear one"));
        }
    }

    private boolean isWhole(String limit) {
        return row.get(limit).matches(Column.WHOLE_PATTERN);
    }

    private int whole(String limit) {
        return Integer.parseInt(row.get(limit));
    }

    private MappingFault fault(String column, String remedy) {
        return new MappingFault(row.sheet().file(), row.line(), column, row.get(column), remedy);
    }
}
