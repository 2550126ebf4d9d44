package centrasage.centra.client;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Envelope;
import centrasage.centra.client.wire.Query;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Centra's returns as they are sent, unjudged: completed or not, of every store. */
@ApplicationScoped
public class CentraReturns {
    private static final int LONG_DIGITS = 18;

    private CentraGraphQl graphQl;
    private int pageSize;

    @SuppressWarnings("NullAway.Init")
    protected CentraReturns() {}

    @Inject
    CentraReturns(CentraGraphQl graphQl, Config config) {
        this(graphQl, config.getValue("centra.page-size", Integer.class));
    }

    public CentraReturns(CentraGraphQl graphQl, int pageSize) {
        this.graphQl = graphQl;
        this.pageSize = pageSize;
    }

    /** How many returns one request gives. */
    public int pageSize() {
        return pageSize;
    }

    /**
     * Returns that were made at {@code madeFrom} or later.
     *
     * @param afterCursor where the page before ended; null for the first page
     */
    public ReturnPage page(Instant madeFrom, @Nullable String afterCursor) throws TargetUnavailable {
        JsonObjectBuilder window = Json.createObjectBuilder()
                .add("from", madeFrom.truncatedTo(ChronoUnit.SECONDS).toString());
        return ask(Json.createObjectBuilder().add("createdAt", window), afterCursor);
    }

    /**
     * Returns that were made from {@code from} to {@code to}, both included.
     *
     * @param afterCursor as in {@link #page}
     */
    public ReturnPage made(Instant from, Instant to, @Nullable String afterCursor) throws TargetUnavailable {
        JsonObjectBuilder window = Json.createObjectBuilder()
                .add("from", from.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("to", to.truncatedTo(ChronoUnit.SECONDS).toString());
        return ask(Json.createObjectBuilder().add("createdAt", window), afterCursor);
    }

    /**
     * The returns of these ids; those that are gone are left out.
     *
     * @param afterCursor as in {@link #page}
     */
    public ReturnPage of(Collection<Long> ids, @Nullable String afterCursor) throws TargetUnavailable {
        JsonArrayBuilder wanted = Json.createArrayBuilder();
        ids.forEach(wanted::add);
        return ask(Json.createObjectBuilder().add("id", wanted), afterCursor);
    }

    private ReturnPage ask(JsonObjectBuilder where, @Nullable String after) throws TargetUnavailable {
        JsonObject variables = Json.createObjectBuilder()
                .add("where", where)
                .add("first", pageSize)
                .add("after", after == null ? JsonValue.NULL : Json.createValue(after))
                .build();
        Envelope answer = graphQl.ask(Query.RETURNS, variables);
        Connection page = Connection.read(Envelope.object(answer.data(), "returnConnection"), "returns", after);
        List<RawReturn> returns = new ArrayList<>();
        for (JsonObject node : page.nodes()) {
            returns.add(raw(node));
        }
        return new ReturnPage(returns, page.endCursor(), page.hasNextPage(), answer.sentAt());
    }

    /** One without an id could not be staged, nor be missed later: the page is not taken. */
    private static RawReturn raw(JsonObject node) throws TargetUnavailable {
        if (node.get("id") instanceof JsonNumber id
                && id.isIntegral()
                && id.bigDecimalValue().precision() <= LONG_DIGITS) {
            JsonObject order = Envelope.object(node, "order");
            JsonObjectBuilder untouched = Json.createObjectBuilder(order).remove("updatedAt");
            return new RawReturn(
                    id.longValue(),
                    Connection.number(order, "the order of a return"),
                    Connection.updatedAt(order),
                    node.toString(),
                    Json.createObjectBuilder(node)
                            .add("order", untouched)
                            .build()
                            .toString());
        }
        throw Connection.malformed("a return without an id");
    }
}
