package centrasage.orders.backfill;

import centrasage.flow.ParameterRefused;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Which orders a person asked for, by number or by the day on which they were made; both ends are included. */
sealed interface BackfillRange {
    record Numbers(long first, long last) implements BackfillRange {
        long count() {
            return last - first + 1;
        }

        @Override
        public boolean isBackwards() {
            return last < first;
        }

        @Override
        public String words() {
            return "with a number from " + first + " to " + last;
        }
    }

    record Days(LocalDate first, LocalDate last) implements BackfillRange {
        @Override
        public boolean isBackwards() {
            return last.isBefore(first);
        }

        @Override
        public String words() {
            return "made from " + first + " to " + last;
        }
    }

    boolean isBackwards();

    /** Read after "order". */
    String words();

    /** @throws ParameterRefused when it is no range, with the parameter, its value and the remedy */
    static BackfillRange of(String from, String to) throws ParameterRefused {
        boolean numbers = isNumber("from", from);
        if (numbers != isNumber("to", to)) {
            throw new ParameterRefused(
                    "to",
                    to,
                    "and from = " + from + " are a number and a date",
                    "give two order numbers, or two dates");
        }
        BackfillRange range = numbers
                ? new Numbers(Long.parseLong(from), Long.parseLong(to))
                : new Days(LocalDate.parse(from), LocalDate.parse(to));
        if (range.isBackwards()) {
            throw new ParameterRefused("to", to, "comes before from = " + from, "exchange them");
        }
        return range;
    }

    /** As long as Centra's own numbers may be. */
    private static boolean isNumber(String name, String value) throws ParameterRefused {
        if (value.matches("\\d{1,9}")) {
            return true;
        }
        try {
            LocalDate.parse(value);
            return false;
        } catch (DateTimeException e) {
            throw new ParameterRefused(
                    name,
                    value,
                    value.isEmpty() ? "is missing" : "is neither an order number nor a date",
                    "give an order number such as 10234, or a date such as 2026-11-01");
        }
    }
}
