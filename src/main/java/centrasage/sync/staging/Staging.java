package centrasage.sync.staging;

import centrasage.flow.DocumentVersion;
import centrasage.flow.PostingState;
import centrasage.flow.event.DocumentStaged;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.database.KeyParts;
import centrasage.sync.vault.CannotDecrypt;
import centrasage.sync.vault.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Source documents exactly as received, before anything else happens to them; and how far each source was read. */
@ApplicationScoped
public class Staging {
    private static final Logger LOG = Logger.getLogger(Staging.class.getName());

    private EntityManager entities;
    private PersonalData personalData;
    private DatabaseTime time;
    private Event<DocumentStaged> news;

    @SuppressWarnings("NullAway.Init")
    Staging() {}

    @Inject
    Staging(EntityManager entities, PersonalData personalData, DatabaseTime time, Event<DocumentStaged> news) {
        this.entities = entities;
        this.personalData = personalData;
        this.time = time;
        this.news = news;
    }

    /**
     * @param readAt when reading began
     * @param stagedAt when it was kept
     */
    record Moments(Instant readAt, Instant stagedAt) {}

    /** Where reading goes on; empty before the first page. */
    @Atomic
    public Optional<Instant> watermark(String name) {
        return Optional.ofNullable(entities.find(WatermarkRow.class, name)).map(WatermarkRow::readTo);
    }

    /** The moment before a source is asked, by which all nodes order what they read. */
    @Atomic(alone = true)
    public Instant readingBegins() {
        return time.now();
    }

    /**
     * Commits a page of documents, each as a new version where its content differs from the last one. What was read a while ago, by
     * a worker that was held up, never takes the place of what has been read since; a moment of change alone proves nothing, because
     * a source may commit late what it stamped early.
     *
     * @param readAt {@link #readingBegins()} before the page was asked for
     * @return how many were new or changed
     */
    @Atomic(alone = true)
    public int stage(String kind, List<Received> page, Instant readAt) {
        Map<String, StagedRow> latest = latest(kind, page);
        Instant now = time.now();
        int changed = 0;
        for (Received received : page) {
            Optional<StagedRow> version =
                    stage(kind, received, latest.get(received.sourceKey()), new Moments(readAt, now));
            version.ifPresent(row -> latest.put(received.sourceKey(), row)); // a page may hold a document twice
            changed += version.isPresent() ? 1 : 0;
        }
        return changed;
    }

    /** As {@link #stage}, and returns only once the page is on the disk: its source is about to forget it. */
    @Atomic(alone = true, onDisk = true)
    public int stageForGood(String kind, List<Received> page, Instant readAt) {
        return stage(kind, page, readAt);
    }

    /**
     * Keeps a document whose plan is recorded in the caller's transaction, so that nobody else ever sees it wait for one.
     *
     * @param readAt as for {@link #stage}
     * @return its latest version; empty for a person who was erased, and where what is here was read since
     */
    @Atomic
    public Optional<Staged> keep(String kind, Received received, Instant readAt) {
        Map<String, StagedRow> latest = latest(kind, List.of(received));
        Optional<StagedRow> before = Optional.ofNullable(latest.get(received.sourceKey()));
        if (before.filter(row -> row.wasReadSince(received, readAt)).isPresent()) {
            return Optional.empty();
        }
        Optional<StagedRow> changed = stage(kind, received, before.orElse(null), new Moments(readAt, time.now()));
        changed.ifPresent(row -> row.become(StagedRow.State.PLANNED));
        return changed.or(() -> before).map(this::staged).filter(staged -> !staged.erased());
    }

    /** As {@link #stage}, and moves the watermark in the same transaction. */
    @Atomic(alone = true)
    public int stage(String kind, List<Received> page, Instant readAt, String watermark, Instant readTo) {
        WatermarkRow row = entities.find(WatermarkRow.class, watermark);
        if (row == null) {
            entities.persist(new WatermarkRow(watermark, readTo, time.now()));
        } else {
            row.move(readTo, time.now());
        }
        return stage(kind, page, readAt);
    }

    private Optional<StagedRow> stage(String kind, Received received, @Nullable StagedRow before, Moments moments) {
        if (before != null && before.wasReadSince(received, moments.readAt())) {
            return Optional.empty();
        }
        Optional<byte[]> content = sealed(received, received.content());
        if (content.isEmpty() || (before != null && before.isSame(content.get()))) {
            return Optional.empty();
        }
        Optional<byte[]> payload = sealed(received, received.text());
        if (before != null && before.state() == StagedRow.State.STAGED) {
            before.become(StagedRow.State.SUPERSEDED);
        }
        int version = before == null ? 1 : before.version() + 1;
        StagedRow row = new StagedRow(kind, received, version, payload.orElseThrow(), content.get(), moments);
        entities.persist(row);
        news.fire(new DocumentStaged(row.document(), received.text()));
        return Optional.of(row);
    }

