package centrasage.console.words;

import centrasage.desk.Became;
import centrasage.desk.BusinessException;
import centrasage.desk.rule.CauseKey;
import centrasage.flow.AllocationNumber;
import centrasage.flow.Owner;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.ReturnNumber;
import centrasage.flow.Severity;
import centrasage.sync.store.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words, icons and tones of everything that has a state. */
@Named
@ApplicationScoped
public class Signs {
    /** {@code adyen/BrandGB/380/GBP/payout-12}: no number of Centra's or Sage's begins with a small letter. */
    private static final Pattern OF_SETTLEMENT = Pattern.compile("[a-z][^/]*/.*");

    public Sign posting(PostingState state) {
        return switch (state) {
            case PLANNED -> new Sign("Ready", "clock", "waiting", "Decided, and sent to Sage 200 next");
            case WAITING -> new Sign("Waiting", "clock", "waiting", "Decided; waits for another document or a moment");
            case SENDING -> new Sign("Sending", "arrow", "waiting", "On its way to Sage 200 now");
            case IN_DOUBT -> new Sign("In doubt", "question", "doubt", "Sent, and no answer came; read back by itself");
            case POSTED -> new Sign("Posted", "check", "posted", "Sage 200 has it");
            case LOCKED ->
                new Sign("Locked", "lock", "locked", "A Sage 200 user has the record open; tried again by itself");
            case PARKED -> new Sign("Parked", "pause", "locked", "Sage 200 cannot take it now; tried again by itself");
            case REFUSED -> new Sign("Refused", "cross", "held", "Sage 200 will not take it as it is");
            case HELD -> new Sign("Held", "hand", "held", "Something is missing or contradictory; not sent");
            case SKIPPED -> new Sign("Not for Sage", "dash", "quiet", "Not a document for Sage 200");
            case ABANDONED -> new Sign("Given up", "dash", "quiet", "Given up by a person, with a reason");
            case REVERSED -> new Sign("Reversed", "back", "quiet", "Posted, and undone by a later document");
        };
    }

    /** What are counted together, such as the head of a column: {@code Despatches}. */
    public String documents(Documents documents) {
        return switch (documents) {
            case ORDERS -> "Orders";
            case AMENDMENTS -> "Amendments";
            case DESPATCHES -> "Despatches";
            case TRACKING -> "Tracking";
            case LEDGER_INVOICES -> "Ledger invoices";
            case RECEIPTS -> "Receipts";
            case CREDITS -> "Credit notes";
            case REFUNDS -> "Refunds";
            case GIFT_CARDS -> "Gift cards";
            case PENNIES -> "Pennies cleared";
            case ALLOCATIONS -> "Allocations";
            case PAYOUTS -> "Payouts";
            case CHARGES -> "Settlement charges";
            case CURRENCY_TRANSFERS -> "Currency transfers";
            case STEPS -> "Steps in Centra";
        };
    }

    /** So many of them, without the number: {@code despatch}, {@code despatches}. */
    public String documents(Documents documents, long count) {
        return switch (documents) {
            case ORDERS -> count == 1 ? "order" : "orders";
            case AMENDMENTS -> count == 1 ? "amendment of an order" : "amendments of orders";
            case DESPATCHES -> count == 1 ? "despatch" : "despatches";
            case TRACKING -> count == 1 ? "amendment of tracking" : "amendments of tracking";
            case LEDGER_INVOICES -> count == 1 ? "ledger invoice" : "ledger invoices";
            case RECEIPTS -> count == 1 ? "receipt" : "receipts";
            case CREDITS -> count == 1 ? "credit note" : "credit notes";
            case REFUNDS -> count == 1 ? "refund" : "refunds";
            case GIFT_CARDS -> count == 1 ? "gift card" : "gift cards";
            case PENNIES -> count == 1 ? "penny credit or invoice" : "penny credits and invoices";
            case ALLOCATIONS -> count == 1 ? "allocation" : "allocations";
            case PAYOUTS -> count == 1 ? "payout" : "payouts";
            case CHARGES -> count == 1 ? "settlement charge" : "settlement charges";
            case CURRENCY_TRANSFERS -> count == 1 ? "currency transfer" : "currency transfers";
            case STEPS -> count == 1 ? "step in Centra" : "steps in Centra";
        };
    }

