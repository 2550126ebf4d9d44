package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;

/** What becomes of a posted order: Centra is told its number, and a person of what was changed there. */
final class AfterPosting {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final World world;
    private final Api api;
    private final Person person;
    private final String order;
    private final String number;

    /** Of the first order that Sage has. */
    AfterPosting(World world, RunningApplication application) {
        this.world = world;
        this.api = application.api();
        this.person = new Person(application.address()).signIn("admin");
        JsonNode posted = world.sage("/control/orders").get(0);
        this.order = posted.get("customer_document_no").asText().substring(1);
        this.number = posted.get("document_no").asText();
    }

    /** Edited in Centra, then written to by ourselves: the exception opens with both versions, and our echo leaves it alone. */
    void is_shown_side_by_side_and_our_own_echo_changes_nothing() throws InterruptedException {
        int inSage = world.sage("/control/orders").size();
        JsonNode line = centra().at("/order/basket/lines/0");
        edit(line, line.get("quantity").asInt() + 1);
        api.runToEnd("order-import", LIMIT);
        JsonNode told = exception();
        assertThat(told.get("state").asText()).isEqualTo("OPEN");
        JsonNode both = told.get("edit");
        assertThat(both.at("/lines/0/what").asText()).isEqualTo("CHANGED");
        assertThat(both.at("/lines/0/now/quantity").asInt())
                .isEqualTo(both.at("/lines/0/posted/quantity").asInt() + 1);
        assertThat(new BigDecimal(told.at("/atRisk/amount").asText()))
                .isEqualByComparingTo(
                        new BigDecimal(both.at("/parts/0/difference").asText()).abs());

        assertThat(person.open("/exceptions.xhtml?state=OPEN&id="
                                + told.get("id").asLong())
                        .text())
                .contains("Both versions, in ", "Posted (version 1)", "Centra now (version 2)", "Changed");

        api.runToEnd("write-back", LIMIT);
        assertThat(centra().at("/attributes/sage/order_number").asText()).isEqualTo(number);
        assertThat(centra().at("/externalIds/centra-sage200").asText()).isEqualTo("33/" + number);
        JsonNode run = api.runToEnd("order-import", LIMIT);
        assertThat(run.at("/counts/new or changed").asInt()).as("our own echo").isZero();
        assertThat(exception()).isEqualTo(told);
        assertThat(person.open("/order.xhtml?number=" + order).text())
                .contains("Its number in Sage 200 written to Centra");
        assertThat(world.sage("/control/orders")).hasSize(inSage);

        edit(line, line.get("quantity").asInt());
        api.runToEnd("order-import", LIMIT);
        assertThat(exception().get("state").asText())
                .as("back at what was posted")
                .isEqualTo("RESOLVED");
    }

    private JsonNode centra() {
        return world.centra("GET", "/control/orders/" + order, "");
    }

    private void edit(JsonNode line, int quantity) {
        String body = "{\"lines\": [{\"id\": %d, \"quantity\": %d}]}"
                .formatted(line.get("id").asInt(), quantity);
        world.centra("POST", "/control/orders/" + order + "/edit", body);
    }

    private JsonNode exception() {
        JsonNode found = api.get("/api/exceptions?q=" + order).get("items");
        assertThat(found).as("exceptions of order " + order).hasSize(1);
        return api.get("/api/exceptions/" + found.get(0).get("id").asLong());
    }
}