    /** Empty for a person who was erased, and for one whose key is damaged: it must not keep all others from being read. */
    private Optional<byte[]> sealed(Received received, String text) {
        try {
            return personalData.encrypt(received.subject(), text);
        } catch (CannotDecrypt e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> received.subject()
                            + " has changed, and the change cannot be kept: the key of its personal data is"
                            + " damaged in the database; restore it from a backup, and let the order be read again");
            return Optional.empty();
        }
    }

    /** Without the kind among the conditions: beside it, H2 would walk through all documents of that kind, for each page anew. */
    private Map<String, StagedRow> latest(String kind, List<Received> page) {
        if (page.isEmpty()) {
            return new HashMap<>();
        }
        return entities
                .createQuery(
                        "SELECT d FROM StagedRow d WHERE d.sourceKey IN :keys AND d.version ="
                                + " (SELECT MAX(o.version) FROM StagedRow o WHERE o.kind = d.kind AND o.sourceKey ="
                                + " d.sourceKey)",
                        StagedRow.class)
                .setParameter("keys", page.stream().map(Received::sourceKey).toList())
                .getResultList()
                .stream()
                .filter(row -> row.document().kind().equals(kind))
                .collect(
                        Collectors.toMap(StagedRow::sourceKey, Function.identity(), (one, other) -> one, HashMap::new));
    }

    /**
     * What waits for its plan, oldest first. In a transaction of its own, so that whoever then asks another system for what
     * the plan needs has none open.
     */
    @Atomic(alone = true)
    public List<Staged> unplanned(String kind, long afterId, int limit) {
        return entities
                .createQuery(
                        "SELECT d FROM StagedRow d WHERE d.state = :state AND d.kind = :kind AND d.id > :after"
                                + " ORDER BY d.id",
                        StagedRow.class)
                .setParameter("state", StagedRow.State.STAGED)
                .setParameter("kind", kind)
                .setParameter("after", afterId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::staged)
                .toList();
    }

    /**
     * The latest versions, as far as they were staged at this moment or later, whatever has become of them: for a flow that builds upon
     * the documents of another one.
     *
     * @param afterId of the last one of the page before
     */
    @Atomic(alone = true)
    public List<Staged> stagedSince(String kind, Instant since, long afterId, int limit) {
        return entities
                .createQuery(
                        "SELECT d FROM StagedRow d WHERE d.kind = :kind AND d.stagedAt >= :since AND d.id > :after"
                                + " AND NOT EXISTS (SELECT l FROM StagedRow l WHERE l.kind = d.kind"
                                + " AND l.sourceKey = d.sourceKey AND l.version > d.version) ORDER BY d.id",
                        StagedRow.class)
                .setParameter("kind", kind)
                .setParameter("since", since)
                .setParameter("after", afterId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::staged)
                .toList();
    }

    /**
     * The numbers of the documents that were staged at this moment or later, those that came last first.
     *
     * @param most of their versions that are looked at
     */
    @Atomic(alone = true)
    public List<String> keysSince(String kind, Instant since, int most) {
        return entities
                .createQuery(
                        "SELECT d.sourceKey FROM StagedRow d WHERE d.kind = :kind AND d.stagedAt >= :since"
                                + " ORDER BY d.stagedAt DESC, d.id DESC",
                        String.class)
                .setParameter("kind", kind)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .distinct()
                .toList();
    }

    /**
     * How many documents wait for a plan, their first or a new one, without those that have a posting in one of these states:
     * whoever counts the postings of these states has counted them.
     */
    @Atomic
    public long waiting(String kind, Set<PostingState> counted) {
        return entities.createQuery(
                        "SELECT COUNT(DISTINCT d.sourceKey) FROM StagedRow d WHERE d.state = :state AND d.kind = :kind"
                                + " AND NOT EXISTS (SELECT p FROM PostingRow p WHERE p.documentKind = d.kind"
                                + " AND p.documentKey = d.sourceKey AND p.state IN :counted)",
                        Long.class)
                .setParameter("state", StagedRow.State.STAGED)
                .setParameter("kind", kind)
                .setParameter("counted", counted)
                .getSingleResult();
    }

    /**
     * Whether this version still waits for its plan: a worker that was held up must not record a plan of what has been planned, or
     * changed, since it was read. Stays so until the caller's transaction ends.
     */
    @Atomic
    public boolean waits(long id) {
        StagedRow row = locked(id);
        return row != null && row.state() == StagedRow.State.STAGED;
    }

    /** As it is now, whatever was read of it before, until the caller's transaction ends. */
    private @Nullable StagedRow locked(long id) {
        return entities.find(StagedRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Which of these documents were ever received. */
    @Atomic
    public Set<String> received(String kind, Collection<String> sourceKeys) {
        Set<String> received = new HashSet<>();
        for (List<String> page : KeyParts.of(sourceKeys)) {
            received.addAll(entities.createQuery(
                            "SELECT DISTINCT d.sourceKey FROM StagedRow d WHERE d.kind = :kind AND d.sourceKey IN :keys",
                            String.class)
                    .setParameter("kind", kind)
                    .setParameter("keys", page)
                    .getResultList());
        }
        return received;
    }

    /** Which of these documents were received before this moment. */
    @Atomic(alone = true)
    public Set<String> receivedBefore(String kind, Collection<String> sourceKeys, Instant moment) {
        Set<String> received = new HashSet<>();
        for (List<String> page : KeyParts.of(sourceKeys)) {
            received.addAll(entities.createQuery(
                            "SELECT DISTINCT d.sourceKey FROM StagedRow d WHERE d.kind = :kind AND d.sourceKey IN :keys"
                                    + " AND d.stagedAt < :moment",
                            String.class)
                    .setParameter("kind", kind)
                    .setParameter("keys", page)
                    .setParameter("moment", moment)
                    .getResultList());
        }
        return received;
    }

    /** The plan of this version is recorded, in the caller's transaction. */
    @Atomic
    public void planned(long id) {
        entities.find(StagedRow.class, id).become(StagedRow.State.PLANNED);
    }

    /**
     * Puts the latest version back in line for its plan; false when nothing was ever received. Waits for whoever records a plan of it
     * now: what waits already would not wait any more once that is committed. Whoever locks its posting as well locks that before.
     */
    @Atomic
    public boolean planAgain(String kind, String sourceKey) {
        Optional<StagedRow> latest = versions(kind, sourceKey).stream().findFirst();
        latest.map(row -> locked(row.id()))
                .filter(row -> row.state() != StagedRow.State.SUPERSEDED)
                .ifPresent(row -> row.become(StagedRow.State.STAGED));
        return latest.isPresent();
    }

    /** Every version received, newest first. */
    @Atomic
    public List<Staged> of(String kind, String sourceKey) {
        return versions(kind, sourceKey).stream().map(this::staged).toList();
    }

    /** One version; empty where it was never received. */
    @Atomic
    public Optional<Staged> version(DocumentVersion document) {
        return entities
                .createQuery(
                        "SELECT d FROM StagedRow d WHERE d.kind = :kind AND d.sourceKey = :key AND d.version = :version",
                        StagedRow.class)
                .setParameter("kind", document.kind())
                .setParameter("key", document.key())
                .setParameter("version", document.version())
                .getResultList()
                .stream()
                .findFirst()
                .map(this::staged);
    }

    /** The latest version of which a plan was recorded; empty where there is none. */
    @Atomic
    public Optional<DocumentVersion> lastPlanned(String kind, String sourceKey) {
        return versions(kind, sourceKey).stream()
                .filter(row -> row.state() == StagedRow.State.PLANNED)
                .findFirst()
                .map(StagedRow::document);
    }

    private List<StagedRow> versions(String kind, String sourceKey) {
        return entities.createQuery(
                        "SELECT d FROM StagedRow d WHERE d.kind = :kind AND d.sourceKey = :key ORDER BY d.version DESC",
                        StagedRow.class)
                .setParameter("kind", kind)
                .setParameter("key", sourceKey)
                .getResultList();
    }

    /** One that cannot be decrypted keeps none of the others from being read. */
    private Staged staged(StagedRow row) {
        try {
            Optional<String> text = personalData.decrypt(row.subject(), row.payload());
            return staged(row, text, text.isEmpty());
        } catch (CannotDecrypt e) {
            LOG.warning(() -> row.document().kind() + " " + row.sourceKey() + ", version " + row.version() + ", "
                    + e.getMessage());
            return staged(row, Optional.empty(), false);
        }
    }

    private static Staged staged(StagedRow row, Optional<String> text, boolean erased) {
        return new Staged(row.id(), row.document(), row.subject(), row.sourceUpdatedAt(), row.stagedAt(), text, erased);
    }
}
