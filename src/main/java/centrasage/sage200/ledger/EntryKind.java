package centrasage.sage200.ledger;

/** The ways to post to a customer account; Sage's names are those of its resources. */
public enum EntryKind {
    RECEIPT("sales_receipts", "receipt"),
    /** Money given back. */
    PAYMENT("sales_payments", "refund"),
    INVOICE("sales_invoices", "invoice"),
    CREDIT_NOTE("sales_credit_notes", "credit note");

    private final String resource;
    private final String word;

    EntryKind(String resource, String word) {
        this.resource = resource;
        this.word = word;
    }

    public String resource() {
        return resource;
    }

    /** As people call it. */
    public String word() {
        return word;
    }

    /** Whether it adds to what the customer owes; Sage shows the others below zero. */
    public boolean isDebit() {
        return this == INVOICE || this == PAYMENT;
    }
}
