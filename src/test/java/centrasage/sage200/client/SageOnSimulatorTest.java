package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import centrasage.flow.Outcome;
import centrasage.flow.Outcome.InDoubt;
import centrasage.flow.Outcome.Locked;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.Outcome.Refused;
import centrasage.flow.Outcome.Unavailable;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.DespatchNote;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.OrderComparison;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.SurveyReader;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SageOnSimulatorTest {
    private static final String COMPANY = "33";
    private static final String KEY = "C10234";

    private final SageSimulator simulator;
    private SageSettings settings;

    SageOnSimulatorTest() throws IOException {
        simulator = SageSimulator.start(0, 7, options("{\"pricesTaxInclusive\": false}"));
        settings = settings("6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41");
    }

    @BeforeEach
    void stock() throws Exception {
        control("POST", "/control/products", "[{\"code\": \"DEMO-TEE\", \"freeStock\": 100}]");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void look_ups_are_read_in_the_companys_own_ids() throws TargetUnavailable {
        Site live = site(COMPANY);
        Site copy = site("34");

        assertThat(live.customers().get("CENTEUR1"))
                .extracting(Site.Customer::currency, Site.Customer::onHold)
                .containsExactly("EUR", false);
        assertThat(live.taxCodes().get(109)).extracting(Site.TaxCode::rate).isEqualTo(new BigDecimal("25.50"));
        assertThat(live.inactiveProducts())
                .contains("DEMO-OLD", "DEMO-INTERNAL")
                .doesNotContain("DEMO-TEE");
        assertThat(live.warehouses()).containsKeys("HOME", "WEB");
        assertThat(live.countries()).containsEntry("GR", live.countries().getOrDefault("EL", 0L));
        assertThat(live.charges()).containsKeys("CARRIAGE", "ROUNDING");
        assertThat(live.pricesIncludeTax()).isFalse();
        assertThat(copy.products().get("DEMO-TEE")).isNotEqualTo(live.products().get("DEMO-TEE"));
    }

    @Test
    void an_order_is_posted_found_and_read_again() throws TargetUnavailable {
        Outcome outcome = post(order());

        assertThat(outcome).isInstanceOf(Posted.class);
        Posted posted = (Posted) outcome;
        assertThat(posted.document().total().amount()).isEqualTo("30.00");
        SalesOrder found = find().get(0);
        assertThat(found.id()).isEqualTo(Long.parseLong(posted.document().id()));
        assertThat(found.documentNo()).isEqualTo(posted.document().number());
        assertThat(found.lineCount()).isEqualTo(4);
        assertThat(found.lines()).noneMatch(SalesOrder.Line::isBare);
        assertThat(new OrderComparison(found, order(), site(COMPANY)).lines()).isEmpty();
        assertThat(found.draft()).isFalse();
        assertThat(found.total()).isEqualByComparingTo("30.00");
        assertThat(found.createdAt()).isNotNull();
        assertThat(orders().read(COMPANY, found.id())).contains(found);
        assertThat(postsSeen()).isEqualTo(1);
    }

    @Test
    void what_a_save_that_crashed_has_left_is_seen_by_its_number() throws Exception {
        assertThat(crashedOrders()).isEmpty();
        post(order());
        assertThat(crashedOrders()).isEmpty();
        control("POST", "/control/orders/" + find().get(0).id() + "/edit", "{\"set\": {\"document_no\": \"##12\"}}");

        assertThat(crashedOrders()).singleElement().satisfies(row -> {
            assertThat(row.text("document_no")).isEqualTo("##12");
            assertThat(row.text("customer_document_no")).isEqualTo(KEY);
            assertThat(row.text("date_time_created")).isNotEmpty();
        });
    }

    private List<SiteSurvey.Facts> crashedOrders() throws TargetUnavailable {
        return new SurveyReader(reads()).read(COMPANY).rows(SiteSurvey.Register.CRASHED_ORDERS);
    }

    @Test
    void despatches_are_read_whole_with_what_a_shipment_is_made_of() throws Exception {
        post(order());
        long order = find().get(0).id();
        control("PUT", "/control/stock", "{\"product\": \"DEMO-TEE\", \"freeStock\": 100}");
        control("POST", "/control/orders/" + order + "/allocate", "{}");
        for (int parcel = 1; parcel <= 2; parcel++) {
            control(
                    "POST",
                    "/control/despatches",
                    "{\"order\": " + order
                            + ", \"lines\": [{\"line\": 1, \"quantity\": 1}], \"date\": \"2026-11-23T00:00:00\","
                            + " \"tracking\": {\"courier\": \"DHL\", \"consignment_no\": \"T" + parcel + "\"}}");
        }
        DespatchChanges changes = new DespatchChanges(reads());

        DespatchChanges.Page page = changes.page(COMPANY, Instant.EPOCH, 0);

        assertThat(page.next()).isNull();
        assertThat(page.despatches()).hasSize(2).allSatisfy(raw -> {
            assertThat(raw.order()).isEqualTo(KEY);
            assertThat(raw.updatedAt()).isNotNull();
            assertThat(raw.text()).contains("date_time_updated");
            assertThat(raw.content()).doesNotContain("date_time_updated");
        });
        RawDespatch first = page.despatches().get(0);
        DespatchNote note = DespatchNoteText.read(COMPANY, first.text());
        assertThat(note.key()).isEqualTo(first.key()).startsWith(COMPANY + "/0");
        assertThat(note.order()).isEqualTo(10234);
        assertThat(note.date()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(note.courier()).isEqualTo("DHL");
        assertThat(note.consignment()).isEqualTo("T1");
        assertThat(note.lines()).singleElement().satisfies(line -> {
            assertThat(line.product()).isEqualTo("DEMO-TEE");
            assertThat(line.warehouse()).isEqualTo("WEB");
            assertThat(line.quantity()).isEqualByComparingTo("1");
        });
        assertThat(changes.page(COMPANY, Instant.now().plusSeconds(60), 0).despatches())
                .as("touched since")
                .isEmpty();
        assertThat(changes.page("34", Instant.EPOCH, 0).despatches())
                .as("of another company")
                .isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(FaultKind.TIMEOUT_AFTER_COMMIT, InDoubt.class, 1),
                arguments(FaultKind.GATEWAY_TIMEOUT_AFTER_COMMIT, InDoubt.class, 1),
                arguments(FaultKind.GATEWAY_TIMEOUT_BEFORE_COMMIT, InDoubt.class, 0),
                arguments(FaultKind.RESET_AFTER_COMMIT, InDoubt.class, 1),
                arguments(FaultKind.RESET_BEFORE_COMMIT, InDoubt.class, 0),
                arguments(FaultKind.SERVER_ERROR, InDoubt.class, 0),
                arguments(FaultKind.TOO_MANY_REQUESTS, Unavailable.class, 0),
                arguments(FaultKind.LOCK, Locked.class, 0),
                arguments(FaultKind.HALF_MADE_DRAFT, InDoubt.class, 1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void every_fault_ends_in_the_outcome_that_is_true_of_it(FaultKind fault, Class<?> meaning, int ordersLeft)
            throws TargetUnavailable {
        Site site = site(COMPANY);
        simulator.faults().order(fault, KEY, 1);

        Outcome outcome = orders().post(order(), site);

        assertThat(outcome).isInstanceOf(meaning);
        assertThat(find()).hasSize(ordersLeft);
        assertThat(postsSeen()).isEqualTo(1);
    }

    @Test
    void a_lock_names_the_user_who_holds_it() throws TargetUnavailable {
        simulator.faults().order(FaultKind.LOCK, KEY, 1);

        assertThat(post(order())).isEqualTo(new Locked("J. Smith on WS-14"));
    }

    @Test
    void a_refused_order_leaves_no_draft_behind() throws Exception {
        control("PUT", "/control/site", "{\"draftOnFailure\": true}");

        Outcome outcome = post(order("CENTHOLD"));

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).reasons().get(0).code()).isEqualTo("CUSTOMER_ON_HOLD");
        assertThat(find()).isEmpty();
    }

    @Test
    void a_half_made_order_that_was_refused_is_removed() throws Exception {
        control("PUT", "/control/site", "{\"halfMadeStatus\": 400}");
        simulator.faults().order(FaultKind.HALF_MADE_DRAFT, KEY, 1);

        assertThat(post(order())).isInstanceOf(Refused.class);
        assertThat(find()).isEmpty();
        assertThat(simulator.requests().of("DELETE /sop_orders/{id}")).isEqualTo(1);
    }

    @Test
    void a_user_who_may_not_override_prices_is_named_as_that() throws Exception {
        control(
                "PUT",
                "/control/tables/current_user_sop_user_permissions",
                "{\"set\": {\"override_prices_discounts\": false}}");

        Refused refused = (Refused) post(order());

        assertThat(refused.reasons().get(0).code()).isEqualTo("MISSING_PERMISSION");
        assertThat(refused.reasons().get(0).remedy()).contains("override prices and discounts");
    }

    @Test
    void a_wrong_company_or_site_is_said_plainly() {
        assertThatThrownBy(() -> site("999"))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("company 999");
        settings = settings("00000000-0000-0000-0000-000000000000");
        assertThatThrownBy(() -> site(COMPANY))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("sage200.site");
    }

    @Test
    void basic_sign_in_opens_the_api_and_a_wrong_password_does_not() throws Exception {
        control("PUT", "/control/auth", "{\"mode\": \"basic\"}");
        Authorization good = SageAuthorization.basic("api.centra", "secret");
        Site site =
                new SiteReader(new SageReads(settings, good), Duration.ofMinutes(5), Clock.systemUTC()).read(COMPANY);

        assertThat(new SageOrders(settings, new SageReads(settings, good), good, Optional.empty(), Clock.systemUTC())
                        .post(order(), site))
                .isInstanceOf(Posted.class);

        Authorization bad = SageAuthorization.basic("api.centra", "wrong");
        assertThat(new SageOrders(settings, new SageReads(settings, bad), bad, Optional.empty(), Clock.systemUTC())
                        .post(order(), site))
                .isInstanceOf(Unavailable.class);
    }

    private Outcome post(NewSalesOrder order) throws TargetUnavailable {
        return orders().post(order, site(COMPANY));
    }

    private List<SalesOrder> find() throws TargetUnavailable {
        Map<String, List<SalesOrder>> found = orders().find(COMPANY, List.of("C1", KEY, "C3"));
        assertThat(found).containsEntry("C1", List.of()).containsEntry("C3", List.of());
        return found.getOrDefault(KEY, List.of());
    }

    private SageOrders orders() {
        return new SageOrders(settings, reads(), SageAuthorization.NONE, Optional.empty(), Clock.systemUTC());
    }

    private Site site(String company) throws TargetUnavailable {
        return new SiteReader(reads(), Duration.ofMinutes(5), Clock.systemUTC()).read(company);
    }

    private SageReads reads() {
        return new SageReads(settings, SageAuthorization.NONE);
    }

    private SageSettings settings(String site) {
        return new SageSettings(
                simulator.baseUrl().toString().replaceAll("/+$", ""),
                site,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Pattern.compile("(?i)lock|in use|another user|being (amended|edited)"),
                Duration.ofMinutes(5),
                Duration.ofMinutes(2));
    }

    private long postsSeen() {
        return simulator.requests().of("POST /sop_orders");
    }

    private void control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static ObjectNode options(String json) {
        return (ObjectNode) Json.parse(json);
    }

    private static NewSalesOrder order() {
        return order("CENTGBP1");
    }

    private static NewSalesOrder order(String customer) {
        return Given.order(
                COMPANY,
                customer,
                List.of(
                        new Line(
                                LineType.STANDARD,
                                "DEMO-TEE",
                                null,
                                "WEB",
                                new BigDecimal("2"),
                                BigDecimal.ZERO,
                                new BigDecimal("10.00000"),
                                1,
                                null,
                                Map.of()),
                        charge("CARRIAGE", null, "4.99", 1, "4905"),
                        charge("ROUNDING", "Rounding", "0.01", 91, "4900"),
                        new Line(
                                LineType.COMMENT,
                                null,
                                "Gift",
                                null,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                null,
                                null,
                                Map.of())));
    }

    private static Line charge(String code, @Nullable String text, String price, int taxCode, String nominal) {
        return new Line(
                LineType.CHARGE,
                code,
                text,
                null,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal(price),
                taxCode,
                nominal,
                Map.of());
    }
}
