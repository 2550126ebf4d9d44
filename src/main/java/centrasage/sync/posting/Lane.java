package centrasage.sync.posting;

import centrasage.flow.Finding;
import centrasage.flow.Partner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One worker: claims the business objects with the oldest due postings, asks the other side once for all of them, and
 * posts each object's postings in rank order.
 */
public final class Lane {
    /** Objects claimed at once: one look-up request serves them all, and a crash leaves no more than these behind. */
    private static final int PAGE = 30;

    private final Store store;
    private final LookUp lookUp;
    private final Patience patience;
    private final Consumer<String> tally;
    private final int lanes;

    /** The only lane. */
    public Lane(Store store, Map<PostingKind, Target> targets, Patience patience, Consumer<String> tally) {
        this(store, targets, patience, tally, 1);
    }

    /**
     * @param tally told how each step ended, in a word to count
     * @param lanes how many such workers share what is due
     */
    public Lane(Store store, Map<PostingKind, Target> targets, Patience patience, Consumer<String> tally, int lanes) {
        this.store = store;
        this.lookUp = new LookUp(targets);
        this.patience = patience;
        this.tally = tally;
        this.lanes = lanes;
    }

    /**
     * Posts until nothing is due. A partner that cannot be worked with is left alone from then on: what goes there waits, and all
     * else goes on.
     *
     * @param stopped asked between two documents
     * @return why partners cannot be worked with
     */
    public Map<Partner, String> post(String holder, BooleanSupplier stopped) {
        Work post = (once, claimed, finding, lookedAt) -> once.post(claimed, finding);
        return drain(new Turn(Purpose.POST, post, new LinkedHashMap<>()), holder, stopped);
    }

    /** Resolves what is in doubt and due for a look; otherwise as {@link #post}. */
    public Map<Partner, String> resolve(String holder, BooleanSupplier stopped) {
        return drain(new Turn(Purpose.RESOLVE, PostOnce::resolve, new LinkedHashMap<>()), holder, stopped);
    }

    /**
     * Looks once more for the keys of what was posted, and of what was ever in doubt, whatever became of it: a document too many may
     * have come.
     *
     * @param before partners that cannot be worked with, as {@link #resolve} told: they are not asked
     * @return these and those that do not answer now
     */
    public Map<Partner, String> recheck(Map<Partner, String> before, BooleanSupplier stopped) {
        Map<Partner, String> silent = new LinkedHashMap<>(before);
        List<Claimed> due = store.rechecks(silent.keySet(), PAGE);
        while (!due.isEmpty() && !stopped.getAsBoolean()) {
            Map<PostingKey, Finding> findings = lookUp.find(due, silent);
            for (Claimed claimed : due) {
                if (!silent.containsKey(partner(claimed))) {
                    once(claimed).recheck(claimed, LookUp.of(claimed, findings));
                }
            }
            due = store.rechecks(silent.keySet(), PAGE);
        }
        return silent;
    }

    @FunctionalInterface
    private interface Work {
        PostOnce.Step step(PostOnce once, Claimed claimed, Finding finding, Instant lookedAt);
    }

    /**
     * What a worker came for; a look at the other side delays nobody, and gives way to nobody.
     *
     * @param silent why partners cannot be worked with, as far as it has come
     */
    private record Turn(Purpose purpose, Work work, Map<Partner, String> silent) {
        Wanted wanted() {
            return new Wanted(purpose, silent.keySet());
        }

        boolean leavesAlone(Claimed claimed) {
            return silent.containsKey(partner(claimed));
        }

        boolean givesWay(Store store, Claimed claimed) {
            return purpose == Purpose.POST && store.mustGiveWay(claimed, silent.keySet());
        }
    }

    /** Ends: each round does what is due, or there is one partner more that is left alone. */
    private Map<Partner, String> drain(Turn turn, String holder, BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            List<Claimed> claimed = claim(turn.wanted(), holder);
            if (claimed.isEmpty()) {
                return turn.silent();
            }
            try {
                work(claimed, stopped, turn);
            } finally {
                claimed.forEach(store::release);
            }
        }
        return turn.silent();
    }

    /**
     * One claim at a time within a process, so that its lanes do not fight for the same first rows; and towards the end of the
     * work no more than this lane's part of it, so that no lane has a page before it while the others have nothing to do.
     */
    private List<Claimed> claim(Wanted wanted, String holder) {
        synchronized (store) {
            int part = lanes == 1 ? PAGE : (store.claimable(wanted, PAGE * lanes) + lanes - 1) / lanes;
            return part == 0 ? List.of() : store.claim(wanted, holder, patience.lease(), part);
        }
    }

    /**
     * What was read before something was written to the same object is read again, or it would not be what the next send begins
     * with.
     */
    private void work(List<Claimed> page, BooleanSupplier stopped, Turn turn) {
        Instant lookedAt = store.now();
        Map<PostingKey, Finding> findings = lookUp.find(page, turn.silent());
        Iterator<Claimed> rest = new ArrayList<>(page).iterator();
        String blocked = "";
        String touched = "";
        while (rest.hasNext() && !stopped.getAsBoolean()) {
            Claimed claimed = rest.next();
            String object = claimed.command().object();
            if (object.equals(blocked)) {
                continue;
            }
            if (object.equals(touched)) {
                findings.putAll(lookUp.find(List.of(claimed), turn.silent()));
            }
            if (turn.leavesAlone(claimed)) {
                continue;
            }
            if (turn.givesWay(store, claimed)) {
                return;
            }
            boolean goesOn = step(claimed, LookUp.of(claimed, findings), lookedAt, turn);
            touched = object;
            blocked = goesOn ? blocked : object;
        }
    }

    /** @return false when what follows in the same object must wait */
    private boolean step(Claimed claimed, Finding finding, Instant lookedAt, Turn turn) {
        PostOnce.Step step = turn.work().step(once(claimed), claimed, finding, lookedAt);
        tally.accept(step.what());
        if (step.then() == PostOnce.Then.PAUSE) {
            turn.silent().put(partner(claimed), step.why());
        }
        return step.then() != PostOnce.Then.LEAVE_OBJECT;
    }

    private static Partner partner(Claimed claimed) {
        return Partner.of(claimed.command().key());
    }

    private PostOnce once(Claimed claimed) {
        return new PostOnce(store, lookUp.target(claimed.command().key().kind()), patience);
    }
}
