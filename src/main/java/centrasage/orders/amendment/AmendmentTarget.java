package centrasage.orders.amendment;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.AmendmentProgress;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.OrderAmendment.Step;
import centrasage.sage200.OrderAmendmentJson;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.SiteReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Amendments of orders in Sage 200, as PostOnce writes them. The order's own lines are the evidence: as they were, as they are to be, or
 * the first of them changed already, because a PUT saves line by line; then only the rest is sent. Any other lines are somebody's work.
 */
@ApplicationScoped
public class AmendmentTarget implements Target {
    private SageOrders orders;
    private SiteReader sites;

    @SuppressWarnings("NullAway.Init")
    AmendmentTarget() {}

    @Inject
    public AmendmentTarget(SageOrders orders, SiteReader sites) {
        this.orders = orders;
        this.sites = sites;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.ORDER_AMENDMENT;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        String company = sought.get(0).key().company();
        Map<String, List<SalesOrder>> there = orders.find(
                company,
                sought.stream().map(one -> key(one.command())).distinct().toList());
        Site site = sites.read(company);
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            findings.put(one.key(), judge(one.command(), there.get(key(one.command())), site));
        }
        return findings;
    }

    private static String key(Command command) {
        return OrderName.ofObject(command.object());
    }

    private Finding judge(Command command, @Nullable List<SalesOrder> there, Site site) throws TargetUnavailable {
        if (there == null || command.isErased()) {
            return new Finding.Undecidable("the order " + key(command) + " cannot be read");
        }
        OrderAmendment amendment = OrderAmendmentJson.read(command.document());
        Optional<SalesOrder> order = there.stream()
                .filter(each ->
                        each.id() == amendment.orderId() && each.documentNo().equals(amendment.documentNo()))
                .findFirst();
        return order.isPresent()
                ? new AmendmentMatch(command, amendment, site).judge(order.get())
                : gone(command, amendment);
    }

    /** An order that is not there any more is as good as cancelled, unless it is in Sage's archive or has another key. */
    private Finding gone(Command command, OrderAmendment amendment) throws TargetUnavailable {
        AmendmentWords words = new AmendmentWords(amendment);
        if (!amendment.cancels()) {
            return words.different("it is not there any more, or has another customer order number");
        }
        Optional<LocalDate> archived = sites.ordersArchivedUpToNow(amendment.company());
        boolean isArchived =
                archived.filter(day -> !command.businessDate().isAfter(day)).isPresent();
        if (isArchived || orders.read(amendment.company(), amendment.orderId()).isPresent()) {
            return words.different("it is in Sage's archive, or has another customer order number");
        }
        return new Finding.Found(AmendmentMatch.amending(command, amendment, amendment.cancelled()));
    }

    /** One PUT of the lines that are left, or one DELETE; the order is read once more just before. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            OrderAmendment amendment = OrderAmendmentJson.read(command.document());
            Site site = sites.read(amendment.company());
            List<SalesOrder> there = orders.read(amendment.company(), amendment.orderId()).stream()
                    .toList();
            Finding finding = judge(command, there, site);
            if (finding instanceof Finding.Absent) {
                return sent(command, amendment, there.get(0), site);
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

    private Outcome sent(Command command, OrderAmendment amendment, SalesOrder order, Site site) {
        if (amendment.cancels()) {
            return judged(command, amendment, orders.cancel(amendment), "cancel it");
        }
        List<Step> left = new AmendmentProgress(amendment, order, site).left().orElseThrow();
        String words = left.stream().map(step -> step.change().words()).collect(Collectors.joining("; "));
        return judged(command, amendment, orders.amend(amendment, left, site), words);
    }

    private static Outcome judged(Command command, OrderAmendment amendment, Outcome outcome, String left) {
        if (outcome instanceof Outcome.Posted posted) {
            return new Outcome.Posted(AmendmentMatch.amending(command, amendment, posted.document()));
        }
        return outcome instanceof Outcome.Refused refused
                ? new Outcome.Refused(new AmendmentWords(amendment).refused(refused.reasons(), left))
                : outcome;
    }

    /** An amendment leaves no draft. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("an amendment leaves no draft, and none was found: " + draft.id());
    }
}
