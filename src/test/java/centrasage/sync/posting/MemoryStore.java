package centrasage.sync.posting;

import centrasage.flow.Amended;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.Partner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.AttemptDetail;
import centrasage.sync.store.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The twin of the JPA store for simulations: the same contract, in memory; safe for threads. */
final class MemoryStore implements Store {
    private static final Set<PostingState> GIVEN_UP_AT_ONCE =
            EnumSet.of(PostingState.HELD, PostingState.REFUSED, PostingState.LOCKED, PostingState.PARKED);

    private final MovableClock clock;
    private final Duration settle;
    private final Consumer<PostingChanged> changes;
    private final Consumer<PostingFinding> findings;
    private final Map<PostingKey, MemoryPosting> byKey = new LinkedHashMap<>();
    private final Map<Long, MemoryPosting> byId = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final Map<String, Lease> objects = new HashMap<>();
    private final Map<String, Lease> named = new HashMap<>();
    private final MemoryCircuits circuits;

    /** In which no cause ever stops many. */
    MemoryStore(
            MovableClock clock, Duration settle, Consumer<PostingChanged> changes, Consumer<PostingFinding> findings) {
        this(clock, settle, Integer.MAX_VALUE, changes, findings);
    }

    MemoryStore(
            MovableClock clock,
            Duration settle,
            int failuresMax,
            Consumer<PostingChanged> changes,
            Consumer<PostingFinding> findings) {
        this.circuits = new MemoryCircuits(failuresMax);
        this.clock = clock;
        this.settle = settle;
        this.changes = changes;
        this.findings = findings;
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public synchronized Recorded record(Planned planned) {
        for (MemoryPosting elsewhere : elsewhere(planned.key())) {
            if (elsewhere.state.isUnderWay()) {
                return Recorded.LATER;
            }
            if (elsewhere.state.mayHaveBeenSent()) {
                return sentElsewhere(elsewhere, planned);
            }
            if (Elsewhere.isOpen(elsewhere.state)) {
                recorded(Elsewhere.skipped(planned, elsewhere.key()));
            }
        }
        return recorded(planned);
    }

    /** Whoever records a plan does so in one piece. */
    @Override
    public void lock(Collection<String> sourceKeys) {}

    private Recorded sentElsewhere(MemoryPosting elsewhere, Planned planned) {
        if (planned.plan() instanceof Plan.Post) {
            return recorded(Elsewhere.held(planned, elsewhere.key()));
        }
        MemoryPosting here = byKey.get(planned.key());
        if (here != null && here.state.mayBeReplanned()) {
            recorded(planned);
        }
        return compare(elsewhere, planned);
    }

    private List<MemoryPosting> elsewhere(PostingKey key) {
        return byId.values().stream()
                .filter(posting -> posting.key().kind() == key.kind()
                        && posting.key().sourceKey().equals(key.sourceKey())
                        && !posting.key().company().equals(key.company()))
                .toList();
    }

    private Recorded recorded(Planned planned) {
        MemoryPosting posting = byKey.get(planned.key());
        if (posting == null) {
            posting = new MemoryPosting(byId.size() + 1L, planned, now());
            byKey.put(planned.key(), posting);
            byId.put(posting.id, posting);
            posting.waitsFor = after(planned);
            count(posting);
            announce(posting, posting.state, PlanState.reasons(planned.plan()), "");
            return Recorded.TAKEN;
        }
        if (posting.state.mayBeReplanned()) {
            PostingState before = posting.state;
            if (posting.isPlannedAs(planned)) {
                posting.planned = planned;
                return Recorded.TAKEN;
            }
            posting.plan(planned, now());
            posting.waitsFor = after(planned);
            count(posting);
            announce(posting, before, PlanState.reasons(planned.plan()), "");
            return Recorded.TAKEN;
        }
        return posting.state.isUnderWay() ? Recorded.LATER : compare(posting, planned);
    }

    private void count(MemoryPosting posting) {
        if (posting.state == PostingState.HELD) {
            circuits.failed(posting, now());
        } else if (posting.state.isUnfinished()) {
            circuits.planned(posting.key());
        }
    }

    private @Nullable MemoryPosting after(Planned planned) {
        PostingKey after = planned.after();
        return after == null ? null : posting(after).orElseThrow();
    }

    private Recorded compare(MemoryPosting posting, Planned planned) {
        Planned posted = posting.planned;
        Changes.Before before = new Changes.Before(
                posting.state == PostingState.ABANDONED,
                posted.version(),
                posted.amount(),
                posting.fingerprint(),
                marks(posted));
        Optional<Changes.Change> change = Changes.since(before, planned, marks(planned));
        if (change.isPresent() && !change.get().content().equals(posting.told)) {
            posting.told = change.get().content();
            findings.accept(new PostingFinding(
                    posting.id,
                    posting.key(),
                    PostingFinding.Kind.CHANGED_AFTER_POSTING,
                    change.get().difference(),
                    change.get().reason()));
            return Recorded.CHANGED_AFTER_POSTING;
        }
        if (Changes.isAsBefore(before, planned, marks(planned))) {
            posting.told = null;
        }
        return before.givenUp() ? Recorded.GIVEN_UP : Recorded.UNCHANGED;
    }

    private static Marks marks(Planned planned) {
        return Marks.of(planned.printed(), text -> Optional.of(Sha256.hex(text)));
    }

    @Override
    public synchronized List<Claimed> claim(Wanted wanted, String holder, Duration lease, int limit) {
        goOn(wanted);
        List<Claimed> claimed = new ArrayList<>();
        for (String object : candidates(wanted, posting -> true, limit)) {
            objects.put(object, new Lease(object, holder, now().plus(lease)));
            queued(object)
                    .filter(posting -> posting.state == PostingState.SENDING)
                    .toList()
                    .forEach(vanished -> doubt(vanished, "the process ended before the answer came"));
            List<Claimed> due = due(object, wanted.purpose(), holder);
            if (due.isEmpty()) {
                objects.remove(object);
            }
            claimed.addAll(due);
        }
        return claimed;
    }

    @Override
    public synchronized int claimable(Wanted wanted, int most) {
        goOn(wanted);
        return candidates(wanted, posting -> true, most).size();
    }

    private void goOn(Wanted wanted) {
        if (wanted.purpose() == Purpose.POST) {
            circuits.goOn(postings(), now(), refused -> {
                refused.reasons = List.of();
                back(refused, now(), "sent again");
            });
        }
    }

    @Override
    public synchronized boolean mustGiveWay(Claimed claimed, Set<Partner> notOf) {
        Wanted wanted = new Wanted(Purpose.POST, notOf);
        return !candidates(wanted, posting -> posting.priority.compareTo(claimed.priority()) < 0, 1)
                .isEmpty();
    }

    private Set<String> candidates(Wanted wanted, Predicate<MemoryPosting> others, int limit) {
        List<String> rows = byId.values().stream()
                .filter(posting -> isDue(posting, wanted.purpose()) && !isLive(objects.get(posting.object())))
                .filter(posting -> !isTo(wanted.notOf(), posting))
                .filter(others)
                .sorted(Comparator.comparing((MemoryPosting posting) -> posting.priority)
                        .thenComparing(posting -> posting.notBefore)
                        .thenComparing(MemoryPosting::object))
                .map(MemoryPosting::object)
                .limit(limit)
                .toList();
        return new LinkedHashSet<>(rows);
    }

    private static boolean isTo(Set<Partner> partners, MemoryPosting posting) {
        return partners.stream().anyMatch(partner -> partner.covers(Partner.of(posting.key())));
    }

    private boolean isDue(MemoryPosting posting, Purpose purpose) {
        return posting.state.isUnfinished()
                && posting.purpose == purpose
                && !posting.notBefore.isAfter(now())
                && (purpose != Purpose.POST || isDueToBeSent(posting));
    }

    private boolean isDueToBeSent(MemoryPosting posting) {
        return (posting.waitsFor == null || posting.waitsFor.state.wasPosted())
                && (posting.state == PostingState.SENDING
                        || !isOld(posting) && isFirstOfItsObject(posting) && !circuits.stops(posting));
    }

    private boolean isFirstOfItsObject(MemoryPosting posting) {
        return byId.values().stream().noneMatch(other -> other.standsBefore(posting));
    }

    private boolean isOld(MemoryPosting posting) {
        return waiting.contains(posting.planned.document().key());
    }

    /** A person gives it up: at once, or as soon as the try that is under way has failed. */
    synchronized boolean giveUp(PostingKey key, String why) {
        MemoryPosting posting = posting(key).orElseThrow();
        if (GIVEN_UP_AT_ONCE.contains(posting.state)) {
            givenUp(posting, why);
            return true;
        }
        boolean isTried = posting.state == PostingState.SENDING && posting.block != null;
        posting.giveUp = isTried ? why : posting.giveUp;
        return isTried;
    }

    /** A person sends what follows from a posted document again, as it is. */
    synchronized void sendAgain(PostingKey key) {
        posting(key)
                .filter(posting -> posting.key().kind().follows() && posting.state == PostingState.REFUSED)
                .ifPresent(posting -> back(posting, now(), "again, by a person"));
    }

    /** A newer version of this document waits for its plan, or no longer. */
    synchronized void waits(String documentKey, boolean waits) {
        if (waits) {
            waiting.add(documentKey);
        } else {
            waiting.remove(documentKey);
        }
    }

    private boolean isLive(@Nullable Lease lease) {
        return lease != null && lease.until().isAfter(now());
    }

    private Stream<MemoryPosting> queued(String object) {
        return byId.values().stream()
                .filter(posting ->
                        posting.state.isUnfinished() && posting.object().equals(object))
                .sorted(Comparator.comparingInt((MemoryPosting posting) -> posting.rank)
                        .thenComparingLong(posting -> posting.id));
    }

    private List<Claimed> due(String object, Purpose purpose, String holder) {
        return queued(object)
                .filter(posting -> isDue(posting, purpose))
                .map(posting -> claimed(posting, holder))
                .toList();
    }

    private static Claimed claimed(MemoryPosting posting, String holder) {
        Planned planned = posting.planned;
        Command command = planned.plan() instanceof Plan.Post post
                ? post.command()
                : new Command(
                        planned.key(),
                        planned.object(),
                        planned.amount(),
                        null,
                        planned.businessDate(),
                        "",
                        Command.ERASED);
        Instant doubtSince = posting.state == PostingState.IN_DOUBT ? posting.since : null;
        return new Claimed(
                posting.id,
                holder,
                command,
                posting.state,
                posting.plans,
                posting.attempts.size(),
                posting.looks,
                posting.everInDoubt,
                Attempt.unanswered(posting.attempts),
                doubtSince,
                posting.document == null ? null : posting.document.number(),
                posting.priority,
                posting.readBefore,
                posting.block);
    }

    @Override
    public synchronized boolean intend(Claimed claimed, Duration lease, Evidence evidence) {
        String object = claimed.command().object();
        Lease held = objects.get(object);
        if (held == null || !isLive(held) || !held.holder().equals(claimed.holder())) {
            return false;
        }
        MemoryPosting posting = posting(claimed);
        if (posting.isOvertaken(claimed) || isOld(posting) || !posting.state.mayBecome(PostingState.SENDING)) {
            return false;
        }
        if (circuits.stops(posting)) {
            return false;
        }
        objects.put(object, new Lease(object, claimed.holder(), now().plus(lease)));
        posting.evidence = evidence.words();
        posting.readBefore = evidence.read();
        posting.attempts.add(new Attempt(posting.attempts.size() + 1, now(), null, Attempt.SENDING, null));
        become(posting, PostingState.SENDING, List.of(), evidence.words());
        return true;
    }

    @Override
    public synchronized void conclude(Claimed claimed, Outcome outcome, Duration retryAfter) {
        MemoryPosting posting = posting(claimed);
        posting.endAttempt(claimed.attempts(), now(), outcome);
        if (posting.state != PostingState.SENDING || posting.attempts.size() != claimed.attempts() + 1) {
            return;
        }
        Runnable change = outcome.match(new Outcome.Cases<>(
                posted -> () -> posted(posting, posted.document()),
                there -> () -> posted(posting, there.document()),
                locked -> () -> {
                    posting.due(Purpose.POST, now().plus(retryAfter));
                    posting.blocked(PostingState.LOCKED, locked.who(), now());
                    posting.reasons = List.of();
                    settle(posting, PostingState.LOCKED, List.of(), locked.who());
                },
                refused -> () -> {
                    if (refused.passing()) {
                        parked(posting, refused.reasons(), now().plus(retryAfter));
                    } else if (refused.lesser() == null) {
                        refused(posting, refused.reasons());
                    } else {
                        back(posting, now(), "refused as it was, " + AttemptDetail.of(refused));
                    }
                },
                unavailable -> () -> back(posting, now().plus(retryAfter), unavailable.why()),
                inDoubt -> () -> doubt(posting, inDoubt.why())));
        change.run();
    }

    @Override
    public synchronized void adopt(Claimed claimed, Document document, List<PostingFinding> found) {
        MemoryPosting posting = posting(claimed);
        if (posting.isOvertaken(claimed) || !posting.state.mayBecome(PostingState.POSTED)) {
            return;
        }
        posted(posting, document);
        found.forEach(findings);
    }

    @Override
    public synchronized void refuse(Claimed claimed, List<Reason> reasons) {
        MemoryPosting posting = posting(claimed);
        if (!posting.isOvertaken(claimed) && posting.state.mayBecome(PostingState.REFUSED)) {
            refused(posting, reasons);
        }
    }

    @Override
    public synchronized void park(Claimed claimed, List<Reason> reasons, Duration after) {
        MemoryPosting posting = posting(claimed);
        boolean mayPark = posting.state == PostingState.PARKED || posting.state.mayBecome(PostingState.PARKED);
        if (!posting.isOvertaken(claimed) && mayPark && posting.state != PostingState.SENDING) {
            parked(posting, reasons, now().plus(after));
        }
    }

    private void parked(MemoryPosting posting, List<Reason> reasons, Instant dueAt) {
        boolean news = posting.state != PostingState.PARKED || !posting.reasons.equals(reasons);
        posting.due(Purpose.POST, dueAt);
        posting.blocked(PostingState.PARKED, "", now());
        posting.reasons = reasons;
        if (posting.state != PostingState.PARKED) {
            settle(posting, PostingState.PARKED, reasons, "");
        } else if (news) {
            announce(posting, PostingState.PARKED, reasons, "");
        }
    }

    @Override
    public synchronized int locked(String company) {
        return (int) locked().filter(posting -> posting.key().company().equals(company))
                .count();
    }

    private Stream<MemoryPosting> locked() {
        return byId.values().stream().filter(posting -> posting.lock().isPresent());
    }

    @Override
    public synchronized List<LockedDocument> lockedDocuments(int most) {
        return locked().filter(posting -> posting.state == PostingState.LOCKED)
                .filter(posting -> locked().noneMatch(other -> other.standsBefore(posting)))
                .sorted(Comparator.comparing((MemoryPosting posting) ->
                                posting.lock().orElseThrow().since())
                        .thenComparing(posting -> posting.id))
                .flatMap(posting -> lockedDocument(posting).stream())
                .limit(most)
                .toList();
    }

    private Optional<LockedDocument> lockedDocument(MemoryPosting posting) {
        return OrderName.number(posting.object().substring(posting.object().indexOf('/') + 1))
                .map(number -> new PostingKey(posting.key().company(), PostingKind.ORDER, number))
                .flatMap(this::posting)
                .flatMap(order -> Optional.ofNullable(order.document))
                .map(order -> new LockedDocument(posting.id, posting.key().company(), order.id(), posting.notBefore));
    }

    @Override
    public synchronized void lockStands(LockedDocument document, String holder, Duration notFor) {
        whileLocked(document, posting -> {
            Instant at = now().plus(notFor);
            posting.notBefore = at.isAfter(posting.notBefore) ? at : posting.notBefore;
            posting.lock().ifPresent(met -> posting.block = new Block(met.as(), met.since(), met.tries(), holder));
        });
    }

    @Override
    public synchronized void lockIsGone(LockedDocument document, Duration after) {
        whileLocked(document, posting -> {
            Instant at = now().plus(after);
            posting.notBefore = at.isBefore(posting.notBefore) ? at : posting.notBefore;
        });
    }

    private void whileLocked(LockedDocument document, Consumer<MemoryPosting> change) {
        posting(document.postingId())
                .filter(posting -> posting.state == PostingState.LOCKED)
                .ifPresent(change);
    }

    @Override
    public synchronized void hold(Claimed claimed, List<Reason> reasons) {
        MemoryPosting posting = posting(claimed);
        if (!posting.isOvertaken(claimed) && posting.state.mayBecome(PostingState.HELD)) {
            stopped(posting, PostingState.HELD, reasons);
        }
    }

    @Override
    public synchronized void lookAgain(Claimed claimed, Duration after) {
        MemoryPosting posting = posting(claimed);
        if (!posting.isOvertaken(claimed) && posting.state.isUnfinished() && posting.state != PostingState.SENDING) {
            posting.lookAgain(now().plus(after));
        }
    }

    @Override
    public synchronized void planAgain(Claimed claimed) {
        MemoryPosting posting = posting(claimed);
        if (!posting.isOvertaken(claimed) && posting.state == PostingState.IN_DOUBT) {
            back(posting, now(), "nothing found under its key after the settle time");
            posting.recheckAt = now().plus(settle);
        }
    }

    @Override
    public synchronized List<Claimed> rechecks(Set<Partner> notOf, int limit) {
        return byId.values().stream()
                .filter(posting -> posting.recheckAt != null && !posting.recheckAt.isAfter(now()))
                .filter(posting -> !isTo(notOf, posting))
                .limit(limit)
                .map(posting -> claimed(posting, "recheck"))
                .toList();
    }

    @Override
    public synchronized void rechecked(Claimed claimed, List<PostingFinding> found) {
        MemoryPosting posting = posting(claimed);
        found.forEach(findings);
        posting.recheckAt = posting.everInDoubt ? nextLook(posting) : null;
    }

    @Override
    public synchronized void recheckLater(Claimed claimed, PostingFinding ifNeverTold) {
        MemoryPosting posting = posting(claimed);
        posting.recheckAt = nextLook(posting);
        if (posting.recheckAt == null && posting.everInDoubt) {
            findings.accept(ifNeverTold);
        }
    }

    private @Nullable Instant nextLook(MemoryPosting posting) {
        return Looks.next(posting.since, now(), settle).orElse(null);
    }

    @Override
    public synchronized void release(Claimed claimed) {
        end(objects, claimed.command().object(), claimed.holder());
    }

    @Override
    public synchronized boolean lease(String name, String holder, Duration length) {
        Lease held = named.get(name);
        if (held != null && isLive(held) && !held.holder().equals(holder)) {
            return false;
        }
        named.put(name, new Lease(name, holder, now().plus(length)));
        return true;
    }

    @Override
    public synchronized void endLease(String name, String holder) {
        end(named, name, holder);
    }

    private static void end(Map<String, Lease> leases, String name, String holder) {
        Lease held = leases.get(name);
        if (held != null && held.holder().equals(holder)) {
            leases.remove(name);
        }
    }

    private void posted(MemoryPosting posting, Document document) {
        if (posting.state.isUnderWay()) {
            circuits.taken(posting, now());
        }
        posting.document = document;
        posting.reasons = List.of();
        become(posting, PostingState.POSTED, List.of(), "as " + document.number());
        Planned planned = posting.planned;
        Discrepancy.of(posting.id, posting.key(), planned.amount(), planned.vat(), document)
                .ifPresent(findings);
        follow(posting, document);
        amended(posting, document);
        posting.recheckAt = now().plus(settle);
    }

    private void follow(MemoryPosting posting, Document document) {
        Command correction = document.correction();
        if (correction != null) {
            recorded(new Planned(
                    correction.key(),
                    correction.object(),
                    posting.planned.document(),
                    correction.amount(),
                    correction.businessDate(),
                    new Plan.Post(correction),
                    correction.fingerprint(),
                    posting.priority,
                    Printed.NOTHING));
        }
    }

    private void amended(MemoryPosting posting, Document document) {
        Amended amended = document.amended();
        if (amended != null) {
            posting(amended.command().key())
                    .filter(order -> order.state == PostingState.POSTED)
                    .ifPresent(order -> amended(order, posting.planned, amended, document));
        }
    }

    private void amended(MemoryPosting order, Planned by, Amended amended, Document there) {
        Command command = amended.command();
        order.planned = new Planned(
                order.key(),
                order.object(),
                by.document(),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command),
                command.fingerprint(),
                order.priority,
                by.printed());
        order.told = null;
        Document before = Objects.requireNonNull(order.document);
        order.document = new Document(before.id(), before.number(), there.total(), there.vat(), before.createdAt());
        if (amended.undone()) {
            become(
                    order,
                    PostingState.REVERSED,
                    List.of(),
                    "by the amendment " + by.key().sourceKey());
        } else {
            Discrepancy.of(order.id, order.key(), command.amount(), command.vat(), there)
                    .ifPresent(findings);
        }
    }

