package centrasage.sync.record;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The audit trail for people: the newest first, from the row at hand on, by indexes alone, however long it is. */
@ApplicationScoped
public class AuditTrail {
    /** SQL Server takes some 2,000 parameters in one statement; nobody asks for more. */
    private static final int SUBJECTS_MAX = 500;

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    AuditTrail() {}

    @Inject
    AuditTrail(EntityManager entities) {
        this.entities = entities;
    }

    /** What stands behind a row. */
    public enum Behind {
        /** A person has done something. */
        DEED,
        /** A person has looked at something. */
        LOOK,
        PROGRAM
    }

    /**
     * One row.
     *
     * @param number of the row, by which a page begins
     * @param sealed its place in the seal; null while it is not sealed yet
     */
    public record Entry(
            long number, AuditEntry what, @Nullable Long sealed) {}

    /**
     * What to look for; null and no subjects mean whatever.
     *
     * @param behind null for anybody
     * @param actor a sign-in name
     * @param subjects any of these
     * @param from the first moment
     * @param before the moment after the last one
     */
    public record Filter(
            @Nullable Behind behind,
            @Nullable String actor,
            @Nullable String action,
            Set<String> subjects,
            @Nullable Instant from,
            @Nullable Instant before) {
        public Filter {
            subjects = Set.copyOf(subjects);
        }
    }

    /** @param below the number of the last row of the page before; null for the newest */
    @Atomic
    public List<Entry> page(Filter filter, @Nullable Long below, int most) {
        StringBuilder conditions = new StringBuilder();
        Map<String, Object> given = new TreeMap<>();
        narrow(filter, conditions, given);
        if (below != null) {
            Optional<Instant> at = at(below);
            if (at.isEmpty()) {
                return List.of();
            }
            conditions.append(" AND k.occurredAt <= :at AND (k.occurredAt < :at OR k.id < :below)");
            given.put("at", at.get());
            given.put("below", below);
        }
        TypedQuery<AuditRow> query = entities.createQuery(
                        select(filter.behind()) + conditions + " ORDER BY k.occurredAt DESC, k.id DESC", AuditRow.class)
                .setMaxResults(most);
        given.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Entry(row.id(), row.toEntry(), row.sealNumber()))
                .toList();
    }

    private Optional<Instant> at(long number) {
        return Optional.ofNullable(entities.find(AuditRow.class, number))
                .map(row -> row.toEntry().occurredAt());
    }

    /** Led by the few rows that persons stand behind, where those are asked for. */
    private static String select(@Nullable Behind behind) {
        if (behind == null) {
            return "SELECT k FROM AuditRow k WHERE k.id > 0";
        }
        return behind == Behind.PROGRAM
                ? "SELECT k FROM AuditRow k WHERE NOT EXISTS (SELECT p FROM AuditPersonRow p WHERE p.id = k.id)"
                : "SELECT a FROM AuditRow a, AuditPersonRow k WHERE a.id = k.id";
    }

    private static void narrow(Filter filter, StringBuilder conditions, Map<String, Object> given) {
        Behind behind = filter.behind();
        boolean isByPersons = behind != null && behind != Behind.PROGRAM;
        String row = isByPersons ? "a" : "k";
        if (isByPersons) {
            add(conditions, given, " AND k.kind = :behind", "behind", behind);
        }
        add(conditions, given, " AND " + row + ".actor = :actor", "actor", filter.actor());
        add(conditions, given, " AND " + row + ".action = :action", "action", filter.action());
        add(conditions, given, " AND k.occurredAt >= :from", "from", filter.from());
        add(conditions, given, " AND k.occurredAt < :before", "before", filter.before());
        if (!filter.subjects().isEmpty()) {
            List<String> subjects =
                    filter.subjects().stream().limit(SUBJECTS_MAX).toList();
            add(conditions, given, " AND " + row + ".subject IN :subjects", "subjects", subjects);
        }
    }

    private static void add(
            StringBuilder conditions,
            Map<String, Object> given,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.append(condition);
            given.put(name, value);
        }
    }
}
