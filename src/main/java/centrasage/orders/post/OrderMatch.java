package centrasage.orders.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderComparison;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the orders that Sage holds under one key mean for our order: a document is adopted only when it is no draft and
 * customer, lines and total are equal, or all but pennies in the total that the plan allows to correct. Cancelled orders do not count. Of an order whose person was erased only key and total
 * are known, and they decide; and where a site's answer tells no more of its lines than how many there are, their number does.
 */
final class OrderMatch {
    private final Command command;
    private final String documentNo;
    private final @Nullable NewSalesOrder meant;
    private final Site site;

    OrderMatch(Command command, Site site) {
        this.command = command;
        this.documentNo = OrderTarget.documentNo(command);
        this.meant = command.isErased() ? null : SalesOrderJson.read(command.document());
        this.site = site;
    }

    Finding judge(List<SalesOrder> candidates) {
        List<SalesOrder> live = candidates.stream()
                .filter(order -> !order.isCancelled())
                .sorted(Comparator.comparingLong(SalesOrder::id))
                .toList();
        List<SalesOrder> complete =
                live.stream().filter(order -> !order.draft()).toList();
        if (complete.size() > 1) {
            return several(complete);
        }
        if (complete.size() == 1) {
            SalesOrder order = complete.get(0);
            return differences(order).isEmpty() ? new Finding.Found(document(order)) : different(complete);
        }
        return live.isEmpty() ? new Finding.Absent() : drafts(live);
    }

    /** The oldest that is what we meant is kept, and comes first; where none is, nothing is adopted. */
    private Finding several(List<SalesOrder> complete) {
        return complete.stream()
                .filter(order -> differences(order).isEmpty())
                .findFirst()
                .map(kept -> Stream.concat(Stream.of(kept), complete.stream().filter(order -> order != kept)))
                .<Finding>map(
                        orders -> new Finding.Several(orders.map(this::document).toList()))
                .orElseGet(() -> different(complete));
    }

    private Finding drafts(List<SalesOrder> drafts) {
        List<Document> documents = drafts.stream().map(this::document).toList();
        String numbers = documents.stream().map(OrderMatch::name).collect(Collectors.joining(" and "));
        Reason reason = new Reason(
                "DRAFT_UNDER_KEY",
                Owner.OPERATIONS,
                "Sage 200 holds " + (drafts.size() > 1 ? "the drafts " : "the draft ") + numbers + " under "
                        + documentNo + ". Nothing proves that it was left by us, so it is left alone,"
                        + " and the order is not posted beside it",
                "Look at it in Sage 200. If it is nobody's, delete it there, or clear its customer document number; if"
                        + " somebody is entering the order by hand, let them finish. Then plan again: a finished order"
                        + " of the same account, lines and total is taken for this one");
        return new Finding.Drafts(documents, drafts.stream().allMatch(this::mayBeOurs), reason);
    }

    private boolean mayBeOurs(SalesOrder draft) {
        return meant != null && draft.mayBeHalfOf(meant, site);
    }

    /** A draft may have no number yet. */
    private static String name(Document document) {
        return document.number().isEmpty() ? "with the id " + document.id() : document.number();
    }

    private Finding different(List<SalesOrder> orders) {
        String what = orders.stream()
                .map(order -> "Sage 200 order " + order.documentNo() + " already carries " + documentNo
                        + " and is another order: " + String.join("; ", differences(order)))
                .collect(Collectors.joining(". "));
        String numbers = orders.stream().map(SalesOrder::documentNo).collect(Collectors.joining(" and "));
        Reason reason = new Reason(
                "ANOTHER_ORDER_UNDER_KEY",
                Owner.OPERATIONS,
                what,
                "Look at " + numbers + " in Sage 200: correct or cancel what is wrong there, then plan again");
        return new Finding.Different(orders.stream().map(this::document).toList(), reason);
    }

    private List<String> differences(SalesOrder order) {
        List<String> differences = new ArrayList<>(meant == null ? List.of() : differences(order, meant));
        boolean correctable =
                differences.isEmpty() && order.tellsLines() && document(order).correction() != null;
        if (order.total().compareTo(command.amount().amount()) != 0 && !correctable) {
            differences.add("its total is " + order.total().toPlainString() + ", not " + command.amount());
        }
        return differences;
    }

    /** An order that was corrected has the lines that were meant, and another price on the one that carries pennies. */
    private List<String> differences(SalesOrder order, NewSalesOrder meant) {
        List<String> differences = compared(order, meant);
        boolean corrected = !differences.isEmpty()
                && order.tellsLines()
                && order.total().compareTo(meant.total().amount()) == 0
                && meant.roundedAsIn(order)
                        .anyMatch(other -> compared(order, other).isEmpty());
        return corrected ? List.of() : differences;
    }

    private List<String> compared(SalesOrder order, NewSalesOrder meant) {
        OrderComparison comparison = new OrderComparison(order, meant, site);
        Optional<String> count = comparison.lineCount();
        return Stream.of(
                        comparison.customer().stream(),
                        count.stream(),
                        count.isPresent() ? Stream.<String>empty() : comparison.lines().stream())
                .flatMap(differences -> differences)
                .toList();
    }

    private Document document(SalesOrder order) {
        Document there = new Document(
                Long.toString(order.id()),
                order.documentNo(),
                money(order.total()),
                money(order.vat()),
                order.createdAt());
        return meant == null ? there : OrderTarget.judged(there, command, meant, site);
    }

    private Money money(BigDecimal amount) {
        return Money.rounded(amount, command.amount().currency(), RoundingMode.UNNECESSARY);
    }
}
