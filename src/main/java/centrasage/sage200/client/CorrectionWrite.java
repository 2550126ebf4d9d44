package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;

/** The PUT of one order's rounding line, as {@link SageAnswers} asks about it: one line is saved as a whole, or not at all. */
final class CorrectionWrite implements Write {
    private final SageOrders orders;
    private final SageReads reads;
    private final OrderCorrection correction;
    private final Optional<String> signIn;

    CorrectionWrite(SageOrders orders, SageReads reads, OrderCorrection correction, Optional<String> signIn) {
        this.orders = orders;
        this.reads = reads;
        this.correction = correction;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the rounding line of sales order " + correction.documentNo();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        SalesOrder order = OrderRow.read(answer);
        if (order.id() != correction.orderId() || !order.documentNo().equals(correction.documentNo())) {
            throw new Row.Malformed("id and document_no");
        }
        if (order.draft() || !isTotal(order.total(), correction.meant())) {
            throw new Row.Malformed("total_gross_value");
        }
        return correction.document();
    }

    private static boolean isTotal(BigDecimal total, Money money) {
        return total.compareTo(money.amount()) == 0;
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return orders.read(correction.company(), correction.orderId())
                .filter(order -> isTotal(order.total(), correction.seen()))
                .isPresent();
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(correction.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
