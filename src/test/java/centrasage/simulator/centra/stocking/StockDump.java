package centrasage.simulator.centra.stocking;

import centrasage.simulator.centra.stock.Level;
import centrasage.simulator.centra.stock.Place;
import centrasage.simulator.centra.stock.StockSet;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;

/** Stock as the auditor sees it. */
final class StockDump {
    private StockDump() {}

    static ObjectNode write(String sku, Level level) {
        return Json.object()
                .put("sku", sku)
                .put("physical", level.physical())
                .put("allocated", level.allocated())
                .put("free", level.free());
    }

    static ObjectNode write(StockSet row) {
        return Json.object()
                .put("at", row.at().toString())
                .put("warehouse", row.place().warehouse().name())
                .put("sku", row.place().sku())
                .put("quantity", row.quantity())
                .put("type", row.type())
                .put("physicalAfter", row.after().physical())
                .put("freeAfter", row.after().free());
    }

    static ArrayNode write(Map<Place, Integer> units) {
        ArrayNode rows = Json.array();
        units.keySet().stream()
                .sorted(Comparator.comparing((Place place) -> place.warehouse().name())
                        .thenComparing(Place::sku))
                .forEach(place -> rows.addObject()
                        .put("warehouse", place.warehouse().name())
                        .put("sku", place.sku())
                        .put("units", units.get(place)));
        return rows;
    }
}
