package centrasage.simulator.centra;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import centrasage.simulator.trade.Address;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Parties;
import centrasage.simulator.trade.Standing;
import centrasage.simulator.trade.TradeOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What staff can change about an order, told as JSON; the rest of the order follows. */
final class OrderEdit {
    private static final Set<String> KNOWN = Set.of(
            "status",
            "onHold",
            "holdReason",
            "waitingForPayment",
            "internal",
            "shippingAddress",
            "billingAddress",
            "lines",
            "internalComment",
            "otherComment",
            "updatedAt",
            "force");

    private OrderEdit() {}

    static CentraOrder apply(CentraOrder order, ObjectNode edit) {
        edit.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw badRequest("unknown field " + name);
            }
        });
        try {
            TradeOrder trade = order.trade()
                    .withStanding(standing(order.standing(), edit))
                    .withParties(parties(order.trade().parties(), edit));
            trade = trade.withBasket(
                    trade.basket().withLines(lines(trade.basket().lines(), edit.path("lines"))));
            CentraOrder edited = order.withTrade(trade)
                    .withComments(
                            edit.path("internalComment").asText(order.internalComment()),
                            edit.path("otherComment").asText(order.otherComment()));
            return edit.has("lines") ? checked(edited).settled() : edited;
        } catch (IllegalArgumentException e) {
            throw badRequest(e.getMessage());
        }
    }

    private static Standing standing(Standing now, ObjectNode edit) {
        Standing standing = now;
        if (edit.has("status")) {
            standing = standing.withStatus(
                    Standing.Status.valueOf(edit.path("status").asText()));
        }
        if (edit.has("onHold")) {
            standing = standing.withHold(edit.path("onHold").asBoolean(), holdReason(edit));
        }
        if (edit.has("waitingForPayment")) {
            standing = standing.withWaitingForPayment(
                    edit.path("waitingForPayment").asBoolean());
        }
        return edit.has("internal")
                ? standing.withInternal(edit.path("internal").asBoolean())
                : standing;
    }

    private static Standing.@Nullable HoldReason holdReason(ObjectNode edit) {
        String reason = edit.path("holdReason").textValue();
        return reason == null ? null : Standing.HoldReason.valueOf(reason);
    }

    private static Parties parties(Parties now, ObjectNode edit) {
        Parties parties = now;
        if (edit.has("shippingAddress")) {
            parties = parties.withShipping(address(now.shipping(), edit.path("shippingAddress")));
        }
        return edit.has("billingAddress")
                ? parties.withBilling(address(now.billing(), edit.path("billingAddress")))
                : parties;
    }

    /** Fields not named stay; {@code null} takes the address away. The country cannot be changed, as in Centra. */
    private static @Nullable Address address(@Nullable Address now, JsonNode edit) {
        if (edit.isNull()) {
            return null;
        }
        if (now == null) {
            throw new IllegalArgumentException("the order has no such address to change");
        }
        return new Address(
                text(edit, "companyName", now.companyName()),
                edit.path("firstName").asText(now.firstName()),
                edit.path("lastName").asText(now.lastName()),
                edit.path("address1").asText(now.address1()),
                text(edit, "address2", now.address2()),
                edit.path("city").asText(now.city()),
                text(edit, "stateOrProvince", now.stateOrProvince()),
                edit.path("zipCode").asText(now.zipCode()),
                now.country(),
                edit.path("email").asText(now.email()),
                text(edit, "phoneNumber", now.phoneNumber()),
                text(edit, "vatNumber", now.vatNumber()));
    }

    private static @Nullable String text(JsonNode edit, String field, @Nullable String now) {
        return edit.has(field) ? edit.path(field).textValue() : now;
    }

    /** {@code [{"id": 100010, "quantity": 2}]} sets a quantity, {@code "cancel": 1} cancels units. */
    private static List<Line> lines(List<Line> now, JsonNode edits) {
        List<Line> lines = new ArrayList<>(now);
        for (JsonNode edit : edits) {
            int index = indexOf(lines, edit.path("id").asInt());
            Line line = lines.get(index);
            if (edit.has("quantity")) {
                line = line.withQuantity(edit.path("quantity").asInt());
            }
            lines.set(index, line.cancel(edit.path("cancel").asInt(0)));
        }
        return lines;
    }

    /** What is in a shipment can no longer be taken off the order. */
    private static CentraOrder checked(CentraOrder order) {
        for (Line line : order.trade().basket().lines()) {
            if (order.shipping().remaining(line) < 0) {
                throw new IllegalArgumentException("line " + line.id() + " has units in shipments");
            }
        }
        return order;
    }

    private static int indexOf(List<Line> lines, int id) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).id() == id) {
                return i;
            }
        }
        throw new IllegalArgumentException("the order has no line " + id);
    }

    private static Refusal badRequest(@Nullable String message) {
        return new Refusal(Response.message(400, String.valueOf(message)));
    }
}
