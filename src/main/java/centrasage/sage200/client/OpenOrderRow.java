package centrasage.sage200.client;

import centrasage.sage200.OpenOrder;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a {@code sop_order} of Sage's as despatching looks at it. */
final class OpenOrderRow {
    static final String FIELDS = "id,document_no,customer_document_no,document_status,is_draft,lines";
    private static final String GOODS = "EnumLineTypeStandard";

    private OpenOrderRow() {}

    /** @throws Row.Malformed when a field is missing without which nothing can be despatched */
    static OpenOrder read(JsonObject json) {
        Row row = new Row(json);
        return new OpenOrder(
                row.id("id"),
                row.optionalText("document_no").orElse(""),
                row.text("customer_document_no"),
                row.text("document_status"),
                OrderRow.isDraft(row),
                lines(json));
    }

    private static List<OpenOrder.Line> lines(JsonObject order) {
        if (!(order.get("lines") instanceof JsonArray lines)) {
            throw new Row.Malformed("lines");
        }
        List<OpenOrder.Line> goods = new ArrayList<>();
        for (JsonValue line : lines) {
            Row row = new Row(line.asJsonObject());
            if (row.text("line_type").equals(GOODS)) {
                goods.add(line(row));
            }
        }
        goods.sort(Comparator.comparingLong(OpenOrder.Line::id));
        return goods;
    }

    private static OpenOrder.Line line(Row row) {
        return new OpenOrder.Line(
                row.id("id"),
                row.text("code"),
                row.decimal("line_quantity"),
                row.optionalDecimal("despatch_receipt_quantity").orElse(BigDecimal.ZERO),
                row.optionalDecimal("stock_unit_line_quantity").orElse(null),
                row.optionalId("warehouse_id").orElse(null));
    }
}
