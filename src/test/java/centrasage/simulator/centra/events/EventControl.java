package centrasage.simulator.centra.events;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;

/** The part of {@code /control} that plays Centra's staff, and whoever sets up the webhook plug-in in AMS. */
public final class EventControl {
    private final EventQueues queues;
    private final Webhooks webhooks;
    private final Supplier<Instant> now;

    public EventControl(EventQueues queues, Webhooks webhooks, Supplier<Instant> now) {
        this.queues = queues;
        this.webhooks = webhooks;
        this.now = now;
    }

    public void addTo(Router router) {
        router.on("GET", "/control/events", request -> events());
        router.on("PUT", "/control/events", this::switchEvents);
        router.on("POST", "/control/events", this::happened);
        router.on("GET", "/control/webhooks", request -> webhooks());
        router.on("PUT", "/control/webhooks", this::setUp);
        router.on("POST", "/control/webhooks/faults", this::order);
    }

    /** {@code {"on": false}}: Centra's staff has not switched them on for this server. */
    private Response switchEvents(Request request) {
        queues.switchedOn(request.jsonObject().path("on").asBoolean());
        return events();
    }

    /** {@code {"objectType": "Shipment", "changeType": "CREATED", "reference": 7}}, as if it had happened. */
    private Response happened(Request request) {
        ObjectNode body = request.jsonObject();
        queues.happened(
                body.path("objectType").asText("Order"),
                ChangeType.valueOf(body.path("changeType").asText("UPDATED")),
                body.path("reference").asLong(),
                now.get());
        return events();
    }

    private Response events() {
        ArrayNode rows = Json.array();
        queues.waiting()
                .forEach(event -> rows.addObject()
                        .put("id", event.id())
                        .put("integration", event.integration())
                        .put("objectType", event.objectType())
                        .put("changeType", event.change().name())
                        .put("reference", event.reference()));
        ObjectNode json = Json.object().put("on", queues.isOn());
        json.set("waiting", rows);
        json.set("served", Json.mapper().valueToTree(queues.served()));
        return Response.json(json);
    }

    /** {@code {"on": true, "url": "http://...", "secret": "...", "retries": 0, "eventsPerCall": 100}}, what is not named stays. */
    private Response setUp(Request request) {
        ObjectNode body = request.jsonObject();
        WebhookSettings before = webhooks.settings();
        webhooks.setUp(new WebhookSettings(
                body.path("on").asBoolean(before.on()),
                body.has("url") ? URI.create(body.path("url").asText()) : before.url(),
                body.path("secret").asText(before.secret()),
                body.path("retries").asInt(before.retries()),
                body.path("eventsPerCall").asInt(before.eventsPerCall())));
        return webhooks();
    }

    /** {@code {"kind": "wrong-signature", "times": 1}}. */
    private Response order(Request request) {
        ObjectNode body = request.jsonObject();
        WebhookFault fault = WebhookFault.named(body.path("kind").asText())
                .orElseThrow(() -> new Refusal(Response.message(400, "kind: no such fault")));
        webhooks.order(fault, body.path("times").asInt(1));
        return webhooks();
    }

    private Response webhooks() {
        ObjectNode json = Json.object().put("on", webhooks.settings().on());
        json.put("url", String.valueOf(webhooks.settings().url()));
        json.set("counts", Json.mapper().valueToTree(webhooks.counts()));
        return Response.json(json);
    }
}
