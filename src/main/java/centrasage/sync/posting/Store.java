package centrasage.sync.posting;

import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.Partner;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The memory of what is planned, under way and posted. Each method is one short transaction of its own, except {@link
 * #record} and {@link #lock}, which join the caller's; no method calls the other side.
 *
 * <p>Two implementations keep one contract: the JPA store, and an in-memory twin for simulations.
 */
public interface Store {

    /** The database's time: the only time that leases and due dates are measured by. */
    Instant now();

    /**
     * Creates the posting of this key, or replaces its plan where nothing may have been sent yet. A document is posted in one
     * company only: what was planned for another and not sent is skipped there, what may have been sent there holds the new
     * plan.
     */
    Recorded record(Planned planned);

    /**
     * Locks what is planned from these source documents, in every company, until the caller's transaction ends. Whoever locks both
     * postings and staged documents locks the postings first, and of several the older first: so no two ever wait for each other.
     *
     * @param sourceKeys at least one
     */
    void lock(Collection<String> sourceKeys);

    /**
     * Leases up to {@code limit} business objects whose oldest due posting is wanted, and returns their due
     * postings in rank order: those of a higher priority first, then those that are due the longest. Nothing is due to be posted while a newer version of its document waits for a plan,
     * nor while another of its object stands before it that is locked, or of a lower rank and parked: only the first of what one
     * record blocks is tried. What {@link centrasage.flow.PostingKind#overwrites overwrites} the one before it is not due before that is done with,
     * nor is what {@link centrasage.flow.PostingKind#takesFromOneStock takes from one stock} with another that is in doubt. A posting found in SENDING belonged to a worker that vanished: it becomes IN_DOUBT. An object
     * without a due posting that is wanted is not kept.
     */
    List<Claimed> claim(Wanted wanted, String holder, Duration lease, int limit);

    /** Of every company. */
    default List<Claimed> claim(Purpose purpose, String holder, Duration lease, int limit) {
        return claim(Wanted.all(purpose), holder, lease, limit);
    }

    /** How many business objects could be claimed now, counted up to {@code most}. */
    int claimable(Wanted wanted, int most);

    /**
     * Whether something that goes before this one could be claimed to be sent now: then this one waits its turn anew.
     *
     * @param notOf who does not answer now: nothing gives way to what goes there
     */
    boolean mustGiveWay(Claimed claimed, Set<Partner> notOf);

    /**
     * Commits the intent to send: state SENDING, an attempt row with the evidence, and a renewed lease.
     *
     * @param evidence what was read before the call
     * @return false when the lease is lost, the plan was replaced or a newer version waits: then nothing may be sent
     */
    boolean intend(Claimed claimed, Duration lease, Evidence evidence);

    /** Where the key alone tells everything. */
    default boolean intend(Claimed claimed, Duration lease, String words) {
        return intend(claimed, lease, new Evidence(words, ""));
    }

    /**
     * Commits the outcome of what was intended. What was refused and may be taken in a lesser form is planned, and due at once.
     *
     * @param retryAfter when what is locked, refused for now or was not sent is due again; ignored for every other outcome
     */
    void conclude(Claimed claimed, Outcome outcome, Duration retryAfter);

    /**
     * Commits that the document was found before anything was sent, or after a doubt; nothing if the claim is overtaken.
     *
     * @param findings what a person must be told of in the same transaction, such as a second document
     */
    void adopt(Claimed claimed, Document document, List<PostingFinding> findings);

    /**
     * Commits that it cannot be posted: what was found under its key is not what we meant; nothing if the claim is
     * overtaken.
     */
    void refuse(Claimed claimed, List<Reason> reasons);

    /**
     * Commits that it cannot be posted now, with the reasons, and is due again after a while. What is parked already is only due
     * again, and told anew where the reasons are others. Nothing if the claim is overtaken.
     */
    void park(Claimed claimed, List<Reason> reasons, Duration after);

    /** How many postings of a company are locked now. */
    int locked(String company);

    /** What is locked and first of its object, with the document on the other side that it is about where that is known; the oldest first. */
    List<LockedDocument> lockedDocuments(int most);

    /** The lock of a document is known to stand: not due before then, and who holds it is kept. Nothing if it is not locked any more. */
    void lockStands(LockedDocument document, String holder, Duration notFor);

    /** The lock of a document is known to be gone: due then at the latest. Nothing if it is not locked any more. */
    void lockIsGone(LockedDocument document, Duration after);

    /** Commits that it can no longer be posted, though nothing is there: a person decides. Nothing if the claim is overtaken. */
    void hold(Claimed claimed, List<Reason> reasons);

    /** Looks again later, and counts it; the posting keeps its state. Nothing if the claim is overtaken. */
    void lookAgain(Claimed claimed, Duration after);

    /**
     * Nothing carries the key after the settle time: it is planned again, and its key is looked for later whatever becomes of it. Nothing
     * if the claim is overtaken: another worker may have sent it meanwhile.
     */
    void planAgain(Claimed claimed);

    /**
     * What was posted, or was once in doubt, and is due for a look for a document too many.
     *
     * @param notOf who does not answer now
     */
    List<Claimed> rechecks(Set<Partner> notOf, int limit);

    /** Of every company. */
    default List<Claimed> rechecks(int limit) {
        return rechecks(Set.of(), limit);
    }

    /**
     * The look was made and what it found is reported, which changes nothing where it says the same as before. What was once in
     * doubt is looked for again as {@link Looks} says; what was not, never again.
     */
    void rechecked(Claimed claimed, List<PostingFinding> findings);

    /** The look told nothing: it is made again as {@link Looks} says, and if none ever tells of what was once in doubt, that is reported. */
    void recheckLater(Claimed claimed, PostingFinding ifNeverTold);

    /** Gives the business object back. */
    void release(Claimed claimed);

    /** Takes or renews a named lease, such as a job's or a lane slot's. */
    boolean lease(String name, String holder, Duration length);

    /** Gives a named lease back; does nothing when somebody else holds it. */
    void endLease(String name, String holder);
}
