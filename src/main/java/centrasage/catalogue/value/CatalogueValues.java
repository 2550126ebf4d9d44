package centrasage.catalogue.value;

import centrasage.catalogue.compare.Compared;
import centrasage.catalogue.compare.Field;
import centrasage.catalogue.compare.Place;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.database.KeyParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What both sides hold of the catalogue, and what they agreed upon. Times are the database's. */
@ApplicationScoped
public class CatalogueValues {
    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    CatalogueValues() {}

    @Inject
    public CatalogueValues(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /** When a run begins: what is not compared from then on is not there any more. */
    @Atomic(alone = true)
    public Instant begins() {
        return time.now();
    }

    /**
     * Keeps what both sides hold.
     *
     * @param overwrites whether Sage's value goes before whatever was changed in Centra
     * @return the state of each, in the same order
     */
    @Atomic(alone = true)
    public List<ValueState> compared(String company, List<Compared> page, boolean overwrites) {
        Instant now = time.now();
        Map<Place, CatalogueValueRow> known = rows(company, page);
        List<ValueState> states = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        for (Compared compared : page) {
            CatalogueValueRow row =
                    known.computeIfAbsent(compared.place(), place -> new CatalogueValueRow(company, place, now));
            row.compared(compared, overwrites, now);
            if (entities.contains(row)) {
                seen.add(row.id());
            } else {
                entities.persist(row);
            }
            states.add(row.state());
        }
        for (List<Long> ids : KeyParts.of(seen)) {
            entities.createQuery("UPDATE CatalogueValueRow v SET v.seenAt = :now WHERE v.id IN :ids")
                    .setParameter("now", now)
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        return states;
    }

    /** Centra took these. */
    @Atomic(alone = true)
    public void taken(String company, List<Compared> told) {
        Instant now = time.now();
        each(company, told, (row, compared) -> row.taken(compared.sage(), now));
    }

    /** Centra did not take these: they are told again once one of both sides says something else. */
    @Atomic(alone = true)
    public void rejected(String company, List<Compared> told, String why) {
        Instant now = time.now();
        each(company, told, (row, compared) -> row.rejected(why, now));
    }

    /** Centra's quota had no room for these. */
    @Atomic(alone = true)
    public void left(String company, List<Compared> due) {
        Instant now = time.now();
        each(company, due, (row, compared) -> row.left(now));
    }

    /**
     * Products of Centra's of which something is due, by rising id.
     *
     * @param fields and price lists that are told of at present
     * @param after the last one of the page before; 0 for the first
     */
    @Atomic(alone = true)
    public List<Long> due(String company, Collection<Field> fields, Collection<Long> pricelists, long after, int most) {
        return entities.createQuery(
                        "SELECT DISTINCT v.product FROM CatalogueValueRow v WHERE v.company = :company AND v.state = :due"
                                + " AND v.product > :after AND (v.field IN :fields OR v.pricelist IN :pricelists)"
                                + " ORDER BY v.product",
                        Long.class)
                .setParameter("company", company)
                .setParameter("due", ValueState.DUE)
                .setParameter("after", after)
                .setParameter("fields", with(fields, Field.SKU))
                .setParameter("pricelists", with(pricelists, -1L))
                .setMaxResults(most)
                .getResultList();
    }

    /** A list in a query is never empty. @param none what no row has that is due */
    private static <T> List<T> with(Collection<T> some, T none) {
        List<T> all = new ArrayList<>(some);
        all.add(none);
        return all;
    }

    /** Whether anything is due at all. */
    @Atomic(alone = true)
    public boolean isAnythingDue(String company) {
        return !due(company, EnumSet.allOf(Field.class), List.of(), 0, 1).isEmpty();
    }

    /** Centra has these products no more. */
    @Atomic(alone = true)
    public void gone(String company, Collection<Long> products) {
        for (List<Long> part : KeyParts.of(products)) {
            entities.createQuery(
                            "DELETE FROM CatalogueValueRow v WHERE v.company = :company AND v.product IN :products")
                    .setParameter("company", company)
                    .setParameter("products", part)
                    .executeUpdate();
        }
    }

    /** All was compared since this moment: what was not is gone. */
    @Atomic(alone = true)
    public void allSeen(String company, Instant since) {
        entities.createQuery("DELETE FROM CatalogueValueRow v WHERE v.company = :company AND v.seenAt < :since")
                .setParameter("company", company)
                .setParameter("since", since)
                .executeUpdate();
    }

    private void each(String company, List<Compared> told, BiConsumer<CatalogueValueRow, Compared> change) {
        Map<Place, CatalogueValueRow> rows = rows(company, told);
        for (Compared compared : told) {
            CatalogueValueRow row = rows.get(compared.place());
            if (row != null) {
                change.accept(row, compared);
            }
        }
    }

    /** By the objects alone, of which an index leads to few rows each. */
    private Map<Place, CatalogueValueRow> rows(String company, Collection<Compared> page) {
        Map<Place, CatalogueValueRow> rows = new HashMap<>();
        List<Long> objects = page.stream()
                .map(compared -> compared.place().object())
                .distinct()
                .toList();
        for (List<Long> part : KeyParts.of(objects)) {
            entities
                    .createQuery(
                            "SELECT v FROM CatalogueValueRow v WHERE v.objectId IN :objects", CatalogueValueRow.class)
                    .setParameter("objects", part)
                    .getResultList()
                    .stream()
                    .filter(row -> row.isOf(company))
                    .forEach(row -> rows.put(row.place(), row));
        }
        return rows;
    }
}
