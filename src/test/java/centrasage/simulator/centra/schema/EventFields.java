package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.events.ChangeType;
import centrasage.simulator.centra.events.EventQueues;
import centrasage.simulator.centra.events.Listener;
import centrasage.simulator.centra.events.QueuedEvent;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.centra.state.Refused;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event queue of the integration that asks: what it listens to, what waits, what it confirms. */
final class EventFields {
    private static final int LIMIT_MAX = 200;

    private record Done(List<Listener> listeners) {}

    private final CentraState state;
    private final DataFaults faults;
    private final EventQueues queues;

    EventFields(CentraState state, DataFaults faults, EventQueues queues) {
        this.state = state;
        this.faults = faults;
        this.queues = queues;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("events", this::events)
                .with("eventListeners", (root, environment) -> queues.listeners(integration(environment)))
                .addTo(wiring, "Query");
        new Fields<Object>()
                .with("setEventListeners", this::listen)
                .with("unsetEventListeners", this::unlisten)
                .with("confirmEvents", this::confirm)
                .addTo(wiring, "Mutation");
        new Fields<Done>()
                .with("eventListeners", Done::listeners)
                .with("userErrors", done -> List.of())
                .with("userWarnings", done -> List.of())
                .addTo(wiring, "EventListenersPayload", "EventsConfirmPayload");
        Dates dates = new Dates(state);
        new Fields<QueuedEvent>()
                .with("id", QueuedEvent::id)
                .with("objectType", QueuedEvent::objectType)
                .with("changeType", event -> event.change().name())
                .with("objectReference", QueuedEvent::reference)
                .with("createdAt", dates.of(QueuedEvent::createdAt))
                .with("object", this::object)
                .addTo(wiring, "Event");
        new Fields<Listener>()
                .with("integrationName", Listener::integration)
                .with("objectType", Listener::objectType)
                .with("changeTypes", listener -> List.copyOf(listener.changeTypes()))
                .with("createdAt", dates.of(Listener::createdAt))
                .with("updatedAt", dates.of(Listener::updatedAt))
                .addTo(wiring, "EventListener");
    }

    private static String integration(DataFetchingEnvironment environment) {
        return Call.of(environment).token().integration();
    }

    private List<QueuedEvent> events(Object root, DataFetchingEnvironment environment) {
        int limit = environment.<Integer>getArgumentOrDefault("limit", 20);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw Refused.invalid("Limit must be in range 1 - " + LIMIT_MAX);
        }
        Map<String, Object> where = environment.getArgumentOrDefault("where", Map.of());
        if (where.get("storeId") != null || where.get("marketId") != null) {
            throw Refused.notSimulated("events of single stores or markets");
        }
        return RowFaults.of(
                faults,
                queues.oldest(
                        integration(environment),
                        event -> isOneOf(where.get("objectType"), event.objectType())
                                && isOneOf(
                                        where.get("changeType"), event.change().name()),
                        limit));
    }

    private static boolean isOneOf(@Nullable Object wanted, String actual) {
        return !(wanted instanceof List<?> list) || list.contains(actual);
    }

    /** As it is now, not as it was when it happened; of what is gone, nothing. */
    private @Nullable Object object(QueuedEvent event) {
        int reference = (int) event.reference();
        return switch (event.objectType()) {
            case "Order" -> state.order(reference);
            case "Shipment" -> state.shipment(reference);
            case "Return" -> state.returned(reference);
            case "PaymentHistoryEntry" -> PaymentFields.of(state.orderOfPayment(reference), reference);
            default -> null;
        };
    }

    private Done listen(Object root, DataFetchingEnvironment environment) {
        List<Map<String, Object>> input = environment.getArgumentOrDefault("input", List.of());
        input.forEach(wanted -> queues.listen(
                integration(environment), String.valueOf(wanted.get("objectType")), changes(wanted), state.now()));
        return new Done(queues.listeners(integration(environment)));
    }

    private static List<ChangeType> changes(Map<String, Object> wanted) {
        return wanted.get("changeTypes") instanceof List<?> names
                ? names.stream()
                        .map(name -> ChangeType.valueOf(String.valueOf(name)))
                        .toList()
                : List.of();
    }

    private Done unlisten(Object root, DataFetchingEnvironment environment) {
        List<Map<String, Object>> input = environment.getArgumentOrDefault("input", List.of());
        input.forEach(gone -> queues.unlisten(integration(environment), String.valueOf(gone.get("objectType"))));
        return new Done(queues.listeners(integration(environment)));
    }

    private Done confirm(Object root, DataFetchingEnvironment environment) {
        Map<String, Object> input = environment.getArgumentOrDefault("input", Map.of());
        List<Integer> ids = new ArrayList<>();
        if (input.get("eventsIds") instanceof List<?> given) {
            given.forEach(id -> ids.add((Integer) id));
        }
        queues.confirm(integration(environment), ids);
        return new Done(List.of());
    }
}
