package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A preview plans everything and writes nothing; going live from a later order on never sends the earlier ones. */
class PreviewStoryIT {
    private static final long SEED = 3;
    private static final long CUT_OVER = 10_051;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void what_was_planned_in_preview_is_planned_again_before_anything_is_sent() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/preview"), SEED, LocalDate.of(2026, 11, 20), 100)) {
            Map<String, String> settings = world.settings();
            settings.put("posting.mode", "preview");
            settings.put("sage200.lookups-refresh", "PT1S");
            settings.remove("orders.from");
            settings.put("centra.write-back", "both");
            settings.put("schedule.write-back", "");
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                application.api().runToEnd("order-import", LIMIT);
                assertThat(application.api().count("PLANNED"))
                        .isEqualTo(world.audit().eligible());
                aMappingMendedPlansAgainWhatItHeld(application.api());
                theChecksFindWhatIsWrongInSage(world, application.api());
                application.api().runToEnd("write-back", LIMIT);
                assertThat(writes(world)).as("writes to Sage in preview").isZero();
            }
            settings.put("posting.mode", "live");
            settings.put("orders.from", Long.toString(CUT_OVER));
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                api.runToEnd("order-import", LIMIT);
                Await.until("the later orders to be posted", LIMIT, () -> api.unfinished() == 0);
                assertThat(keysInSage(world)).isEqualTo(eligibleFromCutOver(world));
                aBackfillBringsWhatNoWindowReaches(world, api);
                new AfterPosting(world, application).is_shown_side_by_side_and_our_own_echo_changes_nothing();
            }
        }
    }

    /** Without accounts in sterling its orders are held; with the version before again, exactly those are planned. */
    private static void aMappingMendedPlansAgainWhatItHeld(Api api) throws InterruptedException {
        long planned = api.count("PLANNED");
        String accounts = api.text("/api/mappings/export/accounts.csv").replaceAll("(?m)^.*,GBP,.*\\R", "");
        String body = Json.object()
                .set("files", Json.object().put("accounts.csv", accounts))
                .toString();
        HttpResponse<String> made = api.post("/api/mappings?base=1&note=no+sterling", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode run = api.runToEnd("order-import", LIMIT);
        assertThat(run.at("/counts/mappings version").asInt()).isEqualTo(2);
        long lost = planned - api.count("PLANNED");
        assertThat(lost).as("orders in sterling").isPositive();

        JsonNode preview = Json.parse(
                api.post("/api/mappings?base=2&from=1&dry-run=true", "").body());
        assertThat(preview.at("/plansAgain/HELD").asLong()).isGreaterThanOrEqualTo(lost);
        assertThat(preview.at("/changes/0/change").asText()).isEqualTo("added");
        assertThat(api.post("/api/mappings?base=2&from=1", "").statusCode()).isEqualTo(201);
        api.runToEnd("order-import", LIMIT);
        assertThat(api.count("PLANNED")).isEqualTo(planned);
    }

    /** Before go-live: what is wrong is an exception of its own, and closes itself once it is mended. */
    private static void theChecksFindWhatIsWrongInSage(World world, Api api) throws InterruptedException {
        JsonNode site = api.get("/api/checks/site");
        assertThat(site.get("blockers").asInt()).as(site.toString()).isZero();
        assertThat(site.get("findings").size()).isGreaterThan(10);
        assertThat(api.get("/api/checks/mappings").get("findings"))
                .filteredOn(finding -> finding.get("grade").asText().equals("blocker"))
                .as("what held orders wait for, and the one product of the example that this Sage does not have")
                .allSatisfy(finding -> assertThat(finding.get("code").asText()).isIn("NOT_MAPPED", "UNKNOWN_SKU"));
        List<String> before = checked(api);

        world.sage(
                "PUT",
                "/control/tables/customers",
                "{\"where\": {\"reference\": \"CENTGBP1\"}, \"set\": {\"on_hold\": true}}");
        world.sage("PUT", "/control/tables/sop_settings", "{\"set\": {\"auto_generate_order_return_numbers\": false}}");
        List<String> wrong = checked(api);
        wrong.removeAll(before);
        assertThat(wrong).containsExactlyInAnyOrder("ACCOUNT_ON_HOLD", "WEB_ACCOUNT_ON_HOLD", "ORDER_NUMBERS");
        assertThat(api.get("/api/checks/mappings").at("/findings/0/code").asText())
                .isEqualTo("ACCOUNT_ON_HOLD");

        world.sage(
                "PUT",
                "/control/tables/customers",
                "{\"where\": {\"reference\": \"CENTGBP1\"}, \"set\": {\"on_hold\": false}}");
        world.sage("PUT", "/control/tables/sop_settings", "{\"set\": {\"auto_generate_order_return_numbers\": true}}");
        assertThat(checked(api)).containsExactlyInAnyOrderElementsOf(before);
    }

    /** What the desk shows of both checks, once both jobs have run. */
    private static List<String> checked(Api api) throws InterruptedException {
        for (String job : List.of("mapping-check", "site-check")) {
            assertThat(api.runToEnd(job, LIMIT).get("status").asText()).isEqualTo("COMPLETED");
        }
        List<String> codes = new ArrayList<>();
        for (JsonNode exception :
                api.get("/api/exceptions?state=open&limit=200").get("items")) {
            if (exception.get("kind").asText().endsWith("_CHECK")) {
                codes.add(exception.at("/reasons/0/code").asText());
            }
        }
        return codes;
    }

    /** Orders that Centra last touched before what was read: no run comes to them by itself. */
    private static void aBackfillBringsWhatNoWindowReaches(World world, Api api) throws InterruptedException {
        Set<String> before = keysInSage(world);
        int first = world.simulators().centra().state().nextNumber(1);
        world.simulators().trade(LocalDate.of(2026, 11, 20), 20);
        int last = world.simulators().centra().state().nextNumber(first) - 1;
        api.runToEnd("order-import", LIMIT);
        Set<String> wanted = eligibleFromCutOver(world);
        assertThat(wanted).hasSizeGreaterThan(before.size());
        assertThat(keysInSage(world)).isEqualTo(before);

        JsonNode preview = backfill(api, "{\"from\": " + first + ", \"to\": " + last + "}");
        int more = wanted.size() - before.size();
        assertThat(preview.get("exitStatus").asText()).startsWith("PREVIEW: " + more + " orders would be posted, for ");
        assertThat(preview.get("counts").get("would be posted").asInt()).isEqualTo(more);
        assertThat(api.get("/api/postings?q=" + first).get("items")).isEmpty();
        assertThat(keysInSage(world)).isEqualTo(before);

        JsonNode done = backfill(api, "{\"from\": " + first + ", \"to\": " + last + ", \"preview\": false}");
        assertThat(done.get("status").asText()).isEqualTo("COMPLETED");
        Await.until("the backfill to be posted", LIMIT, () -> api.unfinished() == 0);
        assertThat(keysInSage(world)).isEqualTo(wanted);

        JsonNode days = backfill(api, "{\"from\": \"2026-11-20\", \"to\": \"2026-11-20\"}");
        assertThat(days.get("counts").get("would stay as it is").asInt()).isEqualTo(wanted.size());
        assertThat(days.get("counts").get("would be skipped: BEFORE_CUT_OVER").asInt())
                .isPositive();
    }

    private static JsonNode backfill(Api api, String parameters) throws InterruptedException {
        HttpResponse<String> started = api.post("/api/jobs/order-backfill/runs", parameters);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        String run = URI.create(started.headers().firstValue("Location").orElseThrow())
                .getPath();
        Await.until(
                "the backfill to end", LIMIT, () -> !api.get(run).path("ended").isNull());
        return api.get(run);
    }

    /** Everything but reads, and the one question that Sage takes by POST. */
    private static int writes(World world) {
        int writes = 0;
        for (JsonNode row : world.sage("/control/requests")) {
            boolean asks = row.get("method").asText().equals("GET")
                    || row.get("path").asText().equals("/transaction_date_validation");
            writes += asks ? 0 : row.get("count").asInt();
        }
        return writes;
    }

    private static Set<String> keysInSage(World world) {
        Set<String> keys = new TreeSet<>();
        world.sage("/control/orders")
                .forEach(order -> keys.add(order.get("customer_document_no").asText()));
        return keys;
    }

    private static Set<String> eligibleFromCutOver(World world) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode order : world.centra("GET", "/control/orders?whole=false", "")) {
            JsonNode facts = order.get("facts");
            boolean fit =
                    facts.get("ledger").asBoolean() && facts.get("blockedBy").isEmpty();
            if (fit && order.get("number").asLong() >= CUT_OVER) {
                keys.add("C" + order.get("number").asText());
            }
        }
        return keys;
    }
}
