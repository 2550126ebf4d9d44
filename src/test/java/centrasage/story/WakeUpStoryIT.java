package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Polling, web hooks and the event queue, each of them alone: every one posts the order, and the last two do so within
 * seconds, while the schedule would take an hour. What the event queue posts, the other two could not have seen.
 */
class WakeUpStoryIT {
    private static final long SEED = 17;
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int BURST = 1_000;

    private static final Map<String, String> SETTINGS = Map.of(
            "schedule.order-import", "every PT1H",
            "centra.webhook-secret", "wake-up-story-secret",
            "centra.events", "on",
            "centra.events-interval", "PT1S",
            "jobs.wake-interval", "PT5S");

    @Test
    void polling_web_hooks_and_events_each_post_an_order_alone() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/wake-up"), SEED, LocalDate.of(2026, 11, 20), 60)) {
            Deque<Integer> held = hold(world, 5);
            world.centra("PUT", "/control/events", "{\"on\": false}");
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until("the first run to end", LIMIT, () -> ended(api) == 1 && api.unfinished() == 0);
                assertThat(held).noneMatch(number -> isInSage(world, number));

                pollingAlone(world, api, held.remove());
                webHooksAlone(world, application, held.remove());
                eventsAlone(world, api, held.remove(), held.remove());
                burst(world, api, held.remove());

                assertThat(world.audit().violations()).isEmpty();
            }
        }
    }

    private static void pollingAlone(World world, Api api, int number) throws InterruptedException {
        release(world, number);
        api.runToEnd("order-import", LIMIT);
        awaitInSage(world, number);
        assertThat(wokenBy(api)).isEmpty();
    }

    private static void webHooksAlone(World world, RunningApplication application, int number)
            throws InterruptedException {
        Api api = application.api();
        long runs = ended(api);
        world.centra(
                "PUT", "/control/webhooks", """
                {"on": true, "secret": "wake-up-story-secret", "url": "%s", "eventsPerCall": 1}
                """.formatted(application.address().resolve("/webhooks/centra")));
        for (String fault : List.of("wrong-signature", "old-timestamp")) {
            world.centra("POST", "/control/webhooks/faults", "{\"kind\": \"%s\"}".formatted(fault));
            touch(world, number);
        }
        Await.until("two web hooks to be refused", LIMIT, () -> hooks(world, "401") == 2);
        assertThat(hooks(world, "wrong-signature") + hooks(world, "old-timestamp"))
                .isEqualTo(2);
        assertThat(wokenBy(api)).isEmpty();
        assertThat(ended(api)).isEqualTo(runs);

        release(world, number);
        awaitInSage(world, number);
        assertThat(wokenBy(api)).containsExactly("web hook");
        Await.until("its run to end", LIMIT, () -> ended(api) == runs + 1);
        world.centra("PUT", "/control/webhooks", "{\"on\": false}");
    }

    /** Their changes are stamped with a time that lies before the window: nobody who looks for new changes sees them. */
    private static void eventsAlone(World world, Api api, int unseen, int number) throws InterruptedException {
        world.centra("PUT", "/control/data-faults", "{\"lateUpdate\": 1000, \"lateUpdateSeconds\": 1200}");
        release(world, unseen);
        api.runToEnd("order-import", LIMIT);
        assertThat(isInSage(world, unseen)).as("polling cannot see the order").isFalse();
        assertThat(wokenBy(api)).containsExactly("web hook");

        world.centra("PUT", "/control/events", "{\"on\": true}");
        world.centra("POST", "/control/events", "{\"reference\": 999999999}");
        touch(world, unseen);
        release(world, number);
        awaitInSage(world, unseen);
        awaitInSage(world, number);
        Await.until(
                "the queue to be confirmed",
                LIMIT,
                () -> world.centra("GET", "/control/events", "").get("waiting").isEmpty());
        assertThat(wokenBy(api)).containsExactly("event queue", "web hook");
        assertThat(world.centra("GET", "/control/data-faults", "")
                        .get("counts")
                        .get("lateUpdate")
                        .asInt())
                .as("late updates")
                .isEqualTo(3);
        world.centra("PUT", "/control/events", "{\"on\": false}");
        world.centra("PUT", "/control/data-faults", "{\"lateUpdate\": 0}");
    }

    /** However many come, and though one comes twice, a run begins at most every five seconds. */
    private static void burst(World world, Api api, int number) throws InterruptedException {
        world.centra("PUT", "/control/webhooks", "{\"on\": true}");
        world.centra("POST", "/control/webhooks/faults", "{\"kind\": \"duplicate\"}");
        long hooks = hooks(world, "204");
        long runs = ended(api);
        long begun = System.nanoTime();
        release(world, number);
        for (int i = 1; i < BURST; i++) {
            touch(world, number);
        }
        Await.until("the burst to be taken", LIMIT, () -> hooks(world, "204") == hooks + BURST + 1);
        assertThat(hooks(world, "duplicate")).isEqualTo(1);
        awaitInSage(world, number);
        Await.until("a run of the burst", LIMIT, () -> ended(api) > runs);
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        System.out.println(BURST + " web hooks in " + seconds + " s: " + (ended(api) - runs) + " runs");
        assertThat(ended(api) - runs).isLessThanOrEqualTo(3 + seconds / 5);
    }

    /** Orders that would be posted, put on hold by the shop's staff. */
    private static Deque<Integer> hold(World world, int count) {
        Deque<Integer> held = new ArrayDeque<>();
        for (JsonNode order : world.centra("GET", "/control/orders?whole=false", "")) {
            JsonNode facts = order.get("facts");
            boolean fit = facts.get("ledger").asBoolean()
                    && facts.get("blockedBy").isEmpty()
                    && order.get("kind").asText().equals("PLAIN");
            if (fit && held.size() < count) {
                int number = order.get("number").asInt();
                world.centra("POST", "/control/orders/" + number + "/edit", "{\"onHold\": true}");
                held.add(number);
            }
        }
        assertThat(held).as("plain orders of the day").hasSize(count);
        return held;
    }

    private static void release(World world, int number) {
        world.centra("POST", "/control/orders/" + number + "/edit", "{\"onHold\": false}");
    }

    private static void touch(World world, int number) {
        world.centra("POST", "/control/orders/" + number + "/edit", "{\"internalComment\": \"touched\"}");
    }

    private static void awaitInSage(World world, int number) throws InterruptedException {
        long begun = System.nanoTime();
        Await.until("order " + number + " to be in Sage", LIMIT, () -> isInSage(world, number));
        System.out.println("order " + number + " is in Sage after "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }

    private static boolean isInSage(World world, int number) {
        for (JsonNode order : world.sage("/control/orders")) {
            if (order.get("customer_document_no").asText().equals("C" + number)) {
                return true;
            }
        }
        return false;
    }

    private static long hooks(World world, String what) {
        return world.centra("GET", "/control/webhooks", "")
                .get("counts")
                .path(what)
                .asLong();
    }

    private static List<String> wokenBy(Api api) {
        List<String> names = new ArrayList<>();
        api.get("/api/status")
                .get("wokenBy")
                .forEach(row -> names.add(row.get("name").asText()));
        return names;
    }

    /** How many runs of the import have ended. */
    private static long ended(Api api) {
        long ended = 0;
        for (JsonNode run : api.get("/api/jobs/order-import/runs?limit=200").get("items")) {
            ended += run.path("ended").isNull() || run.path("ended").isMissingNode() ? 0 : 1;
        }
        return ended;
    }
}
