package centrasage.simulator.centra.payment;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import centrasage.simulator.trade.Gateway;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is to be written into a payment history, or to be paid back, as JSON. */
record PaymentOrder(ObjectNode json) {
    private static final Set<String> KNOWN = Set.of(
            "type",
            "status",
            "amount",
            "minor",
            "gateway",
            "reference",
            "source",
            "createdAt",
            "return",
            "times",
            "reason",
            "force");

    PaymentOrder {
        json.fieldNames().forEachRemaining(name -> check(KNOWN.contains(name), "unknown field " + name));
    }

    int times() {
        int times = json.path("times").asInt(1);
        check(times > 0 && times <= 50, "times: must be 1 to 50");
        return times;
    }

    /** By {@code amount} in whole units or {@code minor}; else all that the order comes to. */
    long minor(CentraOrder order) {
        if (json.has("minor")) {
            return json.path("minor").asLong();
        }
        if (!json.has("amount")) {
            return order.totals().grand();
        }
        try {
            return order.currency().minor(new BigDecimal(json.path("amount").asText()));
        } catch (NumberFormatException e) {
            throw badRequest("amount: must be a number");
        }
    }

    Payment entry(CentraOrder order, Instant now) {
        Payment.Type type = named(Payment.Type.class, "type", json.path("type").asText());
        List<Payment> entries = order.trade().payments();
        String reference =
                entries.isEmpty() ? "EXT" + order.number() : entries.get(0).externalReference();
        return new Payment(
                order.nextPaymentId(),
                moment(now),
                type,
                json.has("status")
                        ? named(
                                Payment.Status.class,
                                "status",
                                json.path("status").asText())
                        : usual(type),
                minor(order),
                json.path("reference").asText(reference),
                gateway(entries),
                origin(order));
    }

    Payment.Origin origin(CentraOrder order) {
        JsonNode returned = json.path("return");
        check(
                returned.isMissingNode()
                        || order.shipping().returns().stream().anyMatch(made -> made.id() == returned.asInt()),
                "return: the order has no such return");
        return Payment.Origin.of(json.path("source").asText("AMS"))
                .forReturn(returned.isInt() ? returned.asInt() : null)
                .noted(json.path("reason").textValue());
    }

    private Instant moment(Instant now) {
        try {
            return json.has("createdAt") ? Instant.parse(json.path("createdAt").asText()) : now;
        } catch (DateTimeException e) {
            throw badRequest("createdAt: must be like 2026-11-20T10:00:00Z");
        }
    }

    private Gateway gateway(List<Payment> entries) {
        String uri = json.path("gateway").textValue();
        if (uri == null) {
            return entries.isEmpty() ? Shop.GATEWAYS.get(0) : entries.get(0).gateway();
        }
        return Shop.GATEWAYS.stream()
                .filter(gateway -> gateway.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> badRequest("gateway: no such gateway"));
    }

    private static Payment.Status usual(Payment.Type type) {
        if (type.name().endsWith("_FAILED")) {
            return Payment.Status.FAILED;
        }
        boolean open = type.name().endsWith("_REQUEST") || type.name().endsWith("_PENDING");
        return open ? Payment.Status.PENDING : Payment.Status.SUCCESS;
    }

    private static <E extends Enum<E>> E named(Class<E> type, String field, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw badRequest(field + ": no such value");
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw badRequest(otherwise);
        }
    }

    private static Refusal badRequest(String message) {
        return new Refusal(Response.message(400, message));
    }
}
