package centrasage.reconcile.open;

import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.ledger.OpenItem;

/**
 * An entry of which more or less is open in Sage 200 than here.
 *
 * @param item as it is known here
 * @param there what is open of it in Sage
 * @param account Sage's id of the customer account
 */
record Difference(OpenItem item, Money there, long account) {

    /** What somebody has settled of it in Sage; below zero where somebody has undone that. */
    Money settled() {
        return item.open().minus(there);
    }

    boolean isUndone() {
        return settled().amount().signum() < 0;
    }

    /** As the account counts it: what is owed less is below zero. */
    Money signed() {
        Money settled = settled();
        return kind().isDebit() ? settled : Money.zero(settled.currency()).minus(settled);
    }

    EntryKind kind() {
        return EntryKind.valueOf(item.kind());
    }

    /** {@code receipt 1001}. */
    String name() {
        return kind().word() + " " + item.urn();
    }

    @Override
    public String toString() {
        return there + " of " + name() + " is open in Sage 200, and " + item.open() + " was here";
    }
}