    /** What each of them is called where it was written. */
    public String target(Documents documents) {
        return switch (documents) {
            case ORDERS, AMENDMENTS -> "Sage 200 order";
            case DESPATCHES, TRACKING -> "Sage 200 despatch";
            case LEDGER_INVOICES,
                    RECEIPTS,
                    CREDITS,
                    REFUNDS,
                    GIFT_CARDS,
                    PENNIES,
                    PAYOUTS,
                    CHARGES,
                    CURRENCY_TRANSFERS -> "Sage 200 transaction";
            case ALLOCATIONS -> "Sage 200 transactions";
            case STEPS -> "Centra shipment";
        };
    }

    /** What a posting is, before its {@link #source}: {@code Shipment}. */
    public String document(PostingKind kind) {
        return switch (kind) {
            case ORDER -> "Order";
            case ORDER_CORRECTION -> "Correction of order";
            case ORDER_AMENDMENT -> "Amendment of order";
            case DESPATCH -> "Shipment";
            case DESPATCH_TRACKING -> "Tracking of shipment";
            case LEDGER_INVOICE -> "Invoice of shipment";
            case RECEIPT -> "Receipt of payment";
            case CREDIT_NOTE -> "Credit note of";
            case CUSTOMER_REFUND -> "Refund of payment";
            case GIFT_CARD -> "Gift card of payment";
            case PENNY_CREDIT -> "Penny credit";
            case PENNY_INVOICE -> "Penny invoice";
            case ALLOCATION -> "Allocation";
            case CURRENCY_TRANSFER -> "Currency transfer";
            case SETTLEMENT_CHARGE -> "Settlement charge";
            case PAYOUT -> "Payout";
            case SUPPLIER_PAYMENT -> "Supplier payment";
            case CENTRA_SHIPMENT -> "Shipment in Centra of despatch";
            case CENTRA_GOOD_TO_GO -> "Good to go in Centra, of despatch";
            case CENTRA_CAPTURE -> "Capture in Centra of despatch";
            case CENTRA_COMPLETION -> "Completion in Centra of despatch";
        };
    }

    /** The number of what a posting was made of; of an amendment that of its shipment or order. */
    public String source(PostingKey key) {
        return key.kind().overwrites() ? key.sourceKey().replaceFirst("/.*", "") : key.sourceKey();
    }

