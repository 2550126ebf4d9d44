package centrasage.orders.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.posting.Lane;
import centrasage.sync.posting.Patience;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Retries;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of more than there is, posted by a lane into a Sage that refuses whatever it cannot allocate. */
class ShortStockTest {
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final PostingKey KEY = new PostingKey("33", PostingKind.ORDER, "10234");

    private final SageSimulator sage;
    private final JpaWorld world = new JpaWorld(SETTLE);
    private final OrderTarget target;

    ShortStockTest() throws IOException {
        sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{\"pricesTaxInclusive\": false}"));
        SageClients clients = new SageClients(url());
        target = new OrderTarget(clients.orders(), clients.sites(), clients.stock());
    }

    @BeforeEach
    void plan() throws Exception {
        stock("DEMO-TEE", 1);
        stock("DEMO-DRESS", 5);
        Command command = command(order());
        world.record(new Planned(
                KEY,
                command.object(),
                new DocumentVersion("order", KEY.sourceKey(), 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
    }

    private static NewSalesOrder order() {
        return new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C10234",
                LocalDate.now(Clock.systemUTC()),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(line("DEMO-TEE", 2), line("DEMO-DRESS", 3)),
                Money.of("60.00", "GBP"),
                Money.of("10.00", "GBP"));
    }

    private static Command command(NewSalesOrder order) {
        return new Command(
                KEY,
                "33/C10234",
                order.total(),
                order.vat(),
                order.documentDate(),
                "fingerprint",
                SalesOrderJson.write(order));
    }

    @AfterEach
    void stop() {
        sage.close();
    }

    @ParameterizedTest(name = "a refused order leaves a draft: {0}")
    @ValueSource(booleans = {false, true})
    void what_there_is_is_allocated_and_the_order_stands_whatever_is_missing(boolean drafts) throws Exception {
        control("PUT", "/control/site", "{\"draftOnFailure\": " + drafts + "}");
        post();

        assertThat(posting().state()).isEqualTo(PostingState.POSTED);
        assertThat(allocated()).containsExactly("1", "3");
        assertThat(world.findings()).isEmpty();
    }

    @Test
    void each_post_has_its_own_intent_that_says_what_it_asked_for() throws Exception {
        post();

        assertThat(world.attempts(posting().id()))
                .extracting(Attempt::number, Attempt::outcome)
                .containsExactly(tuple(1, "Refused"), tuple(2, "Posted"));
        assertThat(sage.requests().of("POST /sop_orders")).isEqualTo(2);
        assertThat(posting().evidence())
                .isEqualTo("nothing found under the key; stock is short: allocates 1 of 2 DEMO-TEE");
        assertThat(world.audit().of("33/ORDER/10234"))
                .extracting(AuditEntry::action)
                .containsExactly("PLANNED", "SENDING", "PLANNED", "SENDING", "POSTED");
    }

    /** The holdings still show stock that is no longer there: what a race looks like. */
    @Test
    void when_the_rest_is_gone_as_well_nothing_is_allocated() throws Exception {
        control(
                "PUT",
                "/control/tables/warehouse_holdings",
                "{\"set\": {\"free_stock_available\": 0.00000, \"free_stock_available_less_reserved\": 1.00000}}");
        post();

        assertThat(posting().state()).isEqualTo(PostingState.POSTED);
        assertThat(allocated()).containsExactly("0", "0");
        assertThat(posting().evidence()).endsWith("stock is short: nothing is allocated");
        assertThat(sage.requests().of("POST /sop_orders")).isEqualTo(3);
    }

    @Test
    void a_process_that_dies_between_the_two_posts_leaves_an_order_that_is_planned_and_nowhere() throws Exception {
        assertThatThrownBy(() -> lane(new Dying(target, 2)).post("a", () -> false))
                .isInstanceOf(Killed.class);
        assertThat(posting().state()).isEqualTo(PostingState.SENDING);
        assertThat(world.attempts(posting().id())).extracting(Attempt::outcome).containsExactly("Refused", "SENDING");
        assertThat(orders()).isEmpty();

        world.pass(SETTLE);
        lane(target).post("b", () -> false);
        lane(target).resolve("b", () -> false);
        assertThat(posting().state()).isEqualTo(PostingState.IN_DOUBT);
        world.pass(SETTLE);
        lane(target).resolve("b", () -> false);
        post();
        assertThat(posting().state()).isEqualTo(PostingState.POSTED);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void where_nobody_knows_what_is_free_nothing_is_allocated() throws Exception {
        Outcome.Lesser lesser = Objects.requireNonNull(lesser(order()));
        assertThat(SalesOrderJson.read(lesser.command().document()).allocates()).isFalse();
        assertThat(lesser.command().fingerprint()).isEqualTo("fingerprint");
    }

    @Test
    void what_asks_for_no_stock_cannot_ask_for_less() throws Exception {
        assertThat(lesser(order().withoutAllocation())).isNull();
    }

    /** With a Sage that cannot be asked for its stock. */
    private Outcome.@Nullable Lesser lesser(NewSalesOrder order) throws TargetUnavailable {
        ShortStock shortStock = new ShortStock(new SageClients("http://127.0.0.1:1").stock());
        Reason reason = new Reason("NOT_ENOUGH_STOCK", Owner.OPERATIONS, "There is not enough", "Book it in");
        Outcome outcome = shortStock.orLesser(
                new Outcome.Refused(List.of(reason)),
                command(order),
                order,
                new SageClients(url()).sites().read("33"));
        return ((Outcome.Refused) outcome).lesser();
    }

    private void post() {
        lane(target).post("a", () -> false);
    }

    private Lane lane(Target side) {
        Patience patience = new Patience(
                Duration.ofMinutes(5),
                SETTLE,
                Duration.ZERO,
                new Retries(List.of(Duration.ofSeconds(5)), new Random(1)));
        return new Lane(world.store(), Map.of(PostingKind.ORDER, side), patience, word -> {});
    }

    private Posting posting() {
        return world.posting(KEY).orElseThrow();
    }

    private List<String> allocated() throws Exception {
        return StreamSupport.stream(orders().get(0).path("lines").spliterator(), false)
                .map(line -> line.path("allocated_quantity")
                        .decimalValue()
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
    }

    private List<JsonNode> orders() throws Exception {
        return StreamSupport.stream(
                        control("GET", "/control/tables/sop_orders", "").spliterator(), false)
                .toList();
    }

    private String url() {
        return sage.baseUrl().toString().replaceAll("/+$", "");
    }

    private void stock(String product, int free) throws Exception {
        control("POST", "/control/products", "[{\"code\": \"" + product + "\", \"freeStock\": " + free + "}]");
    }

    private JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    private static Line line(String code, int quantity) {
        BigDecimal pieces = BigDecimal.valueOf(quantity);
        return new Line(LineType.STANDARD, code, null, "WEB", pieces, pieces, BigDecimal.TEN, 1, null, Map.of());
    }

    /** The process is gone: nothing of ours runs any more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Dies when it is about to make its n-th write. */
    private static final class Dying implements Target {
        private final Target target;
        private int writesLeft;

        Dying(Target target, int dyingWrite) {
            this.target = target;
            this.writesLeft = dyingWrite - 1;
        }

        @Override
        public PostingKind kind() {
            return target.kind();
        }

        @Override
        public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
            return target.find(sought);
        }

        @Override
        public Outcome send(Command command, String evidence) {
            if (writesLeft-- == 0) {
                throw new Killed();
            }
            return target.send(command, "");
        }

        @Override
        public void discard(Command command, Document draft) throws TargetUnavailable {
            target.discard(command, draft);
        }
    }
}
