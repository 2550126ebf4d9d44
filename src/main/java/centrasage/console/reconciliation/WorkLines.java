package centrasage.console.reconciliation;

import centrasage.console.words.Signs;
import centrasage.flow.OrderName;
import centrasage.money.Money;
import centrasage.reconcile.cutoff.CutOffReport;
import centrasage.reconcile.cutoff.OpenAtCutOff;
import centrasage.reconcile.worklist.KeptWorklists;
import centrasage.reconcile.worklist.WorkItem;
import centrasage.reconcile.worklist.Worklist;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.dates.DifferingDate;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.returns.BookingIn;
import centrasage.sync.returns.ReturnUnits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The lines of the lists that are kept here; nobody else is asked. */
@ApplicationScoped
public class WorkLines {
    private KeptWorklists worklists;
    private BookingIn bookingIn;
    private OpenItems items;
    private DocumentDates dates;
    private Signs signs;

    @SuppressWarnings("NullAway.Init")
    WorkLines() {}

    @Inject
    WorkLines(KeptWorklists worklists, BookingIn bookingIn, OpenItems items, DocumentDates dates, Signs signs) {
        this.worklists = worklists;
        this.bookingIn = bookingIn;
        this.items = items;
        this.dates = dates;
        this.signs = signs;
    }

    List<WorkLine> of(Worklist list, int from, int most) {
        return worklists.of(list, from, most).stream()
                .map(kept -> line(kept.item()))
                .toList();
    }

    private static WorkLine line(WorkItem item) {
        return WorkLine.of(item.company(), item.order())
                .inSage(item.sageOrder(), item.document())
                .worth(null, item.value())
                .from(item.since(), null);
    }

    List<WorkLine> toBookIn(int from, int most) {
        return bookingIn.awaitingFrom(from, most).stream().map(WorkLines::line).toList();
    }

    private static WorkLine line(ReturnUnits units) {
        return WorkLine.of(units.company(), units.number())
                .inSage(units.sageWarehouse(), units.product())
                .of(units.quantity())
                .from(units.returnedOn(), null)
                .noted("SKU " + units.sku() + ", back on stock in " + units.warehouse());
    }

    /** What is in the customer's favour is below zero, so that the sum is what is owed. */
    List<WorkLine> open(int from, int most) {
        return items.openFrom(from, most).stream().map(this::line).toList();
    }

    private WorkLine line(OpenItem item) {
        boolean isOwed = EntryKind.valueOf(item.kind()).isDebit();
        String name = OrderName.ofObject(item.object());
        return WorkLine.of(item.company(), OrderName.number(name).orElse(name))
                .inSage("", signs.code(item.kind()) + " urn " + item.urn())
                .worth(signed(item.value(), isOwed), signed(item.open(), isOwed))
                .from(item.date(), null);
    }

    private static Money signed(Money money, boolean isOwed) {
        return isOwed ? money : Money.zero(money.currency()).minus(money);
    }

    List<WorkLine> otherDays(int from, int most) {
        return dates.differingFrom(from, most).stream().map(this::line).toList();
    }

    private WorkLine line(DifferingDate date) {
        String who = date.chosenBy();
        String chosen = date.documentDate() == null
                ? "A person is asked for its day"
                : "Its day was chosen by " + (who == null ? "the settings" : who);
        return WorkLine.of(date.key().company(), date.key().sourceKey())
                .inSage("", signs.document(date.key().kind()).toLowerCase(Locale.ROOT))
                .from(date.trueDate(), date.documentDate())
                .noted(chosen + (date.bearsVat() ? "; the VAT return is about it" : ""));
    }

    static List<WorkLine> of(WorkList list, CutOffReport report) {
        List<OpenAtCutOff> open = switch (list) {
            case CAPTURED_NOT_DESPATCHED -> report.capturedNotDespatched();
            case NOT_INVOICED_AT_CUT_OFF -> report.despatchedNotInvoiced();
            case INVOICED_NOT_CAPTURED -> report.invoicedNotCaptured();
            default -> List.of();
        };
        return open.stream()
                .map(each -> WorkLine.of(each.company(), each.order())
                        .inSage(each.sageOrder(), "")
                        .worth(each.vat(), each.open())
                        .noted(each.note()))
                .toList();
    }
}