    private void refused(MemoryPosting posting, List<Reason> reasons) {
        stopped(posting, PostingState.REFUSED, reasons);
    }

    private void stopped(MemoryPosting posting, PostingState as, List<Reason> reasons) {
        PostingState from = posting.state;
        posting.reasons = reasons;
        posting.become(as, now());
        if (posting.giveUp == null) {
            circuits.failed(posting, now());
            announce(posting, from, reasons, "");
        } else {
            givenUp(posting, posting.giveUp);
        }
    }

    private void back(MemoryPosting posting, Instant dueAt, String why) {
        posting.due(Purpose.POST, dueAt);
        settle(posting, PostingState.PLANNED, List.of(), why);
    }

    private void settle(MemoryPosting posting, PostingState to, List<Reason> reasons, String detail) {
        if (posting.giveUp == null) {
            become(posting, to, reasons, detail);
        } else {
            posting.become(to, now());
            givenUp(posting, posting.giveUp);
        }
    }

    private void givenUp(MemoryPosting posting, String why) {
        if (posting.reasons.isEmpty()) {
            posting.reasons = List.of(Reasons.lockedWhenGivenUp(posting.block == null ? "" : posting.block.by()));
        }
        posting.giveUp = null;
        become(posting, PostingState.ABANDONED, List.of(), why);
    }

    private void doubt(MemoryPosting posting, String why) {
        posting.block = null;
        posting.reasons = List.of();
        posting.due(Purpose.RESOLVE, now());
        become(posting, PostingState.IN_DOUBT, List.of(), why);
    }

    private void become(MemoryPosting posting, PostingState to, List<Reason> reasons, String detail) {
        PostingState from = posting.state;
        posting.become(to, now());
        announce(posting, from, reasons, detail);
    }

    private void announce(MemoryPosting posting, PostingState from, List<Reason> reasons, String detail) {
        changes.accept(new PostingChanged(
                posting.id,
                posting.key(),
                from,
                posting.state,
                posting.planned.amount(),
                reasons,
                detail,
                posting.gathered));
    }

    private MemoryPosting posting(Claimed claimed) {
        return posting(claimed.command().key()).orElseThrow();
    }

    synchronized Optional<MemoryPosting> posting(PostingKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    synchronized Optional<MemoryPosting> posting(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized List<MemoryPosting> postings() {
        return List.copyOf(byId.values());
    }
}
