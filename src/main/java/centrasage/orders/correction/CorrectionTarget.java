package centrasage.orders.correction;

import static centrasage.flow.Owner.FINANCE;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        List<Command> commands = sought.stream().map(Sought::command).toList();
        Map<String, List<SalesOrder>> there = there(commands.get(0).key().company(), commands);
        Map<PostingKey, Finding> findings = new HashMap<>();
        commands.forEach(command -> findings.put(command.key(), judge(command, there.get(key(command)))));
        return findings;
    }

    /** By the orders' own key, many in one request; one that cannot be read keeps no other waiting. */
    private Map<String, List<SalesOrder>> there(String company, List<Command> commands) throws TargetUnavailable {
        return orders.find(company, commands.stream().map(CorrectionTarget::key).toList());
    }

    private static String key(Command command) {
        return OrderName.of(command.key().sourceKey());
    }

    private static Finding judge(Command command, @Nullable List<SalesOrder> there) {
        if (there == null) {
            return new Finding.Undecidable("the order " + key(command) + " cannot be read");
        }
        OrderCorrection correction = OrderCorrectionJson.read(command.document());
        return order(correction, there)
                .map(order -> judge(correction, order))
                .orElseGet(
                        () -> different(correction, "it is not there any more, or has another customer order number"));
    }

    private static Optional<SalesOrder> order(OrderCorrection correction, List<SalesOrder> there) {
        return there.stream()
                .filter(order ->
                        order.id() == correction.orderId() && order.documentNo().equals(correction.documentNo()))
                .findFirst();
    }

    private static Finding judge(OrderCorrection correction, SalesOrder order) {
        if (order.draft()) {
            return new Finding.Undecidable("somebody is changing the order " + correction.documentNo());
        }
        if (order.isCancelled()) {
            return different(correction, "it is cancelled");
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
    public Outcome send(Command command, String evidence) {
        try {
            OrderCorrection correction = OrderCorrectionJson.read(command.document());
            List<SalesOrder> there =
                    there(correction.company(), List.of(command)).get(key(command));
            Finding finding = judge(command, there);
            if (finding instanceof Finding.Absent && there != null) {
                return send(correction, order(correction, there).orElseThrow());
            }
            if (finding instanceof Finding.Undecidable undecidable) {
                return new Outcome.Locked(undecidable.why()); // of this order alone: Sage itself can be reached
            }
            return finding instanceof Finding.Found found
                    ? new Outcome.AlreadyThere(found.document())
                    : new Outcome.Refused(List.of(((Finding.Different) finding).reason()));
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private Outcome send(OrderCorrection correction, SalesOrder order) throws TargetUnavailable {
        Site site = sites.read(correction.company());
        if (!correction.changesALine()) {
            return orders.correct(correction, null, site);
        }
        List<Long> lines = correction.sentLines(order, site).stream()
                .flatMap(line -> Stream.ofNullable(line.id()))
                .toList();
        return lines.size() == 1
                ? orders.correct(correction, lines.get(0), site)
                : new Outcome.Refused(List.of(reason(
                        correction,
                        lines.isEmpty()
                                ? "its rounding line is not there any more"
                                : "it has " + lines.size() + " lines like its rounding line")));
    }

    /** A correction is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a correction leaves no draft, and none was found: " + draft.id());
    }
}
