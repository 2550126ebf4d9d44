package centrasage.sync.store;

import centrasage.flow.Document;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Side;
import centrasage.flow.event.ChangeMade;
import centrasage.flow.event.ChangeWithdrawn;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.circuit.Cause;
import centrasage.sync.circuit.Circuits;
import centrasage.sync.posting.Block;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Discrepancy;
import centrasage.sync.posting.Evidence;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Reasons;
import centrasage.sync.record.Audit;
import centrasage.sync.totals.PostingTotals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The changes of state of a locked posting: row, queue, link, audit row and event in one transaction of the caller. */
@ApplicationScoped
class Moves {
    private EntityManager entities;
    private Announcements announcements;
    private Audit audit;
    private Circuits circuits;
    private PostingTotals totals;

    @SuppressWarnings("NullAway.Init")
    Moves() {}

    @Inject
    Moves(EntityManager entities, Announcements announcements, Audit audit, Circuits circuits, PostingTotals totals) {
        this.entities = entities;
        this.announcements = announcements;
        this.audit = audit;
        this.circuits = circuits;
        this.totals = totals;
    }

    /** The posting of this key, locked until the transaction ends. */
    Optional<PostingRow> lock(PostingKey key) {
        return ofKey(key).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .findFirst();
    }

    private TypedQuery<PostingRow> ofKey(PostingKey key) {
        return entities.createQuery(
                        "SELECT p FROM PostingRow p WHERE p.company = :company AND p.kind = :kind"
                                + " AND p.sourceKey = :sourceKey",
                        PostingRow.class)
                .setParameter("company", key.company())
                .setParameter("kind", key.kind())
                .setParameter("sourceKey", key.sourceKey());
    }

