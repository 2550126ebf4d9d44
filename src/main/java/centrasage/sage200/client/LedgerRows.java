package centrasage.sage200.client;

import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.LedgerEntry;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Makes posted transactions of the rows of Sage's sales ledger, and of those that it has moved into its history. */
final class LedgerRows {
    static final String REFERENCE = "reference";
    static final String SECOND_REFERENCE = "second_reference";
    static final String DATE = "transaction_date";
    static final String VIEW_ID = "posted_customer_transaction_id";
    static final String HISTORY_ID = "id";

    private static final String FIELDS = "customer_id," + REFERENCE + "," + SECOND_REFERENCE + "," + DATE
            + ",document_gross_value,document_tax_value,urn";

    private static final int DATE_LENGTH = 10;

    private LedgerRows() {}

    /** The fields to be selected of rows whose id is in this one. */
    static String fields(String id) {
        return id + "," + FIELDS;
    }

    /** @throws Row.Malformed when a field is missing without which it cannot be judged */
    static LedgerEntry read(JsonObject json, String id) {
        Row row = new Row(json);
        return new LedgerEntry(
                row.id(id),
                Long.toString(row.id("urn")),
                row.id("customer_id"),
                row.text(REFERENCE),
                row.optionalText(SECOND_REFERENCE).orElse(""),
                row.optionalText(DATE).map(LedgerRows::date).orElse(null),
                row.decimal("document_gross_value"),
                row.optionalDecimal("document_tax_value").orElse(null));
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
        } catch (DateTimeParseException e) {
            throw new Row.Malformed(DATE);
        }
    }
}
