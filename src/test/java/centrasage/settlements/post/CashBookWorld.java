package centrasage.settlements.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.posting.Lane;
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
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The cash book of a simulated Sage 200, and a target that posts to it by itself or in a lane. */
final class CashBookWorld implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final String OBJECT = "33/adyen/HarbourOnline/380/GBP";

    final JpaWorld store = new JpaWorld(StoreContract.SETTLE);
    final SageSimulator sage;

    CashBookWorld() throws IOException {
        sage = SageSimulator.start(0, 7);
    }

    @Override
    public void close() {
        sage.close();
    }

    /** With an empty memory of Sage's banks. */
    Target target(PostingKind kind) {
        SageClients clients = new SageClients(sage.baseUrl().toString());
        return switch (kind) {
            case PAYOUT -> new PayoutTarget(clients.cashBook(), clients.banks(), clients.dates());
            case CURRENCY_TRANSFER -> new CurrencyTarget(clients.cashBook(), clients.banks(), clients.dates());
            case SETTLEMENT_CHARGE ->
                new ChargeTarget(clients.cashBook(), clients.sites(), clients.banks(), clients.dates());
            case SUPPLIER_PAYMENT -> new SupplierPaymentTarget(clients.purchases(), clients.banks(), clients.dates());
            default -> throw new IllegalArgumentException(kind + " is not posted for batches");
        };
    }

    static Command command(PostingKind kind, Money amount, LocalDate day, String document) {
        return new Command(
                new PostingKey("33", kind, "adyen/HarbourOnline/380/GBP/1"),
                OBJECT,
                amount,
                null,
                day,
                "same",
                document);
    }

    Finding find(Command command) throws TargetUnavailable {
        return Objects.requireNonNull(
                target(command.key().kind()).find(List.of(new Sought(command))).get(command.key()));
    }

    Outcome send(Command command) {
        return target(command.key().kind()).send(command, "");
    }

    /** As a lane posts it. */
    void post(Command command) {
        store.record(new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("settlement", "adyen/HarbourOnline/380/GBP", 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
        lane(command).post("a", () -> false);
    }

    /** After a while, as another run does. */
    void resolve(Command command) {
        store.pass(StoreContract.SETTLE.plusSeconds(1));
        lane(command).resolve("a", () -> false);
        lane(command).post("a", () -> false);
    }

    private Lane lane(Command command) {
        PostingKind kind = command.key().kind();
        return new Lane(store.store(), Map.of(kind, target(kind)), Plans.patience(Duration.ofSeconds(15)), name -> {});
    }

    PostingState state(Command command) {
        return store.posting(command.key()).orElseThrow().state();
    }

    static List<String> codes(Finding finding) {
        return finding instanceof Finding.Blocked blocked
                ? blocked.reasons().stream().map(Reason::code).toList()
                : List.of("not blocked: " + finding);
    }

    /** All rows of a bank, in their order. */
    List<JsonNode> rows(String bank) throws IOException, InterruptedException {
        return StreamSupport.stream(
                        control("GET", "ledger", "").get(0).get("bank").spliterator(), false)
                .filter(row -> row.path("bank_code").asText().equals(bank))
                .toList();
    }

    static BigDecimal value(JsonNode row) {
        return row.path("cheque_value").decimalValue();
    }

    /** All rows of a supplier account, in their order. */
    List<JsonNode> ofSupplier(String account) throws IOException, InterruptedException {
        return StreamSupport.stream(
                        control("GET", "purchases", "")
                                .get(0)
                                .get("transactions")
                                .spliterator(),
                        false)
                .filter(row -> row.path("supplier_reference").asText().equals(account))
                .toList();
    }

    void closePeriod() throws IOException, InterruptedException {
        closePeriod("LedgerCashBook");
    }

    void closePeriod(String ledger) throws IOException, InterruptedException {
        control("PUT", "periods", "{\"date\": \"2026-11-23\", \"ledgers\": [\"" + ledger + "\"]}");
    }

    /** Changes a row of a bank as nobody could in Sage. */
    void change(JsonNode row, String field, String value) throws IOException, InterruptedException {
        change("bank_posted_transactions", row.path("id"), field, value);
    }

    /** The same of the purchase ledger, as its view shows the row. */
    void changeOfSupplier(JsonNode view, String field, String value) throws IOException, InterruptedException {
        change("purchase_posted_transactions", view.path("posted_supplier_transaction_id"), field, value);
    }

    private void change(String table, JsonNode id, String field, String value)
            throws IOException, InterruptedException {
        JsonNode changed = control(
                "PUT",
                "tables/" + table,
                "{\"where\": {\"id\": " + id.asLong() + "}, \"set\": {\"" + field + "\": \"" + value + "\"}}");
        assertThat(changed.path("changed").asInt()).isOne();
    }

    private JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }
}
