package centrasage.desk;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must see or do.
 *
 * @param kind what it is, such as HELD or DUPLICATE
 * @param atRisk the money at risk, not negative
 * @param headline one sentence, no personal data
 * @param handling how people deal with it
 */
public record BusinessException(
        long id,
        Kind kind,
        Severity severity,
        Owner owner,
        State state,
        String company,
        String sourceKey,
        Money atRisk,
        String headline,
        List<Reason> reasons,
        @Nullable String assignedTo,
        @Nullable String note,
        Instant openedAt,
        Instant changedAt,
        Handling handling) {

    /**
     * How people deal with it.
     *
     * @param edition how often what a person sees of it has changed: whoever acts says which they saw
     * @param group what it has in common with others, as {@link centrasage.desk.rule.CauseKey} writes it
     * @param waitsSince since when the time runs in which somebody is to have seen to it
     * @param ignoredUntil null where it is not ignored
     * @param ignoredWhy in the words of whoever ignored it
     */
    public record Handling(
            int edition,
            String group,
            Instant waitsSince,
            @Nullable Instant ignoredUntil,
            @Nullable String ignoredWhy) {}

    /** What kinds there are, and how far the damage of each reaches. */
    public enum Kind {
        /** One cause stops many documents: each of them is gathered under it. */
        CAUSE(Severity.HIGH),
        HELD(Severity.MEDIUM),
        REFUSED(Severity.MEDIUM),
        /** Sage 200 cannot take it now, and will once something there has changed: it is tried again by itself. */
        PARKED(Severity.MEDIUM),
        /** It has been in its state for longer than the limit of that state. */
        STUCK(Severity.MEDIUM),
        CHANGED_AFTER_POSTING(Severity.HIGH),
        TOTAL_DIFFERS(Severity.HIGH),
        VAT_DIFFERS(Severity.HIGH),
        /** What was in Sage 200 already has another day there than it would have been posted with. */
        DATE_DIFFERS(Severity.MEDIUM),
        /** More or less was taken for an order than it comes to. */
        CAPTURES_DIFFER(Severity.HIGH),
        /** The total of a posted order could not be corrected in Sage 200: the order is there, pennies off. */
        NOT_CORRECTED(Severity.MEDIUM),
        DUPLICATE(Severity.CRITICAL),
        /** What Sage 200 holds of an order is not what was posted: somebody has changed it there. */
        DRIFT(Severity.HIGH),
        /** What was posted is not in Sage 200 any more. */
        MISSING_IN_SAGE(Severity.CRITICAL),
        /** What was posted is cancelled, on hold or in dispute in Sage 200. */
        STOPPED_IN_SAGE(Severity.MEDIUM),
        /** A draft stands under the order's key: somebody has begun to change or copy it, and has not finished. */
        DRAFT_IN_SAGE(Severity.LOW),
        /** An order with a key of ours that nothing here has posted. */
        NOT_EXPECTED_IN_SAGE(Severity.HIGH),
        /** Centra made it days ago and it never arrived here: it was read by id, and is planned now. */
        NOT_COLLECTED(Severity.HIGH),
        /** It is here, and neither posted nor under way nor told to anybody. */
        FORGOTTEN(Severity.HIGH),
        /** Sage 200 has it under our key, and Centra does not have it (any more). */
        NOT_IN_CENTRA(Severity.HIGH),
        /** Centra has completed the shipment for long, and Sage 200 has no despatch of it. */
        NOT_DESPATCHED(Severity.HIGH),
        /** The despatch in Sage 200 has other quantities than the shipment in Centra. */
        DESPATCH_DIFFERS(Severity.HIGH),
        /** A despatch in Sage 200 carries the number of a shipment that Centra does not have. */
        DESPATCH_NOT_IN_CENTRA(Severity.HIGH),
        /** What was posted to the sales ledger or a bank is not there any more. */
        ENTRY_MISSING_IN_SAGE(Severity.CRITICAL),
        /** What was posted to the sales ledger or a bank stands there with another amount, or more than once. */
        ENTRY_DIFFERS(Severity.HIGH),
        /** Somebody has settled an entry of an order in Sage 200, or undone that, in a way that nothing here explains. */
        OPEN_ITEM_DIFFERS(Severity.HIGH),
        /** Most of what was posted to the sales ledger and the banks is not there: the company was put back to an earlier day. */
        LEDGER_PUT_BACK(Severity.CRITICAL),
        /** The application itself needs a person: no order and no amount belong to it. */
        AUDIT_BROKEN(Severity.CRITICAL),
        AUDIT_HEADS_LOST(Severity.HIGH),
        RUN_GIVEN_UP(Severity.HIGH),
        JOB_FAILED(Severity.MEDIUM),
        /** One of the two systems could not be worked with for long. */
        OUTAGE(Severity.HIGH),
        /** What was received has waited for its plan for long. */
        NOT_PLANNED(Severity.HIGH),
        /** More postings are stuck in one state than have an exception of their own. */
        MANY_STUCK(Severity.HIGH),
        /** Orders left the warehouse, and nobody has invoiced them in Sage 200 for longer than may be. */
        DESPATCHED_NOT_INVOICED(Severity.MEDIUM),
        /** Invoices were printed in Sage 200, and nobody has posted them to the sales ledger for longer than may be. */
        PENDING_NOT_POSTED(Severity.MEDIUM),
        /** Sales returns stand in Sage 200, and nobody has credited them, or with another amount, for longer than may be. */
        RETURNED_NOT_CREDITED(Severity.MEDIUM),
        /** An invoice in Sage 200 is of several orders, so that money for none of them can be allocated to it. */
        INVOICE_NOT_TAKEN(Severity.MEDIUM),
        /** A file of a payment provider of which nothing can be trusted. */
        SETTLEMENT_FILE(Severity.HIGH),
        /** A batch of a payment provider that does not hold together, so that nothing of it is posted. */
        SETTLEMENT_NOT_PROVEN(Severity.HIGH),
        /** A batch of a payment provider of which no mapping says to which company and clearing bank it belongs. */
        SETTLEMENT_NOT_MAPPED(Severity.HIGH),
        /** A batch came again, and says something else than what is posted. */
        SETTLEMENT_DIFFERS(Severity.HIGH),
        /** A batch between two others was never received. */
        SETTLEMENT_MISSING(Severity.HIGH),
        /** Lines of a batch settle nothing that is known here. */
        SETTLEMENT_UNMATCHED(Severity.MEDIUM),
        /** A payment provider has kept other fees than its contract says. */
        FEES_DIFFER(Severity.MEDIUM),
        /** Money was taken long ago, and no payment provider has paid it out. */
        NEVER_PAID_OUT(Severity.HIGH),
        /** A payment provider says that it has paid, and no bank statement shows it. */
        PAYOUT_NOT_ARRIVED(Severity.HIGH),
        /** The nominal ledger in Sage 200 has a journal otherwise than it was proposed. */
        JOURNAL_DIFFERS(Severity.HIGH),
        /** A journal was proposed long ago, and nobody has imported it into Sage 200. */
        JOURNAL_NOT_IMPORTED(Severity.MEDIUM),
        /** A clearing bank in Sage 200 does not come to what is open in it. */
        CLEARING_DIFFERS(Severity.CRITICAL),
        /** A clearing bank of another currency does not come to what stands in it in the company's own. */
        CLEARING_BASE_DIFFERS(Severity.MEDIUM),
        /** More of a warehouse's stock would change at once than the guard rails let pass: Centra shows the figures from before. */
        STOCK_HELD(Severity.HIGH),
        /** Stock that Sage 200 has changed does not reach Centra: it may sell what is not there. */
        STOCK_NOT_SHOWN(Severity.HIGH),
        /** Stock of Sage 200 for which Centra has no SKU, or no single one: it is not sold, or by figures that nobody keeps. */
        STOCK_UNMATCHED(Severity.MEDIUM),
        /** A warehouse is to sell its stock in Centra, and cannot. */
        STOCK_NOT_PUBLISHED(Severity.HIGH),
        /** Centra sells SKUs of which Sage 200 has no stock record: nobody ever lowers them. */
        STOCK_ONLY_IN_CENTRA(Severity.MEDIUM),
        /** Stock is read through Sage 200's API because its database cannot be: Centra learns of changes later. */
        STOCK_BY_API(Severity.LOW),
        /** Fields or prices that Sage 200 owns cannot be told to Centra: it sells at other prices. */
        CATALOGUE_NOT_PUBLISHED(Severity.MEDIUM),
        /** Fields or prices that Sage 200 owns are otherwise in Centra, and a person has to decide. */
        CATALOGUE_DIFFERS(Severity.LOW),
        /** Fields or prices that Sage 200 has changed have found no room in Centra's quota for long. */
        CATALOGUE_WAITS(Severity.MEDIUM),
        /** Less came of a feed than usual: it may be broken without anybody saying so. */
        FEED_SILENT(Severity.HIGH),
        /** Alerts could not be sent by one of the channels. */
        ALERT_NOT_SENT(Severity.HIGH),
        MAPPING_CHECK(Severity.MEDIUM),
        SITE_CHECK(Severity.HIGH);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** Whether a person settles it for good: the same words never open it again. */
        boolean isFinding() {
            return switch (this) {
                case CAUSE,
                        HELD,
                        REFUSED,
                        PARKED,
                        NOT_CORRECTED,
                        JOB_FAILED,
                        RUN_GIVEN_UP,
                        STOCK_HELD,
                        STOCK_NOT_SHOWN,
                        STOCK_UNMATCHED,
                        STOCK_NOT_PUBLISHED,
                        STOCK_ONLY_IN_CENTRA,
                        STOCK_BY_API,
                        CATALOGUE_NOT_PUBLISHED,
                        CATALOGUE_DIFFERS,
                        CATALOGUE_WAITS,
                        FEED_SILENT,
                        ALERT_NOT_SENT,
                        MAPPING_CHECK,
                        SITE_CHECK,
                        DESPATCHED_NOT_INVOICED,
                        PENDING_NOT_POSTED,
                        RETURNED_NOT_CREDITED,
                        SETTLEMENT_FILE,
                        SETTLEMENT_NOT_PROVEN,
                        SETTLEMENT_NOT_MAPPED,
                        SETTLEMENT_MISSING,
                        SETTLEMENT_UNMATCHED,
                        NEVER_PAID_OUT,
                        JOURNAL_NOT_IMPORTED,
                        CLEARING_DIFFERS,
                        CLEARING_BASE_DIFFERS -> false;
                case STUCK,
                        OUTAGE,
                        NOT_PLANNED,
                        MANY_STUCK,
                        CHANGED_AFTER_POSTING,
                        TOTAL_DIFFERS,
                        VAT_DIFFERS,
                        DATE_DIFFERS,
                        CAPTURES_DIFFER,
                        DUPLICATE,
                        DRIFT,
                        MISSING_IN_SAGE,
                        STOPPED_IN_SAGE,
                        DRAFT_IN_SAGE,
                        NOT_EXPECTED_IN_SAGE,
                        NOT_COLLECTED,
                        FORGOTTEN,
                        NOT_IN_CENTRA,
                        NOT_DESPATCHED,
                        DESPATCH_DIFFERS,
                        DESPATCH_NOT_IN_CENTRA,
                        ENTRY_MISSING_IN_SAGE,
                        ENTRY_DIFFERS,
                        OPEN_ITEM_DIFFERS,
                        LEDGER_PUT_BACK,
                        INVOICE_NOT_TAKEN,
                        PAYOUT_NOT_ARRIVED,
                        FEES_DIFFER,
                        JOURNAL_DIFFERS,
                        SETTLEMENT_DIFFERS,
                        AUDIT_BROKEN,
                        AUDIT_HEADS_LOST -> true;
            };
        }

        /** Whether its order can be planned again while it is open: any other kind tells of what is there already. */
        public boolean isPlannable() {
            return this == HELD || this == REFUSED || this == NOT_CORRECTED;
        }

        /** Whether it stands for many documents that stopped for one cause. */
        public boolean isOfMany() {
            return this == CAUSE;
        }

        /** Whether its posting is tried by itself: a person may have it tried now. */
        public boolean isTriedByItself() {
            return this == PARKED || this == STUCK;
        }

        /** Whether it says why something could not be posted, rather than what was found wanting about what was. */
        boolean isOfPlan() {
            return givesUp() || isOfMany();
        }

        /** Whether its posting is given up when a person resolves it, where it can be. */
        boolean givesUp() {
            return isPlannable() || isTriedByItself();
        }

        /** Whether it is about an order, rather than about the application itself. */
        public boolean isAboutAnOrder() {
            return switch (this) {
                case CAUSE,
                        HELD,
                        REFUSED,
                        PARKED,
                        STUCK,
                        NOT_CORRECTED,
                        CHANGED_AFTER_POSTING,
                        TOTAL_DIFFERS,
                        VAT_DIFFERS,
                        DATE_DIFFERS,
                        CAPTURES_DIFFER,
                        DUPLICATE,
                        DRIFT,
                        MISSING_IN_SAGE,
                        STOPPED_IN_SAGE,
                        DRAFT_IN_SAGE,
                        NOT_EXPECTED_IN_SAGE,
                        NOT_COLLECTED,
                        FORGOTTEN,
                        NOT_IN_CENTRA,
                        NOT_DESPATCHED,
                        DESPATCH_DIFFERS,
                        DESPATCH_NOT_IN_CENTRA,
                        ENTRY_MISSING_IN_SAGE,
                        ENTRY_DIFFERS,
                        OPEN_ITEM_DIFFERS -> true;
                case AUDIT_BROKEN,
                        AUDIT_HEADS_LOST,
                        RUN_GIVEN_UP,
                        JOB_FAILED,
                        OUTAGE,
                        NOT_PLANNED,
                        MANY_STUCK,
                        DESPATCHED_NOT_INVOICED,
                        PENDING_NOT_POSTED,
                        RETURNED_NOT_CREDITED,
                        INVOICE_NOT_TAKEN,
                        LEDGER_PUT_BACK,
                        SETTLEMENT_FILE,
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
                        CLEARING_BASE_DIFFERS,
                        STOCK_HELD,
                        STOCK_NOT_SHOWN,
                        STOCK_UNMATCHED,
                        STOCK_NOT_PUBLISHED,
                        STOCK_ONLY_IN_CENTRA,
                        STOCK_BY_API,
                        CATALOGUE_NOT_PUBLISHED,
                        CATALOGUE_DIFFERS,
                        CATALOGUE_WAITS,
                        FEED_SILENT,
                        ALERT_NOT_SENT,
                        MAPPING_CHECK,
                        SITE_CHECK -> false;
            };
        }

        /** Whether it is about files of payment providers, their clearing banks, and journals of what differs there. */
        public boolean isOfSettlement() {
            return switch (this) {
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
                        CLEARING_BASE_DIFFERS -> true;
                default -> false;
            };
        }

        /** Whether an amount belongs to it. */
        public boolean hasAmount() {
            return isAboutAnOrder() || (isOfSettlement() && this != SETTLEMENT_FILE);
        }

        Severity severity() {
            return severity;
        }
    }

    public enum State {
        OPEN,
        /** A person will not see to it before a day: it comes back by itself then, or as soon as it is worse or about other money. */
        IGNORED,
        RESOLVED
    }
}
