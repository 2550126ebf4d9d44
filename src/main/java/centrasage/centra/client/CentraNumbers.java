package centrasage.centra.client;

import centrasage.centra.client.quota.Rank;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Query;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** Writes other systems' numbers onto Centra's orders. Writing the same again changes nothing there. */
@ApplicationScoped
public class CentraNumbers {
    private static final String ORDER = "Order";

    private CentraGraphQl graphQl;

    @SuppressWarnings("NullAway.Init")
    protected CentraNumbers() {}

    @Inject
    public CentraNumbers(CentraGraphQl graphQl) {
        this.graphQl = graphQl;
    }

    /**
     * An attribute of orders, which has to exist in AMS.
     *
     * @param type such as {@code sage}
     * @param element such as {@code order_number}
     */
    public record Attribute(String type, String element) {}

    /** How many orders may be written to now: whatever else changes something in Centra goes before it. */
    public long room() throws TargetUnavailable {
        return graphQl.roomAnew(Rank.NUMBERS);
    }

    /**
     * Gives orders an attribute, which people see in AMS.
     *
     * @param values by order number
     * @return what Centra rejected or left undone, in its words; which orders it did all the same is not known then
     */
    public List<String> assign(Attribute attribute, Map<Long, String> values) throws TargetUnavailable {
        JsonArrayBuilder input = Json.createArrayBuilder();
        values.forEach((number, value) -> input.add(Json.createObjectBuilder()
                .add("objectType", ORDER)
                .add("objectId", number)
                .add("dynamicAttributes", Json.createArrayBuilder().add(element(attribute, value)))));
        return graphQl.attempt(
                Query.ASSIGN_ATTRIBUTES,
                Json.createObjectBuilder().add("input", input).build());
    }

    private static JsonObjectBuilder element(Attribute attribute, String value) {
        return Json.createObjectBuilder()
                .add("attributeTypeName", attribute.type())
                .add("attributeElementKey", attribute.element())
                .add("attributeElementValue", value);
    }

    /** As {@link #assign}, for the external id, by which integrations find an order; ours alone, unique among orders. */
    public List<String> externalIds(Map<Long, String> values) throws TargetUnavailable {
        JsonArrayBuilder input = Json.createArrayBuilder();
        values.forEach((number, value) -> input.add(Json.createObjectBuilder()
                .add("objectType", ORDER)
                .add("internalId", number)
                .add("externalId", value)));
        return graphQl.attempt(Query.ID_CONVERSIONS.filled(input.build()), JsonValue.EMPTY_JSON_OBJECT);
    }
}
