package centrasage.settlements.statement;

import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.UnreadableFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * An amount, a day or a currency as a statement has it: read exactly, or refused with its place, its value and what to do.
 *
 * @param line of the file; 0 where it cannot be told
 * @param element as the form of the statement calls it
 */
record BankCell(long line, String element, String text) {
    static final String AGAIN =
            "Download the statement from the bank again and do not change it; where it says the same"
                    + " once more, ask the bank for a correct one";

    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** With a point, and without a sign: on which side it is stands elsewhere. */
    Money amount(Currency currency) throws UnreadableFile {
        return amount(text, currency);
    }

    /** As {@link #amount}, with the comma of SWIFT. */
    Money amountWithComma(Currency currency) throws UnreadableFile {
        if (text.indexOf('.') >= 0 || text.indexOf(',') != text.lastIndexOf(',')) {
            throw bad("has a separator of thousands, or a point for the decimal comma");
        }
        return amount(text.replace(',', '.'), currency);
    }

    private Money amount(String pointed, Currency currency) throws UnreadableFile {
        if (text.isEmpty()) {
            throw bad("is empty");
        }
        return of(pointed, (cells, column) -> new Money(cells.unsigned(column, currency), currency));
    }

    Currency currency() throws UnreadableFile {
        return of(text, Cells::currency);
    }

    /** Of {@code 2026-11-30}, whatever is behind it. */
    LocalDate day() throws UnreadableFile {
        return of(text, Cells::day);
    }

    /** Of {@code 261130}. */
    LocalDate shortDay() throws UnreadableFile {
        try {
            return LocalDate.parse(text, SHORT);
        } catch (DateTimeException e) {
            throw bad("is no day of the form 261130");
        }
    }

    private interface Reading<T> {
        T of(Cells cells, Column column) throws BadCell;
    }

    private <T> T of(String plain, Reading<T> reading) throws UnreadableFile {
        try {
            return reading.of(new Cells(line, List.of(plain)), new Column(0, element));
        } catch (BadCell e) {
            throw bad(e.fault().why());
        }
    }

    UnreadableFile bad(String why) {
        return new UnreadableFile(new Fault(line, element, text, why, AGAIN));
    }
}
