package centrasage.reconcile.open;

import centrasage.desk.DriftBook;
import centrasage.sage200.client.SageClients;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.store.JpaWorld;

/** What looks at open items for tests of other packages, wired as the container wires it. */
public final class OpenItemsBeans {
    private OpenItemsBeans() {}

    public static OpenItemsRound of(JpaWorld store, OpenItems items, DriftBook desk, SageClients sage) {
        return new OpenItemsRound(
                items,
                sage.balances(),
                store.transactions().bean(OpenItemsBook.class, items, store.postings(), desk, store.audit()));
    }
}
