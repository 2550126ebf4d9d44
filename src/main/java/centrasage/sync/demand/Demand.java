package centrasage.sync.demand;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What customers have ordered and Sage 200 does not know yet: collected, waiting, held, refused or in doubt, or added since. */
@ApplicationScoped
public class Demand {
    /** What a person has given up stands in Sage by that person's hand. */
    private static final Set<PostingState> KNOWN_TO_SAGE =
            EnumSet.of(PostingState.POSTED, PostingState.REVERSED, PostingState.ABANDONED);

    /** What is from before the cut-over was entered in Sage by hand. */
    private static final String BEFORE_CUT_OVER = "BEFORE_CUT_OVER";

    private static final String IN_FLIGHT =
            "SELECT p.company, d.orderNumber, d.sku, d.units FROM DemandRow d LEFT JOIN PostingRow p"
                    + " ON p.kind = :kind AND p.sourceKey = d.orderNumber"
                    + " WHERE (d.beyond = TRUE OR NOT EXISTS (SELECT k FROM PostingRow k WHERE k.kind = :kind"
                    + " AND k.sourceKey = d.orderNumber AND (k.state IN :known"
                    + " OR d.hasLeft = TRUE AND k.state = :notForSage)))";

    /** As long as a SKU may be here. A longer one is no product of Sage's, and must not keep its order from being staged. */
    private static final int SKU_MAX = 100;

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Demand() {}

    @Inject
    public Demand(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Units of a SKU that Sage 200 does not know of.
     *
     * @param company the Sage company that they are planned for; null before they are planned
     */
    public record InFlight(@Nullable String company, String order, String sku, int units) {}

    /**
     * What a version of an order asks for.
     *
     * @param hasLeft whether the goods have left: where the order is not for Sage 200, it takes no more of its stock
     */
    public record Wanted(String order, int version, Map<String, Integer> units, boolean hasLeft) {
        public Wanted {
            units = Map.copyOf(units);
        }
    }

    /**
     * Where an order stands.
     *
     * @param told the version that Sage 200 has of it, by a posting or by a person's hand; 0 where it has none
     * @param isOver whether it was entered in Sage by hand before the cut-over
     * @param isForSage false where its plans say that it is not
     */
    public record Standing(int told, boolean isOver, boolean isForSage) {}

    /** In the caller's transaction: what the latest version of an order asks for, in place of what an older one did. */
    @Atomic
    public void put(Wanted wanted) {
        forget(wanted.order());
        keep(wanted, wanted.units(), false);
    }

    /** In the caller's transaction: what it asks for beyond what Sage 200 was told of. */
    @Atomic
    public void putBeyond(Wanted wanted, Map<String, Integer> told) {
        forget(wanted.order());
        Map<String, Integer> more = new TreeMap<>(wanted.units());
        more.replaceAll((sku, units) -> units - told.getOrDefault(sku, 0));
        more.values().removeIf(units -> units <= 0);
        keep(wanted, more, true);
    }

    private void keep(Wanted wanted, Map<String, Integer> units, boolean beyond) {
        units.entrySet().stream()
                .filter(goods -> goods.getKey().length() <= SKU_MAX)
                .forEach(goods -> entities.persist(new DemandRow(wanted, goods.getKey(), goods.getValue(), beyond)));
    }

    /** In the caller's transaction: Sage 200 knows of it, or never will. */
    @Atomic
    public void forget(String order) {
        entities.createQuery("DELETE FROM DemandRow d WHERE d.orderNumber = :order")
                .setParameter("order", order)
                .executeUpdate();
    }

    /** In the caller's transaction: Sage 200 has it, as of the version that was planned. What a later one asks for is left. */
    @Atomic
    public void told(String order) {
        entities.createQuery("DELETE FROM DemandRow d WHERE d.orderNumber = :order AND d.beyond = FALSE"
                        + " AND d.version <= :told")
                .setParameter("order", order)
                .setParameter("told", standing(order).told())
                .executeUpdate();
    }

    /** In the caller's transaction: it is not for Sage 200, so that it takes nothing of its stock once it has left. */
    @Atomic
    public void skipped(String order) {
        Standing standing = standing(order);
        if (standing.isOver()) {
            forget(order);
        } else if (!standing.isForSage()) {
            entities.createQuery("DELETE FROM DemandRow d WHERE d.orderNumber = :order AND d.hasLeft = TRUE")
                    .setParameter("order", order)
                    .executeUpdate();
        }
    }

    /** In the caller's transaction: a person has brought it in Sage 200 to what this version says. */
    @Atomic
    public void agreed(String order, int version) {
        AgreedRow agreed = entities.find(AgreedRow.class, order);
        if (agreed == null) {
            entities.persist(new AgreedRow(order, version));
        } else {
            agreed.become(version);
        }
    }

    /** Whether and as of which version Sage 200 knows of an order. */
    @Atomic
    public Standing standing(String order) {
        List<Object[]> postings = entities.createQuery(
                        "SELECT p.state, p.version, p.reasons FROM PostingRow p WHERE p.kind = :kind"
                                + " AND p.sourceKey = :order",
                        Object[].class)
                .setParameter("kind", PostingKind.ORDER)
                .setParameter("order", order)
                .getResultList();
        int told = postings.stream()
                .filter(row -> KNOWN_TO_SAGE.contains((PostingState) row[0]))
                .mapToInt(row -> (Integer) row[1])
                .max()
                .orElse(0);
        List<Object[]> skipped =
                postings.stream().filter(row -> row[0] == PostingState.SKIPPED).toList();
        boolean isOver = skipped.stream().anyMatch(row -> String.valueOf(row[2]).contains(BEFORE_CUT_OVER));
        boolean isForSage = skipped.isEmpty() || skipped.size() < postings.size();
        AgreedRow agreed = told == 0 ? null : entities.find(AgreedRow.class, order);
        return new Standing(agreed == null ? told : Math.max(told, agreed.version()), isOver, isForSage);
    }

    /** Orders that Sage 200 knows of and that are kept as if it did not: a version came in while they were posted. */
    @Atomic
    public List<String> unsettled() {
        return entities.createQuery(
                        "SELECT DISTINCT d.orderNumber FROM DemandRow d WHERE d.beyond = FALSE AND EXISTS"
                                + " (SELECT k FROM PostingRow k WHERE k.kind = :kind AND k.sourceKey = d.orderNumber"
                                + " AND k.state IN :known)",
                        String.class)
                .setParameter("kind", PostingKind.ORDER)
                .setParameter("known", KNOWN_TO_SAGE)
                .getResultList();
    }

    /**
     * What is in flight of one SKU, order by order.
     *
     * @param most at most so many orders
     */
    @Atomic
    public List<InFlight> inFlight(String sku, int most) {
        return inFlight(entities.createQuery(IN_FLIGHT + " AND d.sku = :sku ORDER BY d.id", Object[].class)
                .setParameter("sku", sku)
                .setMaxResults(most));
    }

    /** All of it as it is now, in a transaction of its own: whoever asks reads Sage's stock after that. */
    @Atomic(alone = true)
    public List<InFlight> inFlight() {
        return inFlight(entities.createQuery(IN_FLIGHT, Object[].class));
    }

    private static List<InFlight> inFlight(TypedQuery<Object[]> query) {
        return query
                .setParameter("kind", PostingKind.ORDER)
                .setParameter("known", KNOWN_TO_SAGE)
                .setParameter("notForSage", PostingState.SKIPPED)
                .getResultList()
                .stream()
                .map(row -> new InFlight((String) row[0], (String) row[1], (String) row[2], (Integer) row[3]))
                .toList();
    }
}
