package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limit that nobody can remove: Sage commits after the settle time. The second order is found and shown. */
class LateCommitStoryIT {
    private static final long SEED = 7;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Map<String, String> SETTINGS = Map.of(
            "sage200.read-timeout", "PT1S",
            "sage200.in-doubt-settle", "PT3S",
            "schedule.in-doubt", "every PT1S");

    private static final String AFTER_SETTLE = """
            {"lateCommitMillisMin": 20000, "lateCommitMillisMax": 20000, "lateCommitAnswer": "drop"}
            """;

    @Test
    void a_commit_after_the_settle_time_is_found_shown_and_its_cancellation_proposed() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/late"), SEED, LocalDate.of(2026, 11, 20), 60)) {
            world.sage("PUT", "/control/faults", AFTER_SETTLE);
            String next = "{\"kind\": \"late-commit\", \"key\": \"%s\", \"times\": 1}"
                    .formatted(postOfAnEligibleOrder(world));
            world.sage("POST", "/control/faults/next", next);
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until(
                        "the second order to be found",
                        LIMIT,
                        () -> !duplicates(api).isEmpty());
                assertThat(world.sage("/control/faults")
                                .get("counts")
                                .get("late-commit")
                                .asInt())
                        .as("late commits")
                        .isEqualTo(1);
                assertThat(world.audit().duplicates())
                        .as("orders twice in Sage")
                        .isEqualTo(1);
                JsonNode exception = duplicates(api).get(0);
                assertThat(exception.get("severity").asText()).isEqualTo("CRITICAL");
                assertThat(exception.get("reasons").get(0).get("remedy").asText())
                        .startsWith("Cancel 0000")
                        .contains("and keep 0000");
                assertThat(api.unfinished()).isZero();
                whatPeopleDoInSageIsFoundAndNeverPostedAgain(
                        world, api, exception.get("source").asText());
            }
        }
    }

    /** The second order is cancelled as proposed, and another order deleted by mistake. */
    private static void whatPeopleDoInSageIsFoundAndNeverPostedAgain(World world, Api api, String twice)
            throws InterruptedException {
        String deleted = "";
        boolean kept = false;
        for (JsonNode order : world.sage("/control/orders?company=33")) {
            String key = order.get("customer_document_no").asText();
            String path = "/control/orders/" + order.get("id").asText();
            if (key.equals("C" + twice)) {
                if (kept) {
                    world.sage(
                            "POST",
                            path + "/edit",
                            "{\"set\": {\"document_status\": \"EnumDocumentStatusCancelled\"}}");
                }
                kept = true;
            } else if (deleted.isEmpty() && key.matches("C\\d+")) {
                deleted = key.substring(1);
                world.sage("POST", path + "/delete", "{}");
            }
        }
        int orders = world.sage("/control/orders?company=33").size();
        JsonNode run = api.runToEnd("order-drift", LIMIT);
        assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
        JsonNode critical = duplicates(api);
        assertThat(critical).as("the second order was cancelled").hasSize(1);
        assertThat(critical.get(0).get("kind").asText()).isEqualTo("MISSING_IN_SAGE");
        assertThat(critical.get(0).get("source").asText()).isEqualTo(deleted);
        assertThat(world.sage("/control/orders?company=33"))
                .as("orders in Sage")
                .hasSize(orders);
    }

    private static String postOfAnEligibleOrder(World world) {
        for (JsonNode order : world.centra("GET", "/control/orders?whole=false", "")) {
            if (order.get("kind").asText().equals("PLAIN")) {
                return "POST C" + order.get("number").asText(); // the search for the key holds the number too
            }
        }
        throw new AssertionError("the day has a plain order");
    }

    private static JsonNode duplicates(Api api) {
        return api.get("/api/exceptions?severity=CRITICAL&state=OPEN").get("items");
    }
}
