package centrasage.console.mappings.change;

import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.version.Edition;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.changes.Proposal;
import centrasage.sync.changes.Proposals;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts a change of the mappings in force, or has it wait for a second person where {@code mapping.four-eyes} says so: for the page and
 * for the REST API alike.
 */
@ApplicationScoped
public class Saving {
    /** What fits beside the words of whoever approved. */
    private static final int NOTE_LENGTH = 800;

    private MappingVersions versions;
    private MappingSeed seed;
    private Changes changes;
    private Proposals proposals;
    private Audit audit;
    private boolean fourEyes;

    @SuppressWarnings("NullAway.Init")
    Saving() {}

    @Inject
    public Saving(
            MappingVersions versions,
            MappingSeed seed,
            Changes changes,
            Proposals proposals,
            Audit audit,
            @ConfigProperty(name = "mapping.four-eyes") boolean fourEyes) {
        this.versions = versions;
        this.seed = seed;
        this.changes = changes;
        this.proposals = proposals;
        this.audit = audit;
        this.fourEyes = fourEyes;
    }

    /** Whether a second person must approve. */
    public boolean fourEyes() {
        return fourEyes;
    }

    /** @param note why, in the person's words */
    public Saved save(Edition edition, String person, String note) {
        if (fourEyes) {
            return new Saved.Proposed(proposals.propose(
                    new Proposals.Wish(edition.base(), edition.sameAs(), changes.changed(edition), person, note)));
        }
        return made(edition, person, note).<Saved>map(Saved.Made::new).orElseGet(Saved.Beaten::new);
    }

    /** Somebody saved without having seen what it would do, and said why. */
    public void toldWithoutImpact(String person, Saved saved, String why) {
        String subject = saved.match(
                made -> "mappings/" + made.version().number(),
                proposed -> "mapping-proposal/" + proposed.proposal().id(),
                beaten -> "");
        if (!subject.isEmpty()) {
            audit.write(person, "MAPPINGS_UNSEEN", subject, "saved without its impact: " + why);
        }
    }

    private Optional<Version> made(Edition edition, String person, String note) {
        Optional<Version> made = versions.keep(edition, person, note);
        made.ifPresent(version -> seed.look());
        return made;
    }

    /** What became of an approval. */
    public enum Approval {
        MADE,
        /** It is the approver's own. */
        OWN,
        /** It is decided already, or taken back. */
        GONE,
        /** Another version came in force: it would now be made from that one, and is to be looked at and approved again. */
        PLANNED_ANEW,
        /** Another version changed the same files: whoever proposed it brings both together. */
        OVERTAKEN,
        /** What it says is in force already, or cannot be used any more. */
        USELESS
    }

    /** Approves what waits, by somebody else than its proposer. */
    public Approval approve(long id, String person, String words) {
        Optional<Proposal> found = proposals.get(id).filter(Proposal::waits);
        if (found.isEmpty()) {
            return Approval.GONE;
        }
        Proposal proposal = found.get();
        if (proposal.proposedBy().equalsIgnoreCase(person)) {
            return Approval.OWN;
        }
        return changes.of(proposal)
                .match(
                        nothing -> Approval.USELESS,
                        overtaken -> Approval.OVERTAKEN,
                        faulty -> Approval.USELESS,
                        ready -> approved(proposal, ready.edition(), person, words));
    }

    private Approval approved(Proposal proposal, Edition edition, String person, String words) {
        if (edition.base() != proposal.base()) {
            return plannedAnew(proposal, person);
        }
        String note = proposal.note() + " (approved by " + person + ": " + words + ")";
        Optional<Version> made = made(
                edition, proposal.proposedBy(), note.length() > NOTE_LENGTH ? note.substring(0, NOTE_LENGTH) : note);
        if (made.isEmpty()) {
            return plannedAnew(proposal, person);
        }
        proposals.decide(
                proposal.id(),
                new Proposals.Decision(
                        Proposal.State.APPROVED, person, words, made.get().number()));
        return Approval.MADE;
    }

    private Approval plannedAnew(Proposal proposal, String person) {
        proposals.baseOn(proposal.id(), versions.currentNumber(), person);
        return Approval.PLANNED_ANEW;
    }

    /** Rejects what waits; what was proposed goes back to its proposer's drafts. */
    public boolean reject(long id, String person, String words) {
        return ended(id, new Proposals.Decision(Proposal.State.REJECTED, person, words, null));
    }

    /** Takes one's own proposal back, to go on with it. */
    public boolean withdraw(long id, String person) {
        boolean isOwn = proposals
                .get(id)
                .filter(each -> each.proposedBy().equals(person))
                .isPresent();
        return isOwn && ended(id, new Proposals.Decision(Proposal.State.WITHDRAWN, person, "taken back", null));
    }

    private boolean ended(long id, Proposals.Decision decision) {
        Optional<Proposal> proposal = proposals.get(id);
        boolean isEnded = proposal.isPresent() && proposals.decide(id, decision);
        if (isEnded) {
            changes.takeBack(proposal.get());
        }
        return isEnded;
    }
}
