package centrasage.stock.demand;

import centrasage.centra.OrderedGoods;
import centrasage.centra.Parsed;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.ChangeMade;
import centrasage.flow.event.ChangeResolved;
import centrasage.flow.event.DocumentStaged;
import centrasage.flow.event.PostingChanged;
import centrasage.stock.velocity.Sold;
import centrasage.sync.demand.Demand;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps what orders take out of stock until Sage 200 knows it, and how much sells. An order that is held in Centra, or waits there for its payment, keeps its
 * goods there as well, and so it does here.
 */
@ApplicationScoped
public class DemandWatch {
    private static final Set<PostingState> LEFT_OUT = EnumSet.of(PostingState.SKIPPED, PostingState.ABANDONED);

    private Demand demand;
    private Reckoning reckoning;
    private Staging staging;
    private Sold sold;

    @SuppressWarnings("NullAway.Init")
    DemandWatch() {}

    @Inject
    public DemandWatch(Demand demand, Reckoning reckoning, Staging staging, Sold sold) {
        this.demand = demand;
        this.reckoning = reckoning;
        this.staging = staging;
        this.sold = sold;
    }

    /** Of an order that cannot be read, what an older version of it said stays true. */
    public void staged(@Observes DocumentStaged staged) {
        boolean isOrder = staged.document().kind().equals(OrderName.DOCUMENT);
        if (isOrder && OrderedGoods.parse(staged.text()) instanceof Parsed.Readable<OrderedGoods> readable) {
            OrderedGoods goods = readable.document();
            reckoning.of(staged.document(), goods);
            Instant placedAt = goods.placedAt();
            if (placedAt != null) {
                sold.put(staged.document().key(), goods.units(), placedAt);
            }
        }
    }

    public void changed(@Observes PostingChanged change) {
        if (change.key().kind() != PostingKind.ORDER) {
            return;
        }
        String order = change.key().sourceKey();
        switch (change.to()) {
            case POSTED, REVERSED, ABANDONED -> demand.told(order);
            case SKIPPED -> demand.skipped(order);
            default -> takenUp(order, change.from());
        }
    }

    /** What was left out for good is wanted again. */
    private void takenUp(String order, PostingState from) {
        if (LEFT_OUT.contains(from)) {
            reckoning.again(order);
        }
    }

    public void made(@Observes ChangeMade news) {
        if (news.key().kind() == PostingKind.ORDER) {
            reckoning.again(news.key().sourceKey());
        }
    }

    /** A version that waits for its plan is one that people have not been told of. */
    public void resolved(@Observes ChangeResolved news) {
        if (news.document().kind().equals(OrderName.DOCUMENT)) {
            String order = news.document().key();
            staging.lastPlanned(OrderName.DOCUMENT, order)
                    .ifPresent(planned -> demand.agreed(order, planned.version()));
            reckoning.again(order);
        }
    }
}
