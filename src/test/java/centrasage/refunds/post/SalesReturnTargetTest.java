package centrasage.refunds.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.SalesReturnId;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.posting.Lane;
import centrasage.sync.posting.LosesItsAnswer;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sales return posted to a Sage 2025 R1 that loses answers, leaves drafts and holds others under our key. */
class SalesReturnTargetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final PostingKey KEY = new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/R12");
    private static final String NAME = "C10234-R12";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final List<String> tally = new ArrayList<>();
    private final SageSimulator sage;

    SalesReturnTargetTest() throws IOException {
        sage = SageSimulator.start(
                0, 7, (ObjectNode) Json.parse("{\"version\": \"2025R1\", \"pricesTaxInclusive\": false}"));
    }

    @BeforeEach
    void stock() throws IOException, InterruptedException {
        control("POST", "products", "[{\"code\": \"DEMO-TEE\", \"freeStock\": 5000}]");
    }

    @AfterEach
    void stop() {
        sage.close();
    }

    /** A shirt that was sold at 20.00 with two others, the carriage, less the cost of coming back. */
    private static NewSalesOrder made(String customer) {
        return new NewSalesOrder(
                "33",
                customer,
                NAME,
                DAY,
                new DeliveryAddress(
                        "Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1 1AA", "GB", "Zoë", "", "", ""),
                Map.of("analysis_code_1", "CENTRA"),
                List.of(
                        line(LineType.STANDARD, "DEMO-TEE", "20.00000", 1),
                        line(LineType.CHARGE, "CARRIAGE", "5.00", 1),
                        line(LineType.CHARGE, "CARRIAGE", "-2.50", 1)),
                Money.of("27.00", "GBP"),
                Money.of("4.50", "GBP"));
    }

    private static Line line(LineType type, String code, String price, int taxCode) {
        @Nullable String warehouse = type == LineType.STANDARD ? "WEB" : null;
        return new Line(
                type,
                code,
                null,
                warehouse,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal(price),
                taxCode,
                type == LineType.CHARGE ? "4905" : null,
                Map.of());
    }

    private static void record(JpaWorld store, NewSalesOrder made) {
        Command command =
                new Command(KEY, "33/C10234", made.total(), made.vat(), DAY, "content", SalesReturnJson.write(made));
        store.record(new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("return", KEY.sourceKey(), 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
    }

    private Lane lane(JpaWorld store) {
        SageClients clients = new SageClients(sage.baseUrl().toString());
        CreditNoteTarget target =
                new CreditNoteTarget(clients.ledger(), clients.returns(), clients.sites(), clients.dates());
        return new Lane(
                store.store(),
                Map.of(PostingKind.CREDIT_NOTE, target),
                Plans.patience(Duration.ofSeconds(15)),
                tally::add);
    }

    private void post() {
        lane(world).post("a", () -> false);
    }

    private void settle() {
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane(world).resolve("a", () -> false);
        post();
    }

    private Posting posting() {
        return world.posting(KEY).orElseThrow();
    }

    private JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sage.baseUrl().resolve("/control/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Json.parse(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private JsonNode returns() throws IOException, InterruptedException {
        return control("GET", "returns", "");
    }

    private void isThereOnce() throws Exception {
        assertThat(posting().state()).as("%s", posting().reasons()).isEqualTo(PostingState.POSTED);
        assertThat(returns()).hasSize(1);
        JsonNode made = returns().get(0);
        assertThat(made.path("customer_document_no").asText()).isEqualTo(NAME);
        assertThat(made.path("is_draft").asBoolean()).isFalse();
        assertThat(made.path("document_date").asText()).startsWith("2026-11-24");
        assertThat(made.path("total_gross_value").decimalValue()).isEqualByComparingTo("27.00");
        assertThat(posting().targetId())
                .isEqualTo(SalesReturnId.of(made.path("id").asText()));
        assertThat(posting().targetNumber()).isEqualTo(made.path("document_no").asText());
        assertThat(control("GET", "ledger", "").get(0).get("transactions"))
                .as("nothing reaches the ledger before a user credits it")
                .isEmpty();
    }

    @Test
    void it_has_the_shape_of_an_order_with_quantities_above_zero_and_allocates_nothing() throws Exception {
        record(world, made("CENTGBP1"));
        post();
        isThereOnce();
        JsonNode made = returns().get(0);
        assertThat(made.path("analysis_code_1").asText()).isEqualTo("CENTRA");
        JsonNode goods = made.path("lines").get(0);
        assertThat(goods.path("code").asText()).isEqualTo("DEMO-TEE");
        assertThat(goods.path("line_quantity").decimalValue()).isEqualByComparingTo("1");
        assertThat(goods.has("to_allocate_quantity")).isFalse();
    }

    @LosesItsAnswer
    void an_answer_that_is_lost_leaves_a_doubt_that_reading_back_resolves(FaultKind fault) throws Exception {
        sage.faults().order(fault, "return " + NAME, 1);
        record(world, made("CENTGBP1"));
        post();
        assertThat(sage.faults().count(fault)).isOne();
        assertThat(posting().state()).isEqualTo(PostingState.IN_DOUBT);
        settle();
        isThereOnce();
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        assertThat(lane(world).recheck(Map.of(), () -> false)).isEmpty();
        assertThat(world.findings()).isEmpty();
    }

    @Test
    void a_draft_that_a_refusal_has_left_is_removed() throws Exception {
        control("PUT", "site", "{\"halfMadeStatus\": 400}");
        sage.faults().order(FaultKind.HALF_MADE_DRAFT, "return " + NAME, 1);
        record(world, made("CENTGBP1"));
        post();
        assertThat(sage.faults().count(FaultKind.HALF_MADE_DRAFT)).isOne();
        assertThat(posting().state()).isEqualTo(PostingState.REFUSED);
        assertThat(sage.requests().of("DELETE /sop_returns/{id}")).isOne();
        assertThat(returns()).isEmpty();
    }

    @Test
    void a_draft_of_which_nothing_proves_that_it_is_ours_is_a_persons() throws Exception {
        sage.faults().order(FaultKind.HALF_MADE_DRAFT, "return " + NAME, 1);
        record(world, made("CENTGBP1"));
        post();
        settle();
        assertThat(posting().reasons()).extracting(Reason::code).containsExactly("DRAFT_UNDER_KEY");
        assertThat(returns()).hasSize(1);
    }

    private Posting postedAnew(NewSalesOrder made) {
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        record(restored, made);
        lane(restored).post("a", () -> false);
        return restored.posting(KEY).orElseThrow();
    }

    @Test
    void what_is_there_already_is_adopted() throws Exception {
        record(world, made("CENTGBP1"));
        post();
        assertThat(postedAnew(made("CENTGBP1")).state()).isEqualTo(PostingState.POSTED);
        assertThat(returns()).hasSize(1);
    }

    @Test
    void another_return_under_our_key_is_a_persons() throws Exception {
        record(world, made("CENTGBP1"));
        post();
        NewSalesOrder other = made("CENTGBP1");
        NewSalesOrder dearer = new NewSalesOrder(
                other.company(),
                other.customer(),
                other.customerDocumentNo(),
                other.documentDate(),
                other.deliveryAddress(),
                other.fields(),
                List.of(line(LineType.STANDARD, "DEMO-TEE", "30.00000", 1)),
                Money.of("36.00", "GBP"),
                Money.of("6.00", "GBP"));
        Posting again = postedAnew(dearer);
        assertThat(again.state()).isEqualTo(PostingState.REFUSED);
        assertThat(again.reasons()).extracting(Reason::code).containsExactly("ANOTHER_RETURN_UNDER_KEY");
        assertThat(again.reasons().get(0).what()).contains("it has 3 lines, not 1", "its total is 27.00");
        assertThat(returns()).hasSize(1);
    }

    @Test
    void an_account_that_sage_has_no_more_is_told_and_nothing_is_sent() throws Exception {
        record(world, made("GONE0001"));
        post();
        assertThat(posting().reasons()).extracting(Reason::code).containsExactly("UNKNOWN_CUSTOMER");
        assertThat(sage.requests().of("POST /sop_returns")).isZero();
    }

    @Test
    void a_site_that_was_put_back_to_an_older_version_is_waited_for_and_nothing_is_lost() throws Exception {
        control("PUT", "site", "{\"version\": \"2024R1\"}");
        record(world, made("CENTGBP1"));
        post();
        assertThat(posting().state()).isNotIn(PostingState.POSTED, PostingState.REFUSED);
        assertThat(sage.requests().of("POST /sop_returns")).isZero();
        control("PUT", "site", "{\"version\": \"2025R1\"}");
        world.pass(Duration.ofHours(1));
        post();
        isThereOnce();
    }
}
