package centrasage.settlements.klarna;

import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import java.math.BigDecimal;
import java.util.Currency;

/** Klarna's two ways of saying the same. */
enum KlarnaForm {
    CSV("settlement_currency", "posting_currency", "total_", "opening_debt_balance", "closing_debt_balance") {
        /** Without a decimal point it may be smallest coins: totals written alike would prove a payout of a hundred times its money. */
        @Override
        BigDecimal amount(Cells cells, Column column, Currency currency) throws BadCell {
            BigDecimal amount = cells.signed(column, currency);
            boolean isWhole = cells.text(column).indexOf('.') < 0;
            if (isWhole && amount.signum() != 0 && currency.getDefaultFractionDigits() > 0) {
                throw cells.bad(
                        column,
                        "has no decimal point, and may be in smallest coins",
                        "Have Klarna's Report Configurator write amounts as 100.00, and make the file again");
            }
            return amount;
        }
    },
    /** An answer of the Settlements API, its totals in an object of their own. */
    JSON(
            "currency_code",
            "currency_code",
            "totals.",
            "totals.opening_debt_balance_amount",
            "totals.closing_debt_balance_amount") {
        @Override
        BigDecimal amount(Cells cells, Column column, Currency currency) throws BadCell {
            return cells.minor(column, currency);
        }
    };

    private final String payoutCurrency;
    private final String rowCurrency;
    private final String beforeTotal;
    private final String opening;
    private final String closing;

    KlarnaForm(String payoutCurrency, String rowCurrency, String beforeTotal, String opening, String closing) {
        this.payoutCurrency = payoutCurrency;
        this.rowCurrency = rowCurrency;
        this.beforeTotal = beforeTotal;
        this.opening = opening;
        this.closing = closing;
    }

    /** Exact, of either sign; zero where the cell is empty. */
    abstract BigDecimal amount(Cells cells, Column column, Currency currency) throws BadCell;

    String payoutCurrency() {
        return payoutCurrency;
    }

    String rowCurrency() {
        return rowCurrency;
    }

    /** @param name as {@code sale}: {@code total_sale_amount} */
    String total(String name) {
        return beforeTotal + name + "_amount";
    }

    /** What the merchant owed before the payout. */
    String opening() {
        return opening;
    }

    String closing() {
        return closing;
    }
}
