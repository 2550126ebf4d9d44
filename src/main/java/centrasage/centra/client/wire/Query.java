package centrasage.centra.client.wire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A GraphQL document of ours: one file of {@code src/main/resources/graphql}, with one operation.
 *
 * @param operation the name of the operation, by which Centra's support finds it in their logs
 */
public record Query(String operation, String text) {
    public static final Query ORDERS = of("orders", "orders.graphql");
    public static final Query ORDER_COUNT = of("orderCount", "order-count.graphql");

    private static Query of(String operation, String file) {
        try (InputStream in = Query.class.getResourceAsStream("/graphql/" + file)) {
            if (in == null) {
                throw new IllegalStateException("graphql/" + file + " is missing from the application");
            }
            return new Query(operation, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of the request. */
    String with(JsonObject variables) {
        return Json.createObjectBuilder()
                .add("query", text)
                .add("operationName", operation)
                .add("variables", variables)
                .build()
                .toString();
    }
}
