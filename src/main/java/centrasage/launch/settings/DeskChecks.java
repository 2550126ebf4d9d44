package centrasage.launch.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules of the desk must look like. */
final class DeskChecks {
    /** As the desk has them, which the launcher does not see; a test compares the two. */
    static final List<String> KINDS = List.of(
            "CAUSE",
            "HELD",
            "REFUSED",
            "PARKED",
            "STUCK",
            "CHANGED_AFTER_POSTING",
            "TOTAL_DIFFERS",
            "VAT_DIFFERS",
            "DATE_DIFFERS",
            "CAPTURES_DIFFER",
            "NOT_CORRECTED",
            "DUPLICATE",
            "DRIFT",
            "MISSING_IN_SAGE",
            "STOPPED_IN_SAGE",
            "DRAFT_IN_SAGE",
            "NOT_EXPECTED_IN_SAGE",
            "NOT_COLLECTED",
            "FORGOTTEN",
            "NOT_IN_CENTRA",
            "NOT_DESPATCHED",
            "DESPATCH_DIFFERS",
            "DESPATCH_NOT_IN_CENTRA",
            "ENTRY_MISSING_IN_SAGE",
            "ENTRY_DIFFERS",
            "OPEN_ITEM_DIFFERS",
            "LEDGER_PUT_BACK",
            "AUDIT_BROKEN",
            "AUDIT_HEADS_LOST",
            "RUN_GIVEN_UP",
            "JOB_FAILED",
            "OUTAGE",
            "NOT_PLANNED",
            "MANY_STUCK",
            "DESPATCHED_NOT_INVOICED",
            "PENDING_NOT_POSTED",
            "RETURNED_NOT_CREDITED",
            "INVOICE_NOT_TAKEN",
            "SETTLEMENT_FILE",
            "SETTLEMENT_NOT_PROVEN",
            "SETTLEMENT_NOT_MAPPED",
            "SETTLEMENT_DIFFERS",
            "SETTLEMENT_MISSING",
            "SETTLEMENT_UNMATCHED",
            "FEES_DIFFER",
            "NEVER_PAID_OUT",
            "PAYOUT_NOT_ARRIVED",
            "JOURNAL_DIFFERS",
            "JOURNAL_NOT_IMPORTED",
            "CLEARING_DIFFERS",
            "CLEARING_BASE_DIFFERS",
            "STOCK_HELD",
            "STOCK_NOT_SHOWN",
            "STOCK_UNMATCHED",
            "STOCK_NOT_PUBLISHED",
            "STOCK_ONLY_IN_CENTRA",
            "STOCK_BY_API",
            "CATALOGUE_NOT_PUBLISHED",
            "CATALOGUE_DIFFERS",
            "CATALOGUE_WAITS",
            "FEED_SILENT",
            "ALERT_NOT_SENT",
            "MAPPING_CHECK",
            "SITE_CHECK");

    private static final List<String> OWNERS = List.of("cx", "operations", "finance");
    private static final String EXAMPLE =
            "; expected rules such as HELD:UNKNOWN_SKU = operations, CHARGEBACK = finance";

    private DeskChecks() {}

    /** Rules, separated by commas: a kind of exception, the code of a reason, or both with a colon between; then the owner. */
    static Optional<String> owners(String value) {
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .map(DeskChecks::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(String rule) {
        String[] parts = rule.split("=", 2);
        if (parts.length < 2) {
            return Optional.of("the rule " + rule + " names no owner" + EXAMPLE);
        }
        String of = parts[0].strip().toUpperCase(Locale.ROOT);
        String owner = parts[1].strip().toLowerCase(Locale.ROOT);
        if (!OWNERS.contains(owner)) {
            return Optional.of("the owner " + owner + " is not known; use one of " + String.join(", ", OWNERS));
        }
        if (!of.matches("[A-Z][A-Z0-9_]*(:[A-Z][A-Z0-9_]*)?")) {
            return Optional.of(of + " is neither a kind of exception nor the code of a reason" + EXAMPLE);
        }
        boolean isUnknown = of.contains(":") && !KINDS.contains(of.substring(0, of.indexOf(':')));
        return isUnknown
                ? Optional.of("there is no kind of exception " + of.substring(0, of.indexOf(':')) + "; use one of "
                        + String.join(", ", KINDS))
                : Optional.empty();
    }
}
