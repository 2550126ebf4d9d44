package centrasage.simulator.centra;

import centrasage.simulator.centra.cataloguing.CatalogueControl;
import centrasage.simulator.centra.events.EventControl;
import centrasage.simulator.centra.events.EventQueues;
import centrasage.simulator.centra.events.Webhooks;
import centrasage.simulator.centra.limits.RateLimiter;
import centrasage.simulator.centra.payment.PaymentControl;
import centrasage.simulator.centra.returns.ReturnsControl;
import centrasage.simulator.centra.schema.CentraApi;
import centrasage.simulator.centra.shipping.Captures;
import centrasage.simulator.centra.shipping.ShippingControl;
import centrasage.simulator.centra.state.AccessToken;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.centra.stocking.StockControl;
import centrasage.simulator.http.Faults;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.RequestLog;
import centrasage.simulator.http.Router;
import centrasage.simulator.http.SimulatorServer;
import centrasage.simulator.http.WriteLog;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.TradeGenerator;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A Centra tenant on the loopback address. */
public final class CentraSimulator implements AutoCloseable {
    /** Good enough to choose the rates of faults: a document whose operation is a mutation. */
    /** After comments, a line break of JSON's stands before it. */
    private static final Pattern MUTATION = Pattern.compile("\"query\"\\s*:\\s*\"[^{]*(\\b|\\\\n)mutation\\b");

    private final CentraState state;
    private final DataFaults dataFaults;
    private final EventQueues queues;
    private final Webhooks webhooks;
    private final ShippingControl shipping;
    private final SimulatorServer server;
    private final long seed;

    private CentraSimulator(CentraOptions options) throws IOException {
        seed = options.seed();
        dataFaults = new DataFaults(seed);
        state = new CentraState(options.clock(), options.zone(), dataFaults);
        state.put(AccessToken.full(options.token()));
        RateLimiter limiter = new RateLimiter(options.clock(), options.plan());
        queues = new EventQueues();
        webhooks = new Webhooks(options.clock());
        state.watch((type, reference, change) -> queues.happened(type, change, reference, state.now()));
        state.watch(webhooks::changed);
        Captures captures = new Captures(state.options());
        shipping = new ShippingControl(state, captures);
        CentraApi api = new CentraApi(state, dataFaults, queues, limiter, captures);
        GraphQlEndpoint endpoint = new GraphQlEndpoint(state, api, limiter, dataFaults, options.retryAfter());
        Router router = new Router();
        router.gate(endpoint::refuse);
        router.on("POST", "/graphql", endpoint::answer).readOrWrite(CentraSimulator::mutates, Request::text);
        new TradeControl(state, seed).addTo(router);
        new OrderControl(state).addTo(router);
        shipping.addTo(router);
        new PaymentControl(state).addTo(router);
        new ReturnsControl(state).addTo(router);
        new StockControl(state, seed).addTo(router);
        new CatalogueControl(state).addTo(router);
        new OptionControl(state.options()).addTo(router);
        new TenantControl(state, limiter, endpoint, dataFaults).addTo(router);
        new EventControl(queues, webhooks, state::now).addTo(router);
        server = SimulatorServer.start(options.port(), router, this::reset);
        server.faults()
                .configure(Json.object()
                        .put("retryAfterFormat", options.retryAfter().wireName()));
    }

    public static CentraSimulator start(int port, long seed) throws IOException {
        return start(CentraOptions.of(port, seed));
    }

    public static CentraSimulator start(CentraOptions options) throws IOException {
        return new CentraSimulator(options);
    }

    /** The tenant's base; GraphQL is at {@code /graphql} below it. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    public CentraState state() {
        return state;
    }

    public EventQueues queues() {
        return queues;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public Faults faults() {
        return server.faults();
    }

    public DataFaults dataFaults() {
        return dataFaults;
    }

    public RequestLog requests() {
        return server.requests();
    }

    public WriteLog writes() {
        return server.writes();
    }

    /** Lets customers order for a day, as on any other day. */
    public void trade(LocalDate day, int orders) {
        trade(day, orders, Mix.usual());
    }

    public void trade(LocalDate day, int orders, Mix mix) {
        int first = state.nextNumber(TradeGenerator.FIRST_NUMBER);
        state.place(new TradeGenerator(seed).day(day, orders, mix, first));
    }

    private void reset() {
        state.clear();
        shipping.reset();
        queues.clear();
        webhooks.reset();
        dataFaults.resetCounts();
        dataFaults.seed(seed);
    }

    private static boolean mutates(Request request) {
        return MUTATION.matcher(request.text()).find();
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }

    /** {@code --port 8090 --seed 1 --orders 500 --day 2026-11-20 --token TEXT}. */
    public static void main(String[] arguments) throws IOException {
        Arguments given = Arguments.of(arguments, "port", "seed", "orders", "day", "token");
        CentraOptions options = CentraOptions.of(given.number("port", 8090), given.number("seed", 1))
                .withToken(given.text("token", CentraOptions.DEFAULT_TOKEN));
        CentraSimulator simulator = start(options);
        LocalDate yesterday =
                LocalDate.now(options.clock().withZone(options.zone())).minusDays(1);
        simulator.trade(LocalDate.parse(given.text("day", yesterday.toString())), given.number("orders", 500));
        System.out.println("Centra: " + simulator.baseUrl() + "/graphql  token " + options.token());
    }
}
