package centrasage.settlements.paypal;

import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.paypal.PaypalColumns.Amount;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** What a section says of one of its currencies at its end; its cells have no headers, and their places are PayPal's. */
record PaypalFooter(Cells cells, PaypalTotals totals, Money began, Money ended) {
    private static final Column CURRENCY = new Column(1, "currency");
    private static final Column GROSS_CREDITS = new Column(2, "total gross credits");
    private static final Column GROSS_DEBITS = new Column(3, "total gross debits");
    private static final Column FEE_CREDITS = new Column(4, "total fee credits");
    private static final Column FEE_DEBITS = new Column(5, "total fee debits");
    private static final Amount BEGINNING =
            new Amount(new Column(6, "side of the beginning balance"), new Column(7, "beginning balance"));
    private static final Amount ENDING =
            new Amount(new Column(8, "side of the ending balance"), new Column(9, "ending balance"));

    static Currency currency(Cells cells) throws BadCell {
        return cells.currency(CURRENCY);
    }

    static PaypalFooter of(Cells cells, Currency currency) throws BadCell {
        PaypalTotals totals = new PaypalTotals(
                cells.hundredths(GROSS_CREDITS, currency),
                cells.hundredths(GROSS_DEBITS, currency),
                cells.hundredths(FEE_CREDITS, currency),
                cells.hundredths(FEE_DEBITS, currency));
        return new PaypalFooter(
                cells,
                totals,
                new Money(BEGINNING.of(cells, currency), currency),
                new Money(ENDING.of(cells, currency), currency));
    }

    /** What is said otherwise than the rows have it, and whether the balance moves by it. */
    List<Fault> against(PaypalTotals rows) {
        return Stream.of(
                        differing(GROSS_CREDITS, totals.grossCredits(), rows.grossCredits()),
                        differing(GROSS_DEBITS, totals.grossDebits(), rows.grossDebits()),
                        differing(FEE_CREDITS, totals.feeCredits(), rows.feeCredits()),
                        differing(FEE_DEBITS, totals.feeDebits(), rows.feeDebits()),
                        differing(ENDING.size(), ended.amount(), began.amount().add(totals.change())))
                .flatMap(List::stream)
                .toList();
    }

    private List<Fault> differing(Column column, BigDecimal said, BigDecimal expected) {
        if (said.compareTo(expected) == 0) {
            return List.of();
        }
        Currency currency = began.currency();
        String whose =
                column.equals(ENDING.size()) ? "its beginning balance and its totals" : "the rows of its section";
        return List.of(new Fault(
                cells.line(),
                column.name(),
                cells.text(column),
                "says " + new Money(said, currency) + ", and " + whose + " come to " + new Money(expected, currency),
                "Rows are missing or were changed: download the file from PayPal again"));
    }
}
