package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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
            settings.remove("orders.from");
            settings.put("centra.write-back", "both");
            settings.put("schedule.write-back", "");
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                application.api().runToEnd("order-import", LIMIT);
                assertThat(application.api().count("PLANNED"))
                        .isEqualTo(world.audit().eligible());
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
                new AfterPosting(world, api).is_shown_side_by_side_and_our_own_echo_changes_nothing();
            }
        }
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
            boolean fit = facts.get("plainGoods").asBoolean()
                    && facts.get("blockedBy").isEmpty();
            if (fit && order.get("number").asLong() >= CUT_OVER) {
                keys.add("C" + order.get("number").asText());
            }
        }
        return keys;
    }
}
