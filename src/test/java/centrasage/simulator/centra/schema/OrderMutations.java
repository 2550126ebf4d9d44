package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.Standing;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an integration may do to orders: confirm, cancel, lock, comment, and give them its own id. */
final class OrderMutations {
    private static final int EXTERNAL_ID_MAX = 255;

    private final CentraState state;

    OrderMutations(CentraState state) {
        this.state = state;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("confirmOrder", this::confirm)
                .with("cancelDirectToConsumerOrder", this::cancel)
                .with("updateDirectToConsumerOrder", this::update)
                .with("setOrdersLock", this::lock)
                .addTo(wiring, "Mutation");
    }

    private MutationResult confirm(Object root, DataFetchingEnvironment environment) {
        Map<String, Object> input = environment.getArgumentOrDefault("input", Map.of());
        CentraOrder order = OrderReference.find(state, input.get("order"), environment);
        if (order == null) {
            return notFound("input", "order");
        }
        if (order.standing().status() != Standing.Status.PENDING) {
            return MutationResult.refused("Order is already confirmed", "input", "order");
        }
        return MutationResult.done(state.change(order.number(), now -> withStatus(now, Standing.Status.CONFIRMED)));
    }

    /** The quantities of the lines stay; what was captured can only be returned. */
    private MutationResult cancel(Object root, DataFetchingEnvironment environment) {
        CentraOrder order = state.orderById(environment.getArgumentOrDefault("id", ""));
        if (order == null) {
            return notFound("id");
        }
        if (order.standing().status() == Standing.Status.CANCELLED || captured(order)) {
            return MutationResult.refused("Order cannot be cancelled", "id");
        }
        Map<String, Object> input = environment.getArgumentOrDefault("input", Map.of());
        boolean release = Boolean.TRUE.equals(input.get("cancelAuthorization"));
        return MutationResult.done(state.change(
                order.number(), now -> withStatus(release ? released(now) : now, Standing.Status.CANCELLED)));
    }

    private MutationResult update(Object root, DataFetchingEnvironment environment) {
        CentraOrder order = OrderReference.find(state, environment.getArgument("order"), environment);
        if (order == null) {
            return notFound("order");
        }
        Map<String, Object> input = environment.getArgumentOrDefault("input", Map.of());
        String integration = Call.of(environment).token().integration();
        String refusal = refusedExternalId(input.get("externalId"), integration, order);
        return refusal == null
                ? MutationResult.done(state.change(order.number(), now -> updated(now, input, integration)))
                : MutationResult.refused(refusal, "input", "externalId");
    }

    private @Nullable String refusedExternalId(@Nullable Object wanted, String integration, CentraOrder order) {
        if (!(wanted instanceof String externalId)) {
            return null;
        }
        if (externalId.length() > EXTERNAL_ID_MAX) {
            return "External ID must not be longer than " + EXTERNAL_ID_MAX + " characters";
        }
        CentraOrder holder = state.orderByExternalId(integration, externalId);
        return holder == null || holder.number() == order.number()
                ? null
                : "External ID is already used by order " + holder.number();
    }

    private static CentraOrder updated(CentraOrder order, Map<String, Object> input, String integration) {
        Standing standing = order.standing();
        if (input.get("isOnHold") instanceof Boolean held) {
            standing = standing.withHold(held, null);
        }
        if (input.get("isInternal") instanceof Boolean internal) {
            standing = standing.withInternal(internal);
        }
        CentraOrder changed = order.withTrade(order.trade().withStanding(standing))
                .withComments(
                        Objects.toString(input.get("internalComment"), order.internalComment()),
                        Objects.toString(input.get("otherComment"), order.otherComment()));
        return input.get("externalId") instanceof String id ? changed.withExternalId(integration, id) : changed;
    }

    private MutationResult lock(Object root, DataFetchingEnvironment environment) {
        Map<String, Object> input = new HashMap<>(environment.getArgumentOrDefault("input", Map.of()));
        boolean locked = Boolean.TRUE.equals(input.get("isLocked"));
        List<CentraOrder> found = new ArrayList<>();
        for (Object reference : (List<?>) input.getOrDefault("orders", List.of())) {
            CentraOrder order = OrderReference.find(state, reference, environment);
            if (order == null) {
                return notFound("input", "orders", Integer.toString(found.size()));
            }
            found.add(order);
        }
        List<CentraOrder> changed = found.stream()
                .map(order -> state.change(order.number(), now -> now.withLocked(locked)))
                .toList();
        return new MutationResult(changed, List.of());
    }

    private static MutationResult notFound(String... path) {
        return MutationResult.refused("Could not find order with the given identification", path);
    }

    private static boolean captured(CentraOrder order) {
        return order.trade().capturedMinor() > 0 || order.trade().outstandingMinor(Payment.Type.CAPTURE_REQUEST) > 0;
    }

    private CentraOrder released(CentraOrder order) {
        CentraOrder released = order;
        Instant at = state.now();
        for (Payment entry : order.trade().payments()) {
            if (entry.authorises()) {
                released = released.logged(new Payment(
                        released.nextPaymentId(),
                        at,
                        Payment.Type.CANCEL,
                        Payment.Status.SUCCESS,
                        entry.minor(),
                        entry.externalReference(),
                        entry.gateway()));
            }
        }
        return released;
    }

    private static CentraOrder withStatus(CentraOrder order, Standing.Status status) {
        return order.withTrade(order.trade().withStanding(order.standing().withStatus(status)));
    }
}
