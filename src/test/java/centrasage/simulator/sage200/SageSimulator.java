package centrasage.simulator.sage200;

import centrasage.simulator.http.Faults;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.RequestLog;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.http.SimulatorServer;
import centrasage.simulator.http.WriteLog;
import centrasage.simulator.sage200.auth.AccessGate;
import centrasage.simulator.sage200.cashbook.CashBookRoutes;
import centrasage.simulator.sage200.control.SiteControl;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.database.CompanyDatabases;
import centrasage.simulator.sage200.despatch.DespatchControl;
import centrasage.simulator.sage200.despatch.DespatchRoutes;
import centrasage.simulator.sage200.invoicing.CreditControl;
import centrasage.simulator.sage200.invoicing.InvoiceControl;
import centrasage.simulator.sage200.invoicing.InvoiceViews;
import centrasage.simulator.sage200.ledger.LedgerControl;
import centrasage.simulator.sage200.ledger.LedgerRoutes;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.nominal.NominalControl;
import centrasage.simulator.sage200.pricebook.PriceRoutes;
import centrasage.simulator.sage200.pricebook.ProductControl;
import centrasage.simulator.sage200.purchases.PurchaseRoutes;
import centrasage.simulator.sage200.sop.SopRoutes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;

/** The Sage 200 simulator, in a process of its own or inside a test. */
public final class SageSimulator implements AutoCloseable {
    private static final int PORT_DEFAULT = 8200;

    private final Site site;
    private final CompanyDatabases databases;
    private final SimulatorServer server;

    private SageSimulator(int port, long seed, ObjectNode options) throws IOException {
        Faults faults = new Faults();
        site = new Site(seed, faults);
        site.change(options);
        Router router = new Router();
        router.notFound(Response.message(404, "No HTTP resource was found that matches the request."));
        new AccessGate(site).addTo(router);
        new LookupRoutes(site).addTo(router);
        new SopRoutes(site).addTo(router);
        new DespatchRoutes(site).addTo(router);
        new LedgerRoutes(site).addTo(router);
        new CashBookRoutes(site).addTo(router);
        new PurchaseRoutes(site).addTo(router);
        new InvoiceViews(site).addTo(router);
        new PriceRoutes(site).addTo(router);
        new DespatchControl(site).addTo(router);
        new InvoiceControl(site).addTo(router);
        new CreditControl(site).addTo(router);
        new LedgerControl(site).addTo(router);
        new NominalControl(site).addTo(router);
        new ProductControl(site).addTo(router);
        databases = new CompanyDatabases(site);
        databases.addTo(router);
        new SiteControl(site).addTo(router);
        server = SimulatorServer.start(port, router, faults, site::reset);
    }

    /** Starts with the rounding and the price convention that the seed draws; port 0 takes a free one. */
    public static SageSimulator start(int port, long seed) throws IOException {
        return start(port, seed, Json.object());
    }

    /** Starts with the given options of {@code /control/site}. */
    public static SageSimulator start(int port, long seed, ObjectNode options) throws IOException {
        return new SageSimulator(port, seed, options);
    }

    /** {@code [--port 8200] [--seed 1] [--OPTION VALUE]...}, where an option is one of {@code /control/site}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int port = PORT_DEFAULT;
        long seed = 1;
        ObjectNode options = Json.object();
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--port" -> port = Integer.parseInt(args[i + 1]);
                case "--seed" -> seed = Long.parseLong(args[i + 1]);
                default -> options.set(args[i].substring(2), value(args[i + 1]));
            }
        }
        try (SageSimulator simulator = start(port, seed, options)) {
            System.out.println("Sage 200 simulator on " + simulator.baseUrl() + " with "
                    + simulator.site.options().toJson());
            Thread.currentThread().join();
        }
    }

    private static JsonNode value(String text) {
        boolean literal = text.matches("true|false|\\d+");
        return literal ? Json.parse(text) : Json.mapper().getNodeFactory().textNode(text);
    }

    public URI baseUrl() {
        return server.baseUrl();
    }

    /** The state itself, for tests in the same process. */
    public Site state() {
        return site;
    }

    public Faults faults() {
        return server.faults();
    }

    public RequestLog requests() {
        return server.requests();
    }

    public WriteLog writes() {
        return server.writes();
    }

    @Override
    public void close() {
        server.close();
        databases.close();
    }
}
