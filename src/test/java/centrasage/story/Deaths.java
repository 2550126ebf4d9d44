package centrasage.story;

import centrasage.flow.PostingKind;
import centrasage.simulator.http.WriteLog;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Kills nodes at one moment of a write or another, and proves which moment it was: by the store, where the attempt has no end, and
 * by what Sage itself saw of it. What cannot be proven is not counted. There is work all the while: whoever is to die must write.
 */
final class Deaths {
    /** Where in a write a node dies. */
    enum Window {
        /** The intent is committed, and Sage never saw the request. */
        BEFORE_SENDING,
        /** Sage has committed, and nothing was answered. */
        AFTER_COMMIT,
        /** The whole answer was sent, and its outcome is not committed. */
        AFTER_ANSWER;

        /** As the simulator calls it. */
        String atSage() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Who dies.
     *
     * @param holder what its leases and attempts contain
     * @param host under which name and port it asks for Sage
     * @param started since when what it posts counts
     */
    record Victim(RunningApplication process, String holder, String host, Instant started) {}

    private record Sending(long attempt, SageWrite write) {}

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** What was on its way when its sender died has arrived by then. */
    private static final Duration ARRIVAL = Duration.ofMillis(500);

    /** More than one look at the store takes: a request that arrived so long before was sent before the last look. */
    private static final Duration LOOK = Duration.ofMillis(20);

    /** So often there is more to write, until somebody has died of it. */
    private static final Duration MORE_WORK = Duration.ofSeconds(4);

    private final World world;
    private final Connection store;
    private final int postedBefore;
    private final Supplier<List<Victim>> nodes;
    private final Runnable work;
    private long worked;
    private final Clock clock = Clock.systemUTC();
    private final Map<Window, Integer> proven = new EnumMap<>(Window.class);
    private int all;

    /**
     * @param postedBefore how many documents each victim has posted since its start before it dies
     * @param nodes as they are now
     * @param work gives them something to write
     */
    Deaths(World world, Connection store, int postedBefore, Supplier<List<Victim>> nodes, Runnable work) {
        this.world = world;
        this.store = store;
        this.postedBefore = postedBefore;
        this.nodes = nodes;
        this.work = work;
    }

    int all() {
        return all;
    }

    int proven(Window window) {
        return proven.getOrDefault(window, 0);
    }

    /** That which was hit least. */
    Window next() {
        return List.of(Window.values()).stream()
                .min(java.util.Comparator.comparingInt(this::proven))
                .orElseThrow();
    }

    /** Who has posted enough since it was started to die. */
    private List<Victim> ripe() throws SQLException {
        if (System.nanoTime() - worked > MORE_WORK.toNanos()) {
            work.run();
            worked = System.nanoTime();
        }
        List<Victim> ripe = new ArrayList<>();
        for (Victim node : nodes.get()) {
            if (node.process().isAlive() && posted(node) >= postedBefore) {
                ripe.add(node);
            }
        }
        return ripe;
    }

    private long posted(Victim node) throws SQLException {
        try (PreparedStatement statement = store.prepareStatement("SELECT COUNT(*) FROM posting_attempt a"
                + " WHERE a.outcome = 'Posted' AND a.holder LIKE ? AND a.started_at >= ?")) {
            statement.setString(1, "%" + node.holder() + "%");
            statement.setObject(2, LocalDateTime.ofInstant(node.started(), ZoneOffset.UTC));
            return count(statement);
        }
    }

