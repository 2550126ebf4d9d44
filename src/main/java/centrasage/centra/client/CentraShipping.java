package centrasage.centra.client;

import centrasage.centra.MadeShipment;
import centrasage.centra.NewShipment;
import centrasage.centra.Parsed;
import centrasage.centra.ShippableOrder;
import centrasage.centra.ShippableOrderJson;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Envelope;
import centrasage.centra.client.wire.Query;
import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Makes, releases, captures and completes shipments in Centra, each by exactly one mutation, and reads how far they have come. */
@ApplicationScoped
public class CentraShipping {
    private CentraGraphQl graphQl;
    private int pageSize;
    private ShipmentInputs inputs;

    @SuppressWarnings("NullAway.Init")
    protected CentraShipping() {}

    @Inject
    CentraShipping(CentraGraphQl graphQl, Config config) {
        this(
                graphQl,
                config.getValue("centra.page-size", Integer.class),
                new ShipmentInputs(
                        config.getValue("centra.shipment-email", Boolean.class),
                        config.getValue("centra.shipments-on-account", String.class)
                                .equals("paid")));
    }

    public CentraShipping(CentraGraphQl graphQl, int pageSize, ShipmentInputs inputs) {
        this.graphQl = graphQl;
        this.pageSize = pageSize;
        this.inputs = inputs;
    }

    /**
     * What is shipped of these orders and what is left, by their numbers; none for what is not there or cannot be read.
     *
     * @throws TargetUnavailable when Centra cannot be asked
     */
    public Map<Long, ShippableOrder> find(Collection<Long> orders) throws TargetUnavailable {
        Map<Long, ShippableOrder> found = new HashMap<>();
        String after = null;
        boolean more = true;
        while (more) {
            Connection page = page(orders, after);
            for (JsonObject node : page.nodes()) {
                Parsed<ShippableOrder> parsed = ShippableOrderJson.order(node.toString());
                if (parsed instanceof Parsed.Readable<ShippableOrder> readable) {
                    found.put(readable.document().number(), readable.document());
                }
            }
            after = page.endCursor();
            more = page.hasNextPage();
        }
        return found;
    }

    private Connection page(Collection<Long> orders, @Nullable String after) throws TargetUnavailable {
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        orders.forEach(numbers::add);
        JsonObject variables = Json.createObjectBuilder()
                .add("where", Json.createObjectBuilder().add("number", numbers))
                .add("first", pageSize)
                .add("after", after == null ? JsonValue.NULL : Json.createValue(after))
                .build();
        Envelope answer = graphQl.ask(Query.ORDER_SHIPMENTS, variables);
        return Connection.read(Envelope.object(answer.data(), "orderConnection"), "orders", after);
    }

    /** The shipment of this despatch as it is now; the first where there are several. */
    Optional<MadeShipment> made(NewShipment shipment) throws TargetUnavailable {
        ShippableOrder order = find(List.of(shipment.order())).get(shipment.order());
        if (order == null) {
            throw new TargetUnavailable("order " + shipment.order() + " cannot be read in Centra");
        }
        return order.of(shipment.despatch()).stream().findFirst();
    }

    /**
     * Makes the shipment, and takes no money for it.
     *
     * @param picked quantities by the ids of the order's lines
     */
    public Outcome create(NewShipment shipment, Map<Long, Integer> picked) {
        return once(ShipmentStep.CREATE, shipment, inputs.create(shipment, picked));
    }

    /** Takes a shipment that is there one step further. */
    public Outcome advance(ShipmentStep step, long id, NewShipment shipment) {
        return once(step, shipment, inputs.advance(step, shipment).add("id", id));
    }

    private Outcome once(ShipmentStep step, NewShipment shipment, JsonObjectBuilder variables) {
        return new ShipmentAnswers(this, step, shipment).classify(graphQl.once(step.mutation(), variables.build()));
    }

    /** As it is linked: the value that was meant, off by what was captured otherwise than the shipment comes to. */
    public static Document document(NewShipment meant, MadeShipment made) {
        return document(meant.value(), made);
    }

    /** As {@link #document(NewShipment, MadeShipment)}, where only the value is known any more. */
    public static Document document(Money value, MadeShipment made) {
        String id = Long.toString(made.id());
        Money captured = made.capturedTotal();
        if (!made.captured()
                || captured == null
                || captured.equals(made.total())
                || !captured.currency().equals(value.currency())) {
            return new Document(id, made.number(), value, null, null);
        }
        Money off = captured.minus(made.total());
        return new Document(id, made.number(), value.plus(off), null, null)
                .remarking(captured + " was captured, and the shipment comes to " + made.total());
    }
}
