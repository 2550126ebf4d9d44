package centrasage.reconcile.open;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.Drift;
import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.ledger.OpenItem;
import java.util.List;

/** What finance is told of an order whose account is not as it was left from here. */
final class OpenItemWords {
    private OpenItemWords() {}

    static Drift of(Judged judged) {
        return drift(
                judged.object(),
                judged.atRisk(),
                judged.differences().stream().map(OpenItemWords::reason).toList());
    }

    private static Reason reason(Difference difference) {
        return difference.isUndone() ? undone(difference) : settled(difference);
    }

    private static Reason settled(Difference difference) {
        return new Reason(
                "SETTLED_IN_SAGE",
                Owner.FINANCE,
                difference + ": somebody has reversed it, or has allocated it to an entry that is none of the order's",
                "Look at the transaction in Sage 200. If it is as it should be, resolve this: Sage's value is taken over here. If not,"
                        + " undo it there: that is taken over too");
    }

    private static Reason undone(Difference difference) {
        return new Reason(
                "ALLOCATION_UNDONE",
                Owner.FINANCE,
                difference + ": somebody has undone its allocation",
                "Look at the transaction in Sage 200 and allocate it there to what it belongs to: it is never allocated again from here."
                        + " Then resolve this");
    }

    /** An invoice, or a credit note of a sales return, that Sage's people have posted, and that the ledger has no more. */
    static Drift gone(OpenItem item) {
        EntryKind kind = EntryKind.valueOf(item.kind());
        return drift(
                item.object(),
                item.value(),
                List.of(new Reason(
                        "ENTRY_GONE",
                        Owner.FINANCE,
                        "The sales ledger of Sage 200 has no "
                                + kind.word() + " " + item.urn() + " of " + item.value()
                                + " any more",
                        "Find out whether the company was restored (runbook: restore), and "
                                + (kind == EntryKind.INVOICE
                                        ? "post the invoice of the order"
                                        : "credit the sales return of the order")
                                + " in Sage 200 again if it was")));
    }

    private static Drift drift(String object, Money atRisk, List<Reason> reasons) {
        String number = OrderName.number(OrderName.ofObject(object)).orElse(object);
        PostingKey key = new PostingKey(OrderName.company(object), PostingKind.ORDER, number);
        return new Drift(Kind.OPEN_ITEM_DIFFERS, null, key, atRisk, reasons);
    }
}
