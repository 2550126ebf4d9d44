package centrasage.settlements.read;

import centrasage.settlements.file.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One row of a file: texts, of which amounts, days, currencies and references are read strictly or not at all. */
public final class Cells {
    /** More than any amount or rate has. */
    private static final int DIGITS_MAX = 40;
    /** Before the point of an amount: the store has room for three more, for the sums. */
    private static final int WHOLE_DIGITS_MAX = 12;
    /** Of an account, a batch, an order: what the store has room for. */
    private static final int NEEDED_MAX = 80;

    private static final String AGAIN =
            "Download the file from the provider again, and do not open and save it in a spreadsheet";

    private static final Pattern NUMBER_WITH_EXPONENT = Pattern.compile("\\d([.,]\\d+[eE]\\+?|[eE]\\+)\\d+");
    private static final Pattern NUMBER_WITH_POINT = Pattern.compile("\\d+\\.0+");

    private final long line;
    private final List<String> values;

    /** @param line of the file at which it begins */
    public Cells(long line, List<String> values) {
        this.line = line;
        this.values = values;
    }

    public long line() {
        return line;
    }

    public int width() {
        return values.size();
    }

    public boolean isBlank() {
        for (String value : values) {
            if (!value.isBlank()) {
                return false;
            }
        }
        return true;
    }

    public List<String> values() {
        return values;
    }

