package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.InvoiceAudit;
import centrasage.simulator.audit.LedgerAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A site that keeps web orders out of sales order processing: each parcel becomes one ledger invoice while Sage loses answers, the
 * invoices of an order are what Centra charged for it, its receipts are allocated to them, and a second run makes none.
 */
class InvoiceStoryIT {
    private static final long SEED = 14;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Map<String, String> SETTINGS = Map.of(
            "orders.post-as", "sales-invoice",
            "stock.moved-by", "other-system",
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT3S",
            "schedule.in-doubt", "every PT2S");

    private static final String FAULTS = """
            {"write": {"timeout-after-commit": 20, "504-after-commit": 20, "504-before-commit": 20, "reset-after-commit": 20,
                       "reset-before-commit": 20, "malformed-after-commit": 20}, "holdMillis": 2500, "seed": 14}
            """;

    @Test
    void every_parcel_is_one_invoice_and_the_invoices_of_an_order_are_the_order() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/invoices"), SEED, LocalDate.of(2026, 11, 20), 150)) {
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until("all orders to be validated", LIMIT, () -> api.count("SKIPPED") > 100);
                world.sage("PUT", "/control/faults", FAULTS);
                world.centra(
                        "POST", "/control/shipments/all", "{\"share\": 60, \"seed\": 4, \"split\": 30, \"part\": 10}");
                everyParcelIsAnInvoice(world, api);
                world.centra("POST", "/control/shipments/all", "{\"seed\": 5, \"split\": 30, \"part\": 10}");
                everyParcelIsAnInvoice(world, api);
                InvoiceAudit.Result invoices = world.invoiceAudit();
                System.out.println(invoices.invoices() + " invoices of " + invoices.shipments() + " shipments, "
                        + invoices.complete() + " orders complete, " + invoices.minorByCurrency() + " in minor units");
                assertThat(invoices.invoices()).isGreaterThan(100);
                assertThat(invoices.complete()).isGreaterThan(80);
                assertThat(invoices.minorByCurrency()).hasSizeGreaterThan(2);
                assertThat(world.audit().posted()).as("sales orders in Sage").isZero();
                everyAccountIsSettled(world, api);
                everyParcelIsAnInvoice(world, api);
                assertThat(world.invoiceAudit()).as("a second run").isEqualTo(invoices);
                struck(world);
            }
        }
    }

    private static void everyParcelIsAnInvoice(World world, Api api) throws InterruptedException {
        runToEnd(api, "order-import");
        for (int run = 0; run < 3; run++) {
            runToEnd(api, "dispatch-to-sage");
        }
        Await.until("all invoices to be posted", LIMIT, () -> api.invoicing() == 0);
        assertThat(world.invoiceAudit().violations())
                .as("held: %s", api.all("/api/postings?kind=LEDGER_INVOICE&state=HELD&limit=200"))
                .isEmpty();
    }

    /** What we say is open is what Sage says, also once Sage's own list of invoices has been read. */
    private static void everyAccountIsSettled(World world, Api api) throws InterruptedException {
        runToEnd(api, "payment-import");
        Await.until("nothing to be in doubt or on its way", LIMIT, () -> api.receiving() == 0);
        runToEnd(api, "payment-import");
        Await.until("nothing to be in doubt or on its way", LIMIT, () -> api.receiving() == 0);
        assertThat(world.moneyAudit().violations()).isEmpty();
        LedgerAudit.Result ledger = world.ledgerAudit();
        System.out.println(ledger.kinds() + ", " + ledger.allocations() + " allocations, "
                + ledger.open().size() + " open");
        assertThat(ledger.violations()).isEmpty();
        assertThat(ledger.allocations()).isGreaterThan(80);
        assertThat(api.openItems()).isEqualTo(ledger.open());
    }

    private static void runToEnd(Api api, String job) throws InterruptedException {
        assertThat(api.runToEnd(job, LIMIT).path("status").asText()).isEqualTo("COMPLETED");
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
