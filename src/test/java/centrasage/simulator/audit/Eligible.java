package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Which orders belong in Sage, by Centra's own facts. */
final class Eligible {
    private Eligible() {}

    /** @param decided what the site has decided to post, as {@link OrderAudit} takes it */
    static Set<String> orders(Books centra, Set<String> decided) throws IOException, InterruptedException {
        Set<String> eligible = new HashSet<>();
        for (JsonNode order : centra.get("/control/orders?whole=false")) {
            Set<String> undecided = new HashSet<>();
            order.get("facts").get("special").forEach(feature -> undecided.add(feature.asText()));
            undecided.removeAll(decided);
            if (undecided.isEmpty() && order.get("facts").get("blockedBy").isEmpty()) {
                eligible.add(order.get("number").asText());
            }
        }
        return eligible;
    }
}
