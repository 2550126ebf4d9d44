package centrasage.flow.event;

import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.List;
import java.util.Set;

/**
 * Something about a payment provider's file, one of its batches or a clearing bank needs a person; observed in the same transaction.
 *
 * @param company of Sage 200; empty where it is not known
 * @param subject what it is about, such as {@code adyen BrandGB batch 380 GBP}; a second finding of the same kind about it is the same one
 * @param atRisk the money at risk, not negative
 * @param reasons at least one; the first is told first
 */
public record SettlementFinding(Kind kind, String company, String subject, Money atRisk, List<Reason> reasons) {
    public SettlementFinding {
        reasons = List.copyOf(reasons);
    }

    public SettlementFinding(Kind kind, String company, String subject, Money atRisk, Reason reason) {
        this(kind, company, subject, atRisk, List.of(reason));
    }

    /** About a file, of which nobody knows yet what company's it is or what it is worth. */
    public static SettlementFinding ofFile(String subject, Reason reason) {
        return new SettlementFinding(Kind.SETTLEMENT_FILE, "", subject, Money.of("0", "GBP"), reason);
    }

    public enum Kind {
        /** A file in the inbox of which nothing can be trusted. */
        SETTLEMENT_FILE,
        /** A batch that does not hold together: nothing of it is posted. */
        SETTLEMENT_NOT_PROVEN,
        /** A batch of which no mapping says to which company and clearing bank it belongs. */
        SETTLEMENT_NOT_MAPPED,
        /** The provider has sent a batch again, and it says something else than what is posted. */
        SETTLEMENT_DIFFERS,
        /** A batch between two that are here was never received. */
        SETTLEMENT_MISSING,
        /** Lines of a batch that settle nothing which is known here. */
        SETTLEMENT_UNMATCHED,
        /** A provider has kept other fees than its contract says. */
        FEES_DIFFER,
        /** Money that was taken long ago, and that no file has paid out. */
        NEVER_PAID_OUT,
        /** A payout that no bank statement shows. */
        PAYOUT_NOT_ARRIVED,
        /** Sage 200 has a journal otherwise than it was proposed. */
        JOURNAL_DIFFERS,
        /** A journal that was proposed long ago is not in Sage 200. */
        JOURNAL_NOT_IMPORTED,
        /** A clearing bank in Sage 200 does not come to what is open in it. */
        CLEARING_DIFFERS,
        /** Sage 200 holds a clearing bank of another currency with something else, in the company's own, than what stands in it. */
        CLEARING_BASE_DIFFERS
    }

    /** What was found of this subject is over by itself. */
    public record Over(Kind kind, String subject) {}

    /**
     * What was found of others than these is over by itself; they may be gone, so that nobody can name them.
     *
     * @param begin of the subjects that this is about
     * @param subjects which stand still
     */
    public record Only(Kind kind, String begin, Set<String> subjects) {
        public Only {
            subjects = Set.copyOf(subjects);
        }
    }
}
