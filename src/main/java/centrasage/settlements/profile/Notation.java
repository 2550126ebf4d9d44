package centrasage.settlements.profile;

import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** How numbers are written; separators of thousands are refused in each. */
public enum Notation {
    /** {@code 1250.00}. */
    POINT {
        @Override
        BigDecimal amount(Cells cells, Column column, Currency currency) throws BadCell {
            return cells.signed(column, currency);
        }

        @Override
        BigDecimal rate(Cells cells, Column column) throws BadCell {
            return cells.rate(column);
        }
    },
    /** {@code 1250,00}. */
    COMMA {
        @Override
        BigDecimal amount(Cells cells, Column column, Currency currency) throws BadCell {
            return pointed(cells, column, (pointed, only) -> pointed.signed(only, currency));
        }

        @Override
        BigDecimal rate(Cells cells, Column column) throws BadCell {
            return pointed(cells, column, Cells::rate);
        }
    },
    /** Whole smallest coins: {@code 125000}; rates have a point. */
    MINOR {
        @Override
        BigDecimal amount(Cells cells, Column column, Currency currency) throws BadCell {
            return cells.minor(column, currency);
        }

        @Override
        BigDecimal rate(Cells cells, Column column) throws BadCell {
            return cells.rate(column);
        }
    };

    /** Exact, of either sign; zero where the cell is empty. */
    abstract BigDecimal amount(Cells cells, Column column, Currency currency) throws BadCell;

    /** Above zero; 1 where the cell is empty. */
    abstract BigDecimal rate(Cells cells, Column column) throws BadCell;

    private interface Reading {
        BigDecimal of(Cells cells, Column column) throws BadCell;
    }

    private static BigDecimal pointed(Cells cells, Column column, Reading reading) throws BadCell {
        String text = cells.text(column);
        if (text.indexOf('.') >= 0) {
            throw cells.bad(
                    column,
                    "has a separator of thousands, or a point for the decimal comma",
                    "Download the file from the provider again, or mend decimals in its profile");
        }
        try {
            return reading.of(new Cells(cells.line(), List.of(text.replace(',', '.'))), new Column(0, column.name()));
        } catch (BadCell e) {
            throw cells.bad(column, e.fault().why(), e.fault().remedy());
        }
    }
}
