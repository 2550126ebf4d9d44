package centrasage.sync.mappings;

import centrasage.flow.MappingTexts;
import centrasage.flow.Sha256;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The versions of the mappings in the store. */
@ApplicationScoped
public class StoredMappingTexts implements MappingTexts {
    private static final String NEWEST = "SELECT v FROM MappingVersionRow v ORDER BY v.number DESC";

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    StoredMappingTexts() {}

    @Inject
    StoredMappingTexts(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    @Override
    @Atomic
    public Optional<Version> current() {
        return entities.createQuery(NEWEST, MappingVersionRow.class).setMaxResults(1).getResultList().stream()
                .findFirst()
                .map(MappingVersionRow::toVersion);
    }

    @Override
    @Atomic
    public Optional<Version> version(int number) {
        return Optional.ofNullable(entities.find(MappingVersionRow.class, number))
                .map(MappingVersionRow::toVersion);
    }

    @Override
    @Atomic
    public Optional<Version> lastFromSeed() {
        return entities
                .createQuery(
                        "SELECT v FROM MappingVersionRow v WHERE v.origin = :seed ORDER BY v.number DESC",
                        MappingVersionRow.class)
                .setParameter("seed", Origin.SEED)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(MappingVersionRow::toVersion);
    }

    @Override
    @Atomic
    public List<Version> before(int number, int most) {
        return entities
                .createQuery(
                        "SELECT v FROM MappingVersionRow v WHERE v.number < :number ORDER BY v.number DESC",
                        MappingVersionRow.class)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(MappingVersionRow::toVersion)
                .toList();
    }

    @Override
    @Atomic
    public Map<String, String> files(int number) {
        Map<String, String> files = new TreeMap<>();
        entities.createQuery("SELECT f FROM MappingFileRow f WHERE f.version = :version", MappingFileRow.class)
                .setParameter("version", number)
                .getResultList()
                .forEach(file -> files.put(
                        file.fileName(),
                        Objects.requireNonNull(
                                        entities.find(MappingTextRow.class, file.textHash()),
                                        () -> "the text of " + file.fileName() + " in version " + number + " is gone")
                                .content()));
        return files;
    }

    @Override
    @Atomic(onDisk = true)
    public Optional<Version> keep(int base, Draft draft) {
        Instant now = time.now(); // a query, which would write a row that is not filled in yet
        if (isOvertaken(base)) {
            return Optional.empty();
        }
        MappingVersionRow row = new MappingVersionRow(base + 1, draft, now);
        entities.persist(row);
        draft.files().forEach((name, text) -> entities.persist(new MappingFileRow(base + 1, name, kept(text))));
        audit.write(draft.madeBy(), "MAPPINGS_MADE", "mappings/" + (base + 1), inWords(draft));
        return Optional.of(row.toVersion());
    }

    /** The second of two who began from the same version waits here for the first, and then sees that version. */
    private boolean isOvertaken(int base) {
        if (base > 0) {
            entities.find(MappingVersionRow.class, base, LockModeType.PESSIMISTIC_WRITE);
        }
        return current().map(Version::number).orElse(0) != base;
    }

    private String kept(String text) {
        String hash = Sha256.hex(text);
        if (entities.find(MappingTextRow.class, hash) == null) {
            entities.persist(new MappingTextRow(hash, text));
        }
        return hash;
    }

    private static String inWords(Draft draft) {
        String from = switch (draft.origin()) {
            case SEED -> "loaded from mapping.seed";
            case SENT -> "from files that were sent";
            case AGAIN -> "version " + draft.sameAs() + " again";
        };
        return from + "; content " + draft.hash() + (draft.note().isEmpty() ? "" : "; " + draft.note());
    }
}
