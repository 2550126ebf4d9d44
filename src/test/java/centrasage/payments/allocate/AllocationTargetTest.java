package centrasage.payments.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.ledger.NewAllocation;
import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.posting.Lane;
import centrasage.sync.posting.LosesItsAnswer;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Allocations as lanes post them to a Sage that loses answers, and whose users allocate by hand. */
class AllocationTargetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final SageSimulator sage;
    private long customer;
    private String receipt = "";
    private String invoice = "";

    AllocationTargetTest() throws IOException {
        sage = SageSimulator.start(0, 7);
    }

    @AfterEach
    void stop() {
        sage.close();
    }

    @BeforeEach
    void a_receipt_and_a_larger_invoice() throws Exception {
        customer = id("customers", "reference", "CENTGBP1");
        receipt = receipt("50.00");
        ObjectNode body = Json.object().put("customer_id", customer).put("transaction_date", DAY + "T00:00:00");
        invoice = urn(
                "sales_invoices",
                body.put("reference", "INV1").put("document_goods_value", 80).put("document_tax_value", 0));
    }

    private String receipt(String value) throws Exception {
        return urn(
                "sales_receipts",
                Json.object()
                        .put("customer_id", customer)
                        .put("bank_id", id("banks", "code", "ADYGBP"))
                        .put("transaction_date", DAY + "T00:00:00")
                        .put("reference", "C10234")
                        .put("cheque_value", new BigDecimal(value)));
    }

    private long id(String resource, String field, String value) throws Exception {
        return call("GET", resource + "?$filter=" + field + "%20eq%20'" + value + "'", "")
                .get(0)
                .path("id")
                .asLong();
    }

    private String urn(String resource, ObjectNode body) throws Exception {
        return call("POST", resource, body.toString()).path("urn").asText();
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/" + path))
                .header("X-Site", "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41")
                .header("X-Company", "33")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    private Lane lane(String signs) {
        SageClients clients = new SageClients(sage.baseUrl().toString());
        Clock today = Clock.fixed(Instant.parse("2026-12-04T09:00:00Z"), LONDON);
        AllocationTarget target = new AllocationTarget(clients.allocations(signs), clients.dates(), today, LONDON);
        return new Lane(
                world.store(),
                Map.of(PostingKind.ALLOCATION, target),
                Plans.patience(Duration.ofSeconds(15)),
                name -> {});
    }

    private Lane lane() {
        return lane("positive");
    }

    private Command record(String credit, String value) {
        NewAllocation allocation = new NewAllocation("33", credit, invoice, Money.of(value, "GBP"), DAY);
        Command command = AllocationCommands.of(allocation, "10234", "33/C10234");
        world.record(new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("allocation", command.key().sourceKey(), 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
        return command;
    }

    private PostingState state(Command command) {
        return world.posting(command.key()).orElseThrow().state();
    }

    private List<String> codes(Command command) {
        return world.posting(command.key()).orElseThrow().reasons().stream()
                .map(Reason::code)
                .toList();
    }

    private JsonNode row(String urn) throws Exception {
        return call(
                        "GET",
                        "sales_posted_transactions?$filter=urn%20eq%20" + urn + "&$expand=allocation_history_items",
                        "")
                .get(0);
    }

    private void isOpen(String urn, String outstanding, int allocations) throws Exception {
        assertThat(row(urn).path("document_outstanding_value").decimalValue().abs())
                .isEqualByComparingTo(outstanding);
        assertThat(row(urn).path("allocation_history_items")).hasSize(allocations);
    }

    /** As a Sage user does it. */
    private void byHand(String credit, String value) throws Exception {
        ObjectNode body = Json.object().put("customer_id", customer).put("allocation_date", DAY + "T00:00:00");
        ArrayNode lines = body.putArray("allocation_lines");
        for (String urn : List.of(credit, invoice)) {
            lines.addObject()
                    .put("posted_tran_id", row(urn).path("id").asLong())
                    .put("value_to_allocate", new BigDecimal(value));
        }
        call("POST", "sales_allocations", body.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"positive", "signed"})
    void both_sides_are_set_off_whichever_sign_the_site_wants(String signs) throws Exception {
        call("PUT", "control/site", "{\"allocationSigns\": \"" + signs + "\"}");
        Command command = record(receipt, "50.00");
        lane(signs).post("a", () -> false);
        assertThat(state(command)).as(codes(command).toString()).isEqualTo(PostingState.POSTED);
        isOpen(receipt, "0", 1);
        isOpen(invoice, "30.00", 1);
    }

    @Test
    void the_wrong_sign_is_refused_and_nothing_is_allocated() throws Exception {
        call("PUT", "control/site", "{\"allocationSigns\": \"signed\"}");
        Command command = record(receipt, "50.00");
        lane().post("a", () -> false);
        assertThat(state(command)).isEqualTo(PostingState.REFUSED);
        isOpen(receipt, "50.00", 0);
    }

    /** No plan of a source document would: the setting is put right, and a person presses Plan again. */
    @Test
    void what_was_refused_is_sent_again_at_a_persons_word() throws Exception {
        call("PUT", "control/site", "{\"allocationSigns\": \"signed\"}");
        Command command = record(receipt, "50.00");
        lane().post("a", () -> false);
        long id = world.posting(command.key()).orElseThrow().id();
        assertThat(world.transactions().inNew(() -> world.givingUp().sendAgain(id, "anna")))
                .isTrue();
        lane("signed").post("a", () -> false);
        assertThat(state(command)).isEqualTo(PostingState.POSTED);
        isOpen(receipt, "0", 1);
    }

    @LosesItsAnswer
    void an_answer_that_is_lost_leaves_a_doubt_that_the_history_of_both_resolves(FaultKind fault) throws Exception {
        sage.faults().order(fault, "allocation ", 1);
        Command command = record(receipt, "20.00");
        lane().post("a", () -> false);
        assertThat(sage.faults().count(fault)).isOne();
        assertThat(state(command)).isEqualTo(PostingState.IN_DOUBT);
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane().resolve("a", () -> false);
        lane().post("a", () -> false);
        assertThat(state(command)).isEqualTo(PostingState.POSTED);
        isOpen(receipt, "30.00", 1);
        isOpen(invoice, "60.00", 1);
    }

    /** The second leaves the invoice with as much outstanding as the first would have. */
    @Test
    void what_a_user_allocates_meanwhile_is_not_taken_for_ours() throws Exception {
        sage.faults().order(FaultKind.RESET_BEFORE_COMMIT, "allocation ", 1);
        Command command = record(receipt, "20.00");
        lane().post("a", () -> false);
        assertThat(sage.faults().count(FaultKind.RESET_BEFORE_COMMIT)).isOne();
        byHand(receipt("20.00"), "20.00");
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane().resolve("a", () -> false);
        lane().post("a", () -> false);
        assertThat(state(command)).isEqualTo(PostingState.POSTED);
        isOpen(receipt, "30.00", 1);
        isOpen(invoice, "40.00", 2);
    }

    @Test
    void what_a_user_has_settled_is_settled() throws Exception {
        String rest = receipt("30.00");
        byHand(rest, "30.00");
        byHand(receipt, "50.00");
        Command command = record(receipt, "50.00");
        lane().post("a", () -> false);
        assertThat(state(command)).isEqualTo(PostingState.POSTED);
        isOpen(receipt, "0", 1);
    }

    @Test
    void what_a_user_has_allocated_to_something_else_is_a_matter_of_finance_until_it_is_reversed() throws Exception {
        byHand(receipt("80.00"), "80.00");
        Command command = record(receipt, "50.00");
        lane().post("a", () -> false);
        assertThat(state(command)).isEqualTo(PostingState.PARKED);
        assertThat(codes(command)).containsExactly("ALLOCATED_OTHERWISE");
        isOpen(receipt, "50.00", 0);
    }

    @Test
    void what_sage_moved_into_its_history_is_settled() throws Exception {
        byHand(receipt("30.00"), "30.00");
        byHand(receipt, "50.00");
        call("POST", "control/ledger/archive", "{}");
        Command command = record(receipt, "50.00");
        lane().post("a", () -> false);
        assertThat(state(command)).isEqualTo(PostingState.POSTED);
    }

    @Test
    void a_transaction_that_is_gone_is_a_matter_of_finance() {
        Command command = record("999", "50.00");
        lane().post("a", () -> false);
        assertThat(state(command)).isEqualTo(PostingState.PARKED);
        assertThat(codes(command)).containsExactly("ALLOCATION_ENTRY_GONE");
    }

    @Test
    void where_the_ledger_takes_nothing_of_its_date_any_more_it_is_of_today() throws Exception {
        call("PUT", "control/periods", "{\"date\": \"2026-11-23\", \"ledgers\": [\"LedgerSales\"]}");
        Command command = record(receipt, "50.00");
        lane().post("a", () -> false);
        assertThat(state(command)).as(codes(command).toString()).isEqualTo(PostingState.POSTED);
        assertThat(row(receipt)
                        .path("allocation_history_items")
                        .get(0)
                        .path("entry_date")
                        .asText())
                .startsWith("2026-12-04");
    }
}
