package centrasage.settlements.profile;

import centrasage.money.Money;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import java.math.BigDecimal;
import java.util.Currency;

/** Gross and net of a row, with their signs. */
final class ProfileAmounts {
    private final Notation notation;
    private final Sign sign;
    private final ProfileColumns columns;

    ProfileAmounts(Profile profile, ProfileColumns columns) {
        this.notation = profile.layout().notation();
        this.sign = profile.layout().sign();
        this.columns = columns;
    }

    /** @param kept what the provider keeps: without a net of its own, the gross less that */
    BigDecimal net(Cells cells, Currency currency, ProfileType type, BigDecimal kept) throws BadCell {
        if (sign == Sign.DEBIT_CREDIT) {
            return turned(columns.of(Field.CREDIT), cells, type, sides(cells, currency));
        }
        if (columns.has(Field.NET)) {
            return needed(cells, columns.of(Field.NET), currency, type);
        }
        if (!currency.equals(grossCurrency(cells, currency))) {
            throw cells.bad(
                    columns.of(Field.GROSS_CURRENCY),
                    "is another currency than that of the payout, and the file has no net",
                    "Have the provider add the net to the report, and name it in the profile (column.net = ...)");
        }
        return needed(cells, columns.of(Field.GROSS), currency, type).subtract(kept);
    }

    /** Of both sides one is filled. */
    private BigDecimal sides(Cells cells, Currency currency) throws BadCell {
        Column debit = columns.of(Field.DEBIT);
        Column credit = columns.of(Field.CREDIT);
        BigDecimal taken = unsigned(cells, debit, currency);
        BigDecimal paid = unsigned(cells, credit, currency);
        if (taken.signum() != 0 && paid.signum() != 0) {
            throw cells.bad(debit, "is filled, and " + credit.name() + " too", "Ask the provider which of both it is");
        }
        if (cells.text(debit).isEmpty() && cells.text(credit).isEmpty()) {
            throw cells.bad(
                    debit, "is empty, and " + credit.name() + " too", "Ask the provider what the line is worth");
        }
        return paid.subtract(taken);
    }

    private BigDecimal unsigned(Cells cells, Column column, Currency currency) throws BadCell {
        BigDecimal amount = notation.amount(cells, column, currency);
        if (amount.signum() < 0) {
            throw cells.bad(
                    column, "is below zero, and amounts of this column have no sign", "Mend sign in its profile");
        }
        return amount;
    }

    private BigDecimal needed(Cells cells, Column column, Currency currency, ProfileType type) throws BadCell {
        if (cells.text(column).isEmpty()) {
            throw cells.bad(column, "is empty", "Ask the provider what the line is worth");
        }
        if (sign == Sign.BY_TYPE) {
            BigDecimal size = unsigned(cells, column, currency);
            return type.way() == ProfileType.Way.TAKEN ? size.negate() : size;
        }
        return turned(column, cells, type, notation.amount(cells, column, currency));
    }

    /** The amount says its sign; where the type says one too, they must agree. */
    private static BigDecimal turned(Column column, Cells cells, ProfileType type, BigDecimal amount) throws BadCell {
        boolean isAsTold = switch (type.way()) {
            case PAID -> amount.signum() >= 0;
            case TAKEN -> amount.signum() <= 0;
            case EITHER, TURNED -> true;
        };
        if (!isAsTold) {
            throw cells.bad(
                    column,
                    type.way() == ProfileType.Way.PAID
                            ? "is taken, and by its profile a line of this type is paid"
                            : "is paid, and by its profile a line of this type is taken",
                    "Ask the provider what it is, or mend the type in its profile");
        }
        return type.way() == ProfileType.Way.TURNED ? amount.negate() : amount;
    }

    /** @param otherwise where the file has no gross of its own */
    Money gross(Cells cells, Currency currency, ProfileType type, BigDecimal otherwise) throws BadCell {
        if (!columns.has(Field.GROSS)) {
            return new Money(otherwise, currency);
        }
        Currency own = grossCurrency(cells, currency);
        return new Money(needed(cells, columns.of(Field.GROSS), own, type), own);
    }

    private Currency grossCurrency(Cells cells, Currency currency) throws BadCell {
        return columns.has(Field.GROSS_CURRENCY) ? cells.currency(columns.of(Field.GROSS_CURRENCY)) : currency;
    }

    /** 1 within one currency only. */
    BigDecimal rate(Cells cells, Currency from, Currency to) throws BadCell {
        Column column = columns.of(Field.RATE);
        if (!from.equals(to) && cells.text(column).isEmpty()) {
            throw cells.bad(
                    column,
                    "is empty, and the payment was in " + from.getCurrencyCode(),
                    "Ask the provider for the rate");
        }
        return notation.rate(cells, column);
    }
}
