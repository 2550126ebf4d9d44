package centrasage.orders.correction;

import static centrasage.flow.Owner.FINANCE;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.OrderCorrectionJson;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.SiteReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Corrections of orders in Sage 200, as PostOnce writes them. The order's own total is the evidence: as long as it is the one
 * that was seen when the order was posted, the correction is not there; once it is Centra's, it is; and any other total is
 * somebody else's work, which is left alone.
 */
@ApplicationScoped
public class CorrectionTarget implements Target {
    private SageOrders orders;
    private SiteReader sites;

    @SuppressWarnings("NullAway.Init")
    CorrectionTarget() {}

    @Inject
    public CorrectionTarget(SageOrders orders, SiteReader sites) {
        this.orders = orders;
        this.sites = sites;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.ORDER_CORRECTION;
    }

    /** One read for each: they are few. */
    @Override
    public Map<PostingKey, Finding> find(List<Command> commands) throws TargetUnavailable {
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Command command : commands) {
            findings.put(command.key(), find(command));
        }
        return findings;
    }

    /** What was erased cannot be looked for, and is never sent. */
    private Finding find(Command command) throws TargetUnavailable {
        if (command.isErased()) {
            return new Finding.Absent();
        }
        OrderCorrection correction = OrderCorrectionJson.read(command.document());
        return judge(correction, read(correction));
    }

    private Optional<SalesOrder> read(OrderCorrection correction) throws TargetUnavailable {
        return orders.read(correction.company(), correction.orderId())
                .filter(order -> order.documentNo().equals(correction.documentNo()));
    }

    private static Finding judge(OrderCorrection correction, Optional<SalesOrder> there) {
        if (there.isEmpty()) {
            return different(correction, "it is not there any more");
        }
        SalesOrder order = there.get();
        if (order.draft() || order.isCancelled()) {
            return different(correction, order.draft() ? "somebody is changing it (it is a draft)" : "it is cancelled");
        }
        if (isTotal(order, correction.meant().amount())) {
            return new Finding.Found(correction.document());
        }
        return isTotal(order, correction.seen().amount())
                ? new Finding.Absent()
                : different(correction, "its total is now " + order.total().toPlainString());
    }

    private static boolean isTotal(SalesOrder order, BigDecimal total) {
        return order.total().compareTo(total) == 0;
    }

    private static Finding different(OrderCorrection correction, String why) {
        return new Finding.Different(List.of(), reason(correction, why));
    }

    private static Reason reason(OrderCorrection correction, String why) {
        return new Reason(
                "NOT_CORRECTED",
                FINANCE,
                "Sage 200 order " + correction.documentNo() + " was posted with a total of " + correction.seen()
                        + " instead of Centra's " + correction.meant() + ", and cannot be corrected: " + why,
                "Look at the order in Sage 200, and give it the total of " + correction.meant()
                        + " if it is still wanted. Then press Plan again: where the total is right, this closes itself");
    }

    /** One PUT of one line. */
    @Override
    public Outcome send(Command command) {
        try {
            OrderCorrection correction = OrderCorrectionJson.read(command.document());
            Optional<SalesOrder> there = read(correction);
            Finding finding = judge(correction, there);
            if (finding instanceof Finding.Found found) {
                return new Outcome.AlreadyThere(found.document());
            }
            return finding instanceof Finding.Different different
                    ? new Outcome.Refused(List.of(different.reason()))
                    : send(correction, there.orElseThrow());
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private Outcome send(OrderCorrection correction, SalesOrder order) throws TargetUnavailable {
        Site site = sites.read(correction.company());
        List<SalesOrder.Line> lines = correction.changesALine() ? correction.sentLines(order, site) : List.of();
        Long id = lines.isEmpty() ? null : lines.get(0).id();
        return correction.changesALine() && id == null
                ? new Outcome.Refused(List.of(reason(correction, "its rounding line is not there any more")))
                : orders.correct(correction, id, site);
    }

    /** A correction is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a correction leaves no draft, and none was found: " + draft.id());
    }
}
