package centrasage.centra;

import centrasage.money.Money;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads orders and shipments as {@code graphql/order-shipments.graphql} selects them. Never throws for content. */
public final class ShippableOrderJson {
    private ShippableOrderJson() {}

    public static Parsed<ShippableOrder> order(String text) {
        return DocumentJson.parse(text, "order", ShippableOrderJson::order);
    }

    public static Parsed<MadeShipment> shipment(String text) {
        return DocumentJson.parse(text, "shipment", ShippableOrderJson::shipment);
    }

    private static ShippableOrder order(Fields order) {
        List<MadeShipment> shipments = order.list("shipments", ShippableOrderJson::shipment).stream()
                .sorted(Comparator.comparingLong(MadeShipment::id))
                .toList();
        return new ShippableOrder(
                order.integer("number"),
                order.text("status"),
                order.flag("isOnHold"),
                sums(order.list("lines", line -> Map.entry(line.integer("id"), line.count("quantity")))),
                shipments);
    }

    private static MadeShipment shipment(Fields shipment) {
        Fields total = shipment.object("grandTotal");
        String code = total.object("currency").text("code");
        return new MadeShipment(
                shipment.integer("id"),
                shipment.text("number"),
                shipment.flag("isGoodToGo"),
                shipment.flag("isPaid"),
                shipment.flag("isCaptured"),
                shipment.flag("isShipped"),
                Objects.requireNonNullElse(shipment.optionalText("additionalMessage"), ""),
                Objects.requireNonNullElse(shipment.optionalText("externalId"), ""),
                money(total, code),
                shipment.has("capturedValue") ? money(shipment.object("capturedValue"), code) : null,
                sums(shipment.list(
                        "lines", line -> Map.entry(line.object("orderLine").integer("id"), line.count("quantity")))));
    }

    /** A stand-in where the currency cannot be read: then the whole is thrown away. */
    private static Money money(Fields value, String code) {
        Currency currency = Currency.getInstance(code.matches("[A-Z]{3}") ? code : "XXX");
        return Money.rounded(value.decimal("value"), currency, RoundingMode.HALF_UP);
    }

    private static Map<Long, Integer> sums(List<Map.Entry<Long, Integer>> lines) {
        return lines.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }
}
