package centrasage.sync.changes;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The changes of the mappings that wait for a second person, and what became of those that did. */
@ApplicationScoped
public class Proposals {
    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    Proposals() {}

    @Inject
    public Proposals(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /** @param files their texts by their names; null where the file is to be removed */
    public record Wish(
            int base, @Nullable Integer sameAs, Map<String, @Nullable String> files, String person, String note) {}

    /** @param version that was made; null where none was */
    public record Decision(
            Proposal.State state,
            String person,
            String words,
            @Nullable Integer version) {}

    @Atomic
    public Proposal propose(Wish wish) {
        ProposalRow row = new ProposalRow(wish, time.now());
        entities.persist(row);
        wish.files().forEach((name, text) -> entities.persist(new ProposalFileRow(row.id(), name, text)));
        audit.write(
                wish.person(),
                "MAPPINGS_PROPOSED",
                subject(row.id()),
                "from version " + wish.base() + ": "
                        + String.join(", ", wish.files().keySet()) + "; " + wish.note());
        return row.toProposal();
    }

    @Atomic
    public Optional<Proposal> get(long id) {
        return Optional.ofNullable(entities.find(ProposalRow.class, id)).map(ProposalRow::toProposal);
    }

    /** Those that wait, the newest first. */
    @Atomic
    public List<Proposal> waiting(int most) {
        return entities
                .createQuery("SELECT p FROM ProposalRow p WHERE p.state = :state ORDER BY p.id DESC", ProposalRow.class)
                .setParameter("state", Proposal.State.WAITING)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ProposalRow::toProposal)
                .toList();
    }

    /** The proposal that a version was made of; empty for one that needed no second person. */
    @Atomic
    public Optional<Proposal> ofVersion(int version) {
        return entities
                .createQuery("SELECT p FROM ProposalRow p WHERE p.madeVersion = :version", ProposalRow.class)
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(ProposalRow::toProposal);
    }

    /** The texts of its files by their names; null for one that would be removed. */
    @Atomic
    public Map<String, @Nullable String> files(long id) {
        Map<String, @Nullable String> files = new TreeMap<>();
        entities.createQuery("SELECT f FROM ProposalFileRow f WHERE f.proposal = :id", ProposalFileRow.class)
                .setParameter("id", id)
                .getResultList()
                .forEach(file -> files.put(file.fileName(), file.content()));
        return files;
    }

    /** @return false where somebody has decided already: nothing was changed */
    @Atomic
    public boolean decide(long id, Decision decision) {
        ProposalRow row = entities.find(ProposalRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.waits()) {
            return false;
        }
        row.decide(decision, time.now());
        audit.write(
                decision.person(),
                "MAPPINGS_" + decision.state(),
                subject(id),
                (decision.version() == null ? "" : "version " + decision.version() + "; ") + decision.words());
        return true;
    }

    /** The same change, to be made from another version, because its own is not in force any more. */
    @Atomic
    public void baseOn(long id, int version, String person) {
        ProposalRow row = entities.find(ProposalRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.waits()) {
            row.baseOn(version);
            audit.write(
                    person, "MAPPINGS_PROPOSED", subject(id), "to be made from version " + version + ", planned anew");
        }
    }

    private static String subject(long id) {
        return "mapping-proposal/" + id;
    }
}
