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
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Centra's orders as they are sent, unjudged: every store, status and flag, because leaving out is planning's business. */
@ApplicationScoped
public class CentraOrders {
    private static final int PAGE_SIZE_MAX = 200;

    private CentraGraphQl graphQl;
    private int pageSize;

    @SuppressWarnings("NullAway.Init")
    protected CentraOrders() {}

    @Inject
    CentraOrders(CentraGraphQl graphQl, Config config) {
        this(graphQl, config.getValue("centra.page-size", Integer.class));
    }

    CentraOrders(CentraGraphQl graphQl, int pageSize) {
        if (pageSize < 1 || pageSize > PAGE_SIZE_MAX) {
            throw new IllegalArgumentException(
                    "centra.page-size = " + pageSize + ": must lie between 1 and " + PAGE_SIZE_MAX);
        }
        this.graphQl = graphQl;
        this.pageSize = pageSize;
    }

    /**
     * Orders that were made or touched at {@code updatedFrom} or later.
     *
     * @param afterCursor where the page before ended; null for the first page
     */
    public OrderPage page(Instant updatedFrom, @Nullable String afterCursor) throws TargetUnavailable {
        JsonObjectBuilder window = Json.createObjectBuilder()
                .add("from", updatedFrom.truncatedTo(ChronoUnit.SECONDS).toString());
        return page(Json.createObjectBuilder().add("updatedAt", window), afterCursor);
    }

    /**
     * The orders of these numbers; those that are gone are left out.
     *
     * @param afterCursor where the page before ended; null for the first page
     */
    public OrderPage numbered(Collection<Integer> numbers, @Nullable String afterCursor) throws TargetUnavailable {
        return page(Json.createObjectBuilder().add("number", Json.createArrayBuilder(numbers)), afterCursor);
    }

    private OrderPage page(JsonObjectBuilder where, @Nullable String afterCursor) throws TargetUnavailable {
        OrderPage page = ask(where, afterCursor);
        if (page.hasNextPage() && (page.endCursor() == null || page.endCursor().equals(afterCursor))) {
            throw new TargetUnavailable("Centra says that more orders follow and does not say where (cursor "
                    + page.endCursor() + "): nothing more is read in this run; if it lasts, ask Centra's support");
        }
        return page;
    }

    private OrderPage ask(JsonObjectBuilder where, @Nullable String after) throws TargetUnavailable {
        JsonObject variables = Json.createObjectBuilder()
                .add("where", where)
                .add("first", pageSize)
                .add("after", after == null ? JsonValue.NULL : Json.createValue(after))
                .build();
        Envelope answer = graphQl.ask(Query.ORDERS, variables);
        return OrderPages.read(Envelope.object(answer.data(), "orderConnection"), answer.sentAt());
    }
}