    private static long count(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Kills whoever writes next of those that have posted enough; returns whether this window was hit. */
    boolean kill(Window window) throws InterruptedException, SQLException {
        boolean hit = window == Window.BEFORE_SENDING ? beforeSending() : atSage(window);
        all++;
        proven.merge(window, hit ? 1 : 0, Integer::sum);
        return hit;
    }

    private boolean beforeSending() throws InterruptedException, SQLException {
        for (long end = System.nanoTime() + LIMIT.toNanos(); System.nanoTime() < end; ) {
            Optional<Boolean> hit = watched(ripe());
            if (hit.isPresent()) {
                return hit.get();
            }
        }
        throw new AssertionError("nobody wrote within " + LIMIT);
    }

    /** Looks at them until there is more work; empty where none of them began to write. */
    private Optional<Boolean> watched(List<Victim> ripe) throws InterruptedException, SQLException {
        Set<Sending> before = new HashSet<>();
        for (Victim node : ripe) {
            before.addAll(sending(node));
        }
        while (System.nanoTime() - worked < MORE_WORK.toNanos()) {
            for (Victim node : ripe) {
                Instant asked = clock.instant();
                Set<Sending> begun = sending(node);
                begun.removeAll(before);
                if (!begun.isEmpty()) {
                    node.process().kill();
                    Thread.sleep(ARRIVAL.toMillis());
                    SageWrite write = begun.iterator().next().write();
                    return Optional.of(isWithoutEnd(node, write) && !arrived(node, write, asked.minus(LOOK)));
                }
            }
            if (ripe.isEmpty()) {
                Thread.sleep(ARRIVAL.toMillis());
            }
        }
        return Optional.empty();
    }

    private boolean arrived(Victim victim, SageWrite write, Instant since) {
        return world.simulators().sage().writes().since(since).stream()
                .filter(arrived -> victim.host().equals(arrived.host()))
                .map(WriteLog.Write::identity)
                .anyMatch(identity -> SageWrite.of(identity).equals(write));
    }

    private boolean atSage(Window window) throws InterruptedException, SQLException {
        int struck = struck().size();
        Set<Long> ordered = new HashSet<>();
        Await.until("somebody to die " + window, LIMIT, () -> {
            ripe().stream().filter(node -> ordered.add(node.process().pid())).forEach(node -> order(window, node));
            return struck().size() > struck;
        });
        world.sage("DELETE", "/control/faults/kill", "");
        JsonNode first = struck().get(struck);
        Victim dead = nodes.get().stream()
                .filter(node -> node.process().pid() == first.get("pid").asLong())
                .findFirst()
                .orElseThrow();
        Await.until("it to be dead", LIMIT, () -> !dead.process().isAlive());
        return isWithoutEnd(dead, SageWrite.of(first.get("on").asText()));
    }

    private void order(Window window, Victim node) {
        world.sage(
                "POST",
                "/control/faults/kill",
                "{\"window\": \"%s\", \"pid\": %d, \"key\": \"POST \", \"header\": \"Host: %s\"}"
                        .formatted(window.atSage(), node.process().pid(), node.host()));
    }

    private JsonNode struck() {
        return world.sage("/control/faults").at("/kills/struck");
    }

    /** What this node is sending to Sage now, its intent committed. */
    private Set<Sending> sending(Victim victim) throws SQLException {
        return attempts(victim, "p.state = 'SENDING'");
    }

    /** Whether its last attempt is this node's, and has no outcome. */
    private boolean isWithoutEnd(Victim victim, SageWrite write) throws SQLException {
        return attempts(victim, "a.number = (SELECT MAX(o.number) FROM posting_attempt o WHERE o.posting_id = p.id)")
                .stream()
                .anyMatch(sending -> sending.write().equals(write));
    }

    private Set<Sending> attempts(Victim victim, String which) throws SQLException {
        Set<Sending> attempts = new HashSet<>();
        try (PreparedStatement statement =
                store.prepareStatement("SELECT a.id, p.kind, p.source_key FROM posting p JOIN posting_attempt a"
                        + " ON a.posting_id = p.id WHERE p.kind NOT LIKE 'CENTRA%' AND a.outcome = 'SENDING'"
                        + " AND a.holder LIKE ? AND " + which)) {
            statement.setString(1, "%" + victim.holder() + "%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    PostingKind kind = PostingKind.valueOf(rows.getString(2));
                    attempts.add(new Sending(rows.getLong(1), SageWrite.of(kind, rows.getString(3))));
                }
            }
        }
        return attempts;
    }

    @Override
    public String toString() {
        return all + " kills, proven " + proven;
    }
}
