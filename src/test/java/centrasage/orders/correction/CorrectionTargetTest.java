package centrasage.orders.correction;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.orders.post.OrderTarget;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.NewSalesOrder.Rounding;
import centrasage.sage200.OrderComparison;
import centrasage.sage200.OrderCorrectionJson;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.client.SageClients;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Three charges of 0.99 at 20 %, planned for VAT per line (3.57), and a Sage company that rounds it per tax code (3.56). */
class CorrectionTargetTest {
    private static final String COMPANY = "33";
    private static final PostingKey ORDER = new PostingKey(COMPANY, PostingKind.ORDER, "10234");
    private static final BigDecimal ONE = BigDecimal.ONE;

    private SageSimulator sage;
    private SageClients clients;
    private CorrectionTarget target;

    @BeforeEach
    void begin() throws IOException {
        sage = SageSimulator.start(
                0, 7, (ObjectNode) Json.parse("{\"pricesTaxInclusive\": false, \"rounding\": \"per-tax-code\"}"));
        clients = new SageClients(sage.baseUrl().toString());
        target = new CorrectionTarget(clients.orders(), clients.sites());
    }

    @AfterEach
    void end() {
        sage.close();
    }

    @ParameterizedTest(name = "posted with a rounding of {0}")
    @CsvSource({"0.00, 3.57, 4", "0.02, 3.59, 4", "-0.03, 3.54, 4"})
    void the_rounding_line_is_added_or_changed_and_the_total_is_centras(String sent, String total, int lines)
            throws TargetUnavailable {
        NewSalesOrder order = order(sent, total, "0.20");
        Command correction = posted(order);
        assertThat(correction.amount()).isEqualTo(Money.of("0.01", "GBP"));
        assertThat(correction.object()).isEqualTo(COMPANY + "/C10234");
        assertThat(find(correction)).isInstanceOf(Finding.Absent.class);

        Outcome outcome = target.send(correction, "");

        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        assertThat(((Outcome.Posted) outcome).document().total()).isEqualTo(correction.amount());
        SalesOrder there = there(correction);
        assertThat(there.total()).isEqualByComparingTo(total);
        assertThat(there.lineCount()).isEqualTo(lines);
        assertThat(find(correction)).isInstanceOf(Finding.Found.class);
        assertThat(puts()).isOne();
        NewSalesOrder corrected =
                OrderCorrectionJson.read(correction.document()).applied(order);
        assertThat(new OrderComparison(there, corrected, clients.sites().read(COMPANY)).lines())
                .isEmpty();
    }

    @Test
    void it_is_kept_word_for_word_and_without_personal_data() throws TargetUnavailable {
        Command correction = posted(order("0.00", "3.57", "0.20"));
        assertThat(OrderCorrectionJson.write(OrderCorrectionJson.read(correction.document())))
                .isEqualTo(correction.document());
        assertThat(correction.document()).doesNotContain("Zoë").doesNotContain("High Street");
    }

    @Test
    void a_difference_beyond_what_the_plan_allows_is_left_to_people() throws TargetUnavailable {
        assertThat(answer(order("0.00", "3.57", "0.20")).correction()).isNotNull();
        assertThat(answer(order("0.00", "3.58", "0.01")).correction()).isNull();
        assertThat(answer(order("0.01", "3.58", "0.01")).correction()).isNull();
        assertThat(answer(order("0.00", "3.55", "0.20")).correction()).isNotNull();
        assertThat(answer(order("0.00", "3.55", "0.20", BigDecimal.ZERO)).correction())
                .isNull();
    }

    @Test
    void nothing_is_corrected_where_the_total_is_right() throws TargetUnavailable {
        assertThat(answer(order("0.00", "3.56", "0.20")).correction()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"TIMEOUT_AFTER_COMMIT", "GATEWAY_TIMEOUT_AFTER_COMMIT", "RESET_AFTER_COMMIT"})
    void an_answer_that_is_lost_after_the_commit_is_found_by_the_total(FaultKind fault) throws TargetUnavailable {
        Command correction = posted(order("0.02", "3.59", "0.20"));
        strike(fault, correction);

        assertThat(target.send(correction, "")).isInstanceOf(Outcome.InDoubt.class);

        assertThat(sage.faults().count(fault)).isOne();
        assertThat(find(correction)).isInstanceOf(Finding.Found.class);
        assertThat(target.send(correction, "")).isInstanceOf(Outcome.AlreadyThere.class);
        assertThat(puts()).isOne();
        assertThat(there(correction).total()).isEqualByComparingTo("3.59");
    }

