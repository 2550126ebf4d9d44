package centrasage.reconcile.worklist;

import centrasage.desk.BusinessException;
import centrasage.flow.Owner;
import java.util.Locale;

/** What there is to do, and in which words. */
public enum Worklist {
    DESPATCHED_NOT_INVOICED(
            BusinessException.Kind.DESPATCHED_NOT_INVOICED,
            "order",
            "despatched and not invoiced",
            "Print and post the invoice of the order in Sage 200 (Sales Orders: print invoices, then update ledgers)"),
    PENDING_NOT_POSTED(
            BusinessException.Kind.PENDING_NOT_POSTED,
            "invoice",
            "printed and not posted",
            "Post the printed invoice to the sales ledger in Sage 200 (Sales Orders: update ledgers)"),
    RETURNED_NOT_CREDITED(
            BusinessException.Kind.RETURNED_NOT_CREDITED,
            "order",
            "returned and not credited as returned",
            "Print and post the credit notes of its sales returns in Sage 200 (Sales Orders: print credit notes, then update ledgers);"
                    + " where one was posted with another amount than its return comes to, post the difference there");

    private final BusinessException.Kind kind;
    private final String one;
    private final String what;
    private final String remedy;

    Worklist(BusinessException.Kind kind, String one, String what, String remedy) {
        this.kind = kind;
        this.one = one;
        this.what = what;
        this.remedy = remedy;
    }

    BusinessException.Kind kind() {
        return kind;
    }

    /** {@code 1 order}, {@code 12 orders}. */
    String many(int number) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** {@code despatched and not invoiced}. */
    public String what() {
        return what;
    }

    /** {@code despatched-not-invoiced}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String remedy() {
        return remedy;
    }

    public Owner owner() {
        return Owner.FINANCE;
    }
}
