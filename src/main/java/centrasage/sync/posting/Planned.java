package centrasage.sync.posting;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan to be recorded, with what is known of the document even where it is held or skipped.
 *
 * @param document what was planned: while a newer version of it waits for its plan, nothing is sent
 * @param amount the document's total; zero where it cannot be read
 * @param fingerprint of the source's business content, whatever the plan; null where it cannot be read
 * @param priority of a posting that is new; one that is known keeps its own
 * @param printed what of the source is printed for a person, whatever the plan
 * @param proposal what a person would have to change of what was posted, in words without personal data; null where nobody knows
 */
public record Planned(
        PostingKey key,
        String object,
        DocumentVersion document,
        Money amount,
        LocalDate businessDate,
        Plan plan,
        @Nullable String fingerprint,
        Priority priority,
        Printed printed,
        @Nullable String proposal) {

    /** With nothing to propose. */
    public Planned(
            PostingKey key,
            String object,
            DocumentVersion document,
            Money amount,
            LocalDate businessDate,
            Plan plan,
            @Nullable String fingerprint,
            Priority priority,
            Printed printed) {
        this(key, object, document, amount, businessDate, plan, fingerprint, priority, printed, null);
    }

    /** Of today's trade, and nothing of it is printed. */
    public Planned(
            PostingKey key,
            String object,
            DocumentVersion document,
            Money amount,
            LocalDate businessDate,
            Plan plan,
            @Nullable String fingerprint) {
        this(key, object, document, amount, businessDate, plan, fingerprint, Priority.LIVE, Printed.NOTHING);
    }

    /** The same plan, for a posting that goes out with this priority. */
    public Planned with(Priority other) {
        return new Planned(key, object, document, amount, businessDate, plan, fingerprint, other, printed, proposal);
    }

    /** The same document, of which this was decided, and the day that it has by that. */
    public Planned planned(Plan other, LocalDate day) {
        return new Planned(key, object, document, amount, day, other, fingerprint, priority, printed, proposal);
    }

    /** The same plan, made from a version that has its number by now. */
    public Planned of(DocumentVersion version) {
        return new Planned(key, object, version, amount, businessDate, plan, fingerprint, priority, printed, proposal);
    }

    /** The same plan, of a source of which this is printed. */
    public Planned printing(Printed other) {
        return new Planned(key, object, document, amount, businessDate, plan, fingerprint, priority, other, proposal);
    }

    /** The same plan, with what a person would have to change of what was posted. */
    public Planned proposing(String words) {
        return new Planned(key, object, document, amount, businessDate, plan, fingerprint, priority, printed, words);
    }

    /** The VAT that the other side must arrive at, or would where its shipments are posted instead; null where nothing is to be posted. */
    @Nullable
    public Money vat() {
        Command coded = plan.match(Plan.Post::command, Plan.Skip::coded, hold -> null);
        return coded == null ? null : coded.vat();
    }

    /** What must be posted before it; null where nothing must. */
    @Nullable
    public PostingKey after() {
        return plan instanceof Plan.Post post ? post.after() : null;
    }

    /** With the fingerprint of the command, where the plan has one. */
    public Planned(
            PostingKey key, String object, DocumentVersion document, Money amount, LocalDate businessDate, Plan plan) {
        this(
                key,
                object,
                document,
                amount,
                businessDate,
                plan,
                plan instanceof Plan.Post post ? post.command().fingerprint() : null);
    }

    /** Of the document that was planned. */
    public int version() {
        return document.version();
    }
}
