package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.AmendmentProgress;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.OrderAmendment.Step;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The PUT of the lines of one order that are to be others, as {@link SageAnswers} asks about it. Each line is saved by itself: after an
 * error, the first of them may be there.
 */
final class AmendmentWrite implements Write {
    private final SageOrders orders;
    private final SageReads reads;
    private final OrderAmendment amendment;
    private final List<Step> steps;
    private final Site site;
    private final Optional<String> signIn;

    AmendmentWrite(
            SageOrders orders,
            SageReads reads,
            OrderAmendment amendment,
            List<Step> steps,
            Site site,
            Optional<String> signIn) {
        this.orders = orders;
        this.reads = reads;
        this.amendment = amendment;
        this.steps = steps;
        this.site = site;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the amendment of sales order " + amendment.documentNo();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        SalesOrder order = OrderRow.read(answer);
        if (order.id() != amendment.orderId() || !order.documentNo().equals(amendment.documentNo())) {
            throw new Row.Malformed("id and document_no");
        }
        boolean isDone = !order.draft() && order.tellsAllOfItsLines() && left(order) == 0;
        if (!isDone) {
            throw new Row.Malformed("lines");
        }
        return amendment.document(order);
    }

    /** How many changes are left to be made; more than there ever were where its lines are others'. */
    private int left(SalesOrder order) {
        return new AmendmentProgress(amendment, order, site)
                .left()
                .map(List::size)
                .orElse(Integer.MAX_VALUE);
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return orders.read(amendment.company(), amendment.orderId())
                .filter(order -> left(order) == steps.size())
                .isPresent();
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(amendment.company(), signIn);
    }

    /** Only lines with a price are sent, which carry none. */
    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
