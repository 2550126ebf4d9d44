package centrasage.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** The deaths that a test orders for a caller, and how many there were in each window. */
final class Kills {
    private final Deque<Kill> ordered = new ConcurrentLinkedDeque<>();
    private final List<Kill> struck = new ArrayList<>();

    void order(Kill kill) {
        ordered.add(kill);
    }

    /** The death that this write brings, or null. It is taken off the list, and given back where nothing came of it. */
    synchronized @Nullable Kill due(String identity, Request request) {
        for (Kill kill : ordered) {
            if (kill.means(identity, request) && kill.comesNow()) {
                ordered.remove(kill);
                kill.strikesOn(identity);
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
            struck.add(kill);
        }
    }

    synchronized int count(Kill.Window window) {
        return (int) struck.stream().filter(kill -> kill.window() == window).count();
    }

    void cancel() {
        ordered.clear();
    }

    synchronized void reset() {
        ordered.clear();
        struck.clear();
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        for (Kill.Window window : Kill.Window.values()) {
            json.put(window.wireName(), count(window));
        }
        ArrayNode waiting = json.putArray("ordered");
        ordered.forEach(kill -> row(waiting, kill));
        ArrayNode done = json.putArray("struck");
        synchronized (this) {
            struck.forEach(kill -> row(done, kill).put("on", kill.struckOn()));
        }
        return json;
    }

    private static ObjectNode row(ArrayNode rows, Kill kill) {
        return rows.addObject().put("window", kill.window().wireName()).put("pid", kill.pid());
    }
}
