package centrasage.orders.amendment;

import centrasage.flow.Command;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.orders.OrderSettings;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.OrderAmendmentJson;
import centrasage.sage200.SalesOrderJson;
import centrasage.sync.posting.Changes;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a posted order that is another one in Centra now: an amendment, a posting of its own that is keyed by the order and the
 * version that brought it, or words for the person who changes it. One that was not sent gives way to the next.
 */
@ApplicationScoped
public class AmendmentPlans {
    private PostedOrders posted;
    private OrderSettings settings;

    @SuppressWarnings("NullAway.Init")
    protected AmendmentPlans() {}

    @Inject
    public AmendmentPlans(Postings postings, PostedDocuments documents, OrderSettings settings) {
        this.posted = new PostedOrders(postings, documents);
        this.settings = settings;
    }

    /** Records a plan of an order, in the caller's transaction, which has locked the order. A first version amends nothing. */
    public Recorded record(Planned planned, Store store) {
        Optional<PostedOrder> order =
                planned.version() > 1 ? posted.of(planned.key().sourceKey()) : Optional.empty();
        return order.map(there -> record(planned, there, store)).orElseGet(() -> store.record(planned));
    }

    private Recorded record(Planned planned, PostedOrder order, Store store) {
        if (isCancelled(planned)) {
            return cancelled(planned, order, store);
        }
        boolean isComparable = planned.plan() instanceof Plan.Post
                && planned.key().equals(order.posting().key());
        if (!isComparable) {
            return told(planned, order, store);
        }
        if (order.command().fingerprint().equals(planned.fingerprint())) {
            return asPosted(planned, order, store);
        }
        return changed(planned, order, ((Plan.Post) planned.plan()).command(), store);
    }

    private static boolean isCancelled(Planned planned) {
        return planned.plan() instanceof Plan.Skip skip && skip.reason().code().equals(Changes.CANCELLED);
    }

    private Recorded cancelled(Planned planned, PostedOrder order, Store store) {
        return settings.amends() && settings.cancels()
                ? amended(planned, order, cancellation(order), Changes.CONTENT_CANCELLED, store)
                : told(planned.proposing("Cancel order " + order.documentNo() + " in Sage 200"), order, store);
    }

    private static OrderAmendment cancellation(PostedOrder order) {
        return new OrderAmendment(order.sageId(), order.documentNo(), order.befores(), order.order(), true);
    }

    private Recorded changed(Planned planned, PostedOrder order, Command command, Store store) {
        NewSalesOrder now = SalesOrderJson.read(command.document());
        Amending amending = new AmendmentPlanner(settings.rules().tolerance().perOrder()).plan(order.order(), now);
        if (settings.amends() && amending.mayBeSent()) {
            return amended(planned, order, lines(order, now), command.fingerprint(), store);
        }
        String words = amending.words();
        return words.isEmpty()
                ? told(planned, order, store)
                : told(planned.proposing(proposal(order, words, now)), order, store);
    }

    private static OrderAmendment lines(PostedOrder order, NewSalesOrder now) {
        return new OrderAmendment(order.sageId(), order.documentNo(), order.befores(), now.asItIs(), false);
    }

    private static String proposal(PostedOrder order, String words, NewSalesOrder now) {
        return "In Sage 200 order " + order.documentNo() + ": " + words + "; it then comes to " + now.total();
    }

    /** For a person: what was to be amended before is withdrawn. */
    private static Recorded told(Planned planned, PostedOrder order, Store store) {
        return withdrawn(planned, order, store) ? store.record(planned) : Recorded.LATER;
    }

    /**
     * Again in Centra as it was posted. What was sent of an amendment meanwhile, and is not known to be there, may have left lines of its
     * own: then Sage is held against what was posted.
     */
    private Recorded asPosted(Planned planned, PostedOrder order, Store store) {
        boolean mayHaveLeftLines = order.open().stream().anyMatch(each -> each.attempts() > 0);
        if (!withdrawn(planned, order, store)) {
            return Recorded.LATER;
        }
        if (mayHaveLeftLines) {
            store.record(planned(
                    planned, order, lines(order, order.order()), order.command().fingerprint()));
        }
        return store.record(planned);
    }

    private Recorded amended(
            Planned planned, PostedOrder order, OrderAmendment amendment, String content, Store store) {
        List<Posting> open = order.open();
        boolean isKnown = !open.isEmpty()
                && posted.command(open.get(open.size() - 1))
                        .filter(last -> last.fingerprint().equals(content))
                        .isPresent();
        if (isKnown) {
            return Recorded.UNCHANGED;
        }
        if (!withdrawn(planned, order, store)) {
            return Recorded.LATER;
        }
        Recorded recorded = store.record(planned(planned, order, amendment, content));
        return recorded == Recorded.TAKEN ? Recorded.AMENDED : recorded;
    }

    private static Planned planned(Planned planned, PostedOrder order, OrderAmendment amendment, String content) {
        PostingKey key = order.posting().key().amendedBy(planned.version());
        Command command = new Command(
                key,
                order.posting().object(),
                amendment.atStake(order.order()),
                null,
                order.posting().businessDate(),
                content,
                OrderAmendmentJson.write(amendment));
        return new Planned(
                        key,
                        command.object(),
                        planned.document(),
                        command.amount(),
                        command.businessDate(),
                        new Plan.Post(command))
                .printing(planned.printed());
    }

    /** False while one is under way, so that nobody knows what it has left. */
    private static boolean withdrawn(Planned planned, PostedOrder order, Store store) {
        return order.open().stream()
                .filter(each -> each.state() != PostingState.ABANDONED)
                .map(each -> store.record(withdrawal(planned, each)))
                .noneMatch(Recorded.LATER::equals);
    }

    private static Planned withdrawal(Planned planned, Posting amendment) {
        Reason overtaken = new Reason(
                "AMENDED_ANEW",
                Owner.OPERATIONS,
                "Version " + planned.version() + " of the order took its place before it was made",
                "Nothing to do");
        return new Planned(
                amendment.key(),
                amendment.object(),
                planned.document(),
                amendment.amount(),
                amendment.businessDate(),
                new Plan.Skip(overtaken),
                null);
    }
}
