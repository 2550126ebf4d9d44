package centrasage.reconcile.entries;

import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.sage200.ledger.MoneyEntryJson;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.sage200.ledger.SupplierPaymentJson;
import centrasage.sync.store.PostedDocument;
import java.util.Optional;
import java.util.function.Predicate;

/** The references that an entry of ours carries in Sage 200. */
final class References {
    private References() {}

    /** What is posted for a batch of a payment provider says it itself; all else carries its order. */
    static String first(PostedDocument posted) {
        Command command = posted.command();
        return switch (command.key().kind()) {
            case SETTLEMENT_CHARGE -> BankEntryJson.read(command.document()).reference();
            case PAYOUT, CURRENCY_TRANSFER ->
                BankTransferJson.read(command.document()).reference();
            case SUPPLIER_PAYMENT ->
                SupplierPaymentJson.read(command.document()).reference();
            default -> OrderName.ofObject(command.object());
        };
    }

    /** Whether these are its own; where its second is erased here with its person, Sage's number tells. */
    static boolean are(PostedDocument posted, String first, String second, String urn) {
        return first.equalsIgnoreCase(first(posted))
                && key(posted.command()).map(key -> key.test(second)).orElse(urn.equals(posted.targetNumber()));
    }

    private static Optional<Predicate<String>> key(Command command) {
        if (command.isErased()) {
            return Optional.empty();
        }
        String document = command.document();
        return Optional.of(
                switch (command.key().kind()) {
                    case GIFT_CARD, SETTLEMENT_CHARGE -> BankEntryJson.read(document)::isKeyedBy;
                    case PAYOUT, CURRENCY_TRANSFER -> BankTransferJson.read(document)::isKeyedBy;
                    case SUPPLIER_PAYMENT -> SupplierPaymentJson.read(document)::isKeyedBy;
                    case CREDIT_NOTE, LEDGER_INVOICE, PENNY_CREDIT, PENNY_INVOICE ->
                        SalesDocumentJson.read(document)::isKeyedBy;
                    default -> MoneyEntryJson.read(document)::isKeyedBy;
                });
    }

    private static Optional<String> second(PostedDocument posted) {
        Command command = posted.command();
        if (command.isErased()) {
            return Optional.empty();
        }
        String document = command.document();
        return Optional.of(
                switch (command.key().kind()) {
                    case GIFT_CARD, SETTLEMENT_CHARGE ->
                        BankEntryJson.read(document).secondReference();
                    case PAYOUT, CURRENCY_TRANSFER ->
                        BankTransferJson.read(document).secondReference();
                    case SUPPLIER_PAYMENT -> SupplierPaymentJson.read(document).secondReference();
                    case CREDIT_NOTE, LEDGER_INVOICE, PENNY_CREDIT, PENNY_INVOICE ->
                        SalesDocumentJson.read(document).secondReference();
                    default -> MoneyEntryJson.read(document).secondReference();
                });
    }

    /** {@code C10234 and 1O0H-8836}. */
    static String words(PostedDocument posted) {
        return first(posted)
                + second(posted).map(second -> " and " + second).orElse(", the second of them erased here");
    }
}
