package centrasage.sync.changes;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people are changing of the mappings: each has one draft of each file, which nobody else sees. */
@ApplicationScoped
public class Drafts {
    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Drafts() {}

    @Inject
    public Drafts(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /** By the names of their files. */
    @Atomic
    public List<KeptDraft> of(String person) {
        return entities
                .createQuery("SELECT d FROM DraftRow d WHERE d.person = :person ORDER BY d.fileName", DraftRow.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .map(DraftRow::toDraft)
                .toList();
    }

    @Atomic
    public Optional<KeptDraft> of(String person, String file) {
        return Optional.ofNullable(entities.find(DraftRow.class, DraftRow.id(person, file)))
                .map(DraftRow::toDraft);
    }

    /**
     * Keeps what was typed, in place of what this person had typed of the file before.
     *
     * @param content null where the file is to be removed
     */
    @Atomic
    public void keep(String person, String file, int base, @Nullable String content) {
        keep(person, new KeptDraft(file, base, null, content, time.now()));
    }

    /** As {@link #keep}, of a file as it was in an older version. */
    @Atomic
    public void keepAgain(String person, String file, int base, int sameAs, @Nullable String content) {
        keep(person, new KeptDraft(file, base, sameAs, content, time.now()));
    }

    private void keep(String person, KeptDraft draft) {
        DraftRow row = entities.find(DraftRow.class, DraftRow.id(person, draft.file()));
        if (row == null) {
            entities.persist(new DraftRow(person, draft));
        } else {
            row.become(draft);
        }
    }

    @Atomic
    public void discard(String person, String file) {
        DraftRow row = entities.find(DraftRow.class, DraftRow.id(person, file));
        if (row != null) {
            entities.remove(row);
        }
    }

    @Atomic
    public void discard(String person) {
        entities.createQuery("DELETE FROM DraftRow d WHERE d.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
