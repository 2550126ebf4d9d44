package centrasage.stock.demand;

import centrasage.centra.OrderedGoods;
import centrasage.centra.Parsed;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.sync.database.Atomic;
import centrasage.sync.demand.Demand;
import centrasage.sync.demand.Demand.Standing;
import centrasage.sync.demand.Demand.Wanted;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * How much of an order Sage 200 does not know: all of it, or, once it is there, what Centra has added since. What was posted or given up is
 * known as of its version; so is what a person was told of and has resolved.
 */
@ApplicationScoped
public class Reckoning {
    private Demand demand;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    Reckoning() {}

    @Inject
    public Reckoning(Demand demand, Staging staging) {
        this.demand = demand;
        this.staging = staging;
    }

    /** In the caller's transaction: of the latest version of an order. */
    @Atomic
    public void of(DocumentVersion order, OrderedGoods goods) {
        Standing standing = demand.standing(order.key());
        boolean isInSage = standing.told() > 0;
        Wanted wanted = new Wanted(order.key(), order.version(), goods.units(), goods.isShipped());
        if (standing.isOver() || (goods.isShipped() && (isInSage || !standing.isForSage()))) {
            demand.forget(order.key());
        } else if (isInSage) {
            demand.putBeyond(wanted, told(order, goods, standing.told()));
        } else {
            demand.put(wanted);
        }
    }

    /** What Sage 200 was told of; all that the order asks for where that cannot be read any more. */
    private Map<String, Integer> told(DocumentVersion order, OrderedGoods goods, int version) {
        boolean isTold = goods.units().isEmpty() || version >= order.version();
        Optional<Staged> told =
                isTold ? Optional.empty() : staging.version(new DocumentVersion(order.kind(), order.key(), version));
        return told.flatMap(Reckoning::goods).orElse(goods).units();
    }

    private static Optional<OrderedGoods> goods(Staged staged) {
        return staged.text()
                .flatMap(text -> OrderedGoods.parse(text) instanceof Parsed.Readable<OrderedGoods> readable
                        ? Optional.of(readable.document())
                        : Optional.empty());
    }

    /** In the caller's transaction: it is in another state than before. */
    @Atomic
    public void again(String order) {
        for (Staged staged : staging.of(OrderName.DOCUMENT, order)) {
            Optional<OrderedGoods> goods = goods(staged);
            if (goods.isPresent()) {
                of(staged.document(), goods.get());
                return;
            }
        }
    }

    /** What came in while its order was posted could not know of that. */
    @Atomic(alone = true)
    public void settle() {
        demand.unsettled().forEach(this::again);
    }
}