    public Sign severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> new Sign("Critical", "alarm", "held", "The books themselves are wrong; act today");
            case HIGH -> new Sign("High", "up", "held", "Both sides differ; act this week");
            case MEDIUM ->
                new Sign(
                        "Medium",
                        "warning",
                        "locked",
                        "One order, batch or account is not yet in the books as it should be");
            case LOW -> new Sign("Low", "dash", "quiet", "Worth knowing");
        };
    }

    public Sign exception(BusinessException.State state) {
        return switch (state) {
            case OPEN -> new Sign("Open", "warning", "locked", "Somebody has to look at it");
            case IGNORED -> new Sign("Ignored", "pause", "quiet", "Nobody need see to it before a day");
            case RESOLVED -> new Sign("Resolved", "check", "posted", "Done, by a person or by itself");
        };
    }

    /** What a cause is called in the list: {@code Unknown SKU: TD-0042-M}. */
    public String cause(String key) {
        CauseKey cause = CauseKey.read(key);
        String what = cause.code().isEmpty() ? "Not sorted yet" : code(cause.code());
        return cause.about().isEmpty() ? what : what + ": " + cause.about();
    }

    /** What became of one exception of a deed about many; null: nothing yet. */
    public Sign fate(Became.@Nullable Fate fate) {
        if (fate == null) {
            return new Sign("To come", "clock", "waiting", "Nothing has become of it yet");
        }
        return switch (fate) {
            case DONE -> new Sign("Done", "check", "posted", "It was done");
            case GONE ->
                new Sign("Over already", "dash", "quiet", "It was mended or settled meanwhile: nothing was done");
            case CHANGED ->
                new Sign("Changed meanwhile", "warning", "locked", "It is another one than was seen: nothing was done");
            case NOT_POSSIBLE -> new Sign("Not possible", "cross", "held", "Such a deed does nothing for it");
        };
    }

    /** @param status a batch status of JSR-352 */
    public Sign run(String status) {
        return switch (status) {
            case "COMPLETED" -> new Sign("Done", "check", "posted", "Ran to its end");
            case "STARTING", "STARTED" -> new Sign("Running", "arrow", "waiting", "Runs now");
            case "STOPPING" -> new Sign("Stopping", "pause", "locked", "Ends after the document at hand");
            case "STOPPED" -> new Sign("Stopped", "pause", "locked", "Stopped, by a person or with the service");
            case "FAILED" -> new Sign("Failed", "cross", "held", "Ended early; the next run goes on where it stopped");
            case "ABANDONED" -> new Sign("Given up", "dash", "quiet", "Will not be restarted");
            default -> new Sign("Unknown", "question", "doubt", "The job repository does not know this run");
        };
    }

    /** An owner as people say it: {@code Finance}, {@code CX}. */
    public String owner(Owner owner) {
        return owner == Owner.CX ? "CX" : sentence(owner.name());
    }

    /** A code as people read it: {@code UNKNOWN_SKU} becomes {@code Unknown SKU}. */
    public String code(String code) {
        return sentence(code)
                .replaceAll("(?i)\\bsku\\b", "SKU")
                .replaceAll("(?i)\\bvat\\b", "VAT")
                .replaceAll("\\bsage\\b", "Sage");
    }

    /** What an exception is about: {@code Order 10234}, {@code Mapping check: unknown SKU}, {@code Job retention}. */
    public String subject(BusinessException exception) {
        String[] parts = exception.sourceKey().split("/", 2);
        if (exception.kind().isOfMany()) {
            return "Many " + exception.sourceKey();
        }
        if (exception.kind().isOfSettlement()) {
            return settlement(exception);
        }
        if (exception.kind().isAboutAnOrder()) {
            return document(exception.sourceKey());
        }
        String area = sentence(parts[0].replace('-', '_'));
        if (parts.length == 1) {
            return area;
        }
        boolean isCode = parts[1].equals(parts[1].toUpperCase(Locale.ROOT));
        return isCode ? area + ": " + inASentence(code(parts[1])) : area + " " + parts[1];
    }

    /** Whether a posting of this number is one of a batch of a payment provider's. */
    static boolean isOfSettlement(String sourceKey) {
        return OF_SETTLEMENT.matcher(sourceKey).matches();
    }

    private static String settlement(BusinessException exception) {
        String what = switch (exception.kind()) {
            case SETTLEMENT_FILE -> "File ";
            case NEVER_PAID_OUT, CLEARING_DIFFERS, CLEARING_BASE_DIFFERS -> "Clearing bank ";
            case JOURNAL_DIFFERS, JOURNAL_NOT_IMPORTED -> "Journal ";
            default -> "Batch ";
        };
        return what + exception.sourceKey();
    }

    /** What goes by this number: {@code Order 10234}, {@code Shipment 10234-1}, {@code Despatch 33/0000000012}. */
    private static String document(String sourceKey) {
        if (sourceKey.matches("\\d+-\\d+")) {
            return "Shipment " + sourceKey;
        }
        if (sourceKey.matches("\\d+-\\d+/\\d+")) {
            return "Tracking of shipment " + sourceKey.replaceFirst("/.*", "");
        }
        if (PaymentNumber.is(sourceKey)) {
            return "Payment " + sourceKey;
        }
        if (ReturnNumber.is(sourceKey)) {
            return "Return " + sourceKey;
        }
        if (AllocationNumber.is(sourceKey)) {
            return "Allocation " + sourceKey;
        }
        if (isOfSettlement(sourceKey)) {
            return "Batch " + sourceKey;
        }
        return (sourceKey.contains("/") ? "Despatch " : "Order ") + sourceKey;
    }

    /** Abbreviations keep their capitals. */
    private static String inASentence(String words) {
        return words.startsWith("VAT") || words.startsWith("SKU")
                ? words
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** The kind of a linked document: {@code sage200-order} becomes {@code Sage 200 order}. */
    public String system(String kind) {
        return kind.replace("centra-", "Centra ").replace("sage200-", "Sage 200 ");
    }

    private static String sentence(String name) {
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
