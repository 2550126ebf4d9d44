package centrasage.sage200.client;

import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrder.Line;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a {@code sop_order} of Sage's, from a list, a single read or the answer to a POST. */
final class OrderRow {
    static final String FIELDS =
            "id,document_no,customer_document_no,customer_id,document_date,document_status,is_draft,"
                    + "total_gross_value,total_tax_value,date_time_created,lines";

    private OrderRow() {}

    /** @throws Row.Malformed when a field is missing without which the order cannot be judged */
    static SalesOrder read(JsonObject json) {
        Row row = new Row(json);
        return new SalesOrder(
                row.id("id"),
                row.optionalText("document_no").orElse(""),
                row.optionalText("customer_document_no").orElse(""),
                row.id("customer_id"),
                documentDate(row),
                row.optionalText("document_status").orElse(""),
                isDraft(row),
                row.decimal("total_gross_value"),
                row.decimal("total_tax_value"),
                json.get("lines") instanceof JsonArray lines ? lines(lines) : null,
                createdAt(row));
    }

    private static List<Line> lines(JsonArray lines) {
        return lines.getValuesAs(JsonObject.class).stream()
                .map(line -> line(new Row(line.asJsonObject())))
                .toList();
    }

    /** Nothing of a line is demanded: what a site's answer leaves out is not compared. */
    private static Line line(Row row) {
        return new Line(
                row.optionalId("id").orElse(null),
                row.optionalText("line_type").orElse(null),
                row.optionalId("product_id").orElse(null),
                row.optionalText("code").filter(code -> !code.isEmpty()).orElse(null),
                row.optionalDecimal("line_quantity").orElse(null),
                row.optionalDecimal("selling_unit_price").orElse(null),
                row.optionalId("tax_code_id").orElse(null),
                moved(row));
    }

    /** As far as either goes: what is invoiced before it is despatched has left the order all the same. */
    private static @Nullable BigDecimal moved(Row row) {
        return Stream.of("despatch_receipt_quantity", "invoice_credit_quantity", "posted_invoice_credit_quantity")
                .flatMap(field -> row.optionalDecimal(field).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Sage writes a day as its midnight, with or without a zone. */
    private static @Nullable LocalDate documentDate(Row row) {
        try {
            return row.optionalText("document_date")
                    .filter(text -> text.length() >= 10)
                    .map(text -> LocalDate.parse(text.substring(0, 10)))
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static boolean isDraft(Row row) {
        return row.isTrue("is_draft")
                || row.optionalText("document_status").orElse("").endsWith("Draft");
    }

    /** Sage writes UTC with a {@code Z}; a moment that it writes in another way is left out rather than guessed. */
    private static @Nullable Instant createdAt(Row row) {
        try {
            return row.optionalText("date_time_created").map(Instant::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
