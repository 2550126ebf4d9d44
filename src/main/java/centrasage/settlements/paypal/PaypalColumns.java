package centrasage.settlements.paypal;

import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.UnreadableFile;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Where the rows of a section have what is needed: its column headers begin with their own record's code, so both stand in line. */
record PaypalColumns(
        Column transaction,
        Column invoice,
        Column reference,
        Column code,
        Column initiated,
        Column completed,
        Amount gross,
        Column currency,
        Amount fee,
        Column feeCurrency,
        Column custom,
        Column bank) {

    private static final String CODE = "Transaction Event Code";
    private static final String GROSS = "Gross Transaction Amount";
    private static final String FEE = "Fee Amount";

    /** Of the report of all transactions, which has these columns as well and rows that move no money. */
    private static final String STATUS = "Transactional Status";

    /** An amount without a sign, and beside it the side of the account on which it stands. */
    record Amount(Column side, Column size) {
        /** Above zero where it was added to the balance. */
        BigDecimal of(Cells cells, Currency currency) throws BadCell {
            BigDecimal amount = cells.hundredths(size, currency);
            String text = cells.text(side);
            return switch (text.toUpperCase(Locale.ROOT)) {
                case "CR" -> amount;
                case "DR" -> amount.negate();
                default -> {
                    if (!text.isEmpty() || amount.signum() != 0) {
                        throw cells.bad(side, "is neither DR nor CR", "Download the file from PayPal again");
                    }
                    yield amount;
                }
            };
        }
    }

    static boolean areIn(Header header) {
        return header.has(CODE, GROSS, FEE) && !header.has(STATUS);
    }

    static PaypalColumns of(Header header) throws UnreadableFile {
        return new PaypalColumns(
                header.required("Transaction ID"),
                header.required("Invoice ID"),
                header.required("PayPal Reference ID"),
                header.required(CODE),
                header.required("Transaction Initiation Date"),
                header.required("Transaction Completion Date"),
                new Amount(header.required("Transaction Debit or Credit"), header.required(GROSS)),
                header.required("Gross Transaction Currency"),
                new Amount(header.required("Fee Debit or Credit"), header.required(FEE)),
                header.required("Fee Currency"),
                header.optional("Custom Field"),
                header.optional("Bank Reference ID"));
    }
}
