package centrasage.simulator.centra.payment;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Payment;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Entries of payment histories as JSON for {@code /control}: what the auditor sees. */
final class PaymentDump {
    private PaymentDump() {}

    static ObjectNode write(CentraOrder order, Payment entry) {
        return Json.object()
                .put("order", order.number())
                .put("id", entry.id())
                .put("createdAt", entry.createdAt().toString())
                .put("type", entry.type().name())
                .put("status", entry.status().name())
                .put("currency", order.currency().code())
                .put("minor", entry.minor())
                .put("movedMinor", entry.movedMinor())
                .put("gateway", entry.gateway().uri())
                .put("reference", entry.externalReference())
                .put("source", entry.origin().source())
                .put("return", entry.origin().returned())
                .put("answers", entry.origin().answers())
                .put("note", entry.origin().note());
    }
}
