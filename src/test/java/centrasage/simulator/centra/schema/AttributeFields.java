package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Attributes of orders: dynamic ones, with text elements. */
final class AttributeFields {
    record Attribute(String type, Map<String, String> elements) {}

    record Element(String key, String value) {}

    private AttributeFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Attribute>()
                .with("type", attribute -> attribute)
                .with("description", attribute -> null)
                .with("objectType", attribute -> "Order")
                .with("elements", AttributeFields::elements)
                .addTo(wiring, "Attribute");
        new Fields<Attribute>()
                .with("name", Attribute::type)
                .with("isMapped", attribute -> false)
                .addTo(wiring, "AttributeType");
        new Fields<Element>()
                .with("key", Element::key)
                .with("value", Element::value)
                .with("description", element -> null)
                .with("kind", element -> "STRING")
                .addTo(wiring, "AttributeStringElement");
    }

    static List<Attribute> of(CentraOrder order) {
        return new TreeMap<>(order.attributes())
                .entrySet().stream()
                        .map(type -> new Attribute(type.getKey(), type.getValue()))
                        .toList();
    }

    private static List<Element> elements(Attribute attribute) {
        return new TreeMap<>(attribute.elements())
                .entrySet().stream()
                        .map(element -> new Element(element.getKey(), element.getValue()))
                        .toList();
    }
}
