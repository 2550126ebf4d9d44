package centrasage.sync.store;

import centrasage.flow.Amended;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.Discrepancy;
import centrasage.sync.posting.Elsewhere;
import centrasage.sync.posting.PlanState;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Printed;
import centrasage.sync.posting.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a plan: a posting, the same posting planned anew, or a comparison with what was posted. In the caller's transaction. */
@ApplicationScoped
class Recording {
    private EntityManager entities;
    private DatabaseTime time;
    private CommandVault vault;
    private Moves moves;
    private Comparison comparison;

    @SuppressWarnings("NullAway.Init")
    Recording() {}

    @Inject
    Recording(EntityManager entities, DatabaseTime time, CommandVault vault, Moves moves, Comparison comparison) {
        this.entities = entities;
        this.time = time;
        this.vault = vault;
        this.moves = moves;
        this.comparison = comparison;
    }

    /** As {@link centrasage.sync.posting.Store#record}. */
    Recorded record(Planned planned) {
        List<PostingRow> others = moves.lockElsewhere(planned.key());
        Recorded recorded = record(planned, others);
        if (!others.isEmpty()) {
            moves.countOnce(Stream.concat(others.stream(), moves.lock(planned.key()).stream())
                    .toList());
        }
        return recorded;
    }

    private Recorded record(Planned planned, List<PostingRow> others) {
        for (PostingRow elsewhere : others) {
            if (elsewhere.state().isUnderWay()) {
                return Recorded.LATER;
            }
            if (elsewhere.state().mayHaveBeenSent()) {
                return sentElsewhere(elsewhere, planned);
            }
            if (Elsewhere.isOpen(elsewhere.state()) || elsewhere.isKeptForOthers()) {
                replan(elsewhere, Elsewhere.skipped(planned, elsewhere.key()), elsewhere.state());
            }
        }
        return recorded(planned);
    }

    /** What must not be posted in another company as well is held; whatever else its source says is about what was sent. */
    private Recorded sentElsewhere(PostingRow elsewhere, Planned planned) {
        if (planned.plan() instanceof Plan.Post) {
            Recorded told = comparison.of(elsewhere, planned);
            Recorded here = recorded(Elsewhere.held(planned, elsewhere.key()));
            return told == Recorded.CHANGED_AFTER_POSTING ? told : here;
        }
        moves.lock(planned.key())
                .filter(row -> row.state().mayBeReplanned())
                .ifPresent(row -> replan(row, planned, row.state()));
        return comparison.of(elsewhere, planned);
    }

    private Recorded recorded(Planned planned) {
        Optional<PostingRow> existing = moves.lock(planned.key());
        if (existing.isEmpty()) {
            insert(planned);
            return Recorded.TAKEN;
        }
        PostingRow row = existing.get();
        if (row.state().mayBeReplanned()) {
            replan(row, planned, row.state());
            return Recorded.TAKEN;
        }
        return row.state().isUnderWay() ? Recorded.LATER : comparison.of(row, planned);
    }

    private void insert(Planned planned) {
        Sealed sealed = sealed(planned);
        PostingRow row = new PostingRow(planned, time.now(), sealed);
        entities.persist(row);
        take(row, planned, sealed, row.state());
    }

    /** A plan that says the same again is no news: no row of the trail, no event, and the queue stays as it is. */
    private void replan(PostingRow row, Planned planned, PostingState before) {
        Sealed sealed = sealed(planned);
        if (row.isPlannedAs(planned, sealed.command())) {
            row.planAgain(planned, sealed);
        } else {
            take(row, planned, sealed, before);
        }
    }

    private Sealed sealed(Planned planned) {
        Command kept = planned.plan().match(Plan.Post::command, Plan.Skip::coded, hold -> null);
        byte[] command = kept == null ? null : vault.seal(kept);
        return new Sealed(command, vault.marks(planned.object(), planned.printed()));
    }

    private void take(PostingRow row, Planned planned, Sealed sealed, PostingState before) {
        Instant now = time.now();
        row.replan(planned, now, sealed);
        moves.enqueue(row, now, planned.after());
        if (row.state() == PostingState.HELD) {
            moves.stopped(row, now);
        } else if (row.state().isUnfinished()) {
            moves.planned(row);
        }
        moves.announce(row, before, PlanState.reasons(planned.plan()), "");
    }

    /** A correction that is there has given its order the total that was planned. */
    void corrected(PostingRow row) {
        PostingKey key = row.key();
        if (key.kind() == PostingKind.ORDER_CORRECTION) {
            moves.lock(new PostingKey(key.company(), PostingKind.ORDER, key.sourceKey()))
                    .ifPresent(order -> order.total(order.amount()));
        }
    }

    /**
     * What was amended counts as posted so from the beginning: compared with its source, read back and shown as what it has become.
     *
     * @param row the amendment, locked after the order
     */
    void amended(PostingRow row, Document there) {
        Amended amended = there.amended();
        if (amended == null) {
            return;
        }
        moves.lock(amended.command().key())
                .filter(order -> order.state() == PostingState.POSTED)
                .ifPresent(order -> {
                    order.amended(amended.command(), row, vault.sealUnlessErased(amended.command()));
                    order.total(there.total());
                    comparison.settled(order);
                    moves.amended(
                            order,
                            amended.undone(),
                            time.now(),
                            "by the amendment " + row.key().sourceKey());
                    if (!amended.undone()) {
                        Discrepancy.of(order.id(), order.key(), order.amount(), order.vat(), there)
                                .ifPresent(moves::report);
                    }
                });
    }

    /** What makes a posted document what was meant goes out after it; nothing where there is no such thing. */
    void follow(PostingRow row, Document posted) {
        Command correction = posted.correction();
        if (correction != null) {
            recorded(new Planned(
                    correction.key(),
                    correction.object(),
                    row.document(),
                    correction.amount(),
                    correction.businessDate(),
                    new Plan.Post(correction),
                    correction.fingerprint(),
                    row.priority(),
                    Printed.NOTHING));
        }
    }
}
