package centrasage.centra.client;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Query;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The event queue of the integration that our token belongs to. */
@ApplicationScoped
public class CentraEvents {
    private CentraGraphQl graphQl;
    private int pageSize;
    private volatile boolean listening;

    @SuppressWarnings("NullAway.Init")
    protected CentraEvents() {}

    @Inject
    CentraEvents(CentraGraphQl graphQl, Config config) {
        this(graphQl, config.getValue("centra.page-size", Integer.class));
    }

    CentraEvents(CentraGraphQl graphQl, int pageSize) {
        this.graphQl = graphQl;
        this.pageSize = pageSize;
    }

    /** As many of the oldest as one request gives. They come again until they are confirmed. */
    public List<QueuedEvent> oldest() throws TargetUnavailable {
        return oldest(pageSize);
    }

    /** The oldest one alone, to see whether anything waits. */
    public List<QueuedEvent> first() throws TargetUnavailable {
        return oldest(1);
    }

    private List<QueuedEvent> oldest(int limit) throws TargetUnavailable {
        listen();
        JsonObject variables = Json.createObjectBuilder().add("limit", limit).build();
        if (!(graphQl.ask(Query.EVENTS, variables).data().get("events") instanceof JsonArray rows)) {
            throw malformed("no list of events");
        }
        List<QueuedEvent> events = new ArrayList<>();
        for (JsonValue row : rows) {
            events.add(event(row instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT));
        }
        return events;
    }

    /** Each process says once that it listens: nobody can tell whether another one ever did. */
    private void listen() throws TargetUnavailable {
        if (!listening) {
            graphQl.change(Query.LISTEN, JsonValue.EMPTY_JSON_OBJECT);
            listening = true;
        }
    }

    /** One without an id could not be confirmed, and would come for ever. */
    private static QueuedEvent event(JsonObject row) throws TargetUnavailable {
        if (!(row.get("id") instanceof JsonNumber id && id.isIntegral())) {
            throw malformed("an event without an id");
        }
        String type = row.get("objectType") instanceof JsonString text ? text.getString() : "";
        long reference =
                row.get("objectReference") instanceof JsonNumber number && number.isIntegral() ? number.longValue() : 0;
        return new QueuedEvent(id.intValue(), type, reference);
    }

    private static TargetUnavailable malformed(String what) {
        return new TargetUnavailable("Centra sent " + what + ": its API answers otherwise than documented; orders are"
                + " read by schedule all the same. Set centra.events = off, and send this text to whoever maintains"
                + " centra-sage200");
    }

    /** Takes them out of the queue. To be called when what they are about is safely stored, and not before. */
    public void confirm(Collection<QueuedEvent> events) throws TargetUnavailable {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        events.stream().map(QueuedEvent::id).distinct().forEach(ids::add);
        graphQl.change(
                Query.CONFIRM_EVENTS, Json.createObjectBuilder().add("ids", ids).build());
    }
}
