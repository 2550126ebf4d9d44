package centrasage.console.orders;

import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.orders.plan.OrderPreview;
import centrasage.sage200.NewSalesOrder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What would be posted of an order if it were planned now, as a page shows it.
 *
 * @param failed why it cannot be said now; empty where it can
 */
public record PreviewView(OrderPreview.@Nullable Preview preview, String failed) {
    /** A file of the mappings, as reasons name it. */
    private static final Pattern SHEET = Pattern.compile("\\b([a-z]+)\\.csv\\b");

    static PreviewView of(OrderPreview.Preview preview) {
        return new PreviewView(preview, "");
    }

    static PreviewView failed(String why) {
        return new PreviewView(null, why);
    }

    /** Null unless a document would be posted. */
    public @Nullable NewSalesOrder document() {
        return preview == null ? null : preview.document();
    }

    public List<Reason> reasons() {
        return preview == null ? List.of() : preview.reasons();
    }

    /** The sheet of the mappings in which this reason is mended; empty where it is mended elsewhere. */
    public String sheet(Reason reason) {
        Matcher named = SHEET.matcher(reason.what() + " " + reason.remedy());
        return named.find() ? named.group(1) : "";
    }

    /** Without VAT. */
    public Money net(NewSalesOrder document) {
        return document.total().minus(document.vat());
    }

    /** Centra's total less this; null where they cannot be compared. */
    public @Nullable Money lessThan(NewSalesOrder document, @Nullable Money centra) {
        return centra == null || !centra.currency().equals(document.total().currency())
                ? null
                : centra.minus(document.total());
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "PreviewView";
    }
}
