package centrasage.sage200.client;

import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.wire.Row;
import java.util.Locale;
import java.util.Set;

/** What is an invoice or a credit note in Sage's ledger, and which of those of sales orders belongs to an order, and which to a return. */
final class InvoiceRows {
    static final String VIEW = "sop_order_return_invoice_credit_views";

    private static final String ID = "sop_invoice_credit_id";
    private static final String ORDER_TYPE = "sop_order_return_document_type_id";

    /** Names are documented, numbers were seen; both may come. */
    private static final Set<String> INVOICES = Set.of("tradingaccountentrytypeinvoice", "invoice", "4");

    private static final Set<String> CREDITS = Set.of("tradingaccountentrytypecreditnote", "creditnote", "5");

    private InvoiceRows() {}

    /** A query of these fields and of what {@link #isOfOrder} judges by. */
    static Query query(String fields) {
        return Query.select(ID + "," + ORDER_TYPE + "," + fields).orderedBy(ID);
    }

    static boolean isLedgerInvoice(Row transaction) {
        return isOneOf(INVOICES, transaction);
    }

    static boolean isLedgerCredit(Row transaction) {
        return isOneOf(CREDITS, transaction);
    }

    private static boolean isOneOf(Set<String> types, Row transaction) {
        return transaction
                .optionalText("transaction_type")
                .filter(type -> types.contains(type.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** Credit notes are numbered by themselves, so that one may have the number of an invoice; they belong to returns. */
    static boolean isOfOrder(Row invoice) {
        return invoice.optionalDecimal(ORDER_TYPE)
                .map(type -> type.signum() == 0)
                .orElse(true);
    }

    /** The number of the type is not documented: it is that of no order. */
    static boolean isOfReturn(Row credit) {
        return credit.optionalDecimal(ORDER_TYPE)
                .map(type -> type.signum() != 0)
                .orElse(true);
    }
}
