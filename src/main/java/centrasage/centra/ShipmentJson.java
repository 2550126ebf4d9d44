package centrasage.centra;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the text of one shipment, as {@code graphql/shipments.graphql} selects it, into a value. Never throws for content. */
public final class ShipmentJson {
    private ShipmentJson() {}

    public static Parsed<Shipment> parse(String text) {
        return DocumentJson.parse(text, "shipment", ShipmentJson::shipment);
    }

    private static Shipment shipment(Fields shipment) {
        Fields order = shipment.object("order");
        Fields grandTotal = shipment.object("grandTotal");
        return new Shipment(
                shipment.integer("id"),
                shipment.text("number"),
                order.integer("number"),
                order.time("createdAt"),
                shipment.flag("isShipped"),
                shipment.has("shippedAt") ? shipment.time("shippedAt") : null,
                tracking(shipment),
                MadeShipment.isOfSage(
                        stripped(shipment.optionalText("additionalMessage")),
                        stripped(shipment.optionalText("externalId"))),
                shipment.has("numberOfPackages") ? shipment.count("numberOfPackages") : null,
                grandTotal.decimal("value"),
                grandTotal.object("currency").text("code"),
                shipment.list("lines", ShipmentJson::line),
                order.list("lines", ShipmentJson::ordered));
    }

    private static Shipment.Tracking tracking(Fields shipment) {
        Fields carrier = shipment.optionalObject("carrierInformation");
        return new Shipment.Tracking(
                carrier == null ? "" : stripped(carrier.optionalText("carrierName")),
                carrier == null ? "" : stripped(carrier.optionalText("serviceName")),
                stripped(shipment.optionalText("trackingNumber")));
    }

    private static Shipment.Line line(Fields line) {
        Fields orderLine = line.object("orderLine");
        return new Shipment.Line(
                orderLine.integer("id"), orderLine.text("__typename"), line.count("quantity"), warehouses(line));
    }

    private static List<String> warehouses(Fields line) {
        return !line.has("allocations")
                ? List.of()
                : line
                        .list(
                                "allocations",
                                allocation -> allocation.object("warehouse").text("name"))
                        .stream()
                        .distinct()
                        .toList();
    }

    private static Shipment.Ordered ordered(Fields line) {
        Fields size = line.optionalObject("productSize");
        String sku = size == null ? "" : stripped(size.optionalText("SKU"));
        return new Shipment.Ordered(line.integer("id"), sku.isEmpty() ? null : sku);
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
