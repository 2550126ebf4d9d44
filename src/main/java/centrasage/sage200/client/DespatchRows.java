package centrasage.sage200.client;

import centrasage.sage200.Despatch;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes despatches of the rows of {@code sop_order_despatch_line_views}, of which each is a line of one. */
final class DespatchRows {
    static final String ID = "sop_despatch_line_id";
    static final String KEY = "sop_order_customer_document_no";
    static final String FIELDS = ID + ",sop_despatch_line_quantity,sop_despatch_id,sop_despatch_document_no,"
            + "sop_despatch_user_name,sop_order_line_id," + KEY + ",sop_despatch_courier_name,"
            + "sop_despatch_consignment_no,sop_despatch_notes";

    private DespatchRows() {}

    /** @throws Row.Malformed when a field is missing without which a despatch cannot be judged */
    static List<Despatch> read(List<JsonObject> lines) {
        Map<Long, Despatch> despatches = new LinkedHashMap<>();
        for (JsonObject json : lines) {
            Despatch line = line(new Row(json));
            despatches.merge(line.id(), line, Despatch::with);
        }
        return List.copyOf(despatches.values());
    }

    private static Despatch line(Row row) {
        return new Despatch(
                row.id("sop_despatch_id"),
                row.text("sop_despatch_document_no"),
                row.optionalText("sop_despatch_user_name").orElse(""),
                row.optionalText("sop_despatch_notes").orElse(""),
                row.optionalText("sop_despatch_courier_name").orElse(""),
                row.optionalText("sop_despatch_consignment_no").orElse(""),
                Map.of(row.id("sop_order_line_id"), row.decimal("sop_despatch_line_quantity")));
    }
}
