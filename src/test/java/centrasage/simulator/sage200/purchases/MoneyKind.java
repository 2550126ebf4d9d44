package centrasage.simulator.sage200.purchases;

import centrasage.simulator.sage200.cashbook.EntryType;

/** Money of suppliers. What the shop owes is above zero, so that what it has paid is posted below. */
enum MoneyKind {
    PAYMENT(
            "purchase_payments",
            "TradingAccountEntryTypePurchasePaymentSalesReceipt",
            EntryType.PURCHASE_PAYMENT,
            false),
    RECEIPT(
            "purchase_receipts",
            "TradingAccountEntryTypePurchaseReceiptSalesPayment",
            EntryType.PURCHASE_RECEIPT,
            true);

    private final String resource;
    private final String sageName;
    private final EntryType inBank;
    private final boolean owed;

    MoneyKind(String resource, String sageName, EntryType inBank, boolean owed) {
        this.resource = resource;
        this.sageName = sageName;
        this.inBank = inBank;
        this.owed = owed;
    }

    String resource() {
        return resource;
    }

    String sageName() {
        return sageName;
    }

    EntryType inBank() {
        return inBank;
    }

    /** Whether it adds to what the shop owes. */
    boolean isOwed() {
        return owed;
    }
}
