package centrasage.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Erases one order's personal data at a person's wish; never while something of it is still to be sent, which needs it. */
@ApplicationScoped
public class Erasure {
    private EntityManager entities;
    private PersonalData personalData;

    @SuppressWarnings("NullAway.Init")
    Erasure() {}

    @Inject
    Erasure(EntityManager entities, PersonalData personalData) {
        this.entities = entities;
        this.personalData = personalData;
    }

    /**
     * What became of the wish.
     *
     * @param unfinished the posting that still needs the data, so that nothing was erased; else empty
     * @param now whether it was erased by this call, rather than before
     */
    public record Erased(Optional<Posting> unfinished, boolean now) {}

    /**
     * Looks and erases in one transaction that holds the order's postings, so that no plan makes one due in between.
     *
     * @param subject under whose key the data lies, such as {@code C10234}
     */
    @Atomic
    public Erased erase(String sourceKey, String subject, String actor) {
        Optional<Posting> unfinished = locked(sourceKey).stream()
                .filter(row -> row.state().isUnfinished())
                .map(PostingRow::toPosting)
                .findFirst();
        return new Erased(unfinished, unfinished.isEmpty() && personalData.erase(subject, actor));
    }

    private List<PostingRow> locked(String sourceKey) {
        return entities.createQuery(
                        "SELECT p FROM PostingRow p WHERE p.sourceKey = :key ORDER BY p.id", PostingRow.class)
                .setParameter("key", sourceKey)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
