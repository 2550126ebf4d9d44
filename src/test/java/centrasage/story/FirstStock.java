package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What a person does once, before a warehouse sells by Sage's figures: looks at what the guard rails hold, and lets it pass. */
public final class FirstStock {
    private FirstStock() {}

    public static void release(Api api, Duration limit) throws InterruptedException {
        Await.until("the first publication to be held", limit, () -> !held(api).isEmpty());
        JsonNode one = held(api).get(0);
        assertThat(one.path("difference").asText()).contains("stock.guard-");
        assertThat(api.post(
                                "/api/stock/release",
                                "{\"company\": \"" + one.path("company").asText() + "\", \"warehouse\": \""
                                        + one.path("warehouse").asText() + "\", \"why\": \"go-live\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonNode held(Api api) {
        return api.get("/api/stock?state=HELD").get("items");
    }
}
