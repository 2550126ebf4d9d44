package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes wrong for want of a right setting or a right answer is told with its remedy, and nothing is lost by it. */
class BadInputIT {
    private static final long SEED = 11;
    private static final int ORDERS = 80;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String IMPORT = "order-import";

    @Test
    void a_sage_that_cannot_be_reached_and_a_wrong_company_cost_nothing_but_time() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/wrong-settings"), SEED, DAY, ORDERS)) {
            Map<String, String> right = world.settings();
            String closed = "http://127.0.0.1:" + closedPort();
            failsWith(
                    world,
                    right,
                    "sage200.url",
                    closed,
                    "Sage 200 at " + closed,
                    "Connection refused",
                    "check sage200.url");
            failsWith(world, right, "sage200.company", "77", "company 77", "sage200.company (X-Company 77)");
            failsWith(
                    world,
                    right,
                    "sage200.site",
                    "00000000-0000-0000-0000-000000000000",
                    "Sage 200 refused the sign-in, the site or company",
                    "sage200.site (X-Site 00000000-0000-0000-0000-000000000000)");
            right.put("sage200.lookups-refresh", "PT1S");
            right.put("posting.circuit-probe", "PT2S");
            projectCodeIsMandatory(world, true);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), right).awaitReady()) {
                faultyMappingsAreRefused(world, application.api());
                oneCauseIsOneException(world, application.api());
                everythingArrives(world, application.api());
                Await.until(
                        "the exception to close by itself",
                        LIMIT,
                        () -> causes(application.api()).isEmpty());
            }
        }
    }

    private static void projectCodeIsMandatory(World world, boolean mandatory) {
        world.sage(
                "PUT",
                "/control/tables/analysis_code_mappings",
                "{\"where\": {\"friendly_property_name\": \"Project code\"}, \"set\": {\"is_mandatory\": " + mandatory
                        + "}}");
    }

    /** Sage wants a code since this morning that no order has: one exception, and one click once it is mended. */
    private static void oneCauseIsOneException(World world, Api api) throws InterruptedException {
        api.run(IMPORT);
        Await.until("one exception for all", LIMIT, () -> {
            api.run(IMPORT);
            return causes(api).size() == 1
                    && toldAlone(api).isEmpty()
                    && gathered(api).size() > 10;
        });
        JsonNode cause = causes(api).get(0);
        System.out.println(cause.get("headline").asText());
        assertThat(cause.get("severity").asText()).isEqualTo("HIGH");
        assertThat(gathered(api))
                .allMatch(posting -> posting.at("/gathered/exception").asLong()
                        == cause.get("id").asLong());
        String path = "/api/exceptions/" + cause.get("id").asLong();
        assertThat(api.post(path + "/resolve", "{\"note\": \"known\"}").statusCode())
                .isEqualTo(409);
        projectCodeIsMandatory(world, false);
        HttpResponse<String> again = api.post(path + "/retry", "{}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).containsPattern("\"documents\"\\s*:\\s*[1-9]\\d");
    }

    private static List<JsonNode> causes(Api api) {
        return open(api, "CAUSE");
    }

    /** What is told of one order alone though it is for the same cause. */
    private static List<JsonNode> toldAlone(Api api) {
        return Stream.concat(open(api, "HELD").stream(), open(api, "REFUSED").stream())
                .filter(each -> each.at("/reasons").size() == 1
                        && each.at("/reasons/0/what").asText().contains("Project code"))
                .toList();
    }

    private static List<JsonNode> open(Api api, String kind) {
        return api.all("/api/exceptions?state=OPEN&limit=200").stream()
                .filter(each -> each.get("kind").asText().equals(kind))
                .toList();
    }

    private static List<JsonNode> gathered(Api api) {
        return api.all("/api/postings?limit=200").stream()
                .filter(posting -> posting.hasNonNull("gathered"))
                .toList();
    }

    /** The folder was loaded at the first start, and is not read any more; what is wrong in new files is told all at once. */
    private static void faultyMappingsAreRefused(World world, Api api) throws Exception {
        Path away = world.folder().resolve("mappings.away");
        Files.move(world.folder().resolve("mappings"), away);
        HttpResponse<String> refused = api.post(
                "/api/mappings?base=1",
                "{\"files\": {\"shipping.csv\": \"company,shipping_option,charge\\n34,A,\\n\","
                        + " \"vats.csv\": \"x\"}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("vats.csv: there is no such mapping", "shipping.csv, line 2, charge", "2 faults");
        assertThat(api.get("/api/mappings").get("items")).hasSize(1);
        Files.move(away, world.folder().resolve("mappings"));
    }

    /** Starts with one setting wrong: the run says why it failed; that nothing is lost by it shows at the end. */
    private static void failsWith(World world, Map<String, String> right, String key, String value, String... words)
            throws InterruptedException {
        Map<String, String> wrong = new LinkedHashMap<>(right);
        wrong.put(key, value);
        wrong.put("schedule.order-import", "");
        try (RunningApplication application =
                RunningApplication.start(world.folder(), wrong).awaitReady()) {
            Api api = application.api();
            JsonNode run = api.runToEnd(IMPORT, LIMIT);
            assertThat(run.get("status").asText()).as(key).isEqualTo("FAILED");
            assertThat(run.get("exitStatus").asText()).contains(words);
            outageIsShown(api, "Sage 200", words);
            assertThat(world.audit().posted()).isZero();
        }
    }

    private static void outageIsShown(Api api, String system, String... words) {
        JsonNode outage = api.get("/api/status").get("outage");
        assertThat(outage.get("system").asText()).isEqualTo(system);
        assertThat(outage.get("why").asText()).contains(words);
    }

    @Test
    void wrong_tokens_and_malformed_answers_are_told_and_everything_goes_on_once_they_are_gone() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/bad-answers"), SEED, DAY, ORDERS)) {
            world.centra("DELETE", "/control/tokens/centra-demo-token", "");
            Map<String, String> settings = world.settings();
            settings.put("sage200.lookups-refresh", "PT1S");
            settings.put("sage200.read-timeout", "PT2S");
            settings.put("sage200.in-doubt-settle", "PT3S");
            settings.put("schedule.in-doubt", "every PT1S");
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                assertThat(failure(api)).contains("does not accept the token", "centra.token");
                outageIsShown(api, "Centra", "centra.token");

                world.centra("PUT", "/control/tokens/centra-demo-token", "{}");
                world.centra("PUT", "/control/data-faults", "{\"malformedBody\": 1000}");
                assertThat(failure(api)).contains("Centra's answer is no GraphQL answer", "centra.url");
                assertThat(world.centra("GET", "/control/data-faults", "")
                                .at("/counts/malformedBody")
                                .asInt())
                        .isPositive();
                world.centra("PUT", "/control/data-faults", "{\"malformedBody\": 0}");

                world.sage("PUT", "/control/auth", "{\"mode\": \"basic\"}");
                assertThat(failure(api)).contains("Sage 200 refused the sign-in", "sage200.auth");
                world.sage("PUT", "/control/auth", "{\"mode\": \"none\"}");

                world.sage("PUT", "/control/faults", "{\"read\": {\"malformed-after-commit\": 1000}}");
                assertThat(failure(api)).contains("something that is not JSON", "sage200.url");

                world.sage("PUT", "/control/faults", "{\"read\": {}, \"write\": {\"malformed-after-commit\": 300}}");
                int before = struck(world);
                assertThat(api.runToEnd(IMPORT, LIMIT).get("status").asText()).isEqualTo("COMPLETED");
                assertThat(struck(world) - before)
                        .as("malformed answers to writes")
                        .isPositive();
                world.sage("PUT", "/control/faults", "{\"write\": {}}");
                everythingArrives(world, api);
                assertThat(api.get("/api/status").get("outage").isNull())
                        .as("the outage is over")
                        .isTrue();
            }
        }
    }

    private static int struck(World world) {
        return world.sage("/control/faults")
                .at("/counts/malformed-after-commit")
                .asInt();
    }

    /** Runs the import, which must fail, and returns what it says about it. */
    private static String failure(Api api) throws InterruptedException {
        JsonNode run = api.runToEnd(IMPORT, LIMIT);
        assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("FAILED");
        return run.get("exitStatus").asText();
    }

    private static void everythingArrives(World world, Api api) throws InterruptedException {
        Await.until("all orders to be posted", LIMIT, () -> {
            api.run(IMPORT);
            return world.audit().holds() && api.unfinished() == 0;
        });
        assertThat(world.audit().eligible()).isGreaterThan(ORDERS / 2);
        assertThat(api.count("POSTED")).isEqualTo(world.audit().posted());
        assertThat(world.audit().duplicates()).isZero();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
