package centrasage.jobs.lanes;

import centrasage.flow.Partner;
import centrasage.flow.PostingKind;
import centrasage.flow.Side;
import centrasage.flow.Target;
import centrasage.flow.event.SideHeard;
import centrasage.jobs.nodes.Nodes;
import centrasage.sync.posting.Lane;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lane workers: the one place from which postings are sent, for a job's step and for the timer alike. */
@ApplicationScoped
public class Lanes {
    /** Tells the turns of this node apart, so that no thread mistakes another's slot for its own. */
    private final AtomicLong turns = new AtomicLong();

    /** Of the runs of jobs and of the timer together. */
    private final AtomicInteger posting = new AtomicInteger();

    private Store store;
    private Instance<Target> targets;
    private Node node;
    private Nodes nodes;
    private LaneSettings settings;
    private Event<SideHeard> heard;

    @SuppressWarnings("NullAway.Init")
    Lanes() {}

    @Inject
    Lanes(
            Store store,
            Instance<Target> targets,
            Node node,
            Nodes nodes,
            LaneSettings settings,
            Event<SideHeard> heard) {
        this.store = store;
        this.targets = targets;
        this.node = node;
        this.nodes = nodes;
        this.settings = settings;
        this.heard = heard;
    }

    /** How many of the site's lanes this node may hold: one is left for each other node that lives. */
    int share() {
        return Math.max(1, settings.lanes() - nodes.others());
    }

    /**
     * Posts as one lane until nothing is due, where a lane is free and this node does not hold its share.
     *
     * @param tally told how each step ended, in a word to count
     */
    public void post(BooleanSupplier stopped, Consumer<String> tally) {
        if (settings.preview()) {
            return;
        }
        try {
            if (posting.incrementAndGet() <= share()) {
                work("lane/", stopped, tally, (lane, holder, slot) -> lane.post(holder, slot));
            }
        } finally {
            posting.decrementAndGet();
        }
    }

    /** Reads back what is in doubt; also looks for second documents of what was posted after a doubt. */
    void resolve(BooleanSupplier stopped, Consumer<String> tally) {
        if (settings.preview()) {
            return;
        }
        work("resolver/", stopped, tally, (lane, holder, slot) -> {
            Map<Partner, String> silent = lane.resolve(holder, slot);
            return lane.recheck(silent, slot);
        });
    }

    @FunctionalInterface
    private interface Work {
        Map<Partner, String> in(Lane lane, String holder, BooleanSupplier stopped);
    }

    private void work(String slots, BooleanSupplier stopped, Consumer<String> tally, Work work) {
        for (int number = 1; number <= settings.lanes(); number++) {
            String name = slots + number;
            String holder = node.holder(name + "#" + turns.incrementAndGet());
            LaneSlot slot = new LaneSlot(store, name, holder, settings.lease(), System::nanoTime);
            if (slot.take()) {
                try {
                    work(slot, holder, stopped, tally, work);
                } finally {
                    slot.giveBack();
                }
                return;
            }
        }
    }

    /**
     * That a company of Sage's answers is told by whoever reads it; that it turns writes away is known here alone. Of Centra,
     * whoever writes there tells.
     */
    private void work(LaneSlot slot, String holder, BooleanSupplier stopped, Consumer<String> tally, Work work) {
        Map<Partner, String> silent = work.in(lane(tally), holder, () -> stopped.getAsBoolean() || slot.isLost());
        silent.forEach((partner, why) -> {
            if (partner.side() == Side.SAGE_200) {
                heard.fire(SideHeard.refuses(Side.SAGE_200, partner.company(), why));
            }
        });
    }

    private Lane lane(Consumer<String> tally) {
        Map<PostingKind, Target> byKind = targets.stream().collect(Collectors.toMap(Target::kind, Function.identity()));
        return new Lane(store, byKind, settings.patience(), tally, settings.lanes());
    }
}
