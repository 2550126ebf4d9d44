package centrasage.console.mappings.impact;

import centrasage.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the mappings would do to the documents of some days.
 *
 * @param base the version in force that it was compared with
 * @param sageReadAt of when what is known of Sage is, the oldest of several companies
 * @param more whether there were more documents than were looked at
 * @param counts of all that were looked at
 * @param postable the money of what is held and would be posted
 * @param held the money of what would be posted and would then be held
 * @param documents those that differ, up to a bound
 * @param totals what the plans come to, where it differs
 * @param notes what else a person should know of how this was found
 */
public record Impact(
        int base,
        int days,
        Instant at,
        @Nullable Instant sageReadAt,
        boolean more,
        Counts counts,
        List<Money> postable,
        List<Money> held,
        List<Document> documents,
        List<Total> totals,
        List<String> notes) {

    public Impact {
        postable = List.copyOf(postable);
        held = List.copyOf(held);
        documents = List.copyOf(documents);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
    }

    /**
     * @param orders that were looked at
     * @param payments that were looked at
     * @param postable that are held and would be posted
     * @param held that would be posted now and would be held then
     * @param changed that would be posted otherwise than now
     * @param reasons that would be held for other reasons than now
     * @param inSage that would be planned otherwise, and are in Sage already: not changed
     */
    public record Counts(int orders, int payments, int postable, int held, int changed, int reasons, int inSage) {
        public int looked() {
            return orders + payments;
        }

        public boolean none() {
            return postable + held + changed + reasons + inSage == 0;
        }
    }

    /** What would become of a document. */
    public enum Effect {
        WOULD_POST,
        WOULD_HOLD,
        CHANGED,
        REASONS,
        IN_SAGE
    }

    /**
     * A document that differs.
     *
     * @param kind in words, such as {@code Order}
     * @param number as its page is called
     * @param targetNumber Sage's; null where Sage does not have it
     */
    public record Document(
            Effect effect,
            String kind,
            String number,
            String order,
            @Nullable String targetNumber,
            Money amount,
            List<Field> fields) {
        public Document {
            fields = List.copyOf(fields);
        }
    }

    /** A part of it that differs; empty where there is none. */
    public record Field(String name, String before, String after) {}

    /**
     * What all plans come to for a code.
     *
     * @param what such as {@code VAT code}
     * @param inSage of what Sage has already, as it would be if it were planned today
     */
    public record Total(String company, String what, String code, boolean inSage, Money before, Money after) {
        public Money difference() {
            return after.minus(before);
        }
    }
}
