package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A variance that is no cash: finance proposes a journal, imports its file into Sage, and the next run sees it there. */
class JournalStoryIT {
    private static final long SEED = 51;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void a_journal_is_proposed_imported_and_seen_and_told_where_it_is_imported_twice() throws Exception {
        try (World world = World.begin(Path.of("target/stories/journal"), SEED, LocalDate.of(2026, 11, 20), 5)) {
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), world.settings()).awaitReady()) {
                Api api = application.api();
                HttpResponse<String> answer = api.post("/api/journals", """
                        {"date": "2026-11-20", "about": "adyen BrandGB batch 380 GBP", "narrative": "Fees, accrued",
                         "lines": [{"nominal": "7901", "debit": 12.50}, {"nominal": "2300", "credit": "12.50"}]}""");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                String address = "/api/journals/"
                        + Json.parse(answer.body()).at("/journal/id").asLong();

                assertThat(run(api).path("journals not there").asLong()).isOne();
                String file = api.text(address + "/file");
                imported(world, file);
                assertThat(run(api).path("journals seen").asLong()).isOne();
                assertThat(state(api, address)).isEqualTo("SEEN");

                imported(world, file);
                run(api);
                assertThat(state(api, address)).isEqualTo("OPEN");
                assertThat(told(api)).containsExactly("JOURNAL_DIFFERS");
                assertThat(api.post(address + "/withdraw", "{\"note\": \"it is right to be there twice\"}")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(told(api)).isEmpty();
            }
        }
    }

    private static void imported(World world, String file) {
        world.sage(
                "POST",
                "/control/nominal/import",
                Json.object().put("file", file).toString());
    }

    private static String state(Api api, String address) {
        return api.get(address).at("/journal/state").asText();
    }

    private static List<String> told(Api api) {
        return api.all("/api/exceptions?state=OPEN&limit=200").stream()
                .map(each -> each.path("kind").asText())
                .filter(kind -> kind.startsWith("JOURNAL"))
                .toList();
    }

    private static JsonNode run(Api api) throws InterruptedException {
        JsonNode run = api.runToEnd("settlement-post", LIMIT);
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
        return run.path("counts");
    }
}
