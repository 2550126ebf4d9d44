package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A warehouse that despatches in Sage 200: its people do it there, and Centra ships what they despatched. */
final class SageWarehouse {
    /** Its name in Centra. */
    static final String NAME = "Leeds";

    private static final String IN_SAGE = "HOME";
    private static final int ORDERS = 4;

    private final World world;
    private final Api api;
    private final List<String> orders = new ArrayList<>();
    private int despatches;

    SageWarehouse(World world, Api api) {
        this.world = world;
        this.api = api;
    }

    /** Beside the one that despatches in Centra; before the application starts. */
    static void mapIn(World world) {
        try {
            Path file = world.folder().resolve("mappings/warehouses.csv");
            Files.writeString(
                    file,
                    "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n"
                            + "33,*,WEB,centra,yes,0\n33," + NAME + "," + IN_SAGE + ",sage,yes,0\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some posted orders that nobody has shipped are kept and despatched there, the first of them in two parcels where it can be. */
    void despatches() {
        List<JsonNode> oldestFirst = new ArrayList<>(api.all("/api/postings?kind=ORDER&state=POSTED&limit=200"));
        Collections.reverse(oldestFirst);
        for (JsonNode posting : oldestFirst) {
            String number = posting.get("source").asText();
            JsonNode order = world.centra("GET", "/control/orders/" + number, "");
            boolean fits = order.at("/facts/status").asText().equals("CONFIRMED")
                    && !order.at("/order/payments").isEmpty();
            if (fits && orders.size() < ORDERS) {
                orders.add(number);
                keep(number);
                despatch(number, orders.size() == 1);
            }
        }
        assertThat(orders).hasSize(ORDERS);
    }

    /** The goods lie there: known to Centra, which keeps them for the order, and to Sage, whose people change the lines. */
    private void keep(String number) {
        world.centra("PUT", "/control/orders/" + number + "/warehouse", "{\"warehouse\": \"" + NAME + "\"}");
        JsonNode order = inSage(number);
        for (int line = 0; line < order.get("lines").size(); line++) {
            JsonNode goods = order.get("lines").get(line);
            if (isGoods(goods)) {
                world.sage(
                        "PUT",
                        "/control/stock",
                        Json.object()
                                .put("product", goods.get("code").asText())
                                .put("warehouse", IN_SAGE)
                                .put("freeStock", 100)
                                .toString());
                ObjectNode edit = Json.object().put("line", line + 1);
                edit.putObject("setLine").put("warehouse_id", warehouse()).put("allocated_quantity", 0);
                world.sage("POST", path(order, "edit"), edit.toString());
            }
        }
        world.sage("POST", path(order, "allocate"), "{}");
    }

    private static boolean isGoods(JsonNode line) {
        return line.get("line_type").asText().equals("EnumLineTypeStandard");
    }

    private static String path(JsonNode order, String deed) {
        return "/control/orders/" + order.get("id").asText() + "/" + deed;
    }

    private long warehouse() {
        for (JsonNode row : world.sage("/control/tables/warehouses")) {
            if (row.get("name").asText().equals(IN_SAGE)) {
                return row.get("id").asLong();
            }
        }
        throw new AssertionError("Sage has no warehouse " + IN_SAGE);
    }

    private JsonNode inSage(String number) {
        for (JsonNode order : world.sage("/control/orders")) {
            if (order.path("customer_document_no").asText().equals("C" + number)) {
                return order;
            }
        }
        throw new AssertionError("order " + number + " is not in Sage");
    }

    private void despatch(String number, boolean inTwo) {
        JsonNode order = inSage(number);
        JsonNode first = order.get("lines").get(0);
        boolean divisible = isGoods(first)
                && (goods(order) > 1 || first.get("line_quantity").asInt() > 1);
        if (inTwo && divisible) {
            ObjectNode part = Json.object().put("order", order.get("id").asLong());
            part.putArray("lines").addObject().put("line", 1).put("quantity", 1);
            send(part);
        }
        send(Json.object().put("order", order.get("id").asLong()));
    }

    private static long goods(JsonNode order) {
        long goods = 0;
        for (JsonNode line : order.get("lines")) {
            goods += isGoods(line) ? 1 : 0;
        }
        return goods;
    }

    private void send(ObjectNode despatch) {
        despatches++;
        despatch.putObject("tracking").put("courier", "DHL").put("consignment_no", "SAGE-" + despatches);
        world.sage("POST", "/control/despatches", despatch.toString());
    }

    /** Each parcel is one shipment in Centra, completed and captured once, with the tracking that Sage's people wrote down. */
    void isShippedInCentra(Duration limit) throws InterruptedException {
        Await.until("Centra to ship what Sage despatched", limit, () -> shipped() >= despatches);
        System.out.println(despatches + " despatches of Sage's own were shipped in Centra");
        assertThat(shipments()).hasSize(despatches).allSatisfy(shipment -> {
            assertThat(shipment.get("captured").asBoolean()).isTrue();
            assertThat(shipment.get("carrier").asText()).isEqualTo("DHL");
            assertThat(shipment.get("tracking").asText()).startsWith("SAGE-");
            assertThat(shipment.get("orderStatus").asText()).isEqualTo("SHIPPED");
        });
        for (String number : orders) {
            JsonNode payments =
                    world.centra("GET", "/control/orders/" + number, "").at("/order/payments");
            long captures = 0;
            for (JsonNode payment : payments) {
                captures += payment.get("type").asText().equals("CAPTURE") ? 1 : 0;
            }
            assertThat(captures)
                    .as("captures of order " + number)
                    .isEqualTo(shipments().stream()
                            .filter(shipment -> shipment.get("order").asText().equals(number))
                            .count());
        }
    }

    private long shipped() {
        return shipments().stream()
                .filter(shipment -> shipment.get("shipped").asBoolean())
                .count();
    }

    private List<JsonNode> shipments() {
        List<JsonNode> ours = new ArrayList<>();
        world.centra("GET", "/control/shipments", "").forEach(shipment -> {
            if (orders.contains(shipment.get("order").asText())) {
                ours.add(shipment);
            }
        });
        return ours;
    }
}
