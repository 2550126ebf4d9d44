package centrasage.simulator.sage200.cashbook;

/** The kinds of rows of a bank, by names of our own: those of a real Sage 200 are not known. */
public enum EntryType {
    PAYMENT("BankEntryTypePayment", false),
    RECEIPT("BankEntryTypeReceipt", true),
    TRANSFER_OUT("BankEntryTypeTransferOut", false),
    TRANSFER_IN("BankEntryTypeTransferIn", true),
    SALES_RECEIPT("BankEntryTypeSalesReceipt", true),
    SALES_PAYMENT("BankEntryTypeSalesPayment", false),
    PURCHASE_PAYMENT("BankEntryTypePurchasePayment", false),
    PURCHASE_RECEIPT("BankEntryTypePurchaseReceipt", true),
    COMMISSION("BankEntryTypeCommission", false);

    private final String sageName;
    private final boolean comesIn;

    EntryType(String sageName, boolean comesIn) {
        this.sageName = sageName;
        this.comesIn = comesIn;
    }

    public String sageName() {
        return sageName;
    }

    /** Whether it adds to the bank. */
    boolean comesIn() {
        return comesIn;
    }
}