    @ParameterizedTest
    @CsvSource({
        "RESET_BEFORE_COMMIT, InDoubt",
        "SERVER_ERROR, InDoubt",
        "TOO_MANY_REQUESTS, Unavailable",
        "LOCK, Locked"
    })
    void what_did_not_reach_sage_is_not_found_and_can_be_sent_again(FaultKind fault, String outcome)
            throws TargetUnavailable {
        Command correction = posted(order("0.00", "3.57", "0.20"));
        strike(fault, correction);

        assertThat(target.send(correction, "").getClass().getSimpleName()).isEqualTo(outcome);

        assertThat(sage.faults().count(fault)).isOne();
        assertThat(find(correction)).isInstanceOf(Finding.Absent.class);
        assertThat(target.send(correction, "")).isInstanceOf(Outcome.Posted.class);
        assertThat(there(correction).lineCount()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "edit, '{\"set\": {\"document_status\": \"EnumDocumentStatusCancelled\"}}', it is cancelled",
        "delete, {}, it is not there any more",
        "edit, '{\"line\": 1, \"setLine\": {\"selling_unit_price\": 5}}', its total is now"
    })
    void what_somebody_did_to_the_order_meanwhile_is_left_alone(String action, String body, String why)
            throws TargetUnavailable {
        Command correction = posted(order("0.00", "3.57", "0.20"));
        control(
                "/control/orders/"
                        + OrderCorrectionJson.read(correction.document()).orderId() + "/" + action,
                body);

        Finding finding = find(correction);

        assertThat(finding).isInstanceOf(Finding.Different.class);
        assertThat(((Finding.Different) finding).reason().what())
                .startsWith(
                        "Sage 200 order 0000000001 was posted with a total of GBP 3.56 instead of Centra's GBP 3.57,"
                                + " and cannot be corrected: " + why);
        assertThat(target.send(correction, "")).isInstanceOf(Outcome.Refused.class);
        assertThat(puts()).isZero();
    }

