package centrasage.simulator.sage200;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh simulator with two products for each test: VAT per line, half up, on top of the prices. */
abstract class SageTest {
    SageSimulator simulator;
    SageCaller sage;

    @BeforeEach
    void start() throws IOException {
        simulator = SageSimulator.start(
                0,
                1,
                SageCaller.json("{'rounding': 'per-line', 'roundingMode': 'HALF_UP', 'pricesTaxInclusive': false}"));
        sage = new SageCaller(simulator.baseUrl(), Site.LIVE_COMPANY);
        sage.post(
                "/control/products",
                Json.parse("[{\"code\": \"TEE-M\", \"name\": \"Tee, medium\", \"freeStock\": 10},"
                        + "{\"code\": \"COAT-L\", \"name\": \"Coat, large\", \"freeStock\": 2}]"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** Posts an order that must be taken, and returns it. */
    JsonNode taken(JsonNode order) {
        SageCaller.Answer answer = sage.post("/sop_orders", order);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    void site(String options) {
        sage.put("/control/site", SageCaller.json(options));
    }

    /** Changes a settings or permission row as the administrator would. */
    void set(String table, String fields) {
        sage.put("/control/tables/" + table, SageCaller.json("{'set': " + fields + "}"));
    }
}