    /** The postings of the same document in other companies, locked until the transaction ends. */
    List<PostingRow> lockElsewhere(PostingKey key) {
        return entities.createQuery(
                        "SELECT p FROM PostingRow p WHERE p.company <> :company AND p.kind = :kind"
                                + " AND p.sourceKey = :sourceKey ORDER BY p.id",
                        PostingRow.class)
                .setParameter("company", key.company())
                .setParameter("kind", key.kind())
                .setParameter("sourceKey", key.sourceKey())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** As {@link centrasage.sync.posting.Store#lock}; no corrections, which are locked before their orders when they are there. */
    void lock(Collection<String> sourceKeys) {
        entities.createQuery(
                        "SELECT p.id FROM PostingRow p WHERE p.sourceKey IN :keys"
                                + " AND p.kind <> centrasage.flow.PostingKind.ORDER_CORRECTION ORDER BY p.id",
                        Long.class)
                .setParameter("keys", sourceKeys)
                .getResultList()
                .forEach(this::lock);
    }

    /**
     * An order before what amends it, as who plans it locks them; and before the invoice of one of its shipments, which who looks for the
     * invoices of orders in Sage may see before its answer is recorded.
     */
    PostingRow lockAfterItsOrder(Claimed claimed) {
        PostingKey key = claimed.command().key();
        key.amends().ifPresent(this::lock);
        if (key.kind() == PostingKind.LEDGER_INVOICE) {
            OrderName.number(OrderName.ofObject(claimed.command().object()))
                    .ifPresent(order -> lock(new PostingKey(key.company(), PostingKind.ORDER, order)));
        }
        return lock(claimed.postingId());
    }

    PostingRow lock(long postingId) {
        return entities.find(PostingRow.class, postingId, LockModeType.PESSIMISTIC_WRITE);
    }

    void enqueue(PostingRow row, Instant now) {
        enqueue(row, now, null);
    }

    /** @param after what must be posted before it; null where nothing must */
    void enqueue(PostingRow row, Instant now, @Nullable PostingKey after) {
        dequeue(row);
        if (row.state().isUnfinished()) {
            entities.persist(new QueueRow(row, now, after == null ? null : known(after)));
            entities.flush();
        }
    }

    private long known(PostingKey key) {
        return ofKey(key).getResultList().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is known of " + key + ", which is waited for"))
                .id();
    }

    private void dequeue(PostingRow row) {
        entities.createQuery("DELETE FROM QueueRow q WHERE q.postingId = :id")
                .setParameter("id", row.id())
                .executeUpdate();
    }

    void due(PostingRow row, Purpose purpose, Instant at) {
        queued(row).due(purpose, at);
    }

    /** Due again at another time, for the same purpose; counted. */
    void lookAgain(PostingRow row, Instant at) {
        queued(row).lookAgain(at);
    }

    void send(PostingRow row, Claimed claimed, Instant now, Evidence evidence) {
        row.intend(evidence);
        entities.persist(new AttemptRow(claimed, now));
        become(row, PostingState.SENDING, now, List.of(), evidence.words());
    }

    void posted(PostingRow row, Document document, Instant now) {
        row.postedAs(document);
        dequeue(row);
        if (row.state().isUnderWay()) {
            circuits.taken(row.key(), row.id(), now);
        }
        String kind = row.key().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Link link = row.key().kind().side() == Side.CENTRA
                ? new Link("sage200-despatch", row.key().sourceKey(), kind, document.number())
                : toSage(row.key(), kind, document);
        entities.persist(new LinkRow(link, row.id(), now));
        become(row, PostingState.POSTED, now, List.of(), "as " + document.number());
        Discrepancy.of(row.id(), row.key(), row.amount(), row.vat(), document).ifPresent(this::report);
    }

    private static Link toSage(PostingKey key, String kind, Document document) {
        boolean isShipment = key.kind() == PostingKind.DESPATCH || key.kind() == PostingKind.LEDGER_INVOICE;
        String from = isShipment ? "centra-shipment" : "centra-" + kind;
        return new Link(from, key.sourceKey(), "sage200-" + kind, key.company() + "/" + document.number());
    }

    void refused(PostingRow row, List<Reason> reasons, Instant now) {
        stopped(row, PostingState.REFUSED, reasons, now);
    }

    void held(PostingRow row, List<Reason> reasons, Instant now) {
        stopped(row, PostingState.HELD, reasons, now);
    }

    private void stopped(PostingRow row, PostingState state, List<Reason> reasons, Instant now) {
        PostingState from = row.state();
        String wish = wish(row);
        row.stoppedFor(reasons);
        row.become(state, now);
        if (wish == null) {
            dequeue(row);
            stopped(row, now);
            announce(row, from, reasons, "");
        } else {
            givenUp(row, now, wish);
        }
    }

    /** It is held or refused: counted with others that are for the same cause, and one of many once that is known to stop many. */
    void stopped(PostingRow row, Instant now) {
        Cause cause = row.cause();
        row.stoppedFor(cause, circuits.failed(cause, row.id(), now));
    }

    /** It could be planned. */
    void planned(PostingRow row) {
        circuits.planned(row.key());
    }

    void locked(PostingRow row, Instant dueAt, Instant now, String who) {
        due(row, Purpose.POST, dueAt);
        queued(row).blocked(PostingState.LOCKED, who, now);
        row.stoppedFor(List.of());
        settle(row, PostingState.LOCKED, now, List.of(), who);
    }

    /** Not now; what is parked for the same reasons already is no news. */
    void parked(PostingRow row, List<Reason> reasons, Instant dueAt, Instant now) {
        boolean news = row.state() != PostingState.PARKED || !row.reasons().equals(reasons);
        due(row, Purpose.POST, dueAt);
        queued(row).blocked(PostingState.PARKED, "", now);
        row.stoppedFor(reasons);
        if (row.state() != PostingState.PARKED) {
            settle(row, PostingState.PARKED, now, reasons, "");
        } else if (news) {
            announce(row, PostingState.PARKED, reasons, "");
        }
    }

    /** Back to PLANNED: provably nothing is on the other side. What blocked it before may do so still. */
    void back(PostingRow row, Instant dueAt, Instant now, String why) {
        due(row, Purpose.POST, dueAt);
        settle(row, PostingState.PLANNED, now, List.of(), why);
    }

    /** Sent, and nobody knows what became of it: to be looked at from now on. */
    void doubt(PostingRow row, Instant now, String why) {
        due(row, Purpose.RESOLVE, now);
        queued(row).unblocked();
        row.stoppedFor(List.of());
        become(row, PostingState.IN_DOUBT, now, List.of(), why);
    }

    QueueRow queued(PostingRow row) {
        return entities.find(QueueRow.class, row.id());
    }

    /** It is known not to be there: what a person has given up meanwhile is given up, and nothing else is told of it. */
    private void settle(PostingRow row, PostingState to, Instant now, List<Reason> reasons, String detail) {
        String wish = wish(row);
        if (wish == null) {
            become(row, to, now, reasons, detail);
        } else {
            row.become(to, now);
            givenUp(row, now, wish);
        }
    }

    /** The words in which a person gave it up while it was tried; null where nobody did. */
    private @Nullable String wish(PostingRow row) {
        QueueRow queued = entities.find(QueueRow.class, row.id());
        return queued == null ? null : queued.giveUp();
    }

    /** Planned as it was, after it had stopped. */
    void dueAgain(PostingRow row, Instant now, String who) {
        row.stoppedFor(List.of());
        become(row, PostingState.PLANNED, now, List.of(), who);
        enqueue(row, now);
    }

    /** A person settled it elsewhere; why it was held, or what blocked it, stays with it. */
    void givenUp(PostingRow row, Instant now, String detail) {
        if (row.reasons().isEmpty()) {
            Block block = queued(row).block();
            row.stoppedFor(List.of(Reasons.lockedWhenGivenUp(block == null ? "" : block.by())));
        }
        dequeue(row);
        become(row, PostingState.ABANDONED, now, List.of(), detail);
    }

    void takenUp(PostingRow row, Instant now, String detail) {
        become(row, PostingState.HELD, now, row.reasons(), detail);
    }

    private void become(PostingRow row, PostingState to, Instant now, List<Reason> reasons, String detail) {
        PostingState from = row.state();
        row.become(to, now);
        announce(row, from, reasons, detail);
    }

    /** Tells the audit trail and whoever observes that the posting has left {@code from}. */
    void announce(PostingRow row, PostingState from, List<Reason> reasons, String detail) {
        row.tell(totals);
        String change = from == row.state() ? from.name() : from + " -> " + row.state();
        audit.write(
                "posting", row.state().name(), subject(row.key()), detail.isEmpty() ? change : change + ", " + detail);
        announcements.changed(new PostingChanged(
                row.id(), row.key(), from, row.state(), row.amount(), reasons, detail, row.isGathered()));
    }

    void report(PostingFinding finding) {
        audit.write(
                "posting",
                finding.kind().name(),
                subject(finding.key()),
                finding.reason().what());
        announcements.found(finding);
    }

    /** It has become what its source says, by an amendment that is there. */
    void amended(PostingRow row, boolean undone, Instant now, String by) {
        row.tell(totals);
        if (undone) {
            become(row, PostingState.REVERSED, now, List.of(), by);
        } else {
            audit.write("posting", "AMENDED", subject(row.key()), by);
        }
        announcements.made(new ChangeMade(row.id(), row.key()));
    }

    /**
     * Of one document in several companies: it counts where it is for the company; where it is for none of them, in the one that it was
     * planned for last.
     */
    void countOnce(List<PostingRow> family) {
        boolean isForOne = family.stream().anyMatch(row -> row.state() != PostingState.SKIPPED);
        long last = family.stream().mapToLong(PostingRow::id).max().orElse(0);
        for (PostingRow row : family) {
            row.countElsewhere(row.state() == PostingState.SKIPPED && (isForOne || row.id() != last));
            row.tell(totals);
        }
    }

    /** No audit row: nothing has changed here. */
    void withdrawn(PostingRow row) {
        announcements.withdrawn(new ChangeWithdrawn(row.id(), row.key()));
    }

    private static String subject(PostingKey key) {
        return key.company() + "/" + key.kind() + "/" + key.sourceKey();
    }

    void endAttempt(Claimed claimed, Instant now, Outcome outcome) {
        entities.createQuery("UPDATE AttemptRow a SET a.endedAt = :now, a.outcome = :outcome, a.detail = :detail"
                        + " WHERE a.postingId = :id AND a.number = :number")
                .setParameter("now", now)
                .setParameter("outcome", outcome.getClass().getSimpleName())
                .setParameter("detail", AttemptDetail.of(outcome))
                .setParameter("id", claimed.postingId())
                .setParameter("number", claimed.attempts() + 1)
                .executeUpdate();
    }
}
