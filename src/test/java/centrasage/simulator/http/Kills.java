package centrasage.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** The deaths that a test orders for a caller, and how many there were in each window. */
final class Kills {
    private final Deque<Kill> ordered = new ConcurrentLinkedDeque<>();
    private final Map<Kill.Window, Integer> counts = new EnumMap<>(Kill.Window.class);

    void order(Kill kill) {
        ordered.add(kill);
    }

    /** The death that this write brings, or null. It is taken off the list, and given back where nothing came of it. */
    synchronized @Nullable Kill due(String identity, Request request) {
        for (Kill kill : ordered) {
            if (kill.means(identity, request) && kill.comesNow()) {
                ordered.remove(kill);
                return kill;
            }
        }
        return null;
    }

    /** The write was refused, so that no window was hit: the next one will do. */
    void giveBack(Kill kill) {
        ordered.addFirst(kill);
    }

    /** Kills, and counts only what was there to be killed. */
    synchronized void strike(Kill kill) {
        if (kill.strike()) {
            counts.merge(kill.window(), 1, Integer::sum);
        }
    }

    synchronized int count(Kill.Window window) {
        return counts.getOrDefault(window, 0);
    }

    void cancel() {
        ordered.clear();
    }

    synchronized void reset() {
        ordered.clear();
        counts.clear();
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        for (Kill.Window window : Kill.Window.values()) {
            json.put(window.wireName(), count(window));
        }
        ArrayNode waiting = json.putArray("ordered");
        ordered.forEach(kill ->
                waiting.addObject().put("window", kill.window().wireName()).put("pid", kill.pid()));
        return json;
    }
}
