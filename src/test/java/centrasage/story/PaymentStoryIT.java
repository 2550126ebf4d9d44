package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.LedgerAudit;
import centrasage.simulator.audit.MoneyAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What gateways take when parcels leave becomes receipts in Sage: each once, to the penny, into its clearing bank, while Sage loses
 * answers; what is answered by the gateway days later as well, and a second run makes none.
 */
class PaymentStoryIT {
    private static final long SEED = 12;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Map<String, String> SETTINGS = Map.of(
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT3S",
            "schedule.in-doubt", "every PT2S",
            "reconcile.look-back", "P90D");

    private static final String FAULTS = """
            {"write": {"timeout-after-commit": 20, "504-after-commit": 20, "504-before-commit": 20, "reset-after-commit": 20,
                       "reset-before-commit": 20, "malformed-after-commit": 20}, "holdMillis": 2500, "seed": 12}
            """;

    @Test
    void what_is_captured_stands_once_on_its_account_and_in_its_clearing_bank() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/payments"), SEED, LocalDate.of(2026, 11, 20), 200)) {
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
                world.centra("PUT", "/control/tenant", "{\"asynchronousCaptures\": true}");
                world.centra("POST", "/control/shipments/all", "{\"seed\": 4, \"split\": 20, \"part\": 10}");
                world.sage("PUT", "/control/faults", FAULTS);
                everyCaptureIsAReceipt(world, api);
                int before = world.moneyAudit().posted();

                world.centra("POST", "/control/captures/settle", "{\"share\": 100, \"seed\": 4}");
                everyCaptureIsAReceipt(world, api);
                MoneyAudit.Result after = world.moneyAudit();
                System.out.println(before + " receipts, then " + after.posted() + "; the banks hold "
                        + after.minorByCurrency() + " in minor units");
                assertThat(after.posted()).isGreaterThan(before).isGreaterThan(100);
                everyCaptureIsAReceipt(world, api);
                assertThat(world.moneyAudit().posted()).as("a second run").isEqualTo(after.posted());
                struck(world);
                everyAccountIsSettled(world, api);
                bothSidesAgreeUntilSageLosesAReceipt(world, api);
            }
        }
    }

    /** Once Sage's users have posted the invoices: what we say is open is what Sage says, and of no order is anything open on both sides. */
    private static void everyAccountIsSettled(World world, Api api) throws InterruptedException {
        world.fillTheShelves();
        assertThat(api.runToEnd("dispatch-to-sage", LIMIT).path("status").asText())
                .isEqualTo("COMPLETED");
        Await.until("all parcels to be despatched in Sage", LIMIT, () -> api.despatching() == 0);
        world.sage("POST", "/control/invoices/all", "{\"share\": 100, \"post\": true}");
        runToTheEnd(api);
        LedgerAudit.Result ledger = world.ledgerAudit();
        System.out.println(ledger.kinds() + ", " + ledger.allocations() + " allocations, "
                + ledger.open().size() + " open");
        assertThat(ledger.violations()).isEmpty();
        assertThat(ledger.allocations()).isGreaterThan(100);
        assertThat(api.openItems()).isEqualTo(ledger.open());
        runToTheEnd(api);
        assertThat(world.ledgerAudit()).as("a second run").isEqualTo(ledger);
    }

    private static void bothSidesAgreeUntilSageLosesAReceipt(World world, Api api) throws InterruptedException {
        JsonNode counts = reconciled(api);
        assertThat(counts.path("ledger entries compared").asLong()).isGreaterThan(100);
        assertThat(counts.path("open items compared").asLong()).isGreaterThan(200);
        assertThat(counts.path("ledger differences").asLong()).isZero();
        assertThat(counts.path("open items taken over").asLong()).isZero();
        assertThat(counts.path("differences").asLong()).isZero();

        JsonNode receipt = aReceipt(world);
        world.sage("DELETE", "/control/ledger/" + receipt.path("id").asLong(), "");
        assertThat(reconciled(api).path("ledger differences").asLong()).isOne();
        JsonNode told =
                api.get("/api/exceptions?severity=CRITICAL").path("items").get(0);
        assertThat(told.path("kind").asText()).isEqualTo("ENTRY_MISSING_IN_SAGE");
        assertThat(told.toString()).contains(receipt.path("second_reference").asText());
        String date = receipt.path("transaction_date").asText().substring(0, 10);
        assertThat(api.get("/api/reconciliation/" + date)
                        .at("/entries/rows/0/standing")
                        .asText())
                .isEqualTo("MISSING_IN_SAGE");
    }

    private static JsonNode reconciled(Api api) throws InterruptedException {
        JsonNode run = api.runToEnd("reconcile", LIMIT);
        System.out.println("reconciled " + run.path("counts"));
        assertThat(run.path("status").asText()).isEqualTo("COMPLETED");
        return run.path("counts");
    }

    private static JsonNode aReceipt(World world) {
        for (JsonNode book : world.sage("/control/ledger")) {
            for (JsonNode row : book.path("transactions")) {
                if (row.path("document_gross_value").decimalValue().signum() < 0) {
                    return row;
                }
            }
        }
        throw new AssertionError("there is no receipt");
    }

    private static void everyCaptureIsAReceipt(World world, Api api) throws InterruptedException {
        runToTheEnd(api);
        assertThat(world.moneyAudit().violations()).isEmpty();
    }

    private static void runToTheEnd(Api api) throws InterruptedException {
        assertThat(api.runToEnd("payment-import", LIMIT).path("status").asText())
                .isEqualTo("COMPLETED");
        Await.until("nothing to be in doubt or on its way", LIMIT, () -> api.receiving() == 0);
    }

    private static void struck(World world) {
        JsonNode counts = world.sage("/control/faults").get("counts");
        System.out.println("struck " + counts);
        assertThat(counts.get("timeout-after-commit").asInt()
                        + counts.get("504-after-commit").asInt()
                        + counts.get("reset-after-commit").asInt()
                        + counts.get("malformed-after-commit").asInt())
                .isPositive();
    }
}
