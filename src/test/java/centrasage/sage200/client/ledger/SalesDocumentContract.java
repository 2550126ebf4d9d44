package centrasage.sage200.client.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Target;
import centrasage.flow.event.PostingFinding;
import centrasage.money.Money;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocument.NominalShare;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import centrasage.sage200.ledger.SalesDocumentJson;
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

/** What every ledger invoice and credit note is posted by, to a Sage that loses answers, closes periods and lacks tax codes. */
public abstract class SalesDocumentContract {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final List<String> tally = new ArrayList<>();
    private final SageSimulator sage;
    private final Of of;

    /**
     * What is posted, and as what.
     *
     * @param sourceKey of the posting
     * @param secondReference in Sage
     * @param taxCodeReason the code of the reason where the company lacks a tax code
     */
    public record Of(
            PostingKind kind, EntryKind entry, String sourceKey, String secondReference, String taxCodeReason) {}

    protected SalesDocumentContract(Of of) throws IOException {
        this.of = of;
        sage = SageSimulator.start(0, 7);
    }

    /** What lanes post through. */
    protected abstract Target target(SageClients clients);

    @AfterEach
    void stop() {
        sage.close();
    }

    private SalesDocument document(String customer, int taxCode, NominalShare... nominals) {
        return new SalesDocument(
                of.entry(),
                "33",
                customer,
                "C10234",
                of.secondReference(),
                DAY,
                Money.of("33.00", "GBP"),
                List.of(
                        new TaxShare(taxCode, amount("20.00"), amount("4.00")),
                        new TaxShare(2, amount("9.00"), amount("0.00"))),
                List.of(nominals));
    }

    private SalesDocument usual() {
        return document("CENTGBP1", 1, new NominalShare("4000/WEB/UK", amount("29.00")));
    }

