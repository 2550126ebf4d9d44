package centrasage.payments.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts as lanes post them to a Sage that loses answers, closes periods and lacks banks. */
class MoneyTargetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final MoneyEntry RECEIPT = new MoneyEntry(
            EntryKind.RECEIPT,
            "33",
            "CENTGBP1",
            "ADYGBP",
            "C10234",
            "1O0H-883612345678901",
            DAY,
            Money.of("59.90", "GBP"));

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final List<String> tally = new ArrayList<>();
    private final SageSimulator sage;

    MoneyTargetTest() throws IOException {
        sage = SageSimulator.start(0, 7);
    }

    @AfterEach
    void stop() {
        sage.close();
    }

    private Lane lane() {
        return lane(world);
    }

    private Lane lane(JpaWorld store) {
        SageClients clients = new SageClients(sage.baseUrl().toString());
        ReceiptTarget target = new ReceiptTarget(clients.ledger(), clients.sites(), clients.banks(), clients.dates());
        RefundTarget refunds = new RefundTarget(clients.ledger(), clients.sites(), clients.banks(), clients.dates());
        return new Lane(
                store.store(),
                Map.of(PostingKind.RECEIPT, target, PostingKind.CUSTOMER_REFUND, refunds),
                Plans.patience(Duration.ofSeconds(15)),
                tally::add);
    }

    private static PostingKey key(MoneyEntry money) {
        PostingKind kind = money.kind() == EntryKind.PAYMENT ? PostingKind.CUSTOMER_REFUND : PostingKind.RECEIPT;
        return new PostingKey("33", kind, "10234/" + money.secondReference());
    }

    private void record(MoneyEntry receipt) {
        record(world, receipt);
    }

    private static void record(JpaWorld store, MoneyEntry receipt) {
        Command command = new Command(
                key(receipt),
                "33/C10234",
                receipt.value(),
                null,
                receipt.date(),
                receipt.secondReference(),
                MoneyEntryJson.write(receipt));
        store.record(new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("payments", "10234", 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
    }

    private PostingState state(MoneyEntry receipt) {
        return world.posting(key(receipt)).orElseThrow().state();
    }

    private List<String> codes(MoneyEntry receipt) {
        return world.posting(key(receipt)).orElseThrow().reasons().stream()
                .map(Reason::code)
                .toList();
    }

    private void post() {
        lane().post("a", () -> false);
    }

    private JsonNode ledger() throws IOException, InterruptedException {
        return control("GET", "ledger", "").get(0).get("transactions");
    }

    private JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    private static MoneyEntry with(String bank, String second, String value) {
        return new MoneyEntry(EntryKind.RECEIPT, "33", "CENTGBP1", bank, "C10234", second, DAY, Money.of(value, "GBP"));
    }

    private void isThereOnce() throws Exception {
        assertThat(state(RECEIPT)).isEqualTo(PostingState.POSTED);
        assertThat(ledger()).hasSize(1);
        JsonNode row = ledger().get(0);
        assertThat(row.path("reference").asText()).isEqualTo("C10234");
        assertThat(row.path("second_reference").asText()).isEqualTo(RECEIPT.secondReference());
        assertThat(row.path("document_gross_value").decimalValue()).isEqualByComparingTo(new BigDecimal("-59.90"));
        assertThat(row.path("transaction_date").asText()).startsWith("2026-11-23");
    }

    @Test
    void a_receipt_stands_on_the_account_and_in_the_clearing_bank() throws Exception {
        record(RECEIPT);
        post();
        isThereOnce();
        assertThat(world.posting(key(RECEIPT)).orElseThrow().targetNumber())
                .isEqualTo(ledger().get(0).path("urn").asText());
        JsonNode bank = control("GET", "ledger", "").get(0).get("bank");
        assertThat(bank.toString()).contains("ADYGBP").contains("59.9");
    }

    @LosesItsAnswer
    void an_answer_that_is_lost_leaves_a_doubt_that_reading_back_resolves(FaultKind fault) throws Exception {
        sage.faults().order(fault, RECEIPT.secondReference(), 1);
        record(RECEIPT);
        post();
        assertThat(sage.faults().count(fault)).isOne();
        assertThat(state(RECEIPT)).isEqualTo(PostingState.IN_DOUBT);
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane().resolve("a", () -> false);
        post();
        isThereOnce();
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        assertThat(lane().recheck(Map.of(), () -> false)).isEmpty();
        assertThat(world.findings()).isEmpty();
    }

    @Test
    void equal_part_captures_are_two_receipts() throws Exception {
        MoneyEntry other = with("ADYGBP", "1O0I-883612345678901", "59.90");
        record(RECEIPT);
        record(other);
        post();
        assertThat(state(RECEIPT)).isEqualTo(PostingState.POSTED);
        assertThat(state(other)).isEqualTo(PostingState.POSTED);
        assertThat(ledger()).hasSize(2);
    }

    @Test
    void a_refund_goes_out_of_the_bank_that_its_receipt_went_into_and_once_though_its_answer_is_lost()
            throws Exception {
        MoneyEntry refund = new MoneyEntry(
                EntryKind.PAYMENT, "33", "CENTGBP1", "ADYGBP", "C10234", "1O0Z-R1", DAY, Money.of("20.00", "GBP"));
        sage.faults().order(FaultKind.RESET_AFTER_COMMIT, refund.secondReference(), 1);
        record(RECEIPT);
        record(refund);
        post();
        assertThat(sage.faults().count(FaultKind.RESET_AFTER_COMMIT)).isOne();
        assertThat(state(RECEIPT)).isEqualTo(PostingState.POSTED);
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane().resolve("a", () -> false);
        assertThat(state(refund)).isEqualTo(PostingState.POSTED);
        assertThat(ledger()).hasSize(2);
        assertThat(ledger().get(1).path("document_gross_value").decimalValue()).isEqualByComparingTo("20.00");
        assertThat(control("GET", "ledger", "").get(0).get("bank").findValues("cheque_value"))
                .extracting(JsonNode::decimalValue)
                .containsExactly(new BigDecimal("59.90"), new BigDecimal("-20.00"));
    }

    /** Posted again by a store that is older than Sage. */
    private Posting postedAnew() {
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        record(restored, RECEIPT);
        lane(restored).post("a", () -> false);
        return restored.posting(key(RECEIPT)).orElseThrow();
    }

    @Test
    void what_is_there_already_is_adopted() throws Exception {
        record(RECEIPT);
        post();
        assertThat(postedAnew().state()).isEqualTo(PostingState.POSTED);
        assertThat(ledger()).hasSize(1);
    }

    /** Which Centra may tell only between two sends, or before a store is restored. */
    @ParameterizedTest
    @CsvSource({"1O0H, 1O0H-883612345678901", "1O0H-883612345678901, 1O0H", "1O0H-883612345678901, 1O0H-990012345678901"
    })
    void a_receipt_is_known_by_its_id_whatever_the_provider_calls_it_by_now(String first, String later)
            throws Exception {
        record(with("ADYGBP", first, "59.90"));
        post();
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        MoneyEntry again = with("ADYGBP", later, "59.90");
        record(restored, again);
        lane(restored).post("a", () -> false);
        assertThat(restored.posting(key(again)).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void another_amount_under_our_references_is_a_persons() throws Exception {
        record(RECEIPT);
        post();
        long id = ledger().get(0).path("id").asLong();
        control("PUT", "ledger/" + id, "{\"set\": {\"document_gross_value\": -59.80}}");
        Posting again = postedAnew();
        assertThat(again.state()).isEqualTo(PostingState.REFUSED);
        assertThat(again.reasons()).extracting(Reason::code).containsExactly("OTHER_ENTRY_UNDER_KEY");
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void a_bank_that_sage_lacks_is_a_matter_of_finance_and_nothing_is_sent() throws Exception {
        MoneyEntry nowhere = with("NOBANK", "ABC", "1.00");
        record(nowhere);
        post();
        assertThat(state(nowhere)).isEqualTo(PostingState.PARKED);
        assertThat(codes(nowhere)).containsExactly("CLEARING_BANK");
        assertThat(ledger()).isEmpty();
    }

    /** The look before a send may be older than what a user of Sage has just removed. */
    @Test
    void what_is_missing_only_when_it_is_sent_parks_the_receipt_and_pauses_nobody() throws Exception {
        Command command = new Command(
                key(RECEIPT),
                "33/C10234",
                RECEIPT.value(),
                null,
                DAY,
                "same",
                MoneyEntryJson.write(with("NOBANK", "ABC", "1.00")));
        SageClients clients = new SageClients(sage.baseUrl().toString());
        Outcome outcome = new ReceiptTarget(clients.ledger(), clients.sites(), clients.banks(), clients.dates())
                .send(command, "");
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.passing()).isTrue();
            assertThat(refused.reasons()).extracting(Reason::code).containsExactly("CLEARING_BANK");
        });
        assertThat(ledger()).isEmpty();
    }

    @Test
    void an_account_in_another_currency_takes_no_receipt() throws Exception {
        MoneyEntry strange = new MoneyEntry(
                EntryKind.RECEIPT, "33", "CENTEUR1", "ADYGBP", "C10234", "ABC", DAY, Money.of("1.00", "GBP"));
        record(strange);
        post();
        assertThat(codes(strange)).containsExactly("LEDGER_CURRENCY");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void a_closed_period_is_told_before_anything_is_sent_and_its_receipts_go_out_once_it_is_open() throws Exception {
        control("PUT", "periods", "{\"date\": \"2026-11-23\", \"ledgers\": [\"LedgerSales\"]}");
        record(RECEIPT);
        post();
        assertThat(state(RECEIPT)).isEqualTo(PostingState.PARKED);
        assertThat(codes(RECEIPT)).containsExactly("PERIOD_CLOSED");
        assertThat(sage.requests().of("POST /sales_receipts")).isZero();
        control("PUT", "periods", "{\"date\": \"2026-11-23\", \"ledgers\": [\"LedgerSales\"], \"open\": true}");
        world.pass(Duration.ofHours(1));
        post();
        isThereOnce();
    }
}
