package centrasage.simulator.sage200;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A caller of the simulator over real HTTP, with the words that the tests need. */
final class SageCaller {
    record Answer(int status, String body) {
        JsonNode json() {
            return Json.parse(body);
        }

        String message() {
            return json().path("Message").asText();
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;
    private final String company;

    SageCaller(URI base, int company) {
        this.base = base;
        this.company = Integer.toString(company);
    }

    /** JSON written with single quotes. */
    static ObjectNode json(String text) {
        return (ObjectNode) Json.parse(text.replace('\'', '"'));
    }

    static BigDecimal amount(JsonNode row, String field) {
        return row.path(field).decimalValue();
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    /** A list with query options given as pairs of name and value. */
    Answer list(String table, String... options) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < options.length; i += 2) {
            query.append(i == 0 ? "?" : "&")
                    .append(URLEncoder.encode(options[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(options[i + 1], StandardCharsets.UTF_8));
        }
        return get("/" + table + query);
    }

    Answer post(String path, JsonNode body) {
        return send("POST", path, body.toString());
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, body.toString());
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        List<String> all = new ArrayList<>(List.of(headers));
        if (headers.length == 0) {
            all.addAll(List.of("X-Site", Site.ID, "X-Company", company));
        }
        try {
            HttpResponse<String> response = CLIENT.send(
                    request.headers(all.toArray(String[]::new)).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The id of a row by one of its codes. */
    long id(String table, String column, Object code) {
        String literal = code instanceof String ? "'" + code + "'" : code.toString();
        JsonNode rows = list(table, "$filter", column + " eq " + literal).json();
        return rows.path(0).path("id").asLong();
    }

    long customer(String reference) {
        return id("customers", "reference", reference);
    }

    long taxCode(int code) {
        return id("tax_codes", "code", code);
    }

    /** An order of the given lines. */
    ObjectNode order(String customer, String number, ObjectNode... lines) {
        ObjectNode order = Json.object()
                .put("customer_id", customer(customer))
                .put("customer_document_no", number)
                .put("document_date", "2026-11-23T00:00:00");
        ArrayNode all = order.putArray("lines");
        for (ObjectNode line : lines) {
            all.add(line);
        }
        return order;
    }

    ObjectNode standard(String product, String quantity, String price, int taxCode) {
        return Json.object()
                .put("line_type", "EnumLineTypeStandard")
                .put("product_id", id("products", "code", product))
                .put("warehouse_id", id("warehouses", "name", "WEB"))
                .put("line_quantity", new BigDecimal(quantity))
                .put("selling_unit_price", new BigDecimal(price))
                .put("tax_code_id", taxCode(taxCode));
    }

    ObjectNode charge(String code, String price, int taxCode) {
        return Json.object()
                .put("line_type", "EnumLineTypeCharge")
                .put("code", code)
                .put("selling_unit_price", new BigDecimal(price))
                .put("tax_code_id", taxCode(taxCode));
    }

    static ObjectNode comment(String text) {
        return Json.object().put("line_type", "EnumLineTypeComment").put("description", text);
    }
}
