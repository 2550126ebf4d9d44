package centrasage.sync.posting;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.sync.circuit.Cause;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which cause stops many, in memory; touched only under the store's lock. */
final class MemoryCircuits {
    private static final class Streak {
        private String cause = "";
        private int failures;
        private long last;
    }

    private static final class Circuit {
        private final Cause cause;
        private @Nullable Instant nextProbe;
        private @Nullable Instant releasedAt;
        private long probe;

        Circuit(Cause cause) {
            this.cause = cause;
        }

        boolean isFor(PostingKey key) {
            return cause.company().equals(key.company()) && cause.kind() == key.kind();
        }
    }

    private final int failuresMax;
    private final Map<String, Streak> streaks = new HashMap<>();
    private final Map<String, Circuit> circuits = new TreeMap<>();

    MemoryCircuits(int failuresMax) {
        this.failuresMax = failuresMax;
    }

    /** It was held or refused. */
    void failed(MemoryPosting posting, Instant now) {
        Cause cause = posting.commonCause();
        posting.cause = cause.fingerprint();
        posting.gathered = cause.mayStopMany() && gathers(cause, posting.id, now);
    }

    private boolean gathers(Cause cause, long posting, Instant now) {
        Circuit known = circuits.get(cause.fingerprint());
        if (known != null && known.releasedAt == null) {
            return true;
        }
        Streak streak = streaks.computeIfAbsent(
                name(cause.company(), cause.kind().name(), cause.failedAs()), none -> new Streak());
        boolean same = streak.cause.equals(cause.fingerprint());
        int more = same && streak.last == posting ? 0 : 1;
        streak.failures = same ? streak.failures + more : 1;
        streak.cause = cause.fingerprint();
        streak.last = posting;
        if (streak.failures < failuresMax) {
            return false;
        }
        Circuit circuit = circuits.computeIfAbsent(cause.fingerprint(), none -> new Circuit(cause));
        circuit.releasedAt = null;
        circuit.nextProbe = cause.failedAs() == PostingState.REFUSED ? now.plus(StoreWorld.PROBE) : null;
        return true;
    }

    private static String name(String company, String kind, PostingState failedAs) {
        return company + "/" + kind + "/" + failedAs;
    }

    private void ends(PostingKey key, PostingState failedAs) {
        Streak streak = streaks.get(name(key.company(), key.kind().name(), failedAs));
        if (streak != null) {
            streak.failures = 0;
        }
    }

    void planned(PostingKey key) {
        ends(key, PostingState.HELD);
    }

    void taken(MemoryPosting posting, Instant now) {
        ends(posting.key(), PostingState.REFUSED);
        circuits.values().stream()
                .filter(circuit -> circuit.probe == posting.id)
                .forEach(circuit -> {
                    circuit.releasedAt = now;
                    circuit.nextProbe = null;
                    circuit.probe = 0;
                });
    }

    boolean stops(MemoryPosting posting) {
        return circuits.values().stream()
                .anyMatch(circuit ->
                        circuit.nextProbe != null && circuit.isFor(posting.key()) && circuit.probe != posting.id);
    }

    /** What is to be probed, and what goes out again because its cause is over, is handed on to be due. */
    void goOn(List<MemoryPosting> postings, Instant now, Consumer<MemoryPosting> again) {
        for (Circuit circuit : circuits.values()) {
            Instant released = circuit.releasedAt;
            if (released != null) {
                refused(circuit, postings).stream()
                        .filter(posting -> !posting.since.isAfter(released))
                        .forEach(again);
            } else if (circuit.nextProbe != null && !circuit.nextProbe.isAfter(now)) {
                circuit.nextProbe = now.plus(StoreWorld.PROBE);
                probe(circuit, postings, now, again);
            }
        }
    }

    private static void probe(
            Circuit circuit, List<MemoryPosting> postings, Instant now, Consumer<MemoryPosting> again) {
        List<MemoryPosting> refused = refused(circuit, postings);
        if (!refused.isEmpty()) {
            circuit.probe = refused.get(0).id;
            again.accept(refused.get(0));
            return;
        }
        postings.stream()
                .filter(posting -> posting.state == PostingState.PLANNED
                        && circuit.isFor(posting.key())
                        && !posting.notBefore.isAfter(now))
                .min(Comparator.comparing((MemoryPosting posting) -> posting.priority)
                        .thenComparing(posting -> posting.notBefore)
                        .thenComparing(posting -> posting.id))
                .ifPresent(posting -> circuit.probe = posting.id);
    }

    private static List<MemoryPosting> refused(Circuit circuit, List<MemoryPosting> postings) {
        return postings.stream()
                .filter(posting -> posting.state == PostingState.REFUSED
                        && circuit.cause.fingerprint().equals(posting.cause))
                .sorted(Comparator.comparing((MemoryPosting posting) -> posting.since)
                        .thenComparing(posting -> posting.id))
                .toList();
    }
}
