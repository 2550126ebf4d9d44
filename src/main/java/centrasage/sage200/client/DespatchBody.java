package centrasage.sage200.client;

import centrasage.sage200.NewDespatch;
import centrasage.sage200.client.SageDespatches.Picked;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /sop_confirm_despatch}, and of the PUT that gives a despatch other tracking. */
final class DespatchBody {
    private DespatchBody() {}

    static JsonObject of(NewDespatch despatch, Picked picked, @Nullable Long courier) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        new TreeMap<>(picked.quantities())
                .forEach((line, quantity) ->
                        items.add(Json.createObjectBuilder().add("id", line).add("quantity", quantity)));
        JsonObjectBuilder tracking =
                courier(courier).add("sop_order_return_id", picked.order()).add("notes", notes(despatch, courier));
        if (!despatch.tracking().consignment().isEmpty()) {
            tracking.add("consignment_no", despatch.tracking().consignment());
        }
        if (despatch.pieces() != null) {
            tracking.add("pieces", despatch.pieces());
        }
        return Json.createObjectBuilder()
                .add("sop_order_return_id", picked.order())
                .add("despatch_receipt_date", despatch.date() + "T00:00:00")
                .add("items", items)
                .add("tracking_items", Json.createArrayBuilder().add(tracking))
                .build();
    }

    /** The number first: by it the despatch is found again. A carrier that Sage does not have is at least written down. */
    private static String notes(NewDespatch despatch, @Nullable Long courier) {
        String carrier = despatch.tracking().courier();
        return courier != null || carrier.isEmpty() ? despatch.number() : despatch.number() + " " + carrier;
    }

    /** An empty number is said as well, so that one that was there goes. Sage takes no null, so that a courier can only be replaced. */
    static JsonObject of(NewDespatch.Tracking tracking, @Nullable Long courier) {
        return courier(courier).add("consignment_no", tracking.consignment()).build();
    }

    private static JsonObjectBuilder courier(@Nullable Long courier) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        return courier == null ? json : json.add("courier_id", courier);
    }
}