    @Test
    void a_rounding_line_that_somebody_took_out_is_not_added_in_its_place() throws TargetUnavailable {
        Command correction = posted(order("0.02", "3.59", "0.20"));
        long id = OrderCorrectionJson.read(correction.document()).orderId();
        control(
                "/control/orders/" + id + "/edit",
                "{\"line\": 4, \"setLine\": {\"tax_code_id\": "
                        + Objects.requireNonNull(
                                        clients.sites().read(COMPANY).taxCodes().get(2))
                                .id() + "}}");

        Outcome outcome = target.send(correction, "");

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).reasons().get(0).what())
                .endsWith("its rounding line is not there any more");
        assertThat(puts()).isZero();
    }

    @Test
    void an_order_whose_answer_was_lost_is_adopted_and_then_corrected() throws TargetUnavailable {
        Command command = command(order("0.00", "3.57", "0.20"));
        sage.faults().order(FaultKind.TIMEOUT_AFTER_COMMIT, "C10234", 1);
        OrderTarget orders = new OrderTarget(clients.orders(), clients.sites(), clients.stock());
        assertThat(orders.send(command, "")).isInstanceOf(Outcome.InDoubt.class);

        Finding found =
                Objects.requireNonNull(orders.find(List.of(new Sought(command))).get(ORDER));

        assertThat(found).isInstanceOf(Finding.Found.class);
        Command correction =
                Objects.requireNonNull(((Finding.Found) found).document().correction());
        assertThat(target.send(correction, "")).isInstanceOf(Outcome.Posted.class);
        assertThat(there(correction).total()).isEqualByComparingTo("3.57");
    }

    @Test
    void an_order_that_was_corrected_is_adopted_by_a_store_that_forgot_it() throws TargetUnavailable {
        NewSalesOrder order = order("0.02", "3.59", "0.20");
        assertThat(target.send(posted(order), "")).isInstanceOf(Outcome.Posted.class);
        OrderTarget orders = new OrderTarget(clients.orders(), clients.sites(), clients.stock());

        Finding found = orders.find(List.of(new Sought(command(order)))).get(ORDER);

        assertThat(found).isInstanceOf(Finding.Found.class);
    }

    @Test
    void an_order_that_somebody_is_changing_is_looked_at_again_later() throws TargetUnavailable {
        Command correction = posted(order("0.00", "3.57", "0.20"));
        control(
                "/control/orders/"
                        + OrderCorrectionJson.read(correction.document()).orderId() + "/edit",
                "{\"set\": {\"is_draft\": true, \"document_status\": \"EnumDocumentStatusDraft\"}}");
        assertThat(find(correction)).isInstanceOf(Finding.Undecidable.class);
        assertThat(target.send(correction, ""))
                .as("of this order alone, so that nobody else waits")
                .isInstanceOf(Outcome.Locked.class);
        assertThat(puts()).isZero();
    }

    @Test
    void an_order_of_other_lines_is_not_adopted_for_being_pennies_off() throws TargetUnavailable {
        NewSalesOrder order = order("0.00", "3.57", "0.20");
        control(
                "/control/orders/" + answer(order).id() + "/edit",
                "{\"line\": 1, \"setLine\": {\"selling_unit_price\": 1.00}}");
        OrderTarget orders = new OrderTarget(clients.orders(), clients.sites(), clients.stock());
        Command command = command(order);

        assertThat(orders.find(List.of(new Sought(command))).get(ORDER)).isInstanceOf(Finding.Different.class);
    }

    private Command posted(NewSalesOrder order) {
        return Objects.requireNonNull(answer(order).correction());
    }

    private Document answer(NewSalesOrder order) {
        Outcome outcome = new OrderTarget(clients.orders(), clients.sites(), clients.stock()).send(command(order), "");
        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        return ((Outcome.Posted) outcome).document();
    }

    private Finding find(Command correction) throws TargetUnavailable {
        return Objects.requireNonNull(
                target.find(List.of(new Sought(correction))).get(correction.key()));
    }

    private SalesOrder there(Command correction) throws TargetUnavailable {
        return clients.orders()
                .read(COMPANY, OrderCorrectionJson.read(correction.document()).orderId())
                .orElseThrow();
    }

    private void strike(FaultKind fault, Command correction) {
        sage.faults().order(fault, "PUT " + OrderName.ofObject(correction.object()), 1);
    }

    private long puts() {
        return sage.requests().of("PUT /sop_orders/{id}");
    }

    private void control(String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(sage.baseUrl().toString().replaceAll("/+$", "") + path))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                    .satisfies(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NewSalesOrder order(String rounding, String total, String most) {
        return order(rounding, total, most, new BigDecimal(most).negate());
    }

    private static NewSalesOrder order(String rounding, String total, String most, BigDecimal least) {
        List<Line> lines = new ArrayList<>(Collections.nCopies(3, charge("CARRIAGE", "0.99", 1, "4905")));
        Line pennies = charge("ROUNDING", rounding, 91, "4900");
        if (pennies.unitPrice().signum() != 0) {
            lines.add(pennies);
        }
        return new NewSalesOrder(
                COMPANY,
                "CENTGBP1",
                "C10234",
                LocalDate.of(2026, 11, 23),
                new DeliveryAddress(
                        "Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1 1AA", "GB", "Zoë", "", "", ""),
                Map.of(),
                lines,
                Money.of(total, "GBP"),
                Money.of("0.60", "GBP"),
                new Rounding(pennies, least, new BigDecimal(most)));
    }

    private static Line charge(String code, String price, int taxCode, String nominal) {
        return new Line(
                LineType.CHARGE,
                code,
                null,
                null,
                ONE,
                BigDecimal.ZERO,
                new BigDecimal(price),
                taxCode,
                nominal,
                Map.of());
    }

    private static Command command(NewSalesOrder order) {
        return new Command(
                ORDER,
                COMPANY + "/C10234",
                order.total(),
                order.vat(),
                order.documentDate(),
                "content",
                SalesOrderJson.write(order));
    }
}
