package centrasage.orders.amendment;

import centrasage.flow.Amended;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.PostingKey;
import centrasage.sage200.AmendmentProgress;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.OrderAmendment.Step;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the order in Sage means for its amendment. */
final class AmendmentMatch {
    private final Command command;
    private final OrderAmendment amendment;
    private final Site site;
    private final AmendmentWords words;

    AmendmentMatch(Command command, OrderAmendment amendment, Site site) {
        this.command = command;
        this.amendment = amendment;
        this.site = site;
        this.words = new AmendmentWords(amendment);
    }

    Finding judge(SalesOrder order) {
        if (order.draft()) {
            return new Finding.Undecidable("somebody is changing the order " + amendment.documentNo());
        }
        if (order.isCancelled()) {
            return amendment.cancels() ? found(amendment.cancelled()) : words.different("it is cancelled");
        }
        if (!order.tellsAllOfItsLines()) {
            return new Finding.Undecidable("Sage 200 does not tell the lines of the order " + amendment.documentNo());
        }
        if (order.isComplete()) {
            return words.different("it is complete");
        }
        return amendment.cancels() ? cancellation(order) : lines(order);
    }

    /** The whole order is to go, as it was posted: nothing of it may have left, and nobody may have changed it. */
    private Finding cancellation(SalesOrder order) {
        List<String> moved = order.movedLines();
        if (!moved.isEmpty()) {
            return words.different("it is despatched or invoiced in part: " + String.join(", ", moved));
        }
        return new AmendmentProgress(amendment, order, site).isAsBefore()
                ? new Finding.Absent(evidence(order))
                : words.different("its lines are not as they were posted");
    }

    private Finding lines(SalesOrder order) {
        Optional<List<Step>> left = new AmendmentProgress(amendment, order, site).left();
        if (left.isEmpty()) {
            return words.different("its lines are not as they were posted");
        }
        if (left.get().isEmpty()) {
            return found(amendment.document(order));
        }
        List<String> moved = AmendmentProgress.moved(left.get());
        return moved.isEmpty()
                ? new Finding.Absent(evidence(order))
                : words.different("despatched or invoiced already is " + String.join("; ", moved));
    }

    private Finding found(Document there) {
        return new Finding.Found(amending(command, amendment, there));
    }

    /** With what the posting of the order is from now on. */
    static Document amending(Command command, OrderAmendment amendment, Document there) {
        NewSalesOrder order = amendment.order().asItIs();
        PostingKey key = command.key().amends().orElseThrow();
        Command become = new Command(
                key,
                command.object(),
                order.total(),
                order.vat(),
                order.documentDate(),
                command.fingerprint(),
                SalesOrderJson.write(order));
        return there.amending(new Amended(become, amendment.cancels()));
    }

    /** The lines as they are before it is sent, for whoever wants to know later. */
    private static String evidence(SalesOrder order) {
        return order.lines() == null
                ? ""
                : order.lines().stream()
                        .filter(line -> !line.isComment())
                        .map(SalesOrder.Line::words)
                        .collect(Collectors.joining("; "));
    }
}
