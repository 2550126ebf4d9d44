package centrasage.payments.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gift cards paid, as lanes post it to the cash book of a Sage that loses answers. */
class GiftCardTargetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final SageSimulator sage;

    GiftCardTargetTest() throws IOException {
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
        GiftCardTarget target =
                new GiftCardTarget(clients.cashBook(), clients.sites(), clients.banks(), clients.dates());
        return new Lane(
                store.store(),
                Map.of(PostingKind.GIFT_CARD, target),
                Plans.patience(Duration.ofSeconds(15)),
                name -> {});
    }

    private static BankEntry entry(BankEntry.Way way, String bank, String value, String currency, int taxCode) {
        return new BankEntry(
                way, "33", bank, "C10234", "G-1O0H-8836", DAY, Money.of(value, currency), "2300", taxCode, "Gift card");
    }

    private static BankEntry spent() {
        return entry(BankEntry.Way.PAYMENT, "GIFTGBP", "25.00", "GBP", 90);
    }

    private static PostingKey key() {
        return new PostingKey("33", PostingKind.GIFT_CARD, "10234/P55");
    }

    private void post(BankEntry entry) {
        post(world, entry);
    }

    private void post(JpaWorld store, BankEntry entry) {
        Command command =
                new Command(key(), "33/C10234", entry.value(), null, entry.date(), "same", BankEntryJson.write(entry));
        store.record(new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("payments", "10234", 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
        lane(store).post("a", () -> false);
    }

    private PostingState state() {
        return world.posting(key()).orElseThrow().state();
    }

    private List<String> codes() {
        return world.posting(key()).orElseThrow().reasons().stream()
                .map(Reason::code)
                .toList();
    }

    private JsonNode bank() throws IOException, InterruptedException {
        return control("GET", "ledger", "").get(0).get("bank");
    }

    private JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    /** In a bank of another currency than the company's the tax stands in the header. */
    @ParameterizedTest
    @CsvSource({"PAYMENT, GIFTGBP, GBP, -25.00", "RECEIPT, GIFTGBP, GBP, 25.00", "PAYMENT, GIFTEUR, EUR, -25.00"})
    void what_was_paid_leaves_the_bank_without_vat_and_comes_back_where_it_is_given_back(
            BankEntry.Way way, String bank, String currency, BigDecimal moved) throws Exception {
        post(entry(way, bank, "25.00", currency, 90));
        assertThat(state()).as(codes().toString()).isEqualTo(PostingState.POSTED);
        JsonNode row = bank().get(0);
        assertThat(bank()).hasSize(1);
        assertThat(row.path("cheque_value").decimalValue()).isEqualByComparingTo(moved);
        assertThat(row.path("bank_code").asText()).isEqualTo(bank);
        assertThat(row.at("/nominal_analysis_items/0/code").asText()).isEqualTo("2300");
        assertThat(row.at("/tax_analysis_items/0/code").asInt()).isEqualTo(90);
        assertThat(row.at("/tax_analysis_items/0/tax_amount").decimalValue()).isZero();
        assertThat(row.path("transaction_date").asText()).startsWith("2026-11-23");
    }

    @LosesItsAnswer
    void an_answer_that_is_lost_leaves_a_doubt_that_reading_back_resolves(FaultKind fault) throws Exception {
        sage.faults().order(fault, spent().secondReference(), 1);
        post(spent());
        assertThat(sage.faults().count(fault)).isOne();
        assertThat(state()).isEqualTo(PostingState.IN_DOUBT);
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane().resolve("a", () -> false);
        lane().post("a", () -> false);
        assertThat(state()).isEqualTo(PostingState.POSTED);
        assertThat(bank()).hasSize(1);
    }

    @Test
    void what_was_entered_before_the_provider_told_its_reference_is_adopted() throws Exception {
        BankEntry entry = spent();
        post(new BankEntry(
                entry.way(),
                entry.company(),
                entry.bank(),
                entry.reference(),
                "G-1O0H",
                entry.date(),
                entry.value(),
                entry.nominal(),
                entry.taxCode(),
                entry.narrative()));
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        post(restored, entry);
        assertThat(restored.posting(key()).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        assertThat(bank()).hasSize(1);
    }

    @Test
    void what_is_there_already_is_adopted_and_another_amount_is_a_persons() throws Exception {
        post(spent());
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        post(restored, spent());
        assertThat(restored.posting(key()).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        JpaWorld other = new JpaWorld(StoreContract.SETTLE);
        post(other, entry(BankEntry.Way.PAYMENT, "GIFTGBP", "24.00", "GBP", 90));
        assertThat(other.posting(key()).orElseThrow().reasons())
                .extracting(Reason::code)
                .containsExactly("OTHER_ENTRY_UNDER_KEY");
        assertThat(bank()).hasSize(1);
    }

    @Test
    void another_day_under_our_references_is_adopted_and_told() throws Exception {
        post(spent());
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        BankEntry usual = spent();
        post(
                restored,
                new BankEntry(
                        usual.way(),
                        usual.company(),
                        usual.bank(),
                        usual.reference(),
                        usual.secondReference(),
                        DAY.plusDays(1),
                        usual.value(),
                        usual.nominal(),
                        usual.taxCode(),
                        usual.narrative()));
        assertThat(restored.posting(key()).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        assertThat(restored.findings()).extracting(told -> told.kind().name()).containsExactly("DATE_DIFFERS");
        assertThat(bank()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"NOBANK, 90, CLEARING_BANK", "GIFTGBP, 77, GIFT_CARD_TAX_CODE"})
    void what_sage_lacks_is_a_matter_of_finance_and_nothing_is_sent(String bank, int taxCode, String code)
            throws Exception {
        post(entry(BankEntry.Way.PAYMENT, bank, "25.00", "GBP", taxCode));
        assertThat(state()).isEqualTo(PostingState.PARKED);
        assertThat(codes()).containsExactly(code);
        assertThat(bank()).isEmpty();
    }

    @Test
    void a_closed_period_of_the_cash_book_is_told_before_anything_is_sent() throws Exception {
        control("PUT", "periods", "{\"date\": \"2026-11-23\", \"ledgers\": [\"LedgerCashBook\"]}");
        post(spent());
        assertThat(codes()).containsExactly("PERIOD_CLOSED");
        assertThat(bank()).isEmpty();
    }
}
