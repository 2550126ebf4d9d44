package centrasage.sync.posting;

import centrasage.flow.Command;
import centrasage.flow.Finding;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * One worker: claims the business objects with the oldest due postings, asks the other side once for all of them, and
 * posts each object's postings in rank order.
 */
public final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class.getName());
    /** Objects claimed at once: one look-up request serves them all, and a crash leaves no more than these behind. */
    private static final int PAGE = 30;

    private final Store store;
    private final Map<PostingKind, Target> targets;
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
        this.targets = Map.copyOf(targets);
        this.patience = patience;
        this.tally = tally;
        this.lanes = lanes;
    }

    /**
     * Posts until nothing is due.
     *
     * @param stopped asked between two documents
     * @return empty when nothing is due or it was stopped; else why the other side cannot be reached
     */
    public Optional<String> post(String holder, BooleanSupplier stopped) {
        Work post = (once, claimed, finding, lookedAt) -> once.post(claimed, finding);
        return drain(new Turn(Purpose.POST, post), holder, stopped);
    }

    /** Resolves what is in doubt and due for a look; otherwise as {@link #post}. */
    public Optional<String> resolve(String holder, BooleanSupplier stopped) {
        return drain(new Turn(Purpose.RESOLVE, PostOnce::resolve), holder, stopped);
    }

    /** Looks once more for the keys of what was posted after a doubt. */
    public void recheck(BooleanSupplier stopped) throws TargetUnavailable {
        List<Claimed> due = store.rechecks(PAGE);
        while (!due.isEmpty() && !stopped.getAsBoolean()) {
            Map<PostingKey, Finding> findings = find(due);
            for (Claimed claimed : due) {
                once(claimed).recheck(claimed, finding(findings, claimed));
            }
            due = store.rechecks(PAGE);
        }
    }

    @FunctionalInterface
    private interface Work {
        PostOnce.Step step(PostOnce once, Claimed claimed, Finding finding, Instant lookedAt);
    }

    /** What a worker came for; a look at the other side delays nobody, and gives way to nobody. */
    private record Turn(Purpose purpose, Work work) {
        boolean givesWay(Store store, Claimed claimed) {
            return purpose == Purpose.POST && store.mustGiveWay(claimed);
        }
    }

    private Optional<String> drain(Turn turn, String holder, BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            List<Claimed> claimed = claim(turn.purpose(), holder);
            if (claimed.isEmpty()) {
                return Optional.empty();
            }
            try {
                Optional<String> pause = work(claimed, stopped, turn);
                if (pause.isPresent()) {
                    return pause;
                }
            } catch (TargetUnavailable e) {
                return Optional.of(String.valueOf(e.getMessage()));
            } finally {
                claimed.forEach(store::release);
            }
        }
        return Optional.empty();
    }

    /**
     * One claim at a time within a process, so that its lanes do not fight for the same first rows; and towards the end of the
     * work no more than this lane's part of it, so that no lane has a page before it while the others have nothing to do.
     */
    private List<Claimed> claim(Purpose purpose, String holder) {
        synchronized (store) {
            int part = lanes == 1 ? PAGE : (store.claimable(purpose, PAGE * lanes) + lanes - 1) / lanes;
            return part == 0 ? List.of() : store.claim(purpose, holder, patience.lease(), part);
        }
    }

    private Optional<String> work(List<Claimed> page, BooleanSupplier stopped, Turn turn) throws TargetUnavailable {
        Instant lookedAt = store.now();
        Map<PostingKey, Finding> findings = find(page);
        Iterator<Claimed> rest = new ArrayList<>(page).iterator();
        String blocked = "";
        while (rest.hasNext() && !stopped.getAsBoolean()) {
            Claimed claimed = rest.next();
            if (claimed.command().object().equals(blocked)) {
                continue;
            }
            if (turn.givesWay(store, claimed)) {
                return Optional.empty();
            }
            PostOnce.Step step = turn.work().step(once(claimed), claimed, finding(findings, claimed), lookedAt);
            tally.accept(step.what());
            if (step.then() == PostOnce.Then.PAUSE) {
                return Optional.of(step.why());
            }
            if (step.then() == PostOnce.Then.LEAVE_OBJECT) {
                blocked = claimed.command().object();
            }
        }
        return Optional.empty();
    }

    private Map<PostingKey, Finding> find(List<Claimed> page) throws TargetUnavailable {
        Map<PostingKind, List<Command>> byKind = page.stream()
                .map(Claimed::command)
                .collect(Collectors.groupingBy(command -> command.key().kind()));
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Map.Entry<PostingKind, List<Command>> kind : byKind.entrySet()) {
            findings.putAll(find(target(kind.getKey()), kind.getValue()));
        }
        return findings;
    }

    /** One command that cannot be looked for must not keep all others waiting. */
    private static Map<PostingKey, Finding> find(Target target, List<Command> commands) throws TargetUnavailable {
        try {
            return target.find(commands);
        } catch (RuntimeException e) {
            if (commands.size() == 1) {
                LOG.log(Level.WARNING, e, () -> commands.get(0).key() + " cannot be looked for");
                return Map.of();
            }
            Map<PostingKey, Finding> findings = new HashMap<>();
            for (Command command : commands) {
                findings.putAll(find(target, List.of(command)));
            }
            return findings;
        }
    }

    private static Finding finding(Map<PostingKey, Finding> findings, Claimed claimed) {
        return findings.getOrDefault(
                claimed.command().key(), new Finding.Undecidable("the other side was not asked for this key"));
    }

    private PostOnce once(Claimed claimed) {
        return new PostOnce(store, target(claimed.command().key().kind()), patience);
    }

    private Target target(PostingKind kind) {
        Target target = targets.get(kind);
        if (target == null) {
            throw new IllegalStateException("nothing writes postings of kind " + kind);
        }
        return target;
    }
}
