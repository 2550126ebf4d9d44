package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.GoodsAudit;
import centrasage.simulator.audit.OrderAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Two hundred orders are in Sage, and then customers change their minds: whole orders and lines are cancelled in Centra, some of them
 * twice, while Sage loses answers, saves half of what it is sent, locks records and commits late. In the end every order in Sage is what
 * is left of it in Centra, to the piece and to the penny.
 */
class EditStoryIT {
    private static final long SEED = 31;
    private static final int ORDERS = 200;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** Late commits are drawn up to 0.9 of the settle time. */
    private static final String FAULTS = """
            {"write": {"timeout-after-commit": 80, "504-after-commit": 60, "504-before-commit": 60,
                       "reset-before-commit": 40, "half-made-draft": 120, "lock": 80, "late-commit": 20},
             "holdMillis": 1500, "lateCommitMillisMin": 0, "lateCommitMillisMax": 2700, "lateCommitAnswer": "drop",
             "lockSeconds": 1, "seed": 31}
            """;

    private static final Map<String, String> SETTINGS = Map.of(
            "orders.on-edit", "amend",
            "sage200.read-timeout", "PT1S",
            "sage200.in-doubt-settle", "PT3S",
            "posting.lock-retry", "PT1S,PT2S",
            "posting.lock-probes-per-minute", "6000",
            "schedule.in-doubt", "every PT2S",
            "reconcile.look-back", "P30D");

    /** By number, how many pieces of its first line were cancelled; all of it is cancelled where that is 0. */
    private final Map<String, Integer> changed = new TreeMap<>();

    private final Set<String> twice = new TreeSet<>();

