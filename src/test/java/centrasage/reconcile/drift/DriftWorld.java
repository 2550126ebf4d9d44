package centrasage.reconcile.drift;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.DeskBeans;
import centrasage.desk.DriftBook;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.NewSalesOrder.Rounding;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.OrderCorrectionJson;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.client.read.SiteReader;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import centrasage.sync.store.JpaWorld;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.batch.runtime.context.JobContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders that were posted to the Sage simulator, the store that knows of them, and the job that compares both. */
final class DriftWorld implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final String COMPANY = "33";
    static final Money TOTAL = Money.of("30.00", "GBP");

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Money MORE = Money.of("30.01", "GBP");
    private static final Money VAT = Money.of("5.00", "GBP");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> ids = new HashMap<>();
    private long execution = 7;
    final SageSimulator sage;
    final SageClients clients;
    private final SiteReader sites;
    final JpaWorld store = new JpaWorld(Duration.ofMinutes(10));
    final DriftBook book = DeskBeans.book(store);
    final Desk desk = DeskBeans.desk(store);

    DriftWorld() throws IOException {
        sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{\"pricesTaxInclusive\": false}"));
        clients = new SageClients(sage.baseUrl().toString());
        sites = clients.sites();
        control("POST", "/control/products", "[{\"code\": \"DEMO-TEE\", \"freeStock\": 1000}]");
    }

    @Override
    public void close() {
        sage.close();
    }

    static NewSalesOrder order(String number, LocalDate day) {
        return new NewSalesOrder(
                COMPANY,
                "CENTGBP1",
                "C" + number,
                day,
                new DeliveryAddress(
                        "Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1 1AA", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(
                        line(LineType.STANDARD, "DEMO-TEE", "WEB", "2", "10.00000", 1),
                        line(LineType.CHARGE, "CARRIAGE", null, "1", "4.99", 1),
                        line(LineType.CHARGE, "ROUNDING", null, "1", "0.01", 91),
                        Line.comment("a gift")),
                TOTAL,
                VAT);
    }

    private static Line line(
            LineType type, String code, @Nullable String warehouse, String quantity, String price, int taxCode) {
        return new Line(
                type,
                code,
                null,
                warehouse,
                new BigDecimal(quantity),
                BigDecimal.ZERO,
                new BigDecimal(price),
                taxCode,
                type == LineType.CHARGE ? "4905" : null,
                Map.of());
    }

    /** Posted to Sage, and known to be. */
    void post(String number, LocalDate day) throws TargetUnavailable {
        NewSalesOrder order = order(number, day);
        record(number, day, TOTAL, new Plan.Post(command(order, number, TOTAL)));
        Document document = send(order);
        ids.put(number, Long.parseLong(document.id()));
        end(new Posted(document));
    }

    private Document send(NewSalesOrder order) throws TargetUnavailable {
        Outcome outcome = clients.orders().post(order, clients.sites().read(COMPANY));
        assertThat(outcome).isInstanceOf(Posted.class);
        return ((Posted) outcome).document();
    }

    void post(String number) throws TargetUnavailable {
        post(number, DAY);
    }

    /** Planned for a penny more than Sage makes of it; what corrects it is due. */
    OrderCorrection postOff(String number) throws TargetUnavailable {
        return postOff(number, new BigDecimal("0.05")).orElseThrow();
    }

    /** @param most what a correction may come to; null where the difference is for people */
    Optional<OrderCorrection> postOff(String number, @Nullable BigDecimal most) throws TargetUnavailable {
        NewSalesOrder usual = order(number, DAY);
        NewSalesOrder order = new NewSalesOrder(
                COMPANY,
                usual.customer(),
                usual.customerDocumentNo(),
                DAY,
                usual.deliveryAddress(),
                Map.of(),
                usual.lines(),
                MORE,
                VAT,
                most == null ? null : new Rounding(usual.lines().get(2), BigDecimal.ZERO, most));
        record(number, DAY, MORE, new Plan.Post(command(order, number, MORE)));
        Document document = send(order);
        Optional<OrderCorrection> correction = OrderCorrection.of(order, document);
        ids.put(number, Long.parseLong(document.id()));
        end(new Posted(document.correctedBy(
                correction.map(what -> following(number, what)).orElse(null))));
        return correction;
    }

    private static Command following(String number, OrderCorrection correction) {
        return new Command(
                new PostingKey(COMPANY, PostingKind.ORDER_CORRECTION, number),
                COMPANY + "/C" + number,
                correction.amount(),
                null,
                DAY,
                "correction",
                OrderCorrectionJson.write(correction));
    }

    /** What is due ends so. */
    void end(Outcome outcome) {
        for (Claimed claimed : store.store().claim(Purpose.POST, "a", LEASE, 20)) {
            store.store().intend(claimed, LEASE, "nothing found");
            store.store().conclude(claimed, outcome, Duration.ZERO);
            store.store().release(claimed);
        }
    }

    /** The order's rounding line is changed to what the correction says. */
    void correct(OrderCorrection correction) throws TargetUnavailable {
        SalesOrder there = clients.orders().read(COMPANY, correction.orderId()).orElseThrow();
        Site site = clients.sites().read(COMPANY);
        Long line = correction.sentLines(there, site).get(0).id();
        end(clients.orders().correct(correction, line, site));
    }

    /** Known to be posted to another company, which is the one of the simulator's second database. */
    void postElsewhere(String number) throws TargetUnavailable {
        NewSalesOrder order = elsewhere(order(number, DAY));
        PostingKey key = new PostingKey(order.company(), PostingKind.ORDER, number);
        String object = order.company() + "/C" + number;
        Command command = new Command(key, object, TOTAL, VAT, DAY, "content", SalesOrderJson.write(order));
        store.record(new Planned(
                key, object, new DocumentVersion("order", number, 1), TOTAL, DAY, new Plan.Post(command), "content"));
        end(clients.orders().post(order, clients.sites().read(order.company())));
    }

    long enterElsewhere(String number) throws TargetUnavailable {
        NewSalesOrder order = elsewhere(order(number, DAY));
        Outcome outcome = clients.orders().post(order, clients.sites().read(order.company()));
        return Long.parseLong(((Posted) outcome).document().id());
    }

    private static NewSalesOrder elsewhere(NewSalesOrder order) {
        return new NewSalesOrder(
                "34",
                order.customer(),
                order.customerDocumentNo(),
                order.documentDate(),
                order.deliveryAddress(),
                order.fields(),
                order.lines(),
                order.total(),
                order.vat());
    }

    /** A credit note of a return of the order, in which Sage has other VAT than was planned. */
    void creditWithOtherVat(String number) {
        PostingKey key = new PostingKey(COMPANY, PostingKind.CREDIT_NOTE, number + "/R1");
        Command command = new Command(key, COMPANY + "/C" + number, TOTAL, VAT, DAY, "content", "{}");
        store.record(new Planned(
                key,
                command.object(),
                new DocumentVersion("returns", key.sourceKey(), 1),
                TOTAL,
                DAY,
                new Plan.Post(command),
                "content"));
        end(new Posted(new Document("71", "1001", TOTAL, Money.of("4.00", "GBP"), null)));
    }

    /** In Sage alone, as a person enters it by hand. */
    long enter(String number) throws TargetUnavailable {
        Outcome outcome =
                clients.orders().post(order(number, DAY), clients.sites().read(COMPANY));
        return Long.parseLong(((Posted) outcome).document().id());
    }

    void skip(String number) {
        record(number, DAY, TOTAL, new Plan.Skip(new Reason("TEST_ORDER", Owner.CX, "It is a test order", "Nothing")));
    }

    void hold(String number) {
        record(
                number,
                DAY,
                TOTAL,
                new Plan.Hold(List.of(new Reason("NOT_PAID", Owner.CX, "It is not paid", "Ask the customer"))));
    }

    private static Command command(NewSalesOrder order, String number, Money total) {
        return new Command(
                key(number),
                COMPANY + "/C" + number,
                total,
                VAT,
                order.documentDate(),
                "content",
                SalesOrderJson.write(order));
    }

    private void record(String number, LocalDate day, Money total, Plan plan) {
        store.record(new Planned(
                key(number),
                COMPANY + "/C" + number,
                new DocumentVersion("order", number, 1),
                total,
                day,
                plan,
                "content"));
    }

    static PostingKey key(String number) {
        return new PostingKey(COMPANY, PostingKind.ORDER, number);
    }

    /** Sage's id of a posted order. */
    long id(String number) {
        return ids.getOrDefault(number, -1L);
    }

    void act(String number, String action, String body) {
        act(id(number), action, body);
    }

    void act(long id, String action, String body) {
        control("POST", "/control/orders/" + id + "/" + action, body);
    }

    void control(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(sage.baseUrl().toString().replaceAll("/+$", "") + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One run of the job, the morning after the orders' day; what it counted. */
    Map<String, Long> run() throws TargetUnavailable {
        return run(usual());
    }

    static DriftSettings usual() {
        return new DriftSettings(COMPANY, Period.ofDays(30), "", ZoneId.of("Europe/London"), true);
    }

    Map<String, Long> run(DriftSettings settings) throws TargetUnavailable {
        comparison(settings).process();
        return store.runCounts().of(execution);
    }

    CompareOrders comparison(DriftSettings settings) {
        execution++;
        return new CompareOrders(
                new OrderReadBack(store.postedDocuments(), clients.orders(), sites),
                new Strays(store.postedDocuments(), clients.orders(), sites),
                book,
                store.givingUp(),
                store.runCounts(),
                context(),
                Clock.fixed(Instant.parse("2026-11-24T05:00:00Z"), ZoneOffset.UTC),
                settings);
    }

    private JobContext context() {
        long id = execution;
        return (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) -> method.getName().equals("getExecutionId") ? id : null);
    }

    List<BusinessException> open() {
        return desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 100);
    }

    List<BusinessException> all() {
        return desk.list(new Desk.Filter(null, null, null, null), 0, 100);
    }
}
