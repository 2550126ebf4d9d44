package centrasage.desk;

import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, and in which words.
 *
 * @param cause one exception belongs to each, however often it is told
 * @param about what it is about
 * @param severity as that of its kind, unless something about this one makes it another
 * @param headline one sentence
 */
record Matter(
        String cause,
        About about,
        BusinessException.Kind kind,
        Severity severity,
        Money atRisk,
        String headline,
        List<Reason> reasons) {

    /** As severe as others of its kind. */
    Matter(
            String cause,
            About about,
            BusinessException.Kind kind,
            Money atRisk,
            String headline,
            List<Reason> reasons) {
        this(cause, about, kind, kind.severity(), atRisk, headline, reasons);
    }

    Matter as(Severity other) {
        return new Matter(cause, about, kind, other, atRisk, headline, reasons);
    }

    /** A sentence that can go on in the middle of another. Names, such as those of documents in Sage, keep their capitals. */
    private static final Pattern PLAIN =
            Pattern.compile("(It|Its|The|There|This|No|Nothing|Somebody)\\b.*", Pattern.DOTALL);

    /** A posting, or the application itself, which has no posting and no company. */
    record About(@Nullable Long postingId, String company, String sourceKey) {
        static About posting(@Nullable Long id, PostingKey key) {
            return new About(id, key.company(), key.sourceKey());
        }

        static About itself(String subject) {
            return new About(null, "", subject);
        }
    }

    /** {@code Order 10234: it was cancelled}. */
    static String headline(PostingKey key, Reason reason) {
        return headline(key, ": ", reason);
    }

    /** @param verb with the spaces around it */
    static String headline(PostingKey key, String verb, Reason reason) {
        return subject(key) + verb + inASentence(reason.what());
    }

    private static String subject(PostingKey key) {
        return switch (key.kind()) {
            case ORDER -> "Order " + key.sourceKey();
            case ORDER_CORRECTION -> "The correction of order " + key.sourceKey();
            case ORDER_AMENDMENT -> "The amendment of order " + key.sourceKey().replaceFirst("/.*", "");
            case DESPATCH -> "Shipment " + key.sourceKey();
            case DESPATCH_TRACKING -> "The tracking of shipment " + key.sourceKey();
            case LEDGER_INVOICE -> "The invoice of shipment " + key.sourceKey();
            case RECEIPT -> "Payment " + key.sourceKey();
            case CREDIT_NOTE ->
                (PaymentNumber.is(key.sourceKey()) ? "The credit note of refund " : "Return ") + key.sourceKey();
            case CUSTOMER_REFUND -> "Refund " + key.sourceKey();
            case GIFT_CARD -> "Gift card " + key.sourceKey();
            case PENNY_CREDIT -> "Penny credit " + key.sourceKey();
            case PENNY_INVOICE -> "Penny invoice " + key.sourceKey();
            case ALLOCATION -> "Allocation " + key.sourceKey();
            case CURRENCY_TRANSFER -> "Currency transfer " + key.sourceKey();
            case SETTLEMENT_CHARGE -> "Settlement charge " + key.sourceKey();
            case PAYOUT -> "Payout " + key.sourceKey();
            case SUPPLIER_PAYMENT -> "Supplier payment " + key.sourceKey();
            case CENTRA_SHIPMENT -> "Despatch " + key.sourceKey();
            case CENTRA_GOOD_TO_GO -> "The release of despatch " + key.sourceKey();
            case CENTRA_CAPTURE -> "The capture of despatch " + key.sourceKey();
            case CENTRA_COMPLETION -> "The completion of despatch " + key.sourceKey();
        };
    }

    static String inASentence(String what) {
        return PLAIN.matcher(what).matches() ? Character.toLowerCase(what.charAt(0)) + what.substring(1) : what;
    }
}
