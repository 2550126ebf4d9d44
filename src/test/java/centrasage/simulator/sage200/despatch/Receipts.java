package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The despatch notes of a company and their lines. */
final class Receipts {
    static final String TABLE = "sop_despatch_receipts";
    private static final String LINES = "_lines";

    private static final List<String> TRACKING = List.of(
            "courier_id", "sop_incoterm_id", "sop_export_reason_id", "consignment_no", "weight", "pieces", "notes");

    private final Company company;

    Receipts(Company company) {
        this.company = company;
    }

    /** A new note, with the next number of its own sequence. */
    ObjectNode add(ObjectNode order, List<LineQuantity> quantities, String user, String date) {
        ObjectNode note = Json.object()
                .put("despatch_no", nextNumber())
                .put("despatched_by", user)
                .put("despatch_date", date)
                .put("_order_id", order.path("id").asLong());
        ArrayNode lines = note.putArray(LINES);
        quantities.forEach(each -> lines.addObject()
                .put("id", company.newId())
                .put("line_id", each.line().path("id").asLong())
                .put("quantity", each.quantity())
                .put("is_invoiced", false));
        return company.insert(TABLE, note);
    }

    private String nextNumber() {
        long last = company.table(TABLE)
                .rows()
                .mapToLong(row -> row.path("despatch_no").asLong())
                .max()
                .orElse(0);
        return String.format("%010d", last + 1);
    }

    /** Writes what is said of the consignment into a note; what is not said stays. */
    void track(ObjectNode note, ObjectNode tracking) {
        for (String field : TRACKING) {
            if (tracking.has(field)) {
                note.set(field, tracking.path(field));
            }
        }
        JsonNode courier = company.row("couriers", note.path("courier_id").asLong());
        if (courier != null) {
            note.set("courier_name", courier.path("name"));
        }
        company.touch(note);
    }

    Stream<ObjectNode> all() {
        return company.table(TABLE).rows();
    }

    static List<ObjectNode> linesOf(ObjectNode note) {
        List<ObjectNode> lines = new ArrayList<>();
        note.path(LINES).forEach(line -> lines.add((ObjectNode) line));
        return lines;
    }
}
