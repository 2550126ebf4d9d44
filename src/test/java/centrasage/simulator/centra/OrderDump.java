package centrasage.simulator.centra;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.simulator.trade.TradeOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;

/** Orders as JSON for {@code /control}: nothing of it goes over Centra's own API. */
final class OrderDump {
    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantWriter())
                    .addDeserializer(Instant.class, new InstantReader()));

    private OrderDump() {}

    static TradeOrder read(JsonNode json) throws JsonProcessingException {
        return MAPPER.treeToValue(json, TradeOrder.class);
    }

    static ObjectNode write(CentraOrder order, boolean whole) {
        ObjectNode json = Json.object();
        json.put("number", order.number());
        json.put("id", order.trade().id());
        json.put("kind", order.trade().kind().name());
        json.put("treatment", order.trade().kind().treatment().name());
        json.put("createdAt", order.trade().createdAt().toString());
        json.put("updatedAt", order.updatedAt().toString());
        json.put("locked", order.locked());
        json.set("externalIds", MAPPER.valueToTree(order.externalIds()));
        json.set("attributes", MAPPER.valueToTree(order.attributes()));
        json.set("facts", facts(order));
        if (whole) {
            json.set("order", MAPPER.valueToTree(order.trade()));
        }
        return json;
    }

    private static ObjectNode facts(CentraOrder order) {
        OrderFacts facts = new OrderFacts(order, TradeGenerator.bookedSkus());
        ObjectNode json = Json.object();
        json.put("status", order.standing().status().name());
        json.put("storeType", order.trade().terms().store().type().name());
        json.put("market", order.trade().terms().market().name());
        json.put("country", order.trade().terms().country().code());
        json.put("currency", order.currency().code());
        json.put("grandTotalMinor", order.totals().grand());
        json.put("taxMode", order.totals().mode().name());
        json.put("vatMinor", order.totals().vat());
        json.put("vatDueMinor", order.totals().vatDue());
        json.put("shippingMinor", order.totals().shippingMinor());
        json.put("handlingMinor", order.totals().handlingMinor());
        json.put("discountsMinor", order.totals().discountsMinor());
        json.put("quantity", order.totals().quantity());
        json.put("authorisedMinor", facts.authorisedMinor());
        json.set("blockedBy", MAPPER.valueToTree(facts.blockedBy()));
        json.set("special", MAPPER.valueToTree(facts.special()));
        json.put("ledger", facts.blockedBy().isEmpty() && facts.special().isEmpty());
        return json;
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Instant.parse(in.getText());
        }
    }
}
