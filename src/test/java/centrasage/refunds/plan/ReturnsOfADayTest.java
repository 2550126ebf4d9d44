package centrasage.refunds.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.OrderLine;
import centrasage.centra.OrderReturn;
import centrasage.centra.OrderReturnJson;
import centrasage.centra.Parsed;
import centrasage.centra.client.SimulatedReturns;
import centrasage.flow.Command;
import centrasage.flow.OrderStanding;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.ExampleMappings;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.money.Money;
import centrasage.money.VatRate;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import centrasage.orders.plan.OrderPlans;
import centrasage.orders.plan.Samples;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundRules.CreditWhen;
import centrasage.refunds.RefundRules.Dated;
import centrasage.refunds.RefundRules.ReturnCost;
import centrasage.refunds.RefundRules.WithoutReturnVat;
import centrasage.refunds.SalesReturnRules;
import centrasage.refunds.post.CreditNoteTarget;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of order, sent in parts and come back in parts: what the planner makes of each return comes to what Centra gave back, its
 * VAT as well, and of no order to more than it.
 */
class ReturnsOfADayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int TRADED = 300;
    private static final RefundRules RULES = new RefundRules(
            OrdersFrom.parse("2026-11-01"),
            ZoneId.of("Europe/London"),
            "33",
            CreditWhen.COMPLETED,
            Dated.ORDER_TOUCHED,
            ReturnCost.OFF_SALES,
            new BigDecimal("0.05"),
            Set.of("CAPTURE"),
            Optional.of(WithoutReturnVat.PROPORTIONAL));

    private static final SalesReturns SALES_RETURNS = new SalesReturns(
            SalesReturnJson::write, new SalesReturnRules(new BigDecimal("0.05"), true), ReturnCost.OFF_SALES);

    private final Map<String, Integer> held = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void each_credit_note_comes_to_what_centra_gave_back_with_its_vat(int seed) throws Exception {
        System.out.println("seed " + seed);
        try (SimulatedReturns centra = SimulatedReturns.ofADay(DAY, TRADED, seed);
                SageSimulator sage = SageSimulator.start(0, 7)) {
            Mappings mappings = Samples.mappings();
            Site site =
                    selling(new SageClients(sage.baseUrl().toString()).sites().read("33"), centra.orders());
            Map<Long, NewSalesOrder> sold = sold(centra, new OrderPlans(mappings, site, rules()));
            Map<Long, JsonNode> truths = centra.truths();
            Map<Long, List<Money>> credited = new HashMap<>();
            System.out.println(sold.size() + " orders, " + truths.size() + " returns");
            for (String text : centra.returns()) {
                OrderReturn made = read(OrderReturnJson.parse(text));
                NewSalesOrder order = sold.get(made.order());
                if (order != null && made.isCompleted()) {
                    List<Money> before = credited.computeIfAbsent(made.order(), number -> new ArrayList<>());
                    Optional<Command> credit = planned(made, order, site, before, mappings, null);
                    credit.ifPresent(command -> {
                        before.add(command.amount());
                        isAsCentraSays(command, order, site, requireNonNull(truths.get(made.id())));
                        isTakenBy(sage, command);
                    });
                }
            }
            long credits = credited.values().stream().mapToLong(List::size).sum();
            System.out.println(credits + " credit notes, held " + held);
            assertThat(credits).isGreaterThan(100);
            assertThat(centra.orders()).as("exchanges are orders of their own").hasSizeGreaterThan(TRADED);
            assertThat(paidByGiftCard(centra))
                    .anySatisfy(order ->
                            assertThat(credited.getOrDefault(order, List.of())).isNotEmpty());
            assertThat(held.keySet()).isSubsetOf("RETURN_OF_GIFT_CARD", "CREDIT_BELOW_ZERO");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, per-line, false", "2, per-tax-code, true"})
    void each_sales_return_comes_in_sage_to_what_centra_gave_back(int seed, String rounding, boolean inclusive)
            throws Exception {
        System.out.println("seed " + seed);
        String options = "{\"version\": \"2025R1\", \"rounding\": \"%s\", \"pricesTaxInclusive\": %b}"
                .formatted(rounding, inclusive);
        try (SimulatedReturns centra = SimulatedReturns.ofADay(DAY, TRADED, seed);
                SageSimulator sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse(options))) {
            stock(sage, centra.orders());
            Mappings mappings = rounding(rounding);
            Site site = new SageClients(sage.baseUrl().toString()).sites().read("33");
            Map<Long, NewSalesOrder> sold = sold(centra, new OrderPlans(mappings, site, rules()));
            int posted = 0;
            for (String text : centra.returns()) {
                OrderReturn made = read(OrderReturnJson.parse(text));
                NewSalesOrder order = sold.get(made.order());
                if (order != null && made.isCompleted()) {
                    Optional<Command> back = planned(made, order, site, List.of(), mappings, SALES_RETURNS);
                    back.ifPresent(command -> isTakenBy(sage, command));
                    posted += back.isPresent() ? 1 : 0;
                }
            }
            System.out.println(posted + " sales returns, held " + held);
            assertThat(posted).isGreaterThan(100);
            assertThat(held.keySet()).isSubsetOf("RETURN_OF_GIFT_CARD", "RETURN_CHARGE", "RETURN_VAT_IN_SAGE");
            held.remove("RETURN_OF_GIFT_CARD");
            assertThat(held.values().stream().mapToInt(Integer::intValue).sum())
                    .as("what a sales return cannot express")
                    .isLessThan(6);
        }
    }

    private static Mappings rounding(String rounding) throws IOException, MappingFaults {
        Path folder = Files.createTempDirectory("mappings");
        ExampleMappings.copyTo(folder);
        Path companies = folder.resolve("companies.csv");
        Files.writeString(
                companies, Files.readString(companies).replaceAll("(?m)^33,per-(line|tax-code)", "33," + rounding));
        return SeedFolder.load(folder);
    }

    private static void stock(SageSimulator sage, List<String> orders) throws Exception {
        ArrayNode products = Json.array();
        orders.stream()
                .map(text -> read(OrderJson.parse(text)))
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::sku)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(sku -> products.addObject().put("code", sku).put("freeStock", 1));
        HttpRequest request = HttpRequest.newBuilder(sage.baseUrl().resolve("/control/products"))
                .POST(HttpRequest.BodyPublishers.ofString(products.toString()))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static OrderRules rules() {
        OrderRules usual = Samples.rules();
        return new OrderRules(
                usual.defaultCompany(),
                usual.from(),
                usual.statuses(),
                usual.stores(),
                usual.allocate(),
                usual.tolerance(),
                usual.negativeRounding(),
                usual.onDifference(),
                GiftCardRules.of("multi-purpose", "tender"),
                usual.zone());
    }

    private static void isAsCentraSays(Command command, NewSalesOrder order, Site site, JsonNode truth) {
        SalesDocument document = SalesDocumentJson.read(command.document());
        assertThat(minor(document.value().amount()))
                .as("the total of %s", truth)
                .isEqualTo(truth.path("grandMinor").asLong());
        assertThat(minor(document.tax()))
                .as("the VAT of %s", truth)
                .isEqualTo(truth.path("vatMinor").asLong());
        assertThat(document.customer()).isEqualTo(order.customer());
        assertThat(document.taxes()).allSatisfy(share -> {
            VatRate rate = new VatRate(
                    requireNonNull(site.taxCodes().get(share.taxCode())).rate());
            assertThat(rate.on(share.goods()).subtract(share.tax()).abs())
                    .as("the VAT under tax code %s of %s", share.taxCode(), truth)
                    .isLessThan(new BigDecimal("0.05"));
        });
    }

    private static void isTakenBy(SageSimulator sage, Command command) {
        SageClients clients = new SageClients(sage.baseUrl().toString());
        Outcome outcome = new CreditNoteTarget(clients.ledger(), clients.returns(), clients.sites(), clients.dates())
                .send(command, "");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Posted.class,
                        posted -> assertThat(posted.document().total()).isEqualTo(command.amount()));
    }

    private static List<Long> paidByGiftCard(SimulatedReturns centra) throws TargetUnavailable {
        return centra.orders().stream()
                .map(text -> read(OrderJson.parse(text)))
                .filter(order -> order.payments().stream()
                        .anyMatch(payment -> payment.entryType().contains("GIFT_CARD")))
                .map(Order::number)
                .toList();
    }

    /** The company, with a product for everything that was ordered. */
    private static Site selling(Site site, List<String> orders) {
        Map<String, Long> products = new HashMap<>(site.products());
        orders.stream()
                .map(text -> read(OrderJson.parse(text)))
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::sku)
                .filter(Objects::nonNull)
                .forEach(sku -> products.putIfAbsent(sku, 1L));
        return new Site(
                site.company(),
                site.pricesIncludeTax(),
                site.customers(),
                products,
                site.inactiveProducts(),
                site.warehouses(),
                site.taxCodes(),
                site.countries(),
                site.charges());
    }

    private static Map<Long, NewSalesOrder> sold(SimulatedReturns centra, OrderPlans plans) throws Exception {
        Map<Long, NewSalesOrder> sold = new HashMap<>();
        for (String text : centra.orders()) {
            if (OrderJson.parse(text) instanceof Parsed.Readable<Order> readable
                    && plans.plan(readable.document()) instanceof Plan.Post post) {
                sold.put(
                        readable.document().number(),
                        SalesOrderJson.read(post.command().document()));
            }
        }
        return sold;
    }

    private Optional<Command> planned(
            OrderReturn made,
            NewSalesOrder order,
            Site site,
            List<Money> before,
            Mappings mappings,
            @Nullable SalesReturns salesReturns) {
        OrderStanding standing = new OrderStanding(
                new PostingKey("33", PostingKind.ORDER, Long.toString(made.order())), PostingState.POSTED, List.of());
        Situation now = new Situation(standing, order, site, List.of(order.total()), before, DAY.plusDays(3));
        Plan plan = new CreditPlanner(SalesDocumentJson::write, RULES, salesReturns).plan(made, now, mappings);
        if (plan instanceof Plan.Hold hold) {
            hold.reasons().stream().map(Reason::code).forEach(code -> held.merge(code, 1, Integer::sum));
            hold.reasons().stream()
                    .filter(reason -> !reason.code().equals("RETURN_OF_GIFT_CARD"))
                    .forEach(reason -> System.out.println(reason.code() + ": " + reason.what()));
        }
        return plan instanceof Plan.Post post ? Optional.of(post.command()) : Optional.empty();
    }

    private static <T> T read(Parsed<T> parsed) {
        return parsed.match(Parsed.Readable::document, unreadable -> {
            throw new AssertionError(unreadable.reasons());
        });
    }

    private static long minor(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
