package centrasage.reconcile.cutoff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The three lists of a day, each by company and order.
 *
 * @param silent which companies could not be read, and why: their orders are on none of the lists that need Sage
 */
public record CutOffReport(
        LocalDate day,
        List<OpenAtCutOff> capturedNotDespatched,
        List<OpenAtCutOff> despatchedNotInvoiced,
        List<OpenAtCutOff> invoicedNotCaptured,
        Map<String, String> silent) {
    public CutOffReport {
        capturedNotDespatched = List.copyOf(capturedNotDespatched);
        despatchedNotInvoiced = List.copyOf(despatchedNotInvoiced);
        invoicedNotCaptured = List.copyOf(invoicedNotCaptured);
        silent = Map.copyOf(silent);
    }
}
