package centrasage.settlements.journal;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What becomes of a journal: its state and what people are told of it change together. */
@ApplicationScoped
public class JournalFate {
    private static final String ACTOR = "settlement-post";

    private Journals journals;
    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;

    @SuppressWarnings("NullAway.Init")
    JournalFate() {}

    @Inject
    public JournalFate(Journals journals, Event<SettlementFinding> findings, Event<SettlementFinding.Over> over) {
        this.journals = journals;
        this.findings = findings;
        this.over = over;
    }

    /**
     * Sage has all of it.
     *
     * @param urns Sage's numbers of it
     * @return whether that is new
     */
    @Atomic(alone = true)
    public boolean seen(Journal journal, String urns) {
        over(journal, Kind.JOURNAL_DIFFERS);
        over(journal, Kind.JOURNAL_NOT_IMPORTED);
        return journal.state() == JournalState.OPEN
                && journals.become(journal, JournalState.SEEN, "in the nominal ledger as " + urns, ACTOR);
    }

    /**
     * Sage has something else under its reference.
     *
     * @param what names the lines
     */
    @Atomic(alone = true)
    public void differs(Journal journal, String what) {
        if (isOpen(journal, "the nominal ledger shows it otherwise than it was proposed")) {
            over(journal, Kind.JOURNAL_NOT_IMPORTED);
            tell(
                    journal,
                    Kind.JOURNAL_DIFFERS,
                    new Reason(
                            "JOURNAL_DIFFERS",
                            Owner.FINANCE,
                            "Sage 200's nominal ledger has the journal " + journal.reference()
                                    + " otherwise than it was proposed: " + what,
                            "Reverse in Sage 200 what is too much and enter what is missing, both under the reference "
                                    + journal.reference()
                                    + ": it closes itself then. If what is there is right, withdraw the journal and say so"));
        }
    }

    /**
     * Sage has nothing of it.
     *
     * @param isLate whether it should be there by now
     */
    @Atomic(alone = true)
    public void notThere(Journal journal, boolean isLate) {
        if (isOpen(journal, "it is not in the nominal ledger any more")) {
            over(journal, Kind.JOURNAL_DIFFERS);
            if (isLate) {
                tell(
                        journal,
                        Kind.JOURNAL_NOT_IMPORTED,
                        new Reason(
                                "JOURNAL_NOT_IMPORTED",
                                Owner.FINANCE,
                                "Sage 200's nominal ledger does not have the journal " + journal.reference() + ", "
                                        + journal.content().total() + ", which " + journal.proposedBy()
                                        + " proposed about "
                                        + journal.content().about(),
                                "Import its file (Payouts, Journals, " + journal.reference()
                                        + "), update waiting postings where Sage 200 keeps them, or withdraw the journal"));
            } else {
                over(journal, Kind.JOURNAL_NOT_IMPORTED);
            }
        }
    }

    /** Sage could not be asked, and it should be there by now: whether it is nobody knows. */
    @Atomic(alone = true)
    public void notLookedFor(Journal journal, String why) {
        if (journal.state() == JournalState.OPEN) {
            tell(
                    journal,
                    Kind.JOURNAL_NOT_IMPORTED,
                    new Reason(
                            "JOURNAL_NOT_LOOKED_FOR",
                            Owner.FINANCE,
                            "It is not known whether Sage 200 has the journal " + journal.reference() + ", "
                                    + journal.content().total() + ": " + why,
                            "Look for its reference in the nominal ledger, and see that the Sage user may read its transactions;"
                                    + " it is looked for again by itself"));
        }
    }

    /**
     * A person says that it is not imported after all, or not as it was.
     *
     * @return false where it is not open any more
     */
    @Atomic(alone = true, onDisk = true)
    public boolean withdrawn(Journal journal, String note, String person) {
        boolean isDone =
                journal.state() == JournalState.OPEN && journals.become(journal, JournalState.WITHDRAWN, note, person);
        if (isDone) {
            over(journal, Kind.JOURNAL_DIFFERS);
            over(journal, Kind.JOURNAL_NOT_IMPORTED);
        }
        return isDone;
    }

    /** Whether it is looked for still; one that was seen is open again where Sage shows it otherwise now. */
    private boolean isOpen(Journal journal, String why) {
        return journal.state() == JournalState.OPEN
                ? journals.journal(journal.id())
                        .filter(now -> now.state() == JournalState.OPEN)
                        .isPresent()
                : journals.become(journal, JournalState.OPEN, why, ACTOR);
    }

    private void tell(Journal journal, Kind kind, Reason reason) {
        findings.fire(new SettlementFinding(
                kind,
                journal.content().company(),
                journal.reference(),
                journal.content().total(),
                reason));
    }

    private void over(Journal journal, Kind kind) {
        over.fire(new SettlementFinding.Over(kind, journal.reference()));
    }
}
