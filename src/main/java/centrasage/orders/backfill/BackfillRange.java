package centrasage.orders.backfill;

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
    }

    record Days(LocalDate first, LocalDate last) implements BackfillRange {
        @Override
        public boolean isBackwards() {
            return last.isBefore(first);
        }
    }

    boolean isBackwards();

    /** @throws BackfillRefused when it is no range, with the parameter, its value and the remedy */
    static BackfillRange of(String from, String to) throws BackfillRefused {
        boolean numbers = isNumber("from", from);
        if (numbers != isNumber("to", to)) {
            throw new BackfillRefused("from = " + from + " and to = " + to
                    + " are a number and a date; give two order numbers, or two dates");
        }
        BackfillRange range = numbers
                ? new Numbers(Long.parseLong(from.strip()), Long.parseLong(to.strip()))
                : new Days(LocalDate.parse(from.strip()), LocalDate.parse(to.strip()));
        if (range.isBackwards()) {
            throw new BackfillRefused("to = " + to + " comes before from = " + from + "; exchange them");
        }
        return range;
    }

    /** As long as Centra's own numbers may be. */
    private static boolean isNumber(String name, String value) throws BackfillRefused {
        if (value.strip().matches("\\d{1,9}")) {
            return true;
        }
        try {
            LocalDate.parse(value.strip());
            return false;
        } catch (DateTimeException e) {
            throw new BackfillRefused((value.isBlank() ? name + " is missing" : name + " = " + value + " is neither")
                    + "; give an order number such as 10234, or a date such as 2026-11-01");
        }
    }
}
