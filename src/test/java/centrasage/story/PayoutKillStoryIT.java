package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.PayoutAudit;
import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} while files are taken, while payouts are posted and once more, and Sage loses answers and breaks transfers off all the
 * while: each payout is one transfer, each charge is there once, and every clearing bank comes to what is open in it.
 */
class PayoutKillStoryIT {
    private static final long SEED = 62;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> KINDS =
            List.of("PAYOUT", "SETTLEMENT_CHARGE", "CURRENCY_TRANSFER", "SUPPLIER_PAYMENT");

    private static final Map<String, String> SETTINGS = Map.of(
            "gift-card.vat", "multi-purpose",
            "settlements.inbox-quiet", "PT0S",
            "settlements.stripe.order-columns", "payment_metadata[order]",
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT3S",
            "schedule.in-doubt", "every PT1S",
            "schedule.settlement-post", "every PT3S");

    private static final String FAULTS = """
            {"write": {"latency": 1000, "timeout-after-commit": 60, "504-after-commit": 60, "504-before-commit": 60,
                       "reset-after-commit": 60, "reset-before-commit": 60, "malformed-after-commit": 60},
             "latencyMillisMin": 60, "latencyMillisMax": 90, "holdMillis": 2500, "seed": 62}
            """;

    @Test
    void each_payout_is_one_transfer_and_each_charge_is_there_once() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/payout-kill"), SEED, LocalDate.of(2026, 11, 20), 150)) {
            Path inbox = world.folder().resolve("inbox");
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            settings.put("settlements.inbox", inbox.toString());
            List<PspBatch> batches = new ArrayList<>();
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
                world.centra("POST", "/control/shipments/all", "{\"seed\": 4}");
                world.centra("POST", "/control/captures/settle", "{\"share\": 100, \"seed\": 4}");
                api.runToEnd("payment-import", LIMIT);
                Await.until("all money to be posted", LIMIT, () -> api.receiving() == 0);
                world.sage("PUT", "/control/faults", FAULTS);
                new PspSimulator(SEED, 30)
                        .settle(world.centra("GET", "/control/payments", ""), inbox)
                        .values()
                        .forEach(batches::addAll);
                Await.until(
                        "a file to be taken",
                        LIMIT,
                        () -> inbox.resolve("done").toFile().exists());
                application.kill();
            }
            for (int posted : new int[] {5, 20}) {
                try (RunningApplication application =
                        RunningApplication.start(world.folder(), settings).awaitReady()) {
                    Api api = application.api();
                    Await.until(posted + " postings of payouts", LIMIT, () -> posted(api) >= posted);
                    application.kill();
                }
            }
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                allOfItIsThereOnce(world, application.api(), batches);
            }
        }
    }

    private static int posted(Api api) {
        return KINDS.stream()
                .mapToInt(kind -> api.all("/api/postings?state=POSTED&limit=200&kind=" + kind)
                        .size())
                .sum();
    }

    private static void allOfItIsThereOnce(World world, Api api, List<PspBatch> batches) throws Exception {
        Await.until(
                "all payouts to be posted",
                LIMIT,
                () -> violations(world, batches).isEmpty() && isProven(api));
        JsonNode counts = world.sage("/control/faults").get("counts");
        System.out.println("struck " + counts);
        for (String fault : List.of("timeout-after-commit", "504-after-commit", "reset-after-commit")) {
            assertThat(counts.get(fault).asInt()).as(fault).isPositive();
        }
        PayoutAudit.Result audit = audit(world, batches);
        System.out.println(audit.payouts() + " payouts, " + posted(api) + " postings");
        assertThat(audit.payouts()).isGreaterThan(8);
        assertThat(audit.paidOff()).as("deductions of invoices").isPositive();
        assertThat(posted(api)).as("not all was there at the last kill").isGreaterThan(25);
        assertThat(api.get("/api/status").get("inDoubt").asLong()).isZero();
        api.runToEnd("settlement-post", LIMIT);
        assertThat(violations(world, batches)).as("a further run").isEmpty();
    }

    private static boolean isProven(Api api) {
        for (JsonNode bank : api.get("/api/clearing").path("items")) {
            if (!bank.path("proven").asBoolean()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> violations(World world, List<PspBatch> batches) throws Exception {
        return audit(world, batches).violations();
    }

    private static PayoutAudit.Result audit(World world, List<PspBatch> batches) throws Exception {
        return new PayoutAudit(world.simulators().sage().baseUrl()).check(batches);
    }
}
