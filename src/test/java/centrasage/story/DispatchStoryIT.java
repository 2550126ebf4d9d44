package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A day's parcels: whole, split and part shipments reach Sage 200, and what is amended later as well. */
class DispatchStoryIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void each_completed_shipment_is_despatched_once() throws InterruptedException {
        try (World world = World.begin(Path.of("target/stories/dispatch"), 4, LocalDate.of(2026, 11, 20), 150)) {
            Map<String, String> settings = world.settings();
            settings.put("schedule.dispatch-to-sage", "every PT2S");
            settings.put("posting.lock-retry", "PT1S,PT2S");
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
                JsonNode day =
                        world.centra("POST", "/control/shipments/all", "{\"seed\": 4, \"split\": 20, \"part\": 10}");
                System.out.println("shipped " + day);
                Await.until(
                        "despatches to be posted",
                        LIMIT,
                        () -> api.all("/api/postings?kind=DESPATCH&limit=200").size()
                                        >= day.get("shipments").asInt()
                                && api.unfinished() == 0);
                System.out.println(world.sage("/control/despatches").size());
                api.all("/api/postings?kind=DESPATCH&limit=200").stream()
                        .filter(p -> !p.get("state").asText().equals("POSTED"))
                        .forEach(System.out::println);
                System.out.println(api.all("/api/exceptions?state=OPEN&limit=200"));
                assertThat(world.sage("/control/despatches").size()).isGreaterThan(50);
            }
        }
    }
}
