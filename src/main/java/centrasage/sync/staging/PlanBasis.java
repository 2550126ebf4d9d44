package centrasage.sync.staging;

import centrasage.flow.PostingState;
import centrasage.flow.Sha256;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What plans were made under: the settings, the mappings, and what parts of a document count. When one has changed, the documents of whatever is not known
 * to be in the books wait for a new plan, and what waits is never claimed: so a plan made in preview, or under an account since corrected,
 * never goes out.
 */
@ApplicationScoped
public class PlanBasis {
    /** What may have been sent is planned again as well, once it is known that it was not. */
    private static final Set<PostingState> NOT_KNOWN_TO_BE_THERE = EnumSet.of(
            PostingState.PLANNED,
            PostingState.WAITING,
            PostingState.LOCKED,
            PostingState.PARKED,
            PostingState.SENDING,
            PostingState.IN_DOUBT);

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    PlanBasis() {}

    @Inject
    PlanBasis(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /** The settings decide what is posted at all: what was skipped is planned again as well. */
    @Atomic(alone = true)
    public void settings(String kind, String settings) {
        Set<PostingState> states = EnumSet.of(PostingState.HELD, PostingState.SKIPPED, PostingState.REFUSED);
        states.addAll(NOT_KNOWN_TO_BE_THERE);
        moveTo("settings/" + kind, kind, settings, states);
    }

    /** The mappings decide how: what was skipped stays skipped. */
    @Atomic(alone = true)
    public void mappings(String kind, String version) {
        moveTo("mappings/" + kind, kind, version, ofMappings());
    }

    /**
     * The parts of such documents that anything is planned of. Once there is one more, all documents of that kind are planned again: those
     * that held no other part have no posting that would tell of them.
     */
    @Atomic(alone = true)
    public void parts(String kind, Set<String> parts) {
        String prefix = "parts/" + kind + "/";
        Map<String, PlanBasisRow> before = parts(prefix);
        Instant now = time.now();
        Set<String> more = new TreeSet<>(parts);
        more.removeIf(part -> before.remove(prefix + part) != null);
        before.values().forEach(entities::remove);
        more.forEach(part -> entities.persist(new PlanBasisRow(prefix + part, Sha256.hex(part), now)));
        if (!more.isEmpty()) {
            int again = planAllAgain(kind);
            audit.write(
                    "planning", "PLAN_BASIS", prefix + String.join(",", more), again + " documents are planned again");
        }
    }

    private Map<String, PlanBasisRow> parts(String prefix) {
        return entities
                .createQuery("SELECT b FROM PlanBasisRow b WHERE b.name LIKE :names", PlanBasisRow.class)
                .setParameter("names", prefix + "%")
                .getResultList()
                .stream()
                .collect(Collectors.toMap(PlanBasisRow::name, Function.identity()));
    }

    private int planAllAgain(String kind) {
        return entities.createQuery(
                        "UPDATE StagedRow d SET d.state = :staged WHERE d.kind = :kind AND d.state = :planned"
                                + " AND NOT EXISTS (SELECT n FROM StagedRow n WHERE n.kind = d.kind AND n.sourceKey = d.sourceKey"
                                + " AND n.version > d.version)")
                .setParameter("staged", StagedRow.State.STAGED)
                .setParameter("kind", kind)
                .setParameter("planned", StagedRow.State.PLANNED)
                .executeUpdate();
    }

    /** Whether plans of this kind are made under these mappings now; asked in the transaction that records one. */
    @Atomic
    public boolean isOf(String kind, String version) {
        PlanBasisRow row = entities.find(PlanBasisRow.class, "mappings/" + kind);
        return row != null && row.is(Sha256.hex(version));
    }

    /** How many documents other mappings would have planned again, by the state that their posting is in now. */
    @Atomic
    public Map<PostingState, Long> plannedAgain(String kind) {
        Map<PostingState, Long> counts = new EnumMap<>(PostingState.class);
        entities.createQuery(
                        "SELECT p.state, COUNT(p) FROM PostingRow p WHERE p.documentKind = :kind AND p.state IN :states"
                                + " GROUP BY p.state",
                        Object[].class)
                .setParameter("kind", kind)
                .setParameter("states", ofMappings())
                .getResultList()
                .forEach(row -> counts.put((PostingState) row[0], (Long) row[1]));
        return counts;
    }

    /** A document that other mappings would have planned again, and the id of its posting. */
    public record Again(long posting, String key) {}

    /** Those documents by the ids of their postings, for whoever foresees what would become of them. */
    @Atomic(alone = true)
    public List<Again> plannedAgain(String kind, long after, int most) {
        return entities
                .createQuery(
                        "SELECT p.id, p.documentKey FROM PostingRow p WHERE p.documentKind = :kind AND p.state IN :states"
                                + " AND p.id > :after ORDER BY p.id",
                        Object[].class)
                .setParameter("kind", kind)
                .setParameter("states", ofMappings())
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Again((Long) row[0], (String) row[1]))
                .toList();
    }

    private static Set<PostingState> ofMappings() {
        Set<PostingState> states = EnumSet.of(PostingState.HELD, PostingState.REFUSED);
        states.addAll(NOT_KNOWN_TO_BE_THERE);
        return states;
    }

    private void moveTo(String name, String kind, String text, Set<PostingState> states) {
        String basis = Sha256.hex(text);
        Instant now = time.now();
        PlanBasisRow row = entities.find(PlanBasisRow.class, name);
        if (row == null) {
            entities.persist(new PlanBasisRow(name, basis, now));
        } else if (!row.is(basis)) {
            row.become(basis, now);
            int again = planAgain(kind, states);
            audit.write("planning", "PLAN_BASIS", name, again + " documents are planned again");
        }
    }

    private int planAgain(String kind, Set<PostingState> states) {
        return entities.createQuery(
                        "UPDATE StagedRow d SET d.state = :staged WHERE d.kind = :kind AND d.state = :planned"
                                + " AND EXISTS (SELECT p FROM PostingRow p WHERE p.documentKind = d.kind AND p.documentKey = d.sourceKey"
                                + " AND p.version = d.version AND p.state IN :states)")
                .setParameter("staged", StagedRow.State.STAGED)
                .setParameter("kind", kind)
                .setParameter("planned", StagedRow.State.PLANNED)
                .setParameter("states", states)
                .executeUpdate();
    }
}
