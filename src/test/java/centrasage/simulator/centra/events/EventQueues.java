package centrasage.simulator.centra.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The event queues of a tenant, one for each integration that listens. An event stays, and is given again, until it is
 * confirmed. Centra's staff switches them on for a server; before that they stay empty, and nobody is told why.
 */
public final class EventQueues {
    private final Map<String, Map<String, Listener>> listeners = new TreeMap<>();
    private final Map<Integer, QueuedEvent> waiting = new TreeMap<>();
    private final Map<Integer, Integer> served = new TreeMap<>();
    private int lastId;
    private boolean on = true;

    public synchronized void switchedOn(boolean newOn) {
        on = newOn;
    }

    public synchronized boolean isOn() {
        return on;
    }

    /** Adds to what the integration listens to; no change types are all of them. */
    public synchronized void listen(
            String integration, String objectType, Collection<ChangeType> changes, Instant now) {
        Map<String, Listener> ofIntegration = listeners.computeIfAbsent(integration, name -> new TreeMap<>());
        Listener before = ofIntegration.get(objectType);
        Set<ChangeType> all = EnumSet.noneOf(ChangeType.class);
        all.addAll(changes.isEmpty() ? EnumSet.allOf(ChangeType.class) : changes);
        if (before != null) {
            all.addAll(before.changeTypes());
        }
        Instant createdAt = before == null ? now : before.createdAt();
        ofIntegration.put(objectType, new Listener(integration, objectType, all, createdAt, now));
    }

    /** Listens no more, and forgets what waits. */
    public synchronized void unlisten(String integration, String objectType) {
        listeners.getOrDefault(integration, new TreeMap<>()).remove(objectType);
        waiting.values()
                .removeIf(event -> event.integration().equals(integration)
                        && event.objectType().equals(objectType));
    }

    public synchronized List<Listener> listeners(String integration) {
        return List.copyOf(listeners.getOrDefault(integration, Map.of()).values());
    }

    /** Puts it into the queue of everybody who listens. */
    public synchronized void happened(String objectType, ChangeType change, long reference, Instant now) {
        if (!on) {
            return;
        }
        listeners.values().stream()
                .flatMap(ofIntegration -> ofIntegration.values().stream())
                .filter(listener -> listener.hears(objectType, change))
                .map(Listener::integration)
                .toList()
                .forEach(integration -> {
                    lastId++;
                    waiting.put(lastId, new QueuedEvent(lastId, integration, objectType, change, reference, now));
                });
    }

    /** The oldest that are not confirmed; that they were given is counted. */
    public synchronized List<QueuedEvent> oldest(String integration, Predicate<QueuedEvent> filter, int limit) {
        List<QueuedEvent> oldest = waiting.values().stream()
                .filter(event -> event.integration().equals(integration))
                .filter(filter)
                .limit(limit)
                .toList();
        oldest.forEach(event -> served.merge(event.id(), 1, Integer::sum));
        return oldest;
    }

    /** How often each event was given, confirmed ones included, by id. */
    public synchronized Map<Integer, Integer> served() {
        return new TreeMap<>(served);
    }

    /** One that is not there, or somebody else's, is passed over: confirming twice is no error (inferred). */
    public synchronized void confirm(String integration, Collection<Integer> ids) {
        for (int id : ids) {
            QueuedEvent event = waiting.get(id);
            if (event != null && event.integration().equals(integration)) {
                waiting.remove(id);
            }
        }
    }

    public synchronized List<QueuedEvent> waiting() {
        return new ArrayList<>(waiting.values());
    }

    public synchronized void clear() {
        waiting.clear();
        served.clear();
        listeners.clear();
    }
}
