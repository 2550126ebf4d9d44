package centrasage.dispatch.centra;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.MadeShipment;
import centrasage.centra.NewShipment;
import centrasage.centra.NewShipmentJson;
import centrasage.centra.ShippableOrder;
import centrasage.centra.client.CentraShipping;
import centrasage.centra.client.ShipmentInputs;
import centrasage.centra.client.ShipmentStep;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.dispatch.centra.post.ShipmentTarget;
import centrasage.dispatch.centra.post.StepTargets;
import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Partner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Side;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SideHeard;
import centrasage.money.Money;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.sync.posting.Lane;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four steps of a shipment as lanes write them to a Centra that loses answers, refuses captures and is done in part already. */
class ShipmentStepsTest {
    private static final String DESPATCH = "33/0000000012";
    private static final Instant LEFT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Partner CENTRA = new Partner(Side.CENTRA, "33");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final List<SideHeard> heard = new ArrayList<>();
    private final List<String> tally = new ArrayList<>();
    private CentraSimulator centra;
    private CentraShipping shipping;
    private CentraOrder order;

    @BeforeEach
    void place() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7));
        centra.state()
                .place(new TradeGenerator(7)
                        .day(LocalDate.of(2026, 11, 22), 1, new Mix(Map.of(OrderKind.PLAIN, 1)), 10234));
        order = requireNonNull(centra.state().order(10234));
        shipping = shipping(new ShipmentInputs(true, false));
    }

    @AfterEach
    void close() {
        centra.close();
    }

    private CentraShipping shipping(ShipmentInputs inputs) {
        CentraSettings settings = new CentraSettings(
                centra.baseUrl(), CentraOptions.DEFAULT_TOKEN, Duration.ofSeconds(2), Duration.ofSeconds(2));
        CentraGraphQl graphQl = new CentraGraphQl(settings, Clock.systemUTC(), length -> {}, heard::add);
        return new CentraShipping(graphQl, 100, inputs);
    }

    private Lane lane() {
        StepTargets steps = new StepTargets();
        Clock clock = Clock.systemUTC();
        Map<PostingKind, Target> targets = Stream.of(
                        new ShipmentTarget(shipping),
                        steps.release(shipping, clock),
                        steps.capture(shipping, clock),
                        steps.completion(shipping, clock))
                .collect(Collectors.toMap(Target::kind, Function.identity()));
        return new Lane(world.store(), targets, Plans.patience(Duration.ofSeconds(15)), tally::add);
    }

    private NewShipment shipment() {
        List<NewShipment.Line> lines = order.trade().basket().lines().stream()
                .map(line -> new NewShipment.Line(line.article().sku(), line.quantity(), List.of((long) line.id())))
                .toList();
        return new NewShipment(
                10234,
                DESPATCH,
                lines,
                List.of(),
                new centrasage.centra.Shipment.Tracking("DHL", "Express", "JD01"),
                2,
                LEFT,
                false,
                Money.of("50.00", order.currency().code()));
    }

    private Map<Long, Integer> picked() {
        return order.trade().basket().lines().stream()
                .collect(Collectors.toMap(line -> (long) line.id(), Line::quantity));
    }

    private List<Planned> planned() {
        NewShipment shipment = shipment();
        Command create = new Command(
                new PostingKey("33", PostingKind.CENTRA_SHIPMENT, DESPATCH),
                "33/C10234",
                shipment.value(),
                null,
                LocalDate.of(2026, 11, 24),
                "content",
                NewShipmentJson.write(shipment));
        return ShipmentPlans.of(create, new DocumentVersion("despatch", DESPATCH, 1), Set.of());
    }

    private void record() {
        planned().forEach(world::record);
    }

    private PostingState state(PostingKind kind) {
        return world.posting(new PostingKey("33", kind, DESPATCH)).orElseThrow().state();
    }

    private List<PostingState> states() {
        return Stream.of(
                        PostingKind.CENTRA_SHIPMENT,
                        PostingKind.CENTRA_GOOD_TO_GO,
                        PostingKind.CENTRA_CAPTURE,
                        PostingKind.CENTRA_COMPLETION)
                .map(this::state)
                .toList();
    }

    private Shipment only() {
        List<Shipment> all =
                requireNonNull(centra.state().order(10234)).shipping().shipments();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private long captures() {
        return requireNonNull(centra.state().order(10234)).trade().payments().stream()
                .filter(entry -> entry.type() == Payment.Type.CAPTURE)
                .count();
    }

    private void isShippedOnce() {
        assertThat(states()).containsOnly(PostingState.POSTED);
        Shipment made = only();
        assertThat(made.shippedAt()).isEqualTo(LEFT);
        assertThat(made.goodToGo()).isTrue();
        assertThat(made.payment().captured()).isTrue();
        assertThat(made.message()).isEqualTo("Sage 200 despatch " + DESPATCH);
        assertThat(made.externalIds()).containsValue(DESPATCH);
        assertThat(made.parcel().tracking()).isEqualTo("JD01");
        assertThat(made.parcel().carrier()).isEqualTo("DHL");
        assertThat(made.parcel().packages()).isEqualTo(2);
        assertThat(captures()).isOne();
    }

    private void post() {
        for (int i = 0; i < ShipmentStep.values().length; i++) {
            lane().post("a", () -> false);
        }
    }

    @Test
    void a_shipment_is_made_let_go_captured_and_completed() {
        record();
        post();
        isShippedOnce();
        assertThat(tally).containsExactly("posted", "posted", "posted", "posted");
        assertThat(world.findings()).as("what was captured is what it comes to").isEmpty();
        assertThat(heard).isNotEmpty().allMatch(each -> each.why().isEmpty());
    }

    static Stream<Arguments> lostAnswers() {
        return Stream.of("createShipment", "updateShipment", "captureShipment", "completeShipment")
                .flatMap(mutation -> Stream.of(
                                FaultKind.RESET_AFTER_COMMIT,
                                FaultKind.GATEWAY_TIMEOUT_AFTER_COMMIT,
                                FaultKind.MALFORMED_AFTER_COMMIT,
                                FaultKind.RESET_BEFORE_COMMIT,
                                FaultKind.SERVER_ERROR)
                        .map(fault -> Arguments.of(mutation, fault)));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void an_answer_that_is_lost_leaves_a_doubt_that_reading_back_resolves(String mutation, FaultKind fault) {
        centra.faults().order(fault, "\"operationName\":\"" + mutation + "\"", 1);
        record();
        post();
        assertThat(centra.faults().count(fault)).isOne();
        assertThat(states()).contains(PostingState.IN_DOUBT).doesNotContain(PostingState.REFUSED);
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane().resolve("a", () -> false);
        post();
        isShippedOnce();
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        assertThat(lane().recheck(Map.of(), () -> false)).isEmpty();
        assertThat(world.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void what_is_done_already_is_taken_as_it_is(int done) throws TargetUnavailable {
        for (int i = 0; i < done; i++) {
            ShipmentStep step = ShipmentStep.values()[i];
            Outcome outcome = step == ShipmentStep.CREATE
                    ? shipping.create(shipment(), picked())
                    : shipping.advance(step, made().id(), shipment());
            assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        }
        record();
        post();
        isShippedOnce();
        assertThat(tally.stream().filter("already there"::equals)).hasSize(done);
    }

    private MadeShipment made() throws TargetUnavailable {
        ShippableOrder read = requireNonNull(shipping.find(List.of(10234L)).get(10234L));
        return read.of(DESPATCH).get(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = ShipmentStep.class,
            names = {"CAPTURE", "COMPLETE"})
    void what_centra_refuses_because_it_is_done_counts_as_done(ShipmentStep step) throws TargetUnavailable {
        shipping.create(shipment(), picked());
        for (ShipmentStep each : List.of(ShipmentStep.RELEASE, ShipmentStep.CAPTURE, ShipmentStep.COMPLETE)) {
            shipping.advance(each, made().id(), shipment());
        }
        assertThat(shipping.advance(step, made().id(), shipment())).isInstanceOf(Outcome.AlreadyThere.class);
        assertThat(captures()).isOne();
    }

    @Test
    void a_capture_that_fails_ships_nothing_and_is_a_matter_of_finance_until_the_money_is_there()
            throws IOException, InterruptedException {
        control("POST", "/control/captures", "{\"order\": 10234, \"message\": \"Refused by the bank\"}");
        record();
        post();
        assertThat(state(PostingKind.CENTRA_CAPTURE)).isEqualTo(PostingState.REFUSED);
        assertThat(state(PostingKind.CENTRA_COMPLETION)).isEqualTo(PostingState.WAITING);
        assertThat(world.posting(new PostingKey("33", PostingKind.CENTRA_CAPTURE, DESPATCH))
                        .orElseThrow()
                        .reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("CAPTURE_FAILED");
                    assertThat(reason.owner()).isEqualTo(Owner.FINANCE);
                    assertThat(reason.what()).contains("Refused by the bank").contains(DESPATCH);
                });
        world.pass(Duration.ofHours(2));
        post();
        assertThat(only().shipped()).as("never by itself").isFalse();
        assertThat(captures()).isZero();
        control("PUT", "/control/shipments/" + only().id(), "{\"capture\": true}");
        record();
        post();
        isShippedOnce();
    }

    @Test
    void money_that_came_another_way_is_no_capture_and_completes_the_shipment() {
        record();
        requireNonNull(centra).faults().order(FaultKind.TOO_MANY_REQUESTS, "\"operationName\":\"captureShipment\"", 1);
        lane().post("a", () -> false);
        centra.state()
                .change(
                        10234,
                        now -> now.withShipping(now.shipping()
                                .with(now.shipping()
                                        .shipments()
                                        .get(0)
                                        .withPayment(now.shipping()
                                                .shipments()
                                                .get(0)
                                                .payment()
                                                .paidOutside(centra.state().now())))));
        world.pass(Duration.ofMinutes(20));
        shipping = shipping(new ShipmentInputs(true, false));
        post();
        assertThat(states()).containsOnly(PostingState.POSTED);
        assertThat(captures()).isZero();
    }

    @Test
    void what_is_turned_away_unread_is_not_sent_and_pauses_centra_alone() {
        centra.faults().order(FaultKind.TOO_MANY_REQUESTS, "\"operationName\":\"createShipment\"", 1);
        record();
        assertThat(lane().post("a", () -> false)).containsOnlyKeys(CENTRA);
        assertThat(state(PostingKind.CENTRA_SHIPMENT)).isEqualTo(PostingState.PLANNED);
        assertThat(heard.get(heard.size() - 1))
                .satisfies(last -> assertThat(last.side()).isEqualTo(Side.CENTRA))
                .satisfies(last -> assertThat(last.part()).isEqualTo(SideHeard.SHIPPING))
                .satisfies(last -> assertThat(last.why()).isPresent());
        assertThat(requireNonNull(centra.state().order(10234)).shipping().shipments())
                .isEmpty();
    }

    @Test
    void a_centra_that_is_not_there_was_provably_sent_nothing() {
        centra.close();
        assertThat(shipping.create(shipment(), picked())).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void more_than_is_left_is_refused_and_nothing_is_made() throws IOException, InterruptedException {
        control("POST", "/control/shipments", "{\"order\": 10234}");
        record();
        post();
        assertThat(state(PostingKind.CENTRA_SHIPMENT)).isEqualTo(PostingState.REFUSED);
        assertThat(only().message()).isNull();
    }

    @Test
    void after_a_doubt_a_shipment_that_may_be_it_is_a_persons_to_name() throws IOException, InterruptedException {
        centra.faults().order(FaultKind.RESET_BEFORE_COMMIT, "\"operationName\":\"createShipment\"", 1);
        record();
        lane().post("a", () -> false);
        control("POST", "/control/shipments", "{\"order\": 10234, \"complete\": false, \"capture\": false}");
        world.pass(StoreContract.SETTLE.plusSeconds(1));
        lane().resolve("a", () -> false);
        assertThat(state(PostingKind.CENTRA_SHIPMENT)).isEqualTo(PostingState.REFUSED);
        assertThat(world.posting(new PostingKey("33", PostingKind.CENTRA_SHIPMENT, DESPATCH))
                        .orElseThrow()
                        .reasons())
                .extracting(reason -> reason.code())
                .containsExactly("SHIPMENT_WITHOUT_NUMBER");
        assertThat(only().message()).isNull();
    }

    @Test
    void money_that_was_captured_otherwise_is_told() {
        MadeShipment made = new MadeShipment(
                7,
                "10234-1",
                true,
                true,
                true,
                false,
                "",
                DESPATCH,
                Money.of("48.00", "GBP"),
                Money.of("40.00", "GBP"),
                Map.of());
        assertThat(CentraShipping.document(Money.of("50.00", "GBP"), made))
                .satisfies(told -> assertThat(told.total()).isEqualTo(Money.of("42.00", "GBP")))
                .satisfies(told -> assertThat(told.remark()).contains("40.00", "48.00"));
        assertThat(centrasage.sync.posting.Discrepancy.of(
                        1,
                        new PostingKey("33", PostingKind.CENTRA_CAPTURE, DESPATCH),
                        Money.of("50.00", "GBP"),
                        null,
                        CentraShipping.document(Money.of("50.00", "GBP"), made)))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.amount()).isEqualTo(Money.of("8.00", "GBP"));
                    assertThat(finding.reason().owner()).isEqualTo(Owner.FINANCE);
                });
    }

    private void control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(centra.baseUrl() + "/").resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        assertThat(Json.mapper().readTree(answer.body())).isNotNull();
    }
}
