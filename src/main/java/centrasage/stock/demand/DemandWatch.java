package centrasage.stock.demand;

import centrasage.centra.OrderedGoods;
import centrasage.centra.Parsed;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.DocumentStaged;
import centrasage.flow.event.PostingChanged;
import centrasage.stock.velocity.Sold;
import centrasage.sync.demand.Demand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Keeps what orders take out of stock until Sage 200 knows it, and how much sells. An order that is held in Centra, or waits there for its payment, keeps its
 * goods there as well, and so it does here.
 */
@ApplicationScoped
public class DemandWatch {
    private static final String BEFORE_CUT_OVER = "BEFORE_CUT_OVER";

    private Demand demand;
    private Sold sold;

    @SuppressWarnings("NullAway.Init")
    DemandWatch() {}

    @Inject
    public DemandWatch(Demand demand, Sold sold) {
        this.demand = demand;
        this.sold = sold;
    }

    /** Of an order that cannot be read, what an older version of it said stays true. */
    public void staged(@Observes DocumentStaged staged) {
        boolean isOrder = staged.document().kind().equals(OrderName.DOCUMENT);
        if (isOrder && OrderedGoods.parse(staged.text()) instanceof Parsed.Readable<OrderedGoods> readable) {
            OrderedGoods goods = readable.document();
            demand.put(staged.document().key(), goods.units(), goods.isShipped());
            Instant placedAt = goods.placedAt();
            if (placedAt != null) {
                sold.put(staged.document().key(), goods.units(), placedAt);
            }
        }
    }

    /** What is from before the cut-over was entered in Sage by hand. */
    public void changed(@Observes PostingChanged change) {
        boolean isOrder = change.key().kind() == PostingKind.ORDER;
        boolean isEntered = change.to() == PostingState.SKIPPED
                && change.reasons().stream().anyMatch(reason -> reason.code().equals(BEFORE_CUT_OVER));
        if (isOrder && (isEntered || change.to() == PostingState.POSTED)) {
            demand.forget(change.key().sourceKey());
        }
    }
}
