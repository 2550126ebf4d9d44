package centrasage.sync.dates;

import centrasage.flow.PostingKey;
import centrasage.sync.database.Atomic;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The true days of documents that go out with another one, because their period is closed: Sage's API has no field for it. */
@ApplicationScoped
public class DocumentDates {
    private EntityManager entities;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    DocumentDates() {}

    @Inject
    DocumentDates(EntityManager entities, Audit audit) {
        this.entities = entities;
        this.audit = audit;
    }

    /** In the caller's transaction. What carries its true day is not kept, but for what a person has chosen while it goes out with none. */
    @Atomic
    public void note(DocumentDay day) {
        Optional<DocumentDateRow> known = row(day.key());
        if (day.isTrue()) {
            known.filter(row -> !row.isChosen() || day.chosen() != null).ifPresent(entities::remove);
        } else if (known.isEmpty()) {
            DocumentDateRow row = new DocumentDateRow(day.key());
            row.become(day.trueDay(), day.date());
            entities.persist(row);
        } else if (!known.get().isChosen(day.date())) {
            known.get().become(day.trueDay(), day.date());
        }
    }

    /** It will never go out. */
    @Atomic
    public void forget(PostingKey key) {
        row(key).ifPresent(entities::remove);
    }

    /** With which day a person lets it go out. */
    @Atomic
    public Optional<LocalDate> chosen(PostingKey key) {
        return row(key).filter(DocumentDateRow::isChosen).map(DocumentDateRow::documentDate);
    }

    /** False where nobody asks about this document. */
    @Atomic
    public boolean choose(PostingKey key, LocalDate document, String who, String why) {
        Optional<DocumentDateRow> row = row(key);
        row.ifPresent(asked -> {
            asked.choose(document, who, why);
            audit.write(who, "DATE_CHOSEN", key.sourceKey(), "goes out with " + document + ": " + why);
        });
        return row.isPresent();
    }

    /** Those that carry another day than their true one, or are to; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<DifferingDate> differing(long after, int most) {
        return entities
                .createQuery(
                        "SELECT d FROM DocumentDateRow d WHERE d.id > :after AND (d.documentDate IS NULL OR d.documentDate <>"
                                + " d.trueDate) ORDER BY d.id",
                        DocumentDateRow.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(DocumentDateRow::toDate)
                .toList();
    }

    /** The same from the one at this place on. */
    @Atomic
    public List<DifferingDate> differingFrom(int place, int most) {
        return entities
                .createQuery(
                        "SELECT d FROM DocumentDateRow d WHERE d.documentDate IS NULL OR d.documentDate <> d.trueDate"
                                + " ORDER BY d.id",
                        DocumentDateRow.class)
                .setFirstResult(place)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(DocumentDateRow::toDate)
                .toList();
    }

    /** The document under this id for which a person is asked, or has chosen a day. */
    @Atomic
    public Optional<DifferingDate> asked(long id) {
        return Optional.ofNullable(entities.find(DocumentDateRow.class, id))
                .map(DocumentDateRow::toDate)
                .filter(date -> date.documentDate() == null || date.chosenBy() != null);
    }

    private Optional<DocumentDateRow> row(PostingKey key) {
        return entities
                .createQuery(
                        "SELECT d FROM DocumentDateRow d WHERE d.company = :company AND d.kind = :kind AND d.sourceKey ="
                                + " :key",
                        DocumentDateRow.class)
                .setParameter("company", key.company())
                .setParameter("kind", key.kind())
                .setParameter("key", key.sourceKey())
                .getResultList()
                .stream()
                .findFirst();
    }
}
