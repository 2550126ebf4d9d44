package centrasage.sage200.client;

import centrasage.flow.OrderName;
import centrasage.sage200.DespatchNote;
import centrasage.sage200.client.wire.Row;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The text of a despatch: the rows of {@code sop_order_despatch_line_views} that show its lines, as Sage sent them. */
public final class DespatchNoteText {
    private static final int DATE_LENGTH = 10;

    private DespatchNoteText() {}

    /**
     * @param company of which Sage's rows say nothing
     * @throws IllegalArgumentException where the rows are not what the view is known to show
     */
    public static DespatchNote read(String company, String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonArray array = reader.readArray();
            return note(
                    company,
                    array.getValuesAs(JsonObject.class).stream().map(Row::new).toList());
        } catch (JsonException
                | ClassCastException
                | Row.Malformed
                | DateTimeException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NumberFormatException e) {
            throw new IllegalArgumentException("the despatch as Sage 200 sent it cannot be read: " + e.getMessage(), e);
        }
    }

    private static DespatchNote note(String company, List<Row> rows) {
        Row first = rows.get(0);
        String order = OrderName.number(first.text(DespatchRows.KEY)).orElse("");
        return new DespatchNote(
                company,
                first.text("sop_despatch_document_no"),
                Long.parseLong(order),
                date(first, "sop_order_document_date"),
                date(first, "sop_despatch_date"),
                first.optionalText("sop_despatch_notes").orElse(""),
                first.optionalText("sop_despatch_courier_name").orElse(""),
                first.optionalText("sop_despatch_consignment_no").orElse(""),
                first.optionalId("sop_despatch_pieces").map(Math::toIntExact).orElse(null),
                rows.stream().map(DespatchNoteText::line).toList());
    }

    private static DespatchNote.Line line(Row row) {
        return new DespatchNote.Line(
                row.id("sop_order_line_id"),
                row.optionalText("product_code").orElse(""),
                row.decimal("sop_despatch_line_quantity"),
                row.optionalText("warehouse_name").orElse(""));
    }

    /** Sage's dates come as midnight. */
    private static LocalDate date(Row row, String field) {
        String text = row.text(field);
        return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    }
}
