package centrasage.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class SimulatorsTest {
    @Test
    void a_day_of_trade_finds_its_articles_in_the_books() throws Exception {
        try (Simulators simulators = Simulators.start(0, 0, 3)) {
            simulators.trade(LocalDate.of(2026, 11, 20), 50);
            simulators.loadCatalogue(3);

            HttpResponse<String> products = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(simulators.sage().baseUrl().resolve("/control/tables/products"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            JsonNode rows = Json.parse(products.body());
            assertThat(simulators.centra().state().orders()).hasSize(50);
            assertThat(rows.findValuesAsText("code"))
                    .containsAll(new TradeGenerator(3)
                            .catalogue().stream().map(item -> item.code()).toList());
        }
    }
}
