package centrasage.dispatch.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.TrackingAmendment;
import centrasage.sage200.TrackingAmendmentJson;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parcel 10234-1 stands in Sage as T1 of DHL, and Centra says something else of it now. */
class TrackingTargetTest {
    private static final PostingKey KEY = new PostingKey("33", PostingKind.DESPATCH_TRACKING, "10234-1/2");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final SageSimulator sage;
    private final TrackingTarget target;
    private Set<String> before = Set.of("DHL");

    TrackingTargetTest() throws IOException {
        sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{\"pricesTaxInclusive\": false}"));
        SageClients clients = new SageClients(url());
        target = new TrackingTarget(clients.despatches(), clients.couriers());
    }

    @BeforeEach
    void a_despatched_order() throws Exception {
        SageClients clients = new SageClients(url());
        control("POST", "products", "[{\"code\": \"DEMO-TEE\", \"freeStock\": 100}]");
        Outcome.Posted posted =
                (Outcome.Posted) clients.orders().post(order(), clients.sites().read("33"));
        String order = posted.document().id();
        control("POST", "orders/" + order + "/allocate", "{}");
        control(
                "POST",
                "despatches",
                "{\"order\": " + order + ", \"tracking\": {\"courier\": \"DHL\", \"consignment_no\": \"T1\","
                        + " \"notes\": \"10234-1\"}}");
    }

    @AfterEach
    void stop() {
        sage.close();
    }

    private static NewSalesOrder order() {
        return new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C10234",
                DAY,
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(new Line(
                        LineType.STANDARD,
                        "DEMO-TEE",
                        null,
                        "WEB",
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        new BigDecimal("20.00"),
                        1,
                        null,
                        Map.of())),
                Money.of("24.00", "GBP"),
                Money.of("4.00", "GBP"));
    }

    @Test
    void other_tracking_is_said_once_and_found_again() throws Exception {
        assertAmended(new NewDespatch.Tracking("DPD", "T2"));
        assertThat(shown()).contains("\"consignment_no\":\"T2\"").contains("DPD");
    }

    @Test
    void a_number_that_is_removed_in_centra_is_removed_in_sage_as_well() throws Exception {
        assertAmended(new NewDespatch.Tracking("DHL", ""));
        assertThat(shown()).doesNotContain("T1");
    }

    /** Sage takes no null for a courier. */
    @Test
    void a_courier_that_is_removed_in_centra_stays_in_sage_and_a_person_is_told() throws Exception {
        assertThat(notAmended(new NewDespatch.Tracking("", "")).what()).contains("no courier", "courier DHL");
        assertThat(shown()).contains("DHL").doesNotContain("T1");
    }

    @Test
    void a_courier_that_centra_never_named_is_none_of_ours() throws Exception {
        before = Set.of();
        assertAmended(new NewDespatch.Tracking("", "T2"));
        assertThat(shown()).contains("DHL").contains("\"notes\":\"10234-1\"");
    }

    @Test
    void a_carrier_that_sage_does_not_have_goes_into_the_notes_and_a_person_is_told_of_the_courier_that_stays()
            throws Exception {
        NewDespatch.Tracking pigeon = new NewDespatch.Tracking("Pigeon Post", "PP-3");
        Reason reason = notAmended(pigeon);
        assertThat(reason.what())
                .contains("courier Pigeon Post in Centra", "courier DHL")
                .doesNotContain("PP-3");
        assertThat(reason.remedy()).contains("courier of the despatch", "Leave 10234-1 in its notes");
        assertThat(shown()).contains("\"notes\":\"10234-1 Pigeon Post\"").contains("PP-3");
        assertThat(find(command(pigeon))).as("while the courier stays").isInstanceOf(Finding.Absent.class);
        corrupt("{\"courier_name\": null, \"courier_id\": null}");
        assertThat(find(command(pigeon))).as("taken out by a person").isInstanceOf(Finding.Found.class);
    }

    @Test
    void a_carrier_that_sage_did_not_have_goes_out_of_the_notes_when_another_one_carries_it() throws Exception {
        corrupt("{\"courier_name\": null, \"courier_id\": null, \"notes\": \"gift 10234-1 Pigeon Post, at the gate\"}");
        before = Set.of("Pigeon Post");
        assertAmended(new NewDespatch.Tracking("DHL", "T1"));
        assertThat(shown()).contains("\"notes\":\"gift 10234-1, at the gate\"").contains("DHL");
    }

    @Test
    void one_carrier_in_the_notes_replaces_the_other() throws Exception {
        corrupt("{\"courier_name\": null, \"courier_id\": null, \"notes\": \"10234-1 Pigeon Post\"}");
        before = Set.of("Pigeon Post", "DHL");
        assertAmended(new NewDespatch.Tracking("Pigeon", "T2"));
        assertThat(shown()).contains("\"notes\":\"10234-1 Pigeon\"");
    }

    private Reason notAmended(NewDespatch.Tracking tracking) throws TargetUnavailable {
        Command command = command(tracking);
        Outcome outcome = target.send(command, evidence(command));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        Reason reason = ((Outcome.Refused) outcome).reasons().get(0);
        assertThat(reason.code()).isEqualTo("TRACKING_NOT_AMENDED");
        assertThat(reason.owner()).isEqualTo(Owner.OPERATIONS);
        return reason;
    }

    /** A person changes the despatch in Sage. */
    private void corrupt(String fields) throws Exception {
        String id = Json.parse(shown()).path(0).path("id").asText();
        control("PUT", "despatches/" + id, "{\"set\": " + fields + "}");
    }

    @Test
    void a_sage_that_keeps_the_number_is_told_to_a_person_and_not_asked_again() throws Exception {
        control("PUT", "site", "{\"emptyTextIsLeftOut\": true}");
        Command command = command(new NewDespatch.Tracking("DHL", ""));
        Outcome outcome = target.send(command, evidence(command));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("TRACKING_NOT_AMENDED");
            assertThat(reason.what()).contains("10234-1").contains("T1").contains("no consignment number");
        });
    }

    private void assertAmended(NewDespatch.Tracking tracking) throws TargetUnavailable {
        Command command = command(tracking);
        assertThat(target.send(command, evidence(command))).isInstanceOf(Outcome.Posted.class);
        assertThat(find(command)).isInstanceOf(Finding.Found.class);
    }

    private String evidence(Command command) throws TargetUnavailable {
        return ((Finding.Absent) find(command)).evidence();
    }

    private Finding find(Command command) throws TargetUnavailable {
        return Objects.requireNonNull(
                target.find(List.of(new Sought(command, ""))).get(KEY));
    }

    private Command command(NewDespatch.Tracking tracking) {
        NewDespatch despatch = new NewDespatch(
                "33",
                "C10234",
                "10234-1",
                DAY,
                List.of(new NewDespatch.Line("DEMO-TEE", 0, BigDecimal.ONE, "WEB")),
                tracking,
                1,
                Money.of("20.00", "GBP"));
        return new Command(
                KEY,
                "33/C10234",
                despatch.value(),
                null,
                DAY,
                "fingerprint",
                TrackingAmendmentJson.write(new TrackingAmendment(despatch, before)));
    }

    private String shown() throws Exception {
        return control("GET", "despatches", "");
    }

    private String url() {
        return sage.baseUrl().toString().replaceAll("/+$", "");
    }

    private String control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/control/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
