package centrasage.console.table;

import centrasage.console.frame.Address;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A list of so many rows: 1, 2, 3. */
record Numbers(int rows, Address here) implements Listing<Integer> {
    enum Sort {
        LARGEST,
        SMALLEST
    }

    static Numbers of(int rows) {
        return new Numbers(rows, Address.of("numbers.xhtml").with("state", "OPEN"));
    }

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public List<Column<Integer>> columns() {
        return List.of(
                Column.<Integer>number("id", "Order", row -> "O" + row)
                        .leadingTo(row -> row % 2 == 0 ? null : "order.xhtml?number=O" + row),
                Column.<Integer>amount("value", "Value", row -> row == 3 ? null : Money.of(row + ".50", "GBP"))
                        .sortedBy(Sort.LARGEST, Sort.SMALLEST),
                Column.<Integer>words("why", "Why", row -> row == 2 ? "=HYPERLINK(\"x\")" : "it is, so"),
                Column.<Integer>day("day", "Day", row -> LocalDate.of(2026, 11, row)),
                Column.<Integer>moment("at", "At", row -> Instant.parse("2026-07-01T12:00:00Z"))
                        .atFirstHidden(),
                Column.<Integer>count("lines", "Lines", BigDecimal::valueOf));
    }

    @Override
    public List<Integer> rows(int from, int count) {
        return IntStream.rangeClosed(from + 1, Math.min(rows, from + count))
                .boxed()
                .toList();
    }

    @Override
    public String whenEmpty() {
        return "Numbers would be here";
    }
}
