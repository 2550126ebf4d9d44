package centrasage.dispatch.invoice;

import centrasage.sage200.ledger.SalesDocumentJson;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** The invoice of a shipment as JSON text for the store: that of its document, which {@link SalesDocumentJson} reads too, and more. */
public final class ShipmentInvoiceJson {
    private static final String GOODS = "lines";
    private static final String BESIDES = "besides";

    private ShipmentInvoiceJson() {}

    public static String write(ShipmentInvoice invoice) {
        JsonObjectBuilder goods = Json.createObjectBuilder();
        new TreeMap<>(invoice.goods()).forEach((line, quantity) -> goods.add(Long.toString(line), quantity));
        return Json.createObjectBuilder(object(SalesDocumentJson.write(invoice.document())))
                .add(GOODS, goods)
                .add(BESIDES, invoice.besides())
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static ShipmentInvoice read(String text) {
        try {
            JsonObject json = object(text);
            JsonObject lines = json.getJsonObject(GOODS);
            Map<Long, Integer> goods = new TreeMap<>();
            lines.keySet().forEach(line -> goods.put(Long.valueOf(line), lines.getInt(line)));
            return new ShipmentInvoice(SalesDocumentJson.read(text), goods, json.getBoolean(BESIDES));
        } catch (JsonException | NullPointerException | ClassCastException | NumberFormatException e) {
            throw new IllegalArgumentException("the stored invoice of a shipment cannot be read", e);
        }
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
