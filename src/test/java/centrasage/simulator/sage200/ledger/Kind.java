package centrasage.simulator.sage200.ledger;

/** The documents of the sales ledger; values of receipts and credit notes are negative once they are posted. */
public enum Kind {
    INVOICE("TradingAccountEntryTypeInvoice", true),
    CREDIT_NOTE("TradingAccountEntryTypeCreditNote", false),
    RECEIPT("TradingAccountEntryTypePurchasePaymentSalesReceipt", false),
    PAYMENT("TradingAccountEntryTypePurchaseReceiptSalesPayment", true);

    private final String sageName;
    private final boolean debit;

    Kind(String sageName, boolean debit) {
        this.sageName = sageName;
        this.debit = debit;
    }

    String sageName() {
        return sageName;
    }

    /** Whether it adds to what the customer owes. */
    boolean isDebit() {
        return debit;
    }
}
