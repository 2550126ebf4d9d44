package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Consumers who pay in euros belong to a second Sage company. Each order is posted to its own; while the second company refuses
 * us or is silent its orders wait, those of the first go on in the same run, and nothing is sent twice afterwards.
 */
class CompaniesStoryIT {
    private static final long SEED = 34;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** Of its date Sage is asked only when its orders are planned, which are all on hold until then. */
    private static final LocalDate LATER = DAY.plusDays(2);

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String IMPORT = "order-import";

    /** One lane has everything before it, so that whatever keeps it waiting keeps all waiting. */
    private static final Map<String, String> SETTINGS = Map.of(
            "schedule.order-import", "every PT1H",
            "sage200.read-timeout", "PT1S",
            "orders.allocate", "none", // or what Sage has not in stock is sent a second time with less to allocate
            "posting.lanes", "1");

    @Test
    void each_order_goes_to_its_own_company_and_a_silent_one_keeps_only_its_own_waiting() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/companies"), SEED, DAY, 80)) {
            world.simulators().trade(LATER, 20);
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            SecondCompany second = new SecondCompany(world);
            List<Integer> plannedThenSilent = hold(world, 3, order -> isEuros(order) && !isLater(order));
            List<Integer> silentBeforePlanned = hold(world, 100, order -> isEuros(order) && isLater(order));
            List<Integer> ofTheFirst = hold(world, 3, order -> !isEuros(order));
            second.fails("401");
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                refusedFromTheStart(api, second);
                second.answers();
                theirOwnOnceItAnswers(api, second);

                second.fails("timeout-before-commit");
                plannedThenSilent.forEach(number -> release(world, number));
                silentBeforePlanned.forEach(number -> release(world, number));
                ofTheFirst.forEach(number -> release(world, number));
                silentInTheMiddle(api, second, ofTheFirst);
                assertThat(api.count("PLANNED"))
                        .as("planned by what was known, before the silence was noticed")
                        .isEqualTo(plannedThenSilent.size());
                second.answers();
                theirOwnOnceItAnswers(api, second);
            }
        }
    }

    private static void refusedFromTheStart(Api api, SecondCompany second) throws InterruptedException {
        Await.until("the first run to end", LIMIT, () -> latest(api).hasNonNull("ended"));
        assertThat(second.failed()).as("refusals").isPositive();
        assertThat(latest(api).get("status").asText()).as("the first run").isEqualTo("COMPLETED");
        allOfTheFirst(second); // by the run, or by whoever had the one lane when it came to it
        assertThat(second.keysOf(34)).isEmpty();
        assertThat(second.wantedOf(34)).hasSizeGreaterThan(5);
        assertThat(outage(api).path("why").asText()).contains("X-Company 34");
    }

    private static void allOfTheFirst(SecondCompany second) throws InterruptedException {
        Await.until(
                "all orders of the first company",
                LIMIT,
                () -> second.keysOf(33).equals(second.wantedOf(33)));
        assertThat(second.keysOf(33)).hasSizeGreaterThan(20);
    }

    private static void silentInTheMiddle(Api api, SecondCompany second, List<Integer> ofTheFirst)
            throws InterruptedException {
        Set<String> before = second.keysOf(34);
        JsonNode run = api.runToEnd(IMPORT, LIMIT);
        assertThat(second.failed()).as("silences").isPositive();
        assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
        allOfTheFirst(second);
        ofTheFirst.forEach(number -> assertThat(second.keysOf(33)).contains("C" + number));
        assertThat(second.keysOf(34)).as("those of the silent one").isEqualTo(before);
        assertThat(second.wantedOf(34)).hasSizeGreaterThan(before.size());
        assertThat(outage(api).path("why").asText()).contains("did not answer");
    }

    private static void theirOwnOnceItAnswers(Api api, SecondCompany second) throws InterruptedException {
        JsonNode run = api.runToEnd(IMPORT, LIMIT);
        assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
        Await.until("the orders that waited", LIMIT, () -> api.unfinished() == 0);
        second.hasItsOwnOrdersOnceByItsOwnCodes();
        assertThat(outage(api).isNull()).as("the outage is over").isTrue();
    }

    private static JsonNode latest(Api api) {
        return api.get("/api/jobs/" + IMPORT + "/runs").path("items").path(0);
    }

    private static JsonNode outage(Api api) {
        return api.get("/api/status").get("outage");
    }

    private static boolean isEuros(JsonNode order) {
        return order.at("/facts/currency").asText().equals("EUR");
    }

    private static boolean isLater(JsonNode order) {
        return order.get("createdAt").asText().compareTo(LATER.toString()) > 0;
    }

    /** Puts orders on hold, as the shop's staff does. */
    private static List<Integer> hold(World world, int most, Predicate<JsonNode> wanted) {
        List<Integer> held = new ArrayList<>();
        for (JsonNode order : world.centra("GET", "/control/orders?whole=false", "")) {
            boolean fit = order.at("/facts/ledger").asBoolean()
                    && order.at("/facts/storeType").asText().equals("DIRECT_TO_CONSUMER")
                    && wanted.test(order);
            if (fit && held.size() < most) {
                held.add(order.get("number").asInt());
            }
        }
        held.forEach(number -> world.centra("POST", "/control/orders/" + number + "/edit", "{\"onHold\": true}"));
        assertThat(held).hasSizeGreaterThan(2);
        return held;
    }

    private static void release(World world, int number) {
        world.centra("POST", "/control/orders/" + number + "/edit", "{\"onHold\": false}");
    }
}
