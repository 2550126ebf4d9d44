package centrasage.desk;

import centrasage.sync.circuit.Circuits;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.store.Gathered;
import centrasage.sync.store.GatheredPostings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What a person does about all that one cause stops, a batch after the other: what was done stays done if the process dies. */
@ApplicationScoped
public class OneCause {
    /** Small enough that a planner or a lane that wants one of them waits for a moment only. */
    private static final int BATCH = 50;

    private GatheredPostings gathered;
    private GatheredBatch batches;
    private Circuits circuits;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    OneCause() {}

    @Inject
    public OneCause(GatheredPostings gathered, GatheredBatch batches, Circuits circuits, DatabaseTime time) {
        this.gathered = gathered;
        this.batches = batches;
        this.circuits = circuits;
        this.time = time;
    }

    /** How resolving has ended. */
    public enum Resolved {
        /** Nothing waits for it any more, or everything was given up. */
        DONE,
        /** Documents wait for it: nothing was done, because nothing would tell of them any more. */
        STILL_WAITED_FOR,
        /** There is no such exception that is open. */
        GONE
    }

    /** How many wait for it now. */
    public long waiting(long id) {
        return circuit(id).flatMap(circuits::get).stream()
                .flatMap(circuit -> gathered.sums(circuit).stream())
                .mapToLong(GatheredPostings.Sum::postings)
                .sum();
    }

    /**
     * Plans all of them again with what is true now; of what Sage 200 refused, the first is sent at once, and the others follow when
     * it went through.
     *
     * @return how many; empty when there is no such exception that is open
     */
    public Optional<Integer> retry(long id, String person) {
        return circuit(id).map(circuit -> {
            int again = each(circuit, page -> batches.planAgain(page, id, person));
            circuits.probeNow(circuit, time.now());
            return again;
        });
    }

    /**
     * Closes it where nothing waits for it any more.
     *
     * @param giveAllUp whether everything that stopped for it is given up before, each with these words
     */
    public Resolved resolve(long id, String person, String why, boolean giveAllUp) {
        Optional<String> circuit = circuit(id);
        if (circuit.isEmpty()) {
            return Resolved.GONE;
        }
        if (giveAllUp) {
            each(circuit.get(), page -> batches.giveUp(page, person, why));
        }
        return batches.close(id, circuit.get(), person, why) ? Resolved.DONE : Resolved.STILL_WAITED_FOR;
    }

    private Optional<String> circuit(long id) {
        return batches.circuit(id);
    }

    /** Ends: each batch begins after the last posting of the one before. */
    private int each(String circuit, ToIntFunction<List<Gathered>> deed) {
        int done = 0;
        long after = 0;
        List<Gathered> page = gathered.of(circuit, after, BATCH);
        while (!page.isEmpty()) {
            done += deed.applyAsInt(page);
            after = page.get(page.size() - 1).postingId();
            page = gathered.of(circuit, after, BATCH);
        }
        return done;
    }
}
