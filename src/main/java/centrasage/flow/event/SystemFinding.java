package centrasage.flow.event;

import centrasage.flow.Reason;

/**
 * Something about the application itself, rather than about one posting, needs a person; observed in the same transaction.
 *
 * @param subject what it is about, such as {@code job/retention}; a second finding of the same kind about it is the same one
 */
public record SystemFinding(Kind kind, String subject, Reason reason) {

    public enum Kind {
        /** The audit trail is not what it was: a row was changed, removed or slipped in, or the database was put back. */
        AUDIT_BROKEN,
        /** The proof outside the database is gone or cannot be read. */
        AUDIT_HEADS_LOST,
        /** A run whose process died is not restarted by itself any more. */
        RUN_GIVEN_UP,
        /** A job that runs once a day has failed. */
        JOB_FAILED,
        /** One of the two systems could not be worked with for long. */
        OUTAGE,
        /** What was received has waited for its plan for long. */
        NOT_PLANNED,
        /** More postings are in one state for too long than are told one by one. */
        MANY_STUCK,
        /** The mappings name something that Sage 200 does not have, or would not take. */
        MAPPING_CHECK,
        /** Sage 200 is set up in a way with which orders cannot be posted. */
        SITE_CHECK,
        /** Sage 200 has posted an invoice that belongs to orders of ours, and not to one of them alone. */
        INVOICE_NOT_TAKEN,
        /** More of a warehouse's stock would change at once than the guard rails let pass. */
        STOCK_HELD,
        /** Stock that Sage 200 has changed does not reach Centra. */
        STOCK_NOT_SHOWN,
        /** Stock of Sage 200 for which Centra has no SKU, or no single one. */
        STOCK_UNMATCHED,
        /** A warehouse is to sell its stock in Centra, and cannot. */
        STOCK_NOT_PUBLISHED,
        /** Centra sells SKUs in a warehouse of which Sage 200 has no stock record there. */
        STOCK_ONLY_IN_CENTRA,
        /** Stock is to be read from Sage 200's database, and is read through its API because that database cannot be. */
        STOCK_BY_API,
        /** Fields or prices that Sage 200 owns cannot be told to Centra at all; by the company. */
        CATALOGUE_NOT_PUBLISHED,
        /** Fields or prices that Sage 200 owns are otherwise in Centra, and a person has to decide; by the company. */
        CATALOGUE_DIFFERS,
        /** Fields or prices that Sage 200 has changed find no room in Centra's quota; by the company. */
        CATALOGUE_WAITS
    }
}
