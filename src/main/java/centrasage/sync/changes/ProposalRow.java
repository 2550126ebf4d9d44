package centrasage.sync.changes;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One proposal; its files are in {@link ProposalFileRow}. */
@Entity
@Table(name = "mapping_proposal")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class ProposalRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Enumerated(EnumType.STRING)
    private Proposal.State state;

    private int base;

    @Column(name = "same_as")
    private @Nullable Integer sameAs;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    private String note;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String words;

    @Column(name = "made_version")
    private @Nullable Integer madeVersion;

    ProposalRow() {}

    ProposalRow(Proposals.Wish wish, Instant now) {
        this.state = Proposal.State.WAITING;
        this.base = wish.base();
        this.sameAs = wish.sameAs();
        this.proposedBy = wish.person();
        this.proposedAt = now;
        this.note = wish.note();
    }

    long id() {
        return id;
    }

    boolean waits() {
        return state == Proposal.State.WAITING;
    }

    void decide(Proposals.Decision decision, Instant now) {
        state = decision.state();
        decidedBy = decision.person();
        decidedAt = now;
        words = decision.words();
        madeVersion = decision.version();
    }

    void baseOn(int version) {
        base = version;
    }

    Proposal toProposal() {
        return new Proposal(
                id, state, base, sameAs, proposedBy, proposedAt, note, decidedBy, decidedAt, words, madeVersion);
    }
}
