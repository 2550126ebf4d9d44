package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.DespatchAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A day's parcels: whole, split and part shipments reach Sage 200; one whose goods Sage does not have waits until they are booked
 * in, one whose order somebody has open waits until it is closed, and what is amended later is amended there. What a warehouse of
 * Sage's own despatches is shipped in Centra, and neither direction echoes the other.
 */
class DispatchStoryIT {
    private static final long SEED = 4;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PROBE = Duration.ofSeconds(4);

    private static final Map<String, String> SETTINGS = Map.of(
            "schedule.order-import", "every PT5S",
            "schedule.dispatch-to-sage", "every PT2S",
            "schedule.dispatch-to-centra", "every PT2S",
            "reconcile.look-back", "P30D",
            "posting.lock-retry", "PT1S,PT2S",
            "posting.lock-probe", PROBE.toString());

    @Test
    void what_leaves_the_warehouse_is_despatched_once_in_sage_whatever_stands_in_its_way() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/dispatch"), SEED, LocalDate.of(2026, 11, 20), 150)) {
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            SageWarehouse.mapIn(world);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
                SageWarehouse own = new SageWarehouse(world, api);
                own.despatches();
                own.isShippedInCentra(LIMIT);
                String open = world.unshipped(api);
                long inSage = world.inSage(open).orElseThrow();
                world.sage("POST", "/control/locks", "{\"order\": " + inSage + ", \"user\": \"A. Jones\"}");
                JsonNode day =
                        world.centra("POST", "/control/shipments/all", "{\"seed\": 4, \"split\": 20, \"part\": 10}");
                System.out.println("shipped " + day);
                allButWhatStandsInTheWay(api, day.get("shipments").asLong());
                theLockIsShown(api, open);
                goodsAreBookedIn(world, api);
                theRecordIsClosed(world, api, open);
                trackingIsAmended(world, open);
                nothingIsLostOrDoubled(world, api);
                bothSidesAgreeByNumber(api);
            }
        }
    }

    private static void allButWhatStandsInTheWay(Api api, long shipments) throws InterruptedException {
        Await.until("every shipment to be known", LIMIT, () -> known(api) >= shipments);
        Await.until("all to be despatched that can be", LIMIT, () -> {
            long moving = api.despatches("PLANNED") + api.despatches("SENDING") + api.despatches("IN_DOUBT");
            return moving == 0 && api.despatches("POSTED") > 100 && api.despatches("LOCKED") > 0;
        });
    }

    private static long known(Api api) {
        return api.all("/api/postings?kind=DESPATCH&limit=200").size();
    }

    /** A probe takes what is locked up for a moment, so it is awaited. */
    private static void theLockIsShown(Api api, String order) throws InterruptedException {
        List<JsonNode> locked = new ArrayList<>();
        Await.until("what is locked to be between two probes", LIMIT, () -> {
            locked.addAll(api.all("/api/postings?kind=DESPATCH&state=LOCKED&limit=200"));
            return !locked.isEmpty();
        });
        assertThat(locked)
                .allSatisfy(
                        posting -> assertThat(posting.get("source").asText()).startsWith(order + "-"));
        assertThat(locked.get(0).toString()).contains("A. Jones").contains("WS-14");
    }

    private static void goodsAreBookedIn(World world, Api api) throws InterruptedException {
        List<JsonNode> parked = parked(api);
        assertThat(parked).isNotEmpty().allSatisfy(exception -> {
            assertThat(exception.get("owner").asText()).isEqualTo("OPERATIONS");
            assertThat(exception.at("/reasons/0/code").asText()).isEqualTo("NOT_ENOUGH_STOCK");
        });
        System.out.println(parked.size() + " shipments waited for stock");
        world.fillTheShelves();
        for (JsonNode exception : parked) {
            String order = exception.get("source").asText().replaceFirst("-.*", "");
            world.sage("POST", "/control/orders/" + world.inSage(order).orElseThrow() + "/allocate", "{}");
            assertThat(api.post("/api/exceptions/" + exception.get("id").asText() + "/retry", "{}")
                            .statusCode())
                    .isEqualTo(200);
        }
        Await.until("what waited for stock to be despatched", LIMIT, () -> api.despatches("PARKED") == 0);
        Await.until(
                "its exceptions to close by themselves",
                LIMIT,
                () -> parked(api).isEmpty());
    }

    private static List<JsonNode> parked(Api api) {
        return api.all("/api/exceptions?state=OPEN&limit=200").stream()
                .filter(exception -> exception.get("kind").asText().equals("PARKED"))
                .toList();
    }

    /** Without access to Sage's database, within a probe. */
    private static void theRecordIsClosed(World world, Api api, String order) throws InterruptedException {
        assertThat(api.despatching()).isPositive();
        world.sage("DELETE", "/control/locks", "");
        long closed = System.nanoTime();
        Await.until("what was locked to be despatched", LIMIT, () -> api.despatching() == 0);
        Duration took = Duration.ofNanos(System.nanoTime() - closed);
        System.out.println("order " + order + " was despatched " + took.toMillis() + " ms after its record was closed");
        assertThat(took).isLessThan(PROBE.multipliedBy(2).plusSeconds(3));
    }

    private static void trackingIsAmended(World world, String order) throws InterruptedException {
        JsonNode shipment = first(world, order);
        world.centra(
                "PUT",
                "/control/shipments/" + shipment.get("id").asText(),
                "{\"tracking\": \"AMENDED-1\", \"carrier\": \"DPD\"}");
        Await.until(
                "Sage to show the other tracking",
                LIMIT,
                () -> world.sage("/control/despatches").toString().contains("AMENDED-1"));
    }

    private static JsonNode first(World world, String order) {
        for (JsonNode shipment : world.centra("GET", "/control/shipments", "")) {
            if (shipment.get("order").asText().equals(order)) {
                return shipment;
            }
        }
        throw new AssertionError("order " + order + " was not shipped");
    }

    private static void bothSidesAgreeByNumber(Api api) throws InterruptedException {
        JsonNode run = api.runToEnd("reconcile", LIMIT);
        assertThat(run.path("status").asText()).isEqualTo("COMPLETED");
        System.out.println("reconciled " + run.path("counts"));
        assertThat(run.at("/counts/orders compared").asLong()).isGreaterThanOrEqualTo(150);
        assertThat(run.at("/counts/despatches compared").asLong()).isGreaterThan(100);
        assertThat(run.at("/counts/differences").asLong()).isZero();
        JsonNode day = api.get("/api/reconciliation/2026-11-20");
        assertThat(day.at("/orders/centra/count").asLong()).isGreaterThan(100);
        assertThat(day.path("silent")).isEmpty();
        Map<String, BigDecimal> rows = new TreeMap<>();
        day.at("/orders/rows").forEach(row -> row.path("difference").forEach(amount -> add(rows, amount)));
        Map<String, BigDecimal> sums = new TreeMap<>();
        day.at("/orders/difference").forEach(amount -> add(sums, amount));
        rows.values().removeIf(sum -> sum.signum() == 0);
        assertThat(rows).isEqualTo(sums);
    }

    private static void add(Map<String, BigDecimal> sums, JsonNode amount) {
        sums.merge(
                amount.path("currency").asText(),
                new BigDecimal(amount.path("amount").asText()),
                BigDecimal::add);
    }

    private static void nothingIsLostOrDoubled(World world, Api api) {
        DespatchAudit.Result audit = world.despatchAudit(Set.of(SageWarehouse.NAME));
        System.out.println(audit);
        assertThat(audit.violations()).isEmpty();
        assertThat(audit.shipments()).isGreaterThan(100);
        assertThat(api.despatches("IN_DOUBT")).isZero();
        assertThat(api.despatches("REFUSED")).isZero();
        long polls = world.simulators().sage().requests().of("GET /sop_confirm_despatch");
        assertThat(polls).as("reading it would lock the orders").isZero();
    }
}
