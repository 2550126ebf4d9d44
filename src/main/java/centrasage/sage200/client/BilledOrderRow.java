package centrasage.sage200.client;

import centrasage.sage200.BilledOrder;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code sop_order} of Sage's as invoicing looks at it. */
final class BilledOrderRow {
    static final String FIELDS =
            "id,document_no,customer_document_no,document_status,is_draft," + "total_gross_value,total_tax_value,lines";

    private BilledOrderRow() {}

    /**
     * @param inclusive whether the company's prices contain VAT, and the lines' values with them
     * @throws Row.Malformed when a field is missing without which it cannot be valued
     */
    static BilledOrder read(JsonObject json, boolean inclusive) {
        Row row = new Row(json);
        if (!(json.get("lines") instanceof JsonArray all)) {
            throw new Row.Malformed("lines");
        }
        List<BilledOrder.Line> lines = new ArrayList<>();
        for (JsonValue line : all) {
            if (!line.asJsonObject().getString("line_type", "").endsWith("Comment")) {
                lines.add(line(new Row(line.asJsonObject()), inclusive));
            }
        }
        return new BilledOrder(
                row.optionalText("document_no").orElse(""),
                row.text(OrderSearch.KEY),
                row.text("document_status"),
                OrderRow.isDraft(row),
                row.decimal("total_gross_value"),
                row.decimal("total_tax_value"),
                lines);
    }

    private static BilledOrder.Line line(Row row, boolean inclusive) {
        boolean charge = row.text("line_type").endsWith("Charge");
        BigDecimal value = row.decimal("line_total_value");
        return new BilledOrder.Line(
                row.id("id"),
                !charge,
                charge ? BigDecimal.ONE : row.decimal("line_quantity"),
                quantity(row, "despatch_receipt_quantity"),
                quantity(row, "invoice_credit_quantity"),
                inclusive ? value : value.add(quantity(row, "line_tax_value")));
    }

    private static BigDecimal quantity(Row row, String field) {
        return row.optionalDecimal(field).orElse(BigDecimal.ZERO);
    }
}
