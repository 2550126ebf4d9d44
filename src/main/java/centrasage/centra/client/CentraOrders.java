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
        JsonObjectBuilder window = Json.createObjectBuilder().add("from", seconds(updatedFrom));
        return ask(Json.createObjectBuilder().add("updatedAt", window), afterCursor);
    }

    /**
     * Orders that were made from {@code from} to {@code to}, both included.
     *
     * @param afterCursor as in {@link #page}
     */
    public OrderPage made(Instant from, Instant to, @Nullable String afterCursor) throws TargetUnavailable {
        return ask(madeBetween(from, to), afterCursor);
    }

    /** How many orders were made from {@code from} to {@code to}, both included. */
    public long countMade(Instant from, Instant to) throws TargetUnavailable {
        JsonObject variables =
                Json.createObjectBuilder().add("where", madeBetween(from, to)).build();
        Envelope answer = graphQl.ask(Query.ORDER_COUNT, variables);
        if (Envelope.object(answer.data(), "orderConnection").get("totalCount") instanceof JsonNumber count) {
            return count.longValue();
        }
        throw new TargetUnavailable("Centra does not say how many orders there are: nothing is read; send this text to"
                + " whoever maintains centra-sage200");
    }

    /** The orders of these numbers, as far as there are such orders: in one page, no more of them than {@link #pageSize}. */
    public OrderPage numbered(long first, long last) throws TargetUnavailable {
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        for (long number = first; number <= last; number++) {
            numbers.add(number);
        }
        return ask(Json.createObjectBuilder().add("number", numbers), null);
    }

    public int pageSize() {
        return pageSize;
    }

    private static JsonObjectBuilder madeBetween(Instant from, Instant to) {
        JsonObjectBuilder window =
                Json.createObjectBuilder().add("from", seconds(from)).add("to", seconds(to));
        return Json.createObjectBuilder().add("createdAt", window);
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * The orders of these numbers; those that are gone are left out.
     *
     * @param afterCursor as in {@link #page}
     */
    public OrderPage numbered(Collection<Integer> numbers, @Nullable String afterCursor) throws TargetUnavailable {
        return ask(Json.createObjectBuilder().add("number", Json.createArrayBuilder(numbers)), afterCursor);
    }

    private OrderPage ask(JsonObjectBuilder where, @Nullable String after) throws TargetUnavailable {
        JsonObject variables = Json.createObjectBuilder()
                .add("where", where)
                .add("first", pageSize)
                .add("after", after == null ? JsonValue.NULL : Json.createValue(after))
                .build();
        Envelope answer = graphQl.ask(Query.ORDERS, variables);
        Connection page = Connection.read(Envelope.object(answer.data(), "orderConnection"), "orders", after);
        return OrderPages.read(page, answer.sentAt());
    }
}
