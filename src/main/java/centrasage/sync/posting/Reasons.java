package centrasage.sync.posting;

import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.flow.Side;
import centrasage.flow.event.PostingFinding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why posting once ends with a person, in that person's words. */
public final class Reasons {
    private static final String CANNOT_BE_TOLD = "CANNOT_BE_TOLD";
    private static final String NEVER_ANSWERED = "NEVER_ANSWERED";

    private Reasons() {}

    /** Whether it leaves a doubt to a person, who alone may say that the document is sent once more. */
    public static boolean leavesADoubt(Reason reason) {
        return reason.code().equals(CANNOT_BE_TOLD) || reason.code().equals(NEVER_ANSWERED);
    }

    /** Why an order of which only key and amounts are left goes no further. */
    public static Reason erased(String sourceKey) {
        return new Reason(
                "ERASED",
                Owner.CX,
                "The personal data of order " + sourceKey + " was erased, so it can no longer be planned or sent",
                "Nothing, unless it must still reach Sage 200: then enter it there by hand, with C and its Centra number as"
                        + " customer order number (customer_document_no), and resolve this");
    }

    static Reason cannotBeTold(Claimed claimed, String why) {
        return new Reason(
                CANNOT_BE_TOLD,
                Owner.OPERATIONS,
                "Whether " + there(claimed) + " has " + what(claimed) + " could not be found out in "
                        + PostOnce.LOOKS_MAX + " looks: " + why,
                where(claimed) + ". Mend what stands in the way, then plan"
                        + " again: it is looked for once more before anything is sent");
    }

    static Reason neverAnswered(Claimed claimed) {
        return new Reason(
                NEVER_ANSWERED,
                Owner.OPERATIONS,
                there(claimed) + " was sent " + what(claimed) + " "
                        + claimed.unanswered().inARow()
                        + " times in a row and never answered, and each time nothing was found there afterwards",
                "Find out why " + there(claimed)
                        + " does not answer, then plan again: it is looked for once more before it is sent");
    }

    /** Why it was not posted, of what is given up while it was locked. */
    public static Reason lockedWhenGivenUp(String holder) {
        return new Reason(
                "LOCKED",
                Owner.OPERATIONS,
                "The record was locked in Sage 200 when it was given up" + (holder.isEmpty() ? "" : ", by " + holder),
                "Close the record in Sage 200, then press Plan again: it is sent again");
    }

    static List<PostingFinding> otherDay(Claimed claimed, Finding.Found found) {
        return Optional.ofNullable(found.day())
                .map(day -> new PostingFinding(
                        claimed.postingId(),
                        claimed.command().key(),
                        PostingFinding.Kind.DATE_DIFFERS,
                        claimed.command().amount(),
                        day))
                .stream()
                .toList();
    }

    static PostingFinding duplicate(Claimed claimed, List<Document> documents, Document kept) {
        String numbers = documents.stream().map(Document::number).collect(Collectors.joining(" and "));
        String extra = documents.stream()
                .filter(document -> !document.equals(kept))
                .map(Document::number)
                .collect(Collectors.joining(", "));
        Reason reason = new Reason(
                "DUPLICATE",
                Owner.FINANCE,
                there(claimed) + " holds " + documents.size() + " documents for " + source(claimed) + ": " + numbers,
                "Cancel " + extra + " in " + there(claimed) + " and keep " + kept.number()
                        + ", which is the one linked here");
        return tooMany(claimed, reason);
    }

    static PostingFinding notToBePosted(Claimed claimed, List<Document> documents) {
        String numbers = documents.stream().map(Document::number).collect(Collectors.joining(" and "));
        return tooMany(
                claimed,
                new Reason(
                        "DUPLICATE",
                        Owner.FINANCE,
                        there(claimed) + " holds " + numbers + " for " + source(claimed)
                                + ", which was sent once without an answer and is not to be posted any more",
                        "Cancel " + numbers + " in " + there(claimed)));
    }

    static PostingFinding secondNotTold(Claimed claimed, String why) {
        return tooMany(
                claimed,
                new Reason(
                        "DUPLICATE",
                        Owner.FINANCE,
                        "Whether " + there(claimed) + " holds a second document for " + source(claimed)
                                + ", which was once sent without an answer, could not be found out in a day: " + why,
                        where(claimed) + ", and cancel what is there twice"));
    }

    private static PostingFinding tooMany(Claimed claimed, Reason reason) {
        return new PostingFinding(
                claimed.postingId(),
                claimed.command().key(),
                PostingFinding.Kind.DUPLICATE,
                claimed.command().amount(),
                reason);
    }

    private static String what(Claimed claimed) {
        String source = source(claimed);
        return switch (claimed.command().key().kind()) {
            case ORDER -> source;
            case ORDER_CORRECTION -> "the correction of the total of " + source;
            case ORDER_AMENDMENT -> "the amendment of " + source;
            case DESPATCH -> "the despatch of " + source;
            case DESPATCH_TRACKING -> "the tracking of " + source;
            case LEDGER_INVOICE -> "the invoice of " + source;
            case RECEIPT -> "the receipt of " + source;
            case CREDIT_NOTE -> "the credit note of " + source;
            case CUSTOMER_REFUND -> "the refund of " + source;
            case GIFT_CARD -> "what a gift card paid with " + source;
            case PENNY_CREDIT -> "the penny credit " + claimed.command().key().sourceKey();
            case PENNY_INVOICE -> "the penny invoice " + claimed.command().key().sourceKey();
            case ALLOCATION -> "the allocation " + claimed.command().key().sourceKey();
            case CURRENCY_TRANSFER ->
                "the currency transfer " + claimed.command().key().sourceKey();
            case SETTLEMENT_CHARGE ->
                "the settlement charge " + claimed.command().key().sourceKey();
            case PAYOUT -> "the payout " + claimed.command().key().sourceKey();
            case SUPPLIER_PAYMENT ->
                "the supplier payment " + claimed.command().key().sourceKey();
            case CENTRA_SHIPMENT -> "the shipment of " + source;
            case CENTRA_GOOD_TO_GO -> "the release of the shipment of " + source;
            case CENTRA_CAPTURE -> "the capture of the shipment of " + source;
            case CENTRA_COMPLETION -> "the completion of the shipment of " + source;
        };
    }

    private static String source(Claimed claimed) {
        PostingKey key = claimed.command().key();
        String from = key.kind().isOfSettlement() ? "" : key.kind().side() == Side.CENTRA ? "Sage 200 " : "Centra ";
        return from + key.kind().source() + " " + key.sourceKey();
    }

    /** The system that it is written to. */
    private static String there(Claimed claimed) {
        return claimed.command().key().kind().side().title();
    }

    private static String where(Claimed claimed) {
        return claimed.command().key().kind().side() == Side.CENTRA
                ? "Look at the order's shipments in Centra"
                : "Look for the order in Sage 200 by its customer document number";
    }
}
