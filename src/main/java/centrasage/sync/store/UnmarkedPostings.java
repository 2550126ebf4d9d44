package centrasage.sync.store;

import centrasage.flow.DocumentVersion;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.posting.Printed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was posted, or given up, before marks of what is printed were kept: they are filled in from the version it was planned from. */
@ApplicationScoped
public class UnmarkedPostings {
    private static final Set<PostingState> COMPARED = EnumSet.of(PostingState.POSTED, PostingState.ABANDONED);

    private EntityManager entities;
    private CommandVault vault;

    @SuppressWarnings("NullAway.Init")
    UnmarkedPostings() {}

    @Inject
    UnmarkedPostings(EntityManager entities, CommandVault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    /** The versions that they were planned from; hardly ever any. */
    @Atomic
    public List<DocumentVersion> of(PostingKind kind, String sourceKey) {
        return rows(kind, sourceKey).stream().map(PostingRow::document).toList();
    }

    private List<PostingRow> rows(PostingKind kind, String sourceKey) {
        return entities.createQuery(
                        "SELECT p FROM PostingRow p WHERE p.sourceKey = :key AND p.kind = :kind AND p.state IN :compared"
                                + " AND p.marks IS NULL",
                        PostingRow.class)
                .setParameter("key", sourceKey)
                .setParameter("kind", kind)
                .setParameter("compared", COMPARED)
                .getResultList();
    }

    /** @param printed of this version of their document */
    @Atomic
    public void mark(PostingKind kind, DocumentVersion version, Printed printed) {
        rows(kind, version.key()).stream()
                .filter(row -> row.document().equals(version))
                .forEach(row -> row.mark(vault.marks(row.object(), printed)));
    }
}
