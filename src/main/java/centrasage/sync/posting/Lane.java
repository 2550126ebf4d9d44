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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Posts until nothing is due. A company that cannot be worked with is left alone from then on: what is its own waits, and the
     * others go on.
     *
     * @param stopped asked between two documents
     * @return why a company cannot be worked with, by its number
     */
    public Map<String, String> post(String holder, BooleanSupplier stopped) {
        Work post = (once, claimed, finding, lookedAt) -> once.post(claimed, finding);
        return drain(new Turn(Purpose.POST, post, new LinkedHashMap<>()), holder, stopped);
    }

    /** Resolves what is in doubt and due for a look; otherwise as {@link #post}. */
    public Map<String, String> resolve(String holder, BooleanSupplier stopped) {
        return drain(new Turn(Purpose.RESOLVE, PostOnce::resolve, new LinkedHashMap<>()), holder, stopped);
    }

    /**
     * Looks once more for the keys of what was posted after a doubt.
     *
     * @param before companies that cannot be worked with, as {@link #resolve} told: they are not asked
     * @return these and those that do not answer now
     */
    public Map<String, String> recheck(Map<String, String> before, BooleanSupplier stopped) {
        Map<String, String> silent = new LinkedHashMap<>(before);
        List<Claimed> due = store.rechecks(silent.keySet(), PAGE);
        while (!due.isEmpty() && !stopped.getAsBoolean()) {
            Map<PostingKey, Finding> findings = find(due, silent);
            for (Claimed claimed : due) {
                if (!silent.containsKey(company(claimed))) {
                    once(claimed).recheck(claimed, finding(findings, claimed));
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
     * @param silent why companies cannot be worked with, as far as it has come
     */
    private record Turn(Purpose purpose, Work work, Map<String, String> silent) {
        Wanted wanted() {
            return new Wanted(purpose, silent.keySet());
        }

        boolean leavesAlone(Claimed claimed) {
            return silent.containsKey(company(claimed));
        }

        boolean givesWay(Store store, Claimed claimed) {
            return purpose == Purpose.POST && store.mustGiveWay(claimed, silent.keySet());
        }
    }

    /** Ends: each round does what is due, or there is one company more that is left alone. */
    private Map<String, String> drain(Turn turn, String holder, BooleanSupplier stopped) {
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

    private void work(List<Claimed> page, BooleanSupplier stopped, Turn turn) {
        Instant lookedAt = store.now();
        Map<PostingKey, Finding> findings = find(page, turn.silent());
        Iterator<Claimed> rest = new ArrayList<>(page).iterator();
        String blocked = "";
        while (rest.hasNext() && !stopped.getAsBoolean()) {
            Claimed claimed = rest.next();
            if (claimed.command().object().equals(blocked) || turn.leavesAlone(claimed)) {
                continue;
            }
            if (turn.givesWay(store, claimed)) {
                return;
            }
            PostOnce.Step step = turn.work().step(once(claimed), claimed, finding(findings, claimed), lookedAt);
            tally.accept(step.what());
            if (step.then() == PostOnce.Then.PAUSE) {
                turn.silent().put(company(claimed), step.why());
            }
            if (step.then() == PostOnce.Then.LEAVE_OBJECT) {
                blocked = claimed.command().object();
            }
        }
    }

    private static String company(Claimed claimed) {
        return claimed.command().key().company();
    }

    /** What is there of all companies but those that do not answer, which join the silent ones. */
    private Map<PostingKey, Finding> find(List<Claimed> page, Map<String, String> silent) {
        Map<String, List<Command>> byCompany = page.stream()
                .map(Claimed::command)
                .collect(Collectors.groupingBy(command -> command.key().company()));
        Map<PostingKey, Finding> findings = new HashMap<>();
        byCompany.forEach((company, commands) -> {
            try {
                findings.putAll(find(commands));
            } catch (TargetUnavailable e) {
                silent.put(company, String.valueOf(e.getMessage()));
            }
        });
        return findings;
    }

    private Map<PostingKey, Finding> find(List<Command> commands) throws TargetUnavailable {
        Map<PostingKind, List<Command>> byKind = commands.stream()
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
