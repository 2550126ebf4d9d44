package centrasage.refunds.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderComparison;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesReturnId;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the sales returns that Sage holds under one key mean for ours: one is adopted only when it is no draft and account, lines and total
 * are equal. Cancelled ones do not count.
 */
final class SalesReturnMatch {
    private final Command command;
    private final NewSalesOrder meant;
    private final Site site;

    SalesReturnMatch(Command command, Site site) {
        this.command = command;
        this.meant = SalesReturnJson.read(command.document());
        this.site = site;
    }

    Finding judge(List<SalesOrder> candidates) {
        List<SalesOrder> live = candidates.stream()
                .filter(made -> !made.isCancelled())
                .sorted(Comparator.comparingLong(SalesOrder::id))
                .toList();
        List<SalesOrder> complete = live.stream().filter(made -> !made.draft()).toList();
        if (live.isEmpty()) {
            return new Finding.Absent();
        }
        if (complete.isEmpty()) {
            return drafts(live);
        }
        List<SalesOrder> equal =
                complete.stream().filter(made -> differences(made).isEmpty()).toList();
        if (equal.isEmpty()) {
            return new Finding.Different(documents(complete), different(complete));
        }
        return complete.size() == 1
                ? new Finding.Found(document(equal.get(0)))
                : new Finding.Several(documents(keptFirst(equal.get(0), complete)));
    }

    private static List<SalesOrder> keptFirst(SalesOrder kept, List<SalesOrder> all) {
        List<SalesOrder> sorted = new ArrayList<>(all);
        sorted.remove(kept);
        sorted.add(0, kept);
        return sorted;
    }

    private Finding drafts(List<SalesOrder> drafts) {
        boolean mayBeOurs = drafts.stream().allMatch(draft -> draft.mayBeHalfOf(meant, site));
        return new Finding.Drafts(
                documents(drafts),
                mayBeOurs,
                new Reason(
                        "DRAFT_UNDER_KEY",
                        Owner.OPERATIONS,
                        "Sage 200 holds a draft of a sales return under " + meant.customerDocumentNo()
                                + ". Nothing proves that it was left by us, so it is left alone",
                        "Look at it in Sage 200. If it is nobody's, delete it there, or clear its customer document number; if"
                                + " somebody is entering it by hand, let them finish. Then plan again"));
    }

    private Reason different(List<SalesOrder> complete) {
        String what = complete.stream()
                .map(made -> "Sage 200 sales return " + made.documentNo() + " already carries "
                        + meant.customerDocumentNo() + " and is another one: " + String.join("; ", differences(made)))
                .collect(Collectors.joining(". "));
        return new Reason(
                "ANOTHER_RETURN_UNDER_KEY",
                Owner.FINANCE,
                what,
                "Look at it in Sage 200: correct or cancel what is wrong there, then plan again");
    }

    private List<String> differences(SalesOrder made) {
        OrderComparison comparison = new OrderComparison(made, meant, site);
        List<String> differences = new ArrayList<>();
        comparison.customer().ifPresent(differences::add);
        comparison.lineCount().ifPresentOrElse(differences::add, () -> differences.addAll(comparison.lines()));
        if (made.total().compareTo(command.amount().amount()) != 0) {
            differences.add("its total is " + made.total().toPlainString() + ", not " + command.amount());
        }
        return differences;
    }

    private List<Document> documents(List<SalesOrder> made) {
        return made.stream().map(this::document).toList();
    }

    private Document document(SalesOrder made) {
        return new Document(
                SalesReturnId.of(Long.toString(made.id())),
                made.documentNo(),
                money(made.total()),
                money(made.vat()),
                made.createdAt());
    }

    private Money money(BigDecimal amount) {
        return Money.rounded(amount, command.amount().currency(), RoundingMode.UNNECESSARY);
    }
}
