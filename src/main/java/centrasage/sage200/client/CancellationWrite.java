package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * The DELETE of one order, as {@link SageAnswers} asks about it: by its settings Sage cancels the order or removes it, and its answer
 * tells nothing, so that the order is read back.
 */
final class CancellationWrite implements Write {
    private final SageOrders orders;
    private final SageReads reads;
    private final OrderAmendment amendment;
    private final Optional<String> signIn;

    CancellationWrite(SageOrders orders, SageReads reads, OrderAmendment amendment, Optional<String> signIn) {
        this.orders = orders;
        this.reads = reads;
        this.amendment = amendment;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the cancellation of sales order " + amendment.documentNo();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        try {
            if (isThere()) {
                throw new Row.Malformed("document_status: the order is still there");
            }
            return amendment.cancelled();
        } catch (TargetUnavailable e) {
            throw new Row.Malformed("order that could be read back: " + e.getMessage());
        }
    }

    private boolean isThere() throws TargetUnavailable {
        return orders.read(amendment.company(), amendment.orderId())
                .filter(order -> order.documentNo().equals(amendment.documentNo()))
                .filter(order -> !order.isCancelled())
                .isPresent();
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return isThere();
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(amendment.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
