package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.ReceiptAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            "schedule.in-doubt", "every PT2S");

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
            Files.writeString(
                    world.folder().resolve("mappings/gateways.csv"),
                    "33,paypal,SEK,,ADYSEK\n",
                    StandardOpenOption.APPEND);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
                world.centra("PUT", "/control/tenant", "{\"asynchronousCaptures\": true}");
                world.centra("POST", "/control/shipments/all", "{\"seed\": 4, \"split\": 20, \"part\": 10}");
                world.sage("PUT", "/control/faults", FAULTS);
                everyCaptureIsAReceipt(world, api);
                int before = world.receiptAudit().receipts();

                world.centra("POST", "/control/captures/settle", "{\"share\": 100, \"seed\": 4}");
                everyCaptureIsAReceipt(world, api);
                ReceiptAudit.Result after = world.receiptAudit();
                System.out.println(before + " receipts, then " + after.receipts() + "; the banks hold "
                        + after.minorByCurrency() + " in minor units");
                assertThat(after.receipts()).isGreaterThan(before).isGreaterThan(100);
                everyCaptureIsAReceipt(world, api);
                assertThat(world.receiptAudit().receipts()).as("a second run").isEqualTo(after.receipts());
                struck(world);
            }
        }
    }

    private static void everyCaptureIsAReceipt(World world, Api api) throws InterruptedException {
        assertThat(api.runToEnd("payment-import", LIMIT).path("status").asText())
                .isEqualTo("COMPLETED");
        Await.until("nothing to be in doubt or on its way", LIMIT, () -> api.receiving() == 0);
        assertThat(world.receiptAudit().violations()).isEmpty();
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
