package centrasage.reconcile.worklist;

import centrasage.payments.invoice.TradeWorld;
import centrasage.sage200.client.SageClients;
import centrasage.sync.ledger.OpenItems;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The worklists for tests of other packages, wired as the container wires them. */
public final class WorklistBeans {
    private WorklistBeans() {}

    public static Worklists of(TradeWorld world, SageClients sage, Instant now) {
        KnownOrders known = new KnownOrders(world.store().postings());
        return new Worklists(
                new DespatchedOrders(sage.billing(), sage.sites(), known),
                new PendingInvoices(sage.printed(), known),
                new UncreditedReturns(
                        world.store().postedDocuments(),
                        world.store().postings(),
                        world.store()
                                .transactions()
                                .bean(OpenItems.class, world.store().entities())),
                world.store().postedDocuments(),
                Clock.fixed(now, ZoneOffset.UTC),
                new WorklistSettings(Period.ofDays(1), Period.ofDays(92), ZoneId.of("Europe/London")));
    }
}
