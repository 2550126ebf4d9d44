package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.LedgerAudit;
import centrasage.simulator.audit.MoneyAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Orders and all that follows from them, despatches, receipts, credit notes, refunds and allocations, under all faults at once on two
 * nodes that are killed again and again: at the end every customer account is right to the penny. See {@code docs/simulation.md}.
 */
class MoneyMayhemStoryIT {
    private static final long SEED = 45;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final int ORDERS_A_DAY = 180;

    /** Two in CI; the whole month is run by hand, {@code -Dmoney-mayhem.days=28}. */
    private static final int DAYS = Integer.getInteger("money-mayhem.days", 2);

    private static final int KILLS = Math.max(3, DAYS / 2);
    private static final int IN_EACH_WINDOW = KILLS / 3;

    /** In percent of the orders that have not left yet, and of those that have. */
    private static final int SOME = 4;

    /** In percent of what has left, once all has. */
    private static final int COMES_BACK = 12;

    private static final int OF_EACH_KIND = 10 * DAYS;
    private static final Duration LIMIT = Duration.ofMinutes(8 + DAYS);

    private static final Map<String, String> SETTINGS = Map.of(
            "gift-card.vat", "multi-purpose",
            "refunds.without-return-vat", "proportional",
            "open-items.residue", "clear",
            "open-items.residue-after", "P0D",
            "schedule.order-import", "every PT3S",
            "schedule.dispatch-to-sage", "every PT3S",
            "schedule.payment-import", "every PT4S",
            "schedule.refund-import", "every PT4S");

    private static final Set<String> DECIDED = Set.of("GIFT_CARD", "GIFT_CERTIFICATE", "VOUCHER_CREDIT");

    private int turn;

    @Test
    void every_customer_account_is_right_to_the_penny() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/money-mayhem"), SEED, FIRST, ORDERS_A_DAY);
                MortalNodes nodes = MortalNodes.on(world, SETTINGS)) {
            world.trade(FIRST, DAYS, ORDERS_A_DAY, SEED);
            world.fillTheShelves();
            world.centra("PUT", "/control/tenant", "{\"giftCardCaptures\": true}");
            nodes.start();
            nodes.die(KILLS, IN_EACH_WINDOW, () -> trade(world, SOME));
            trade(world, 100);
            Api api = nodes.api();
            comesToRest(world, api);
            MortalNodes.allFaultsStruck(world);
            booksAgree(world, api);
        }
    }

    /** Some parcels leave, Sage's users invoice what has left, and some of that comes back. */
    private void trade(World world, int percent) {
        turn++;
        world.centra(
                "POST",
                "/control/shipments/all",
                "{\"seed\": %d, \"share\": %d, \"split\": 20, \"part\": %d}"
                        .formatted(SEED + turn, percent, percent < 100 ? 50 : 0));
        world.centra("POST", "/control/captures/settle", "{\"share\": 100, \"seed\": 4}");
        invoice(world);
        world.centra(
                "POST",
                "/control/returns/all",
                "{\"seed\": %d, \"share\": %d, \"complete\": 100, \"goodwill\": 2}"
                        .formatted(SEED + turn, percent < 100 ? SOME : COMES_BACK));
        world.centra("POST", "/control/refunds/settle", "{\"share\": 100, \"seed\": 4}");
    }

    private static void invoice(World world) {
        world.sage("POST", "/control/invoices/all", "{\"share\": 100, \"post\": true}");
    }

    private static void comesToRest(World world, Api api) throws InterruptedException {
        StockKeeper stock = new StockKeeper(world);
        Await.until("all that was sold, shipped, paid and returned to be in the books", LIMIT, () -> {
            stock.bookIn(api);
            if (api.unfinishedOrders() > 0 || api.despatching() > 0) {
                return false;
            }
            invoice(world);
            return api.receiving() == 0
                    && world.despatchAudit(DECIDED, Set.of()).violations().isEmpty()
                    && world.moneyAudit(DECIDED).violations().isEmpty()
                    && world.ledgerAudit().violations().isEmpty()
                    && HeldCredits.now(api)
                            .without(world.creditAudit(DECIDED).violations())
                            .isEmpty()
                    && HeldCredits.now(api)
                            .otherOrders(world.ledgerAudit().residues())
                            .isEmpty();
        });
    }

    private static void booksAgree(World world, Api api) throws InterruptedException {
        LedgerAudit.Result ledger = world.ledgerAudit();
        JsonNode status = api.get("/api/status");
        System.out.println(ledger.kinds() + ", " + ledger.allocations() + " allocations, "
                + ledger.open().size() + " open, " + api.pennies() + " cleared of pennies");
        assertThat(ledger.violations()).isEmpty();
        assertThat(ledger.kinds())
                .hasSize(4)
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThan(OF_EACH_KIND));
        assertThat(world.audit().duplicates()).isZero();
        MoneyAudit.Result money = world.moneyAudit(DECIDED);
        assertThat(money.violations()).isEmpty();
        assertThat(money.ofGiftCards()).isPositive();
        HeldCredits held = HeldCredits.now(api);
        assertThat(held.untold(api)).isEmpty();
        int credits = world.creditAudit(DECIDED).credits();
        System.out.println(held.sources().size() + " credits are held, " + credits + " posted");
        assertThat(held.sources()).hasSizeLessThan(credits / 5);
        assertThat(status.get("inDoubt").asLong()).isZero();
        Await.until(
                "the open items of both sides to be the same",
                LIMIT,
                () -> api.openItems().equals(world.ledgerAudit().open()));
        for (String job : List.of("order-import", "dispatch-to-sage", "payment-import", "refund-import")) {
            api.runToEnd(job, LIMIT);
        }
        assertThat(world.ledgerAudit()).as("a further run").isEqualTo(ledger);
        assertThat(world.moneyAudit(DECIDED)).isEqualTo(money);
    }
}
