package centrasage.sync.demand;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What customers have ordered and Sage 200 does not know yet: collected, waiting, held, refused or in doubt. */
@ApplicationScoped
public class Demand {
    private static final Set<PostingState> IN_SAGE = EnumSet.of(PostingState.POSTED, PostingState.REVERSED);

    /** What a person has given up stands in Sage by that person's hand. */
    private static final Set<PostingState> KNOWN_TO_SAGE =
            EnumSet.of(PostingState.POSTED, PostingState.REVERSED, PostingState.ABANDONED);

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
     * In the caller's transaction: what the latest version of an order asks for, in place of what an older one did.
     *
     * @param hasLeft whether the goods have left: where the order is not for Sage 200, it takes no more of its stock
     */
    @Atomic
    public void put(String order, Map<String, Integer> units, boolean hasLeft) {
        forget(order);
        if (!isInSage(order)) {
            units.entrySet().stream()
                    .filter(goods -> goods.getKey().length() <= SKU_MAX)
                    .forEach(
                            goods -> entities.persist(new DemandRow(order, goods.getKey(), goods.getValue(), hasLeft)));
        }
    }

    /** In the caller's transaction: Sage 200 knows of it, or never will. */
    @Atomic
    public void forget(String order) {
        entities.createQuery("DELETE FROM DemandRow d WHERE d.orderNumber = :order")
                .setParameter("order", order)
                .executeUpdate();
    }

    private boolean isInSage(String order) {
        return entities.createQuery(
                                "SELECT COUNT(p) FROM PostingRow p WHERE p.kind = :kind AND p.sourceKey = :order"
                                        + " AND p.state IN :states",
                                Long.class)
                        .setParameter("kind", PostingKind.ORDER)
                        .setParameter("order", order)
                        .setParameter("states", IN_SAGE)
                        .getSingleResult()
                > 0;
    }

    /** All of it as it is now, in a transaction of its own: whoever asks reads Sage's stock after that. */
    @Atomic(alone = true)
    public List<InFlight> inFlight() {
        return entities
                .createQuery(
                        "SELECT p.company, d.orderNumber, d.sku, d.units FROM DemandRow d LEFT JOIN PostingRow p"
                                + " ON p.kind = :kind AND p.sourceKey = d.orderNumber"
                                + " WHERE NOT EXISTS (SELECT k FROM PostingRow k WHERE k.kind = :kind"
                                + " AND k.sourceKey = d.orderNumber AND (k.state IN :known"
                                + " OR d.hasLeft = TRUE AND k.state = :notForSage))",
                        Object[].class)
                .setParameter("kind", PostingKind.ORDER)
                .setParameter("known", KNOWN_TO_SAGE)
                .setParameter("notForSage", PostingState.SKIPPED)
                .getResultList()
                .stream()
                .map(row -> new InFlight((String) row[0], (String) row[1], (String) row[2], (Integer) row[3]))
                .toList();
    }
}
