package centrasage.console.words;

import centrasage.desk.BusinessException;
import centrasage.flow.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an exception is mended, and which runbook says how.
 *
 * @param title of the page, in words
 * @param address of the page; null where it is mended in another system alone
 * @param runbook the name of its file without the ending
 */
public record Mending(String title, @Nullable String address, String runbook) {
    private static final Pattern SHEET = Pattern.compile("\\b([a-z]+)\\.csv\\b");

    public static Mending of(BusinessException exception) {
        return new Mending(title(exception), address(exception), runbook(exception));
    }

    /** The first sheet of the mappings that a remedy names is the one to be edited. */
    private static Optional<String> sheet(BusinessException exception) {
        return exception.reasons().stream()
                .map(Reason::remedy)
                .map(SHEET::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static @Nullable String address(BusinessException exception) {
        String subject = exception.sourceKey();
        return switch (exception.kind()) {
            case HELD, REFUSED, NOT_CORRECTED, PARKED, CAUSE, MAPPING_CHECK ->
                sheet(exception).map(Mending::mappings).orElseGet(() -> order(exception));
            case SETTLEMENT_NOT_MAPPED, CATALOGUE_NOT_PUBLISHED, STOCK_NOT_PUBLISHED ->
                mappings(sheet(exception).orElse("settlement"));
            case SETTLEMENT_FILE, SETTLEMENT_NOT_PROVEN, SETTLEMENT_DIFFERS, SETTLEMENT_MISSING, SETTLEMENT_UNMATCHED ->
                "payouts.xhtml";
            case FEES_DIFFER, PAYOUT_NOT_ARRIVED -> "payouts.xhtml";
            case NEVER_PAID_OUT, CLEARING_DIFFERS, CLEARING_BASE_DIFFERS, JOURNAL_DIFFERS, JOURNAL_NOT_IMPORTED ->
                "clearing.xhtml?company=" + encoded(exception.company()) + bank(exception);
            case STOCK_HELD, STOCK_NOT_SHOWN, STOCK_UNMATCHED, STOCK_ONLY_IN_CENTRA, STOCK_BY_API -> "stock.xhtml";
            case RUN_GIVEN_UP, JOB_FAILED -> "job.xhtml?job=" + encoded(subject.replaceFirst(".*/", ""));
            case NOT_PLANNED, MANY_STUCK, FEED_SILENT -> "jobs.xhtml";
            case OUTAGE -> "connect.xhtml";
            case AUDIT_BROKEN, AUDIT_HEADS_LOST -> "audit.xhtml";
            case SITE_CHECK, ALERT_NOT_SENT -> "settings.xhtml";
            case CATALOGUE_DIFFERS, CATALOGUE_WAITS -> "catalogue.xhtml";
            case DESPATCHED_NOT_INVOICED,
                    PENDING_NOT_POSTED,
                    RETURNED_NOT_CREDITED,
                    INVOICE_NOT_TAKEN,
                    LEDGER_PUT_BACK -> null;
            default -> order(exception);
        };
    }

    /** Of a clearing bank the subject names it last. */
    private static String bank(BusinessException exception) {
        return switch (exception.kind()) {
            case NEVER_PAID_OUT, CLEARING_DIFFERS, CLEARING_BASE_DIFFERS ->
                "&bank=" + encoded(exception.sourceKey().replaceFirst(".*/", ""));
            default -> "";
        };
    }

    private static String mappings(String sheet) {
        return "mappings.xhtml?sheet=" + encoded(sheet);
    }

    private static @Nullable String order(BusinessException exception) {
        boolean isOne = exception.kind().isAboutAnOrder() && !exception.kind().isOfMany();
        return isOne ? "order.xhtml?number=" + encoded(exception.sourceKey()) : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String title(BusinessException exception) {
        String address = address(exception);
        String page = address == null ? "" : address.replaceFirst("\\.xhtml.*", "");
        return switch (page) {
            case "mappings" -> "Open the mappings: " + sheet(exception).orElse("settlement");
            case "order" -> "Open its page";
            case "payouts" -> "Open the payouts";
            case "clearing" -> "Open the clearing";
            case "stock" -> "Open the stock";
            case "catalogue" -> "Open the catalogue";
            case "job" -> "Open the job";
            case "jobs" -> "Open the jobs";
            case "connect" -> "Open the connection to Sage";
            case "audit" -> "Open the audit trail";
            case "settings" -> "Open the settings";
            default -> "";
        };
    }

    private static String runbook(BusinessException exception) {
        return switch (exception.kind()) {
            case CAUSE -> "one-cause";
            case HELD -> "order-held";
            case REFUSED ->
                exception.sourceKey().contains("/")
                                && exception.reasons().get(0).code().startsWith("CAPTURE")
                        ? "capture-fails"
                        : "order-held";
            case PARKED -> "record-locked";
            case STUCK, OUTAGE, NOT_PLANNED, MANY_STUCK -> "stuck";
            case CHANGED_AFTER_POSTING -> "changed-after-posting";
            case TOTAL_DIFFERS, VAT_DIFFERS, NOT_CORRECTED -> "total-differs";
            case DUPLICATE -> "two-orders-in-sage";
            case DRIFT, MISSING_IN_SAGE, STOPPED_IN_SAGE, DRAFT_IN_SAGE, NOT_EXPECTED_IN_SAGE -> "drift";
            case DATE_DIFFERS,
                    CAPTURES_DIFFER,
                    NOT_COLLECTED,
                    FORGOTTEN,
                    NOT_IN_CENTRA,
                    NOT_DESPATCHED,
                    DESPATCH_DIFFERS,
                    DESPATCH_NOT_IN_CENTRA,
                    ENTRY_MISSING_IN_SAGE,
                    ENTRY_DIFFERS,
                    OPEN_ITEM_DIFFERS -> "reconciliation";
            case LEDGER_PUT_BACK -> "restore";
            case AUDIT_BROKEN, AUDIT_HEADS_LOST -> "audit-trail";
            case RUN_GIVEN_UP, JOB_FAILED -> "after-a-crash";
            case DESPATCHED_NOT_INVOICED, PENDING_NOT_POSTED, RETURNED_NOT_CREDITED, INVOICE_NOT_TAKEN ->
                "not-invoiced";
            case SETTLEMENT_FILE,
                    SETTLEMENT_NOT_PROVEN,
                    SETTLEMENT_NOT_MAPPED,
                    SETTLEMENT_DIFFERS,
                    SETTLEMENT_MISSING,
                    SETTLEMENT_UNMATCHED,
                    FEES_DIFFER,
                    NEVER_PAID_OUT,
                    PAYOUT_NOT_ARRIVED,
                    JOURNAL_DIFFERS,
                    JOURNAL_NOT_IMPORTED,
                    CLEARING_DIFFERS,
                    CLEARING_BASE_DIFFERS -> "payouts";
            case STOCK_HELD,
                    STOCK_NOT_SHOWN,
                    STOCK_UNMATCHED,
                    STOCK_NOT_PUBLISHED,
                    STOCK_ONLY_IN_CENTRA,
                    STOCK_BY_API,
                    CATALOGUE_NOT_PUBLISHED,
                    CATALOGUE_DIFFERS,
                    CATALOGUE_WAITS -> "stock";
            case MAPPING_CHECK, SITE_CHECK -> "change-a-mapping";
            case FEED_SILENT, ALERT_NOT_SENT -> "alerts";
        };
    }
}
