package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.CreditAudit;
import centrasage.simulator.audit.DespatchAudit;
import centrasage.simulator.audit.LedgerAudit;
import centrasage.simulator.audit.MoneyAudit;
import centrasage.simulator.audit.OrderAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Trade in three currencies through four gateways and with gift cards, of which every eighth parcel comes back: at its end the
 * customer accounts in Sage are what we say they are, the clearing banks hold what was taken less what was given back, and whatever is run
 * once more changes nothing. What a person must credit is told.
 */
class MonthStoryIT {
    private static final long SEED = 21;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    /** A week in CI; a month of 5,040 orders is run by hand, {@code -Dmonth.days=28}. */
    private static final int DAYS = Integer.getInteger("month.days", 7);

    private static final int ORDERS_A_DAY = 180;
    private static final Set<String> DECIDED = Set.of("GIFT_CARD", "GIFT_CERTIFICATE", "VOUCHER_CREDIT");
    private static final Duration LIMIT = Duration.ofMinutes(20);

    /** It runs for long enough to be worth compiling well. */
    private static final String THOROUGH = "-XX:TieredStopAtLevel=4";

    private static final Map<String, String> SETTINGS = Map.of(
            "posting.lanes",
            "6",
            "gift-card.vat",
            "multi-purpose",
            "refunds.without-return-vat",
            "proportional",
            "posting.parked-retry",
            "PT10S",
            "open-items.residue",
            "clear",
            "open-items.residue-after",
            "P0D");

    @Test
    void every_customer_account_is_right_to_the_penny() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/month"), SEED, FIRST, ORDERS_A_DAY)) {
            world.trade(FIRST, DAYS, ORDERS_A_DAY, SEED);
            world.fillTheShelves();
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings, THOROUGH).awaitReady()) {
                Api api = application.api();
                world.centra(
                        "PUT",
                        "/control/tenant",
                        "{\"asynchronousCaptures\": true, \"asynchronousRefunds\": true, \"giftCardCaptures\": true}");
                StockKeeper stock = new StockKeeper(world);
                sellAndShip(world, api, stock, 1);
                comeBack(world, api);
                sellAndShip(world, api, stock, 2);
                clearPennies(api);
                booksAreRight(world, api);
            }
        }
    }

    /** All that was ordered leaves, is paid for and invoiced. */
    private static void sellAndShip(World world, Api api, StockKeeper stock, int seed) throws InterruptedException {
        run(api, "order-import");
        Await.until("all orders to be posted", LIMIT, () -> api.unfinishedOrders() == 0);
        world.centra(
                "POST", "/control/shipments/all", "{\"seed\": %d, \"split\": 20, \"part\": 10}".formatted(SEED + seed));
        world.centra("POST", "/control/captures/settle", "{\"share\": 100, \"seed\": 4}");
        run(api, "dispatch-to-sage");
        Await.until("all parcels to be despatched", LIMIT, () -> {
            stock.bookIn(api);
            return api.despatching() == 0 && api.despatches("PARKED") == 0;
        });
        world.sage("POST", "/control/invoices/all", "{\"share\": 100, \"post\": true}");
        run(api, "payment-import");
        Await.until("all money to be posted", LIMIT, () -> api.receiving() == 0);
    }

    private static void comeBack(World world, Api api) throws InterruptedException {
        JsonNode back = world.centra("POST", "/control/returns/all", "{\"seed\": 9, \"share\": 12, \"goodwill\": 5}");
        System.out.println("came back: " + back);
        JsonNode counts = back.path("counts");
        assertThat(counts.path("exchangedForCheaper").asInt()).isPositive();
        assertThat(counts.path("exchangedForDearer").asInt()).isPositive();
        assertThat(counts.path("part").asInt()).as("part returns").isPositive();
        assertThat(counts.path("goodwill").asInt()).isPositive();
        assertThat(counts.path("returned").asInt()).isGreaterThan(DAYS * ORDERS_A_DAY / 10);
        world.centra("POST", "/control/refunds/settle", "{\"share\": 100, \"seed\": 4}");
        run(api, "payment-import");
        run(api, "refund-import");
        run(api, "refund-import"); // what is due of goodwill depends on what was credited of returns
        run(api, "payment-import");
        Await.until("all that came back to be posted", LIMIT, () -> api.receiving() == 0);
    }

    /** Penny credits and invoices go out with the next run, and are set off in the one after it. */
    private static void clearPennies(Api api) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            run(api, "payment-import");
            Await.until("pennies to be posted", LIMIT, () -> api.receiving() == 0);
        }
    }

    private static void run(Api api, String job) throws InterruptedException {
        long began = System.nanoTime();
        assertThat(api.runToEnd(job, LIMIT).path("status").asText()).isEqualTo("COMPLETED");
        System.out.println(
                job + " took " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
    }

    private static void booksAreRight(World world, Api api) throws InterruptedException {
        LedgerAudit.Result ledger = world.ledgerAudit();
        MoneyAudit.Result money = world.moneyAudit(DECIDED);
        CreditAudit.Result credits = world.creditAudit(DECIDED);
        OrderAudit.Result orders = world.audit();
        DespatchAudit.Result despatches = world.despatchAudit(DECIDED, Set.of());
        assertThat(despatches.violations()).isEmpty();
        System.out.println(ledger.kinds() + ", " + ledger.allocations() + " allocations, "
                + ledger.open().size() + " open");
        System.out.println(money.entries() + " payments; the banks hold " + money.minorByCurrency());
        System.out.println(credits.returns() + " returns and " + credits.withoutReturn() + " refunds without one, "
                + credits.credits() + " credits");
        assertThat(ledger.violations()).isEmpty();
        System.out.println(api.pennies() + " orders were cleared of pennies");
        assertThat(api.pennies()).isPositive();
        assertThat(money.violations()).isEmpty();
        assertThat(money.minorByCurrency()).as("currencies").hasSize(3);
        assertThat(money.banks()).as("four gateways in three currencies").isEqualTo(12);
        assertThat(money.ofGiftCards()).isPositive();
        HeldCredits held = HeldCredits.now(api);
        System.out.println(held.sources().size() + " credits are held");
        assertThat(held.without(credits.violations())).isEmpty();
        assertThat(held.untold(api)).isEmpty();
        assertThat(held.sources()).hasSizeLessThan(credits.credits() / 10);
        assertThat(api.openItems()).isEqualTo(ledger.open());
        assertThat(held.otherOrders(ledger.residues())).as("pennies").isEmpty();
        for (String job : new String[] {"order-import", "dispatch-to-sage", "payment-import", "refund-import"}) {
            run(api, job);
        }
        Await.until("nothing to be under way", LIMIT, () -> api.receiving() == 0);
        assertThat(world.ledgerAudit()).as("a second run").isEqualTo(ledger);
        assertThat(world.moneyAudit(DECIDED)).isEqualTo(money);
        assertThat(world.audit()).isEqualTo(orders);
        assertThat(world.despatchAudit(DECIDED, Set.of())).isEqualTo(despatches);
    }
}
