package centrasage.reconcile.cutoff;

import centrasage.payments.invoice.TradeWorld;
import centrasage.reconcile.worklist.KnownOrders;
import centrasage.sage200.client.SageClients;
import centrasage.sync.ledger.OrderBalances;

/** The cut-off for tests of other packages, wired as the container wires it. */
public final class CutOffBeans {
    private CutOffBeans() {}

    public static CutOff of(TradeWorld world, SageClients sage) {
        return new CutOff(
                world.store()
                        .transactions()
                        .bean(OrderBalances.class, world.store().entities()),
                new KnownOrders(world.store().postings()),
                world.store().postedDocuments(),
                new SageAtDay(sage.billing(), sage.sites()));
    }
}
