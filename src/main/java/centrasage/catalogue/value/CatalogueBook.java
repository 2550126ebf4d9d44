package centrasage.catalogue.value;

import centrasage.catalogue.compare.Field;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue's differences for people. */
@ApplicationScoped
public class CatalogueBook {
    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    CatalogueBook() {}

    @Inject
    public CatalogueBook(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /**
     * What to look for; null is whatever.
     *
     * @param label a SKU or a product's number
     * @param after the id of the last one of the page before; 0 for the first
     * @param skip how many of those after it are left out
     */
    public record Search(
            @Nullable String label,
            @Nullable Field field,
            @Nullable ValueState state,
            long after,
            int skip,
            int most) {
        public Search(@Nullable String label, @Nullable ValueState state, long after, int most) {
            this(label, null, state, after, 0, most);
        }
    }

    /** By rising id. Without a state, all but what is the same on both sides. */
    @Atomic
    public List<Value> values(Search search) {
        String condition = (search.label() == null ? "" : " AND v.label = :label")
                + (search.field() == null ? "" : " AND v.field = :field")
                + (search.state() == null ? " AND v.state <> :state" : " AND v.state = :state");
        TypedQuery<CatalogueValueRow> query = entities.createQuery(
                        "SELECT v FROM CatalogueValueRow v WHERE v.id > :after" + condition + " ORDER BY v.id",
                        CatalogueValueRow.class)
                .setParameter("after", search.after())
                .setParameter("state", search.state() == null ? ValueState.SAME : search.state())
                .setFirstResult(search.skip())
                .setMaxResults(search.most());
        if (search.label() != null) {
            query.setParameter("label", search.label());
        }
        if (search.field() != null) {
            query.setParameter("field", search.field());
        }
        return query.getResultList().stream().map(CatalogueValueRow::toValue).toList();
    }

    /** Those of these ids that a person may overwrite: drifted or rejected. */
    @Atomic
    public List<Value> overwritable(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : rowsToOverwrite(ids).stream().map(CatalogueValueRow::toValue).toList();
    }

    private List<CatalogueValueRow> rowsToOverwrite(Collection<Long> ids) {
        return entities.createQuery(
                        "SELECT v FROM CatalogueValueRow v WHERE v.id IN :ids AND v.state IN :states ORDER BY v.id",
                        CatalogueValueRow.class)
                .setParameter("ids", ids)
                .setParameter("states", List.of(ValueState.DRIFTED, ValueState.REJECTED))
                .getResultList();
    }

    /**
     * How many values of a company are in this state.
     *
     * @param leftSince since when the oldest of them waits for room in Centra's quota; null where none does
     */
    public record Summary(
            String company,
            ValueState state,
            long values,
            @Nullable Instant leftSince) {}

    @Atomic
    public List<Summary> summaries() {
        return entities
                .createQuery(
                        "SELECT v.company, v.state, COUNT(v) FROM CatalogueValueRow v"
                                + " GROUP BY v.company, v.state ORDER BY v.company, v.state",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> summary((String) row[0], (ValueState) row[1], (Long) row[2]))
                .toList();
    }

    private Summary summary(String company, ValueState state, long values) {
        Instant leftSince = entities.createQuery(
                        "SELECT v.leftSince FROM CatalogueValueRow v WHERE v.company = :company AND v.state = :state"
                                + " AND v.leftSince IS NOT NULL ORDER BY v.leftSince",
                        Instant.class)
                .setParameter("company", company)
                .setParameter("state", state)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        return new Summary(company, state, values, leftSince);
    }

    /** What of a company's has waited longer than this for room in Centra's quota. */
    @Atomic
    public List<Value> leftLongerThan(String company, Duration limit, int most) {
        return entities
                .createQuery(
                        "SELECT v FROM CatalogueValueRow v WHERE v.company = :company AND v.state = :due"
                                + " AND v.leftSince < :before ORDER BY v.leftSince, v.id",
                        CatalogueValueRow.class)
                .setParameter("company", company)
                .setParameter("due", ValueState.DUE)
                .setParameter("before", time.now().minus(limit))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(CatalogueValueRow::toValue)
                .toList();
    }

    /** Some of a company's in a state, by rising id. */
    @Atomic
    public List<Value> some(String company, ValueState state, int most) {
        return entities
                .createQuery(
                        "SELECT v FROM CatalogueValueRow v WHERE v.company = :company AND v.state = :state ORDER BY v.id",
                        CatalogueValueRow.class)
                .setParameter("company", company)
                .setParameter("state", state)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(CatalogueValueRow::toValue)
                .toList();
    }

    /**
     * Sage's values go before what somebody changed in Centra, and are told with the next run. What is not drifted or rejected stays.
     *
     * @return how many
     */
    @Atomic(onDisk = true)
    public int overwrite(Collection<Long> ids, String who, String why) {
        Instant now = time.now();
        List<CatalogueValueRow> rows = rowsToOverwrite(ids);
        for (CatalogueValueRow row : rows) {
            Value value = row.toValue();
            row.overwrite(now);
            audit.write(
                    who,
                    "CATALOGUE_OVERWRITTEN",
                    value.company() + "/" + value.label(),
                    value.field().mapped() + ": " + value.centra() + " -> " + value.sage() + ": " + why);
        }
        return rows.size();
    }
}
