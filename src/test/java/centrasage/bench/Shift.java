package centrasage.bench;

import centrasage.simulator.audit.MoneyAudit;
import centrasage.simulator.audit.OrderAudit;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.RequestLog;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.Shop;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** Both simulators with stock enough for everybody, and the runs that are measured between them. */
final class Shift implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final long LOOK_NANOS = 500_000;
    private static final long SEED = 20261123L;

    private final World world;
    private final LocalDate day = LocalDate.now(Clock.system(Shop.ZONE)).minusDays(1);

    private Shift(World world) {
        this.world = world;
        plentyOfStock();
    }

    static Shift in(Path folder) {
        return new Shift(
                World.begin(folder, SEED, LocalDate.now(Clock.system(Shop.ZONE)).minusDays(1), 0));
    }

    /** Orders that Sage refuses for want of stock are sent twice, which is not what is measured here. */
    private void plentyOfStock() {
        ArrayNode products = Json.array();
        new TradeGenerator(SEED)
                .catalogue()
                .forEach(item -> products.addObject()
                        .put("code", item.code())
                        .put("name", item.name())
                        .put("freeStock", 10_000_000));
        world.sage("POST", "/control/products", products.toString());
    }

    Path folder() {
        return world.folder();
    }

    /** The jar with nothing that runs by itself: what is measured is the run that was asked for. */
    RunningApplication start(int lanes) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.put("posting.lanes", Integer.toString(lanes));
        settings.put("posting.drain-interval", "PT1H");
        settings.put("schedule.order-import", "");
        settings.put("schedule.payment-import", "");
        settings.put("schedule.refund-import", "");
        settings.put("centra.page-size", "200");
        return RunningApplication.start(world.folder(), settings, "-XX:TieredStopAtLevel=4")
                .awaitReady();
    }

    /** Each of Sage's answers takes so long from now on. */
    void latency(Duration latency) {
        int rate = latency.isZero() ? 0 : 1000;
        String faults =
                "{\"read\": {\"latency\": %1$d}, \"write\": {\"latency\": %1$d}, \"latencyMillisMin\": %2$d, \"latencyMillisMax\": %2$d}";
        world.sage("PUT", "/control/faults", faults.formatted(rate, latency.toMillis()));
    }

    /** New orders, changed just now, all of them for the ledger. */
    void orders(int count) {
        CentraSimulator centra = world.simulators().centra();
        int first = centra.state().nextNumber(TradeGenerator.FIRST_NUMBER);
        centra.trade(day, count, Mix.ledger());
        int next = centra.state().nextNumber(first);
        for (int number = first; number < next; number++) {
            centra.state().change(number, order -> order);
        }
    }

    /** All orders that are in Sage leave, and are paid for at once. */
    void ship() {
        world.centra("POST", "/control/shipments/all", "{\"split\": 0, \"part\": 0}");
    }

    /** What a run does: the job, and the request by which it posts one document. */
    enum Work {
        ORDERS("order-import", "POST /sop_orders"),
        RECEIPTS("payment-import", "POST /sales_receipts");

        private final String job;
        private final String request;

        Work(String job, String request) {
            this.job = job;
            this.request = request;
        }

        String job() {
            return job;
        }

        String request() {
            return request;
        }
    }

    /**
     * One run, from its start to its end.
     *
     * @param posted how many documents it sent to Sage
     * @param whole from when it was asked for
     * @param posting from the first document that Sage received
     */
    record Measured(long posted, Duration whole, Duration posting) {}

    Measured run(RunningApplication application, Work work) throws InterruptedException {
        RequestLog requests = world.simulators().sage().requests();
        long before = requests.of(work.request());
        long begun = System.nanoTime();
        CompletableFuture<Long> ended = CompletableFuture.supplyAsync(() -> ended(application, work.job()));
        while (requests.of(work.request()) == before && !ended.isDone()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        long first = System.nanoTime();
        long end;
        try {
            end = ended.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the run did not end well", e.getCause());
        }
        return new Measured(
                requests.of(work.request()) - before, Duration.ofNanos(end - begun), Duration.ofNanos(end - first));
    }

    private static long ended(RunningApplication application, String job) {
        try {
            JsonNode run = application.api().runToEnd(job, LIMIT);
            if (!run.path("status").asText().equals("COMPLETED")) {
                throw new IllegalStateException("the run ended as " + run + "\n" + application.log());
            }
            return System.nanoTime();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nothing was lost for the sake of speed. */
    void mustAgree() {
        OrderAudit.Result audit = world.audit();
        if (!audit.holds()) {
            throw new IllegalStateException("the books do not agree: " + audit);
        }
    }

    /** Likewise of the money. */
    void moneyMustAgree() {
        MoneyAudit.Result audit = world.moneyAudit();
        if (!audit.violations().isEmpty()) {
            throw new IllegalStateException("the books of the money do not agree: " + audit);
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
