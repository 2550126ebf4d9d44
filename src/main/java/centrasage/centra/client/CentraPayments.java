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

/** What was paid for Centra's orders, as it is sent, unjudged. */
@ApplicationScoped
public class CentraPayments {
    private CentraGraphQl graphQl;
    private int pageSize;

    @SuppressWarnings("NullAway.Init")
    protected CentraPayments() {}

    @Inject
    CentraPayments(CentraGraphQl graphQl, Config config) {
        this(graphQl, config.getValue("centra.page-size", Integer.class));
    }

    public CentraPayments(CentraGraphQl graphQl, int pageSize) {
        this.graphQl = graphQl;
        this.pageSize = pageSize;
    }

    /**
     * The payments of orders that were made or touched at {@code updatedFrom} or later. That a payment touches its order is inferred.
     *
     * @param afterCursor where the page before ended; null for the first page
     */
    public OrderPage page(Instant updatedFrom, @Nullable String afterCursor) throws TargetUnavailable {
        JsonObjectBuilder window = Json.createObjectBuilder()
                .add("from", updatedFrom.truncatedTo(ChronoUnit.SECONDS).toString());
        return ask(Json.createObjectBuilder().add("updatedAt", window), afterCursor);
    }

    /**
     * The payments of the orders of these numbers; those that are gone are left out.
     *
     * @param afterCursor as in {@link #page}
     */
    public OrderPage numbered(Collection<Integer> numbers, @Nullable String afterCursor) throws TargetUnavailable {
        return ask(Json.createObjectBuilder().add("number", Json.createArrayBuilder(numbers)), afterCursor);
    }

    private OrderPage ask(JsonObjectBuilder where, @Nullable String afterCursor) throws TargetUnavailable {
        JsonObject variables = Json.createObjectBuilder()
                .add("where", where)
                .add("first", pageSize)
                .add("after", afterCursor == null ? JsonValue.NULL : Json.createValue(afterCursor))
                .build();
        Envelope answer = graphQl.ask(Query.PAYMENTS, variables);
        Connection page = Connection.read(Envelope.object(answer.data(), "orderConnection"), "payments", afterCursor);
        return OrderPages.read(page, answer.sentAt());
    }
}