    /** As Sage shows it: what is owed less is below zero. */
    private BigDecimal signed(String text) {
        return of.entry().isDebit() ? amount(text) : amount(text).negate();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private Lane lane(JpaWorld store) {
        Target target = target(new SageClients(sage.baseUrl().toString()));
        return new Lane(store.store(), Map.of(of.kind(), target), Plans.patience(Duration.ofSeconds(15)), tally::add);
    }

    private PostingKey key() {
        return new PostingKey("33", of.kind(), of.sourceKey());
    }

    private void record(SalesDocument document) {
        record(world, document);
    }

    private void record(JpaWorld store, SalesDocument document) {
        Command command = new Command(
                key(),
                "33/C10234",
                document.value(),
                new Money(document.tax(), document.value().currency()),
                document.date(),
                "content",
                SalesDocumentJson.write(document));
        store.record(new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("source", of.sourceKey(), 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
    }

    private Posting posting() {
        return world.posting(key()).orElseThrow();
    }

    private List<String> codes() {
        return posting().reasons().stream().map(Reason::code).toList();
    }

    private void post() {
        lane(world).post("a", () -> false);
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

    private void isThereOnce() throws Exception {
        assertThat(posting().state()).as("%s", posting().reasons()).isEqualTo(PostingState.POSTED);
        assertThat(ledger()).hasSize(1);
        JsonNode row = ledger().get(0);
        assertThat(row.path("reference").asText()).isEqualTo("C10234");
        assertThat(row.path("second_reference").asText()).isEqualTo(of.secondReference());
        assertThat(row.path("document_gross_value").decimalValue()).isEqualByComparingTo(signed("33.00"));
        assertThat(row.path("transaction_date").asText()).startsWith("2026-11-24");
    }

    @Test
    void it_stands_on_the_account_with_its_vat_by_tax_code_and_its_nominals() throws Exception {
        record(usual());
        post();
        isThereOnce();
        assertThat(posting().targetNumber())
                .isEqualTo(ledger().get(0).path("urn").asText());
        JsonNode row = ledger().get(0);
        assertThat(row.path("tax_analysis_items").findValuesAsText("code")).containsExactly("1", "2");
        assertThat(row.path("tax_analysis_items").get(0).path("tax_amount").decimalValue())
                .isEqualByComparingTo(signed("4.00"));
        assertThat(row.path("nominal_analysis_items").get(0).path("code").asText())
                .isEqualTo("4000");
        assertThat(row.path("nominal_analysis_items").get(0).path("cost_centre").asText())
                .isEqualTo("WEB");
    }

    @LosesItsAnswer
    void an_answer_that_is_lost_leaves_a_doubt_that_reading_back_resolves(FaultKind fault) throws Exception {
        sage.faults().order(fault, of.secondReference(), 1);
        record(usual());
        post();
        assertThat(sage.faults().count(fault)).isOne();
        assertThat(posting().state()).isEqualTo(PostingState.IN_DOUBT);
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane(world).resolve("a", () -> false);
        post();
        isThereOnce();
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        assertThat(lane(world).recheck(Map.of(), () -> false)).isEmpty();
        assertThat(world.findings()).isEmpty();
    }

    /** Posted again by a store that is older than Sage. */
    private Posting postedAnew() {
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        record(restored, usual());
        lane(restored).post("a", () -> false);
        return restored.posting(key()).orElseThrow();
    }

    @Test
    void what_is_there_already_is_adopted() throws Exception {
        record(usual());
        post();
        assertThat(postedAnew().state()).isEqualTo(PostingState.POSTED);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void another_amount_under_our_references_is_a_persons() throws Exception {
        record(usual());
        post();
        long id = ledger().get(0).path("id").asLong();
        control("PUT", "ledger/" + id, "{\"set\": {\"document_gross_value\": " + signed("32.90") + "}}");
        Posting again = postedAnew();
        assertThat(again.state()).isEqualTo(PostingState.REFUSED);
        assertThat(again.reasons()).extracting(Reason::code).containsExactly("OTHER_ENTRY_UNDER_KEY");
        assertThat(ledger()).hasSize(1);
    }

    /** As after a restore of our own store, when a return has been touched since: its day is only as good as known. */
    @Test
    void another_day_under_our_references_is_adopted_and_told() throws Exception {
        record(usual());
        post();
        long id = ledger().get(0).path("id").asLong();
        control("PUT", "ledger/" + id, "{\"set\": {\"transaction_date\": \"2026-11-21T00:00:00\"}}");
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        record(restored, usual());
        lane(restored).post("a", () -> false);
        assertThat(restored.posting(key()).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        assertThat(ledger()).hasSize(1);
        assertThat(restored.findings()).singleElement().satisfies(told -> {
            assertThat(told.kind().name()).isEqualTo("DATE_DIFFERS");
            assertThat(told.amount()).isEqualTo(Money.of("33.00", "GBP"));
            assertThat(told.reason().what()).contains("is of 2026-11-21; planned was 2026-11-24");
        });
    }

    /** The VAT return takes it from Sage. */
    @Test
    void another_vat_in_the_same_amount_is_told_with_the_vat_that_was_planned() throws Exception {
        record(usual());
        post();
        assertThat(world.findings()).isEmpty();
        long id = ledger().get(0).path("id").asLong();
        control("PUT", "ledger/" + id, "{\"set\": {\"document_tax_value\": " + signed("3.00") + "}}");
        JpaWorld restored = new JpaWorld(StoreContract.SETTLE);
        record(restored, usual());
        lane(restored).post("a", () -> false);
        assertThat(restored.posting(key()).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        assertThat(restored.findings()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(PostingFinding.Kind.VAT_DIFFERS);
            assertThat(told.amount()).isEqualTo(Money.of("1.00", "GBP"));
            assertThat(told.reason().what()).contains("VAT of GBP 3.00", "planned was GBP 4.00");
            assertThat(told.reason().remedy()).contains("cannot be changed");
        });
    }

    @Test
    void a_tax_code_that_sage_lacks_parks_it_and_nothing_is_sent() throws Exception {
        record(document("CENTGBP1", 77, new NominalShare("4000/WEB/UK", amount("29.00"))));
        post();
        assertThat(posting().state()).isEqualTo(PostingState.PARKED);
        assertThat(codes()).containsExactly(of.taxCodeReason());
        assertThat(sage.requests().of("POST /" + of.entry().resource())).isZero();
    }

    @Test
    void a_nominal_that_sage_lacks_is_refused_in_its_words() throws Exception {
        record(document("CENTGBP1", 1, new NominalShare("4000/WEB/XX", amount("29.00"))));
        post();
        assertThat(posting().state()).isEqualTo(PostingState.REFUSED);
        assertThat(posting().reasons().get(0).what()).contains("no nominal account");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void a_share_below_zero_that_the_site_does_not_take_is_refused_in_its_words() throws Exception {
        record(document(
                "CENTGBP1",
                1,
                new NominalShare("4000/WEB/UK", amount("31.50")),
                new NominalShare("4905", amount("-2.50"))));
        post();
        assertThat(posting().state()).isEqualTo(PostingState.REFUSED);
        assertThat(posting().reasons().get(0).what()).contains("must not be negative");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void an_account_in_another_currency_does_not_take_it() throws Exception {
        record(document("CENTEUR1", 1, new NominalShare("4000/WEB/UK", amount("29.00"))));
        post();
        assertThat(codes()).containsExactly("LEDGER_CURRENCY");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void a_period_that_is_closed_meanwhile_parks_it_and_nothing_else_of_that_day_is_sent_in_vain() throws Exception {
        SageClients clients = new SageClients(sage.baseUrl().toString());
        TransactionDates dates = clients.dates();
        Target target = target(clients);
        assertThat(dates.objection(TransactionDates.Ledger.SALES, "33", DAY)).isEmpty();
        control("PUT", "periods", "{\"date\": \"2026-11-24\", \"ledgers\": [\"LedgerSales\"]}");
        record(usual());
        new Lane(world.store(), Map.of(of.kind(), target), Plans.patience(Duration.ofSeconds(15)), tally::add)
                .post("a", () -> false);
        assertThat(sage.requests().of("POST /" + of.entry().resource())).isOne();
        assertThat(posting().state()).isEqualTo(PostingState.PARKED);
        assertThat(codes()).containsExactly("PERIOD_CLOSED");
        assertThat(dates.objection(TransactionDates.Ledger.SALES, "33", DAY)).isPresent();
        control("PUT", "periods", "{\"date\": \"2026-11-24\", \"ledgers\": [\"LedgerSales\"], \"open\": true}");
        world.pass(Duration.ofHours(1));
        post();
        isThereOnce();
    }

    @Test
    void a_closed_period_is_told_before_anything_is_sent_and_it_goes_out_once_it_is_open() throws Exception {
        control("PUT", "periods", "{\"date\": \"2026-11-24\", \"ledgers\": [\"LedgerSales\"]}");
        record(usual());
        post();
        assertThat(posting().state()).isEqualTo(PostingState.PARKED);
        assertThat(codes()).containsExactly("PERIOD_CLOSED");
        assertThat(sage.requests().of("POST /" + of.entry().resource())).isZero();
        control("PUT", "periods", "{\"date\": \"2026-11-24\", \"ledgers\": [\"LedgerSales\"], \"open\": true}");
        world.pass(Duration.ofHours(1));
        post();
        isThereOnce();
    }
}