    /** @throws BadCell when it has more cells than its header has columns: a separator within a text has moved all behind it */
    public Cells fits(Header header) throws BadCell {
        for (int i = header.width(); i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                throw new BadCell(Fault.ofLine(
                        line, "has " + values.size() + " cells and its header " + header.width() + " columns", AGAIN));
            }
        }
        return this;
    }

    /** Without the spaces around it; empty where the row, or the file, has no such column. */
    public String text(Column column) {
        return column.index() >= 0 && column.index() < values.size()
                ? values.get(column.index()).strip()
                : "";
    }

    public BadCell bad(Column column, String why, String remedy) {
        return new BadCell(new Fault(line, column.name(), text(column), why, remedy));
    }

    /** A reference as it is. @throws BadCell when a spreadsheet has made a number of it: {@code 1.23E+22}, {@code 380.0} */
    public String reference(Column column) throws BadCell {
        String text = shopReference(column);
        if (text.endsWith("0") && NUMBER_WITH_POINT.matcher(text).matches()) {
            throw bad(column, "a spreadsheet or a program has made a number of a reference", AGAIN);
        }
        return text;
    }

    /**
     * What the shop has told the provider, in which nothing is lost: shops number the attempts of an order so ({@code 33992337.0}).
     *
     * @throws BadCell when its last digits are lost: {@code 1.23E+22}
     */
    public String shopReference(Column column) throws BadCell {
        String text = text(column);
        if (isInExponents(text)) {
            throw bad(column, "a spreadsheet has made a number of a reference, and its last digits are lost", AGAIN);
        }
        return text;
    }

    /** As {@link #reference}, and refused where it is empty. */
    public String needed(Column column) throws BadCell {
        String text = reference(column);
        if (text.isEmpty()) {
            throw bad(column, "is empty", "Download the file from the provider again");
        }
        if (text.length() > NEEDED_MAX) {
            throw bad(column, "is longer than " + NEEDED_MAX + " characters", AGAIN);
        }
        return text;
    }

    private static boolean isInExponents(String text) {
        return text.length() > 2
                && ".,eE".indexOf(text.charAt(1)) >= 0
                && NUMBER_WITH_EXPONENT.matcher(text).matches();
    }

    /**
     * Major units with a point, exact, of either sign; zero where the cell is empty.
     *
     * @throws BadCell when it is anything else, or has more decimals than the currency
     */
    public BigDecimal signed(Column column, Currency currency) throws BadCell {
        String text = text(column);
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal amount = decimal(column, text);
        if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw bad(column, "has more decimals than " + currency.getCurrencyCode() + " has", AGAIN);
        }
        if (amount.precision() - amount.scale() > WHOLE_DIGITS_MAX) {
            throw bad(column, "is more than any payout", AGAIN);
        }
        return amount.setScale(currency.getDefaultFractionDigits());
    }

    /** As {@link #signed}, and refused below zero. */
    public BigDecimal unsigned(Column column, Currency currency) throws BadCell {
        BigDecimal amount = signed(column, currency);
        if (amount.signum() < 0) {
            throw bad(column, "is below zero, and amounts of this column have no sign", AGAIN);
        }
        return amount;
    }

    /**
     * Hundredths of the currency as whole digits, whatever its decimals (PayPal writes 100 yen as {@code 10000}); zero where the cell is
     * empty.
     *
     * @throws BadCell when it has a sign or a point, or comes to a part of the currency's smallest coin
     */
    public BigDecimal hundredths(Column column, Currency currency) throws BadCell {
        String text = text(column);
        if (!isDigits(text) || text.length() > WHOLE_DIGITS_MAX + 2) {
            throw bad(column, "is not written in whole hundredths", AGAIN);
        }
        try {
            return text.isEmpty()
                    ? BigDecimal.ZERO
                    : new BigDecimal(text).movePointLeft(2).setScale(currency.getDefaultFractionDigits());
        } catch (ArithmeticException e) {
            throw bad(column, "comes to a part of the smallest coin of " + currency.getCurrencyCode(), AGAIN);
        }
    }

    /**
     * The smallest coins of the currency as whole digits, of either sign ({@code 1250} for GBP 12.50); zero where the cell is empty.
     *
     * @throws BadCell when it is anything else, a number with a decimal point among it
     */
    public BigDecimal minor(Column column, Currency currency) throws BadCell {
        String text = text(column);
        String digits = text.startsWith("-") ? text.substring(1) : text;
        if (!isDigits(digits)
                || digits.length() > WHOLE_DIGITS_MAX + currency.getDefaultFractionDigits()
                || text.equals("-")) {
            throw bad(column, "is not written in whole smallest coins of " + currency.getCurrencyCode(), AGAIN);
        }
        return text.isEmpty()
                ? BigDecimal.ZERO
                : new BigDecimal(text).movePointLeft(currency.getDefaultFractionDigits());
    }

    /** A rate above zero; 1 where the cell is empty. */
    public BigDecimal rate(Column column) throws BadCell {
        String text = text(column);
        if (text.isEmpty()) {
            return BigDecimal.ONE;
        }
        BigDecimal rate = decimal(column, text);
        if (rate.signum() <= 0) {
            throw bad(column, "is no exchange rate", AGAIN);
        }
        return rate;
    }

    private BigDecimal decimal(Column column, String text) throws BadCell {
        int start = text.charAt(0) == '-' ? 1 : 0;
        int points = 0;
        int digits = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                points++;
            } else if (isDigit(text.charAt(i))) {
                digits++;
            } else {
                throw bad(column, whyNoAmount(text.charAt(i)), AGAIN);
            }
        }
        if (digits == 0 || points > 1 || digits > DIGITS_MAX) {
            throw bad(column, "is no amount", AGAIN);
        }
        return new BigDecimal(text);
    }

    private static String whyNoAmount(char found) {
        return switch (found) {
            case ',', '\'', '\u00a0', ' ' -> "has a separator of thousands, or a comma for the decimal point";
            case 'E', 'e' -> "is written with an exponent, as spreadsheets do";
            default -> "is no amount";
        };
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    /** By its ISO code, in either case; what has no coins (gold, a test) is none that money is paid in. */
    public Currency currency(Column column) throws BadCell {
        try {
            Currency currency = Currency.getInstance(text(column).toUpperCase(Locale.ROOT));
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // told below, as what has no coins
        }
        throw bad(column, "is no currency", AGAIN);
    }

    /** The day of {@code 2026-11-23 18:05:11} or {@code 2026-11-23T18:05:11Z}, as the file has it. */
    public LocalDate day(Column column) throws BadCell {
        return day(column, '-');
    }

    /** As {@link #day(Column)}, with something else between its numbers: {@code 2026/11/23}. */
    public LocalDate day(Column column, char between) throws BadCell {
        LocalDate day = Days.of(text(column), between);
        if (day == null) {
            throw bad(column, "is no day of the form 2026" + between + "11" + between + "23", AGAIN);
        }
        return day;
    }
}
