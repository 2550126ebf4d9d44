package centrasage.centra.client;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Envelope;
import centrasage.centra.client.wire.Query;
import centrasage.centra.client.wire.RateLimit;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
        JsonObject window = Json.createObjectBuilder()
                .add("from", updatedFrom.truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
        OrderPage page = ask(Json.createObjectBuilder().add("updatedAt", window), pageSize, afterCursor);
        if (page.hasNextPage() && (page.endCursor() == null || page.endCursor().equals(afterCursor))) {
            throw new TargetUnavailable("Centra says that more orders follow and does not say where (cursor "
                    + page.endCursor() + "): nothing more is read in this run; if it lasts, ask Centra's support");
        }
        return page;
    }

    /** Empty when Centra has no order of this number, or none that the token may see. */
    public Optional<RawOrder> order(long number) throws TargetUnavailable {
        JsonArrayBuilder numbers = Json.createArrayBuilder().add(number);
        return ask(Json.createObjectBuilder().add("number", numbers), 1, null).orders().stream()
                .filter(order -> order.number() == number)
                .findFirst();
    }

    /** What is left of the quota that the shop's integrations share; asking costs a request. */
    public List<RateLimit> rateLimits() throws TargetUnavailable {
        return RateLimit.all(graphQl.ask(Query.RATE_LIMITS, JsonValue.EMPTY_JSON_OBJECT));
    }

    private OrderPage ask(JsonObjectBuilder where, int first, @Nullable String after) throws TargetUnavailable {
        JsonObject variables = Json.createObjectBuilder()
                .add("where", where)
                .add("first", first)
                .add("after", after == null ? JsonValue.NULL : Json.createValue(after))
                .build();
        Envelope answer = graphQl.ask(Query.ORDERS, variables);
        return OrderPages.read(Envelope.object(answer.data(), "orderConnection"), answer.sentAt());
    }
}