    @Test
    void what_is_cancelled_after_posting_is_taken_off_in_sage_once_whatever_becomes_of_the_answers()
            throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/edits"), SEED, LocalDate.of(2026, 11, 20), ORDERS)) {
            world.fillTheShelves();
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
                long posted = api.count("POSTED");
                assertThat(world.goodsAudit().violations()).isEmpty();
                world.sage("PUT", "/control/faults", FAULTS);
                customersChangeTheirMinds(world, api);
                amended(api);
                someChangeThemOnceMore(world);
                api.runToEnd("order-import", LIMIT);
                amended(api);
                eachFaultStruck(world);
                bothSidesAgree(world, api, posted);
                nobodyWasTold(api);
                nothingHasDrifted(api);
            }
        }
    }

    private void customersChangeTheirMinds(World world, Api api) throws InterruptedException {
        int turn = 0;
        for (JsonNode posting : api.all("/api/postings?kind=ORDER&state=POSTED&limit=200")) {
            String number = posting.get("source").asText();
            JsonNode order = world.centra("GET", "/control/orders/" + number, "");
            boolean isOpen = order.at("/facts/status").asText().equals("CONFIRMED");
            if (isOpen && turn++ % 5 == 0) {
                edit(world, number, "{\"status\": \"CANCELLED\", \"force\": true}");
                changed.put(number, 0);
            } else if (isOpen && turn % 5 < 4) {
                lineThatCanGo(order).ifPresent(line -> {
                    cancelOne(world, number, line);
                    changed.put(number, 1);
                });
            }
        }
        System.out.println("changed " + changed.size() + " orders");
        assertThat(changed).hasSizeGreaterThan(60);
        assertThat(changed.values()).contains(0, 1);
        api.runToEnd("order-import", LIMIT);
    }

    /** What leaves other goods in the order at their prices: no bundle, and no discount that would spread over the rest. */
    private static Optional<JsonNode> lineThatCanGo(JsonNode order) {
        List<JsonNode> products = new ArrayList<>();
        int pieces = 0;
        for (JsonNode line : order.at("/order/basket/lines")) {
            if (!line.get("type").asText().equals("PRODUCT")) {
                return Optional.empty();
            }
            pieces += line.get("quantity").asInt();
            if (line.get("quantity").asInt() > 0) {
                products.add(line);
            }
        }
        boolean isPlain = order.at("/facts/discountsMinor").asLong() == 0 && pieces > 1;
        return isPlain ? Optional.of(products.get(0)) : Optional.empty();
    }

    private static void cancelOne(World world, String number, JsonNode line) {
        edit(
                world,
                number,
                "{\"lines\": [{\"id\": %d, \"cancel\": 1}], \"force\": true}"
                        .formatted(line.get("id").asInt()));
    }

    private static void edit(World world, String number, String body) {
        world.centra("POST", "/control/orders/" + number + "/edit", body);
    }

    /** One more piece of some of them, and all of others. */
    private void someChangeThemOnceMore(World world) {
        int turn = 0;
        for (String number : changed.keySet()) {
            if (changed.get(number) == 0 || turn++ % 3 != 0) {
                continue;
            }
            JsonNode order = world.centra("GET", "/control/orders/" + number, "");
            Optional<JsonNode> line = lineThatCanGo(order);
            if (line.isPresent()) {
                cancelOne(world, number, line.get());
            } else {
                edit(world, number, "{\"status\": \"CANCELLED\", \"force\": true}");
            }
            twice.add(number);
        }
        System.out.println("changed " + twice.size() + " of them once more");
        assertThat(twice).hasSizeGreaterThan(10);
    }

    private static void amended(Api api) throws InterruptedException {
        Await.until("all amendments to be made", LIMIT, () -> api.amendments("POSTED") > 0 && api.unfinished() == 0);
    }

    private static void eachFaultStruck(World world) {
        JsonNode counts = world.sage("/control/faults").get("counts");
        System.out.println("struck " + counts);
        for (String kind : new String[] {
            "timeout-after-commit",
            "504-after-commit",
            "504-before-commit",
            "reset-before-commit",
            "half-made-draft",
            "lock",
            "late-commit"
        }) {
            assertThat(counts.path(kind).asInt()).as(kind).isPositive();
        }
    }

    private void bothSidesAgree(World world, Api api, long posted) {
        List<JsonNode> amendments = api.all("/api/postings?kind=ORDER_AMENDMENT&limit=200");
        long again = amendments.stream()
                .filter(each -> each.get("attempts").asInt() > 1)
                .count();
        System.out.println("made " + amendments.size() + " amendments, " + again + " of them sent more than once, with "
                + world.simulators().sage().requests().of("PUT /sop_orders/{id}") + " PUTs and "
                + world.simulators().sage().requests().of("DELETE /sop_orders/{id}") + " DELETEs");
        assertThat(amendments)
                .as("one for each change")
                .hasSize(changed.size() + twice.size())
                .allSatisfy(each -> assertThat(each.get("state").asText()).isEqualTo("POSTED"));
        assertThat(again).isGreaterThan(3);
        OrderAudit.Result orders = world.audit();
        assertThat(orders.violations()).isEmpty();
        GoodsAudit.Result goods = world.goodsAudit();
        assertThat(goods.violations()).isEmpty();
        System.out.println("left in Sage: " + goods);
        assertThat(api.count("POSTED")).isEqualTo(orders.posted()).isLessThan(posted);
        assertThat(api.count("REVERSED")).isEqualTo(posted - orders.posted());
    }

    private static void nobodyWasTold(Api api) {
        assertThat(api.all("/api/exceptions?limit=200"))
                .extracting(each -> each.get("kind").asText())
                .doesNotContain("CHANGED_AFTER_POSTING", "TOTAL_DIFFERS", "VAT_DIFFERS", "REFUSED", "DUPLICATE");
    }

    /** Read back order by order, and counted by number on both sides. */
    private static void nothingHasDrifted(Api api) throws InterruptedException {
        assertThat(api.runToEnd("order-drift", LIMIT).get("status").asText()).isEqualTo("COMPLETED");
        api.runToEnd("reconcile", LIMIT);
        assertThat(api.all("/api/exceptions?state=OPEN&limit=200"))
                .extracting(each -> each.get("kind").asText())
                .doesNotContain("DRIFT", "MISSING_IN_SAGE", "STOPPED_IN_SAGE", "UNEXPECTED_IN_SAGE", "INCOMPLETE");
    }
}
