package centrasage.sage200.client;

import centrasage.sage200.MeantTracking;
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
        JsonObjectBuilder tracking = courier(courier)
                .add("sop_order_return_id", picked.order())
                .add("notes", MeantTracking.notes(despatch, courier));
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

    /**
     * An empty number is said as well, so that one that was there goes. Sage documents neither null nor an id that takes a courier away,
     * so that it can only be replaced.
     */
    static JsonObject of(MeantTracking meant) {
        return courier(meant.courierId())
                .add("consignment_no", meant.consignment())
                .add("notes", meant.notes())
                .build();
    }

    private static JsonObjectBuilder courier(@Nullable Long courier) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        return courier == null ? json : json.add("courier_id", courier);
    }
}
