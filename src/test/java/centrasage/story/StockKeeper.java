package centrasage.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Allocates in Sage what has left without being allocated, such as goods of pre-orders: their despatch is tried again by itself. */
final class StockKeeper {
    private final World world;
    private final Set<String> allocated = new HashSet<>();

    StockKeeper(World world) {
        this.world = world;
    }

    /** Each order once. */
    void bookIn(Api api) {
        for (JsonNode posting : api.all("/api/postings?kind=DESPATCH&state=PARKED&limit=200")) {
            String order = posting.get("source").asText().replaceFirst("-.*", "");
            if (allocated.add(order)) {
                world.sage("POST", "/control/orders/" + world.inSage(order).orElseThrow() + "/allocate", "{}");
            }
        }
    }
}
