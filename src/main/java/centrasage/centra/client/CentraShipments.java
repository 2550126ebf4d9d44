package centrasage.centra.client;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Envelope;
import centrasage.centra.client.wire.Query;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Centra's shipments as they are sent, unjudged: finished or not, of every store. */
@ApplicationScoped
public class CentraShipments {
    private CentraGraphQl graphQl;
    private int pageSize;

    @SuppressWarnings("NullAway.Init")
    protected CentraShipments() {}

    @Inject
    CentraShipments(CentraGraphQl graphQl, Config config) {
        this(graphQl, config.getValue("centra.page-size", Integer.class));
    }

    CentraShipments(CentraGraphQl graphQl, int pageSize) {
        this.graphQl = graphQl;
        this.pageSize = pageSize;
    }

    /**
     * Shipments that were made or touched at {@code updatedFrom} or later.
     *
     * @param afterCursor where the page before ended; null for the first page
     */
    public ShipmentPage page(Instant updatedFrom, @Nullable String afterCursor) throws TargetUnavailable {
        JsonObjectBuilder window = Json.createObjectBuilder()
                .add("from", updatedFrom.truncatedTo(ChronoUnit.SECONDS).toString());
        return ask(Json.createObjectBuilder().add("updatedAt", window), afterCursor);
    }

    /**
     * Shipments that were completed from {@code from} to {@code to}, both included.
     *
     * @param afterCursor as in {@link #page}
     */
    public ShipmentPage shipped(Instant from, Instant to, @Nullable String afterCursor) throws TargetUnavailable {
        JsonObjectBuilder window = Json.createObjectBuilder()
                .add("from", from.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("to", to.truncatedTo(ChronoUnit.SECONDS).toString());
        return ask(Json.createObjectBuilder().add("shippedAt", window).add("isShipped", true), afterCursor);
    }

    /**
     * The shipments of these numbers; those that are gone are left out.
     *
     * @param afterCursor as in {@link #page}
     */
    public ShipmentPage numbered(Collection<String> numbers, @Nullable String afterCursor) throws TargetUnavailable {
        return ask(Json.createObjectBuilder().add("number", Json.createArrayBuilder(numbers)), afterCursor);
    }

    private ShipmentPage ask(JsonObjectBuilder where, @Nullable String after) throws TargetUnavailable {
        JsonObject variables = Json.createObjectBuilder()
                .add("where", where)
                .add("first", pageSize)
                .add("after", after == null ? JsonValue.NULL : Json.createValue(after))
                .build();
        Envelope answer = graphQl.ask(Query.SHIPMENTS, variables);
        Connection page = Connection.read(Envelope.object(answer.data(), "shipmentConnection"), "shipments", after);
        List<RawShipment> shipments = new ArrayList<>();
        for (JsonObject node : page.nodes()) {
            shipments.add(raw(node));
        }
        return new ShipmentPage(shipments, page.endCursor(), page.hasNextPage(), answer.sentAt());
    }

    /** One without a number could not be staged, nor be missed later: the page is not taken. */
    private static RawShipment raw(JsonObject node) throws TargetUnavailable {
        if (node.get("number") instanceof JsonString number
                && !number.getString().isBlank()) {
            long order = Connection.number(Envelope.object(node, "order"), "the order of a shipment");
            return new RawShipment(
                    number.getString().strip(),
                    order,
                    Connection.updatedAt(node),
                    node.toString(),
                    Connection.content(node));
        }
        throw Connection.malformed("a shipment without a number");
    }
}
