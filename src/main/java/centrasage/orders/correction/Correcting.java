package centrasage.orders.correction;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sha256;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.OrderCorrectionJson;
import java.util.Optional;

/** What follows from an order to whose lines Sage 200 gave another total than Centra's. Pure. */
public final class Correcting {
    private Correcting() {}

    /**
     * The posting that puts it right, to go out right after the order; empty where the total is Centra's, or where the plan does not allow it.
     *
     * @param command the order as it was sent
     * @param there what Sage holds of it
     */
    public static Optional<Command> of(Command command, NewSalesOrder order, Document there) {
        return OrderCorrection.of(order, there).map(correction -> following(command, correction));
    }

    private static Command following(Command command, OrderCorrection correction) {
        PostingKey order = command.key();
        String document = OrderCorrectionJson.write(correction);
        return new Command(
                new PostingKey(order.company(), PostingKind.ORDER_CORRECTION, order.sourceKey()),
                command.object(),
                correction.amount(),
                null,
                command.businessDate(),
                Sha256.hex(document),
                document);
    }
}
