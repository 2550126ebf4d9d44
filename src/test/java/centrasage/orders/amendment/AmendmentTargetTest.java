package centrasage.orders.amendment;

import static centrasage.orders.amendment.Drafts.COMPANY;
import static centrasage.orders.amendment.Drafts.carriage;
import static centrasage.orders.amendment.Drafts.goods;
import static centrasage.orders.amendment.Drafts.order;
import static centrasage.orders.amendment.Drafts.pennies;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Amended;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.TargetUnavailable;
import centrasage.orders.post.OrderTarget;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.OrderAmendmentJson;
import centrasage.sage200.OrderComparison;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two jumpers, a scarf and their carriage, of which one jumper and the scarf are cancelled, under every fault. */
class AmendmentTargetTest {
    private static final PostingKey ORDER = new PostingKey(COMPANY, PostingKind.ORDER, "10234");
    private static final NewSalesOrder POSTED =
            order("96.00", "16.00", goods("JUMPER", 2, "30.00"), goods("SCARF", 1, "15.00"), carriage("5.00"));
    private static final NewSalesOrder FEWER =
            order("39.61", "6.60", goods("JUMPER", 1, "30.00"), carriage("3.00"), pennies("0.01"));

    private SageSimulator sage;
    private SageClients clients;
    private AmendmentTarget target;

    @BeforeEach
    void begin() throws IOException {
        sage = SageSimulator.start(
                0, 7, (ObjectNode) Json.parse("{\"pricesTaxInclusive\": false, \"rounding\": \"per-line\"}"));
        control(
                "POST",
                "products",
                "[{\"code\": \"JUMPER\", \"freeStock\": 10}, {\"code\": \"SCARF\", \"freeStock\": 10}]");
        clients = new SageClients(sage.baseUrl().toString());
        target = new AmendmentTarget(clients.orders(), clients.sites());
    }

    @AfterEach
    void end() {
        sage.close();
    }

    @Test
    void cancelled_goods_are_taken_off_and_the_charges_follow_so_that_the_total_is_centras() throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        assertThat(amendment.amount()).hasToString("GBP 56.39");
        assertThat(find(amendment)).isInstanceOf(Finding.Absent.class);

        Outcome outcome = target.send(amendment, "");

        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        isAmended(((Outcome.Posted) outcome).document());
        assertThat(puts()).isOne();
        assertThat(find(amendment)).isInstanceOf(Finding.Found.class);
        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.AlreadyThere.class);
        assertThat(puts()).isOne();
        assertThat(allocated()).as("what is not wanted any more is free again").containsExactly("1");
    }

    private void isAmended(Document document) throws TargetUnavailable {
        SalesOrder there = there();
        assertThat(there.total()).isEqualByComparingTo("39.61");
        assertThat(new OrderComparison(there, FEWER, clients.sites().read(COMPANY)).exactly())
                .isPresent();
        Amended amended = Objects.requireNonNull(document.amended());
        assertThat(amended.undone()).isFalse();
        assertThat(amended.command().key()).isEqualTo(ORDER);
        assertThat(amended.command().amount()).isEqualTo(FEWER.total());
        assertThat(SalesOrderJson.read(amended.command().document())).isEqualTo(FEWER);
        assertThat(document.total()).isEqualTo(FEWER.total());
    }

    @Test
    void what_was_read_before_is_told_line_by_line() throws TargetUnavailable {
        Finding finding = find(amendment(POSTED, FEWER));
        assertThat(((Finding.Absent) finding).evidence())
                .matches("\\d+: 2 of JUMPER at 30; \\d+: 1 of SCARF at 15; \\d+: CARRIAGE at 5");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {
                "TIMEOUT_AFTER_COMMIT",
                "GATEWAY_TIMEOUT_AFTER_COMMIT",
                "RESET_AFTER_COMMIT",
                "MALFORMED_AFTER_COMMIT"
            })
    void an_answer_that_is_lost_after_the_commit_is_found_by_the_lines(FaultKind fault) throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        strike(fault, "PUT");

        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.InDoubt.class);

        assertThat(sage.faults().count(fault)).isOne();
        Finding finding = find(amendment);
        assertThat(finding).isInstanceOf(Finding.Found.class);
        isAmended(((Finding.Found) finding).document());
        assertThat(puts()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "RESET_BEFORE_COMMIT, InDoubt",
        "GATEWAY_TIMEOUT_BEFORE_COMMIT, InDoubt",
        "SERVER_ERROR, InDoubt",
        "TOO_MANY_REQUESTS, Unavailable",
        "LOCK, Locked"
    })
    void what_did_not_reach_sage_is_not_found_and_can_be_sent_again(FaultKind fault, String outcome)
            throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        strike(fault, "PUT");

        assertThat(target.send(amendment, "").getClass().getSimpleName()).isEqualTo(outcome);

        assertThat(sage.faults().count(fault)).isOne();
        assertThat(find(amendment)).isInstanceOf(Finding.Absent.class);
        assertThat(there().total()).isEqualByComparingTo("96.00");
        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.Posted.class);
        assertThat(there().total()).isEqualByComparingTo("39.61");
    }

    @ParameterizedTest(name = "answered with {0}")
    @CsvSource({"500", "400"})
    void a_half_made_one_is_told_from_both_and_only_the_rest_is_sent(int status) throws TargetUnavailable {
        control("PUT", "site", "{\"halfMadeStatus\": " + status + "}");
        Command amendment = amendment(POSTED, FEWER);
        strike(FaultKind.HALF_MADE_DRAFT, "PUT");

        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.InDoubt.class);

        assertThat(sage.faults().count(FaultKind.HALF_MADE_DRAFT)).isOne();
        assertThat(there().lines())
                .as("the jumper and the carriage are done, the rest is not")
                .hasSize(3);
        assertThat(there().total()).isEqualByComparingTo("57.60");
        Finding half = find(amendment);
        assertThat(half).isInstanceOf(Finding.Absent.class);
        assertThat(((Finding.Absent) half).evidence()).contains("1 of JUMPER at 30", "CARRIAGE at 3");

        Outcome rest = target.send(amendment, "");

        assertThat(rest).isInstanceOf(Outcome.Posted.class);
        isAmended(((Outcome.Posted) rest).document());
        assertThat(puts()).isEqualTo(2);
        assertThat(allocated()).containsExactly("1");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "edit|{\"set\": {\"document_status\": \"EnumDocumentStatusCancelled\"}}|it is cancelled",
                "edit|{\"set\": {\"document_status\": \"EnumDocumentStatusComplete\"}}|it is complete",
                "delete|{}|it is not there any more, or has another customer order number",
                "edit|{\"line\": 1, \"setLine\": {\"selling_unit_price\": 29}}|its lines are not as they were posted",
                "edit|{\"line\": 2, \"setLine\": {\"line_quantity\": 3}}|its lines are not as they were posted"
            })
    void what_a_user_did_to_the_order_meanwhile_is_left_alone_and_told_with_what_to_do(
            String action, String body, String why) throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        control("POST", "orders/" + id() + "/" + action, body);

        Finding finding = find(amendment);

        assertThat(finding).isInstanceOf(Finding.Different.class);
        assertThat(((Finding.Different) finding).reason().what()).endsWith(", which cannot be amended: " + why);
        assertThat(((Finding.Different) finding).reason().remedy())
                .startsWith("In Sage 200 order 0000000001: JUMPER from 2 to 1; the charge CARRIAGE at 3 instead of 5;"
                        + " take out SCARF (1 at 15); add the charge ROUNDING (0.01); it then comes to GBP 39.61.");
        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.Refused.class);
        assertThat(puts()).isZero();
    }

    @Test
    void a_note_that_a_user_wrote_into_the_order_is_in_nobodys_way() throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        control(
                "PUT",
                "../sop_orders/" + id(),
                "{\"lines\": [{\"line_type\": \"EnumLineTypeComment\", \"description\": \"fragile\"}]}");
        assertThat(there().lines()).hasSize(4);
        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.Posted.class);
        assertThat(there().lines()).hasSize(4);
        assertThat(there().total()).isEqualByComparingTo("39.61");
    }

    @Test
    void goods_that_were_despatched_meanwhile_are_never_taken_off() throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        despatch(1, 1);

        Finding finding = find(amendment);

        assertThat(finding).isInstanceOf(Finding.Different.class);
        assertThat(((Finding.Different) finding).reason().what())
                .endsWith("despatched or invoiced already is JUMPER from 2 to 1");
        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.Refused.class);
        assertThat(puts()).isZero();
    }

    @Test
    void goods_that_are_not_touched_may_be_despatched_meanwhile() throws TargetUnavailable {
        NewSalesOrder oneJumper =
                order("60.00", "10.00", goods("JUMPER", 1, "30.00"), goods("SCARF", 1, "15.00"), carriage("5.00"));
        Command amendment = amendment(POSTED, oneJumper);
        despatch(2, 1);
        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.Posted.class);
        assertThat(there().total()).isEqualByComparingTo("60.00");
    }

    /** As a site does that lets no line of a despatched order be taken out. */
    @Test
    void what_sage_refuses_tells_the_person_what_is_left_to_be_done() throws TargetUnavailable {
        NewSalesOrder noScarf = order("78.00", "13.00", goods("JUMPER", 2, "30.00"), carriage("5.00"));
        Command amendment = amendment(POSTED, noScarf);
        despatch(1, 1);

        Outcome outcome = target.send(amendment, "");

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).reasons()).hasSize(2).last().satisfies(reason -> {
            assertThat(reason.what()).endsWith("this is left to be done: take out SCARF (1 at 15)");
            assertThat(reason.remedy()).contains("In Sage 200 order 0000000001: take out SCARF (1 at 15)");
        });
        assertThat(there().total()).isEqualByComparingTo("96.00");
    }

    @Test
    void a_user_who_has_the_order_open_is_waited_for() throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        control("POST", "orders/" + id() + "/open", "{\"user\": \"A. Jones\"}");
        Outcome outcome = target.send(amendment, "");
        assertThat(outcome).isInstanceOf(Outcome.Locked.class);
        assertThat(((Outcome.Locked) outcome).who()).contains("A. Jones");
        assertThat(there().total()).isEqualByComparingTo("96.00");
    }

    @Test
    void an_order_that_somebody_is_changing_is_looked_at_again_later() throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        control("POST", "orders/" + id() + "/edit", "{\"set\": {\"is_draft\": true}}");
        assertThat(find(amendment)).isInstanceOf(Finding.Undecidable.class);
        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.Locked.class);
        assertThat(puts()).isZero();
    }

    /** Two sizes of the quantity are in the order, and each gives one up: which line is which is told by how far it has come. */
    @Test
    void lines_of_the_same_product_are_told_apart_when_half_of_them_is_done() throws TargetUnavailable {
        NewSalesOrder before = order("180.00", "30.00", goods("JUMPER", 3, "30.00"), goods("JUMPER", 2, "30.00"));
        NewSalesOrder after = order("144.00", "24.00", goods("JUMPER", 3, "30.00"), goods("JUMPER", 1, "30.00"));
        Command amendment = amendment(before, after);
        assertThat(target.send(amendment, "")).isInstanceOf(Outcome.Posted.class);
        assertThat(there().total()).isEqualByComparingTo("144.00");
        assertThat(find(amendment)).isInstanceOf(Finding.Found.class);
    }

    @ParameterizedTest(name = "cancelled lines are recorded: {0}")
    @CsvSource({"true", "false"})
    void a_cancelled_order_is_cancelled_or_removed_as_the_site_does_it(boolean recorded) throws TargetUnavailable {
        control("PUT", "tables/sop_settings", "{\"set\": {\"record_cancelled_order_lines\": " + recorded + "}}");
        Command cancellation = cancellation(POSTED);
        assertThat(find(cancellation)).isInstanceOf(Finding.Absent.class);

        Outcome outcome = target.send(cancellation, "");

        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        isCancelled(((Outcome.Posted) outcome).document(), recorded);
        Finding finding = find(cancellation);
        assertThat(finding).isInstanceOf(Finding.Found.class);
        isCancelled(((Finding.Found) finding).document(), recorded);
        assertThat(target.send(cancellation, "")).isInstanceOf(Outcome.AlreadyThere.class);
        assertThat(deletes()).isOne();
    }

    private void isCancelled(Document document, boolean recorded) throws TargetUnavailable {
        Amended amended = Objects.requireNonNull(document.amended());
        assertThat(amended.undone()).isTrue();
        assertThat(amended.command().key()).isEqualTo(ORDER);
        assertThat(clients.orders().find(COMPANY, List.of(Drafts.KEY)).get(Drafts.KEY))
                .hasSize(recorded ? 1 : 0)
                .allSatisfy(order -> assertThat(order.isCancelled()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"TIMEOUT_AFTER_COMMIT", "GATEWAY_TIMEOUT_AFTER_COMMIT"})
    void a_cancellation_whose_answer_is_lost_is_found(FaultKind fault) throws TargetUnavailable {
        Command cancellation = cancellation(POSTED);
        strike(fault, "DELETE");
        assertThat(target.send(cancellation, "")).isInstanceOf(Outcome.InDoubt.class);
        assertThat(sage.faults().count(fault)).isOne();
        assertThat(find(cancellation)).isInstanceOf(Finding.Found.class);
        assertThat(deletes()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_TIMEOUT_BEFORE_COMMIT, InDoubt",
        "SERVER_ERROR, InDoubt",
        "LOCK, Locked",
        "TOO_MANY_REQUESTS, Unavailable"
    })
    void a_cancellation_that_did_not_reach_sage_can_be_sent_again(FaultKind fault, String outcome)
            throws TargetUnavailable {
        Command cancellation = cancellation(POSTED);
        strike(fault, "DELETE");
        assertThat(target.send(cancellation, "").getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(sage.faults().count(fault)).isOne();
        assertThat(find(cancellation)).isInstanceOf(Finding.Absent.class);
        assertThat(target.send(cancellation, "")).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void an_order_of_which_something_is_despatched_is_not_cancelled() throws TargetUnavailable {
        Command cancellation = cancellation(POSTED);
        despatch(2, 1);
        Finding finding = find(cancellation);
        assertThat(finding).isInstanceOf(Finding.Different.class);
        assertThat(((Finding.Different) finding).reason().what())
                .contains("cannot be cancelled: it is despatched or invoiced in part: ")
                .contains("1 of SCARF at 15");
        assertThat(target.send(cancellation, "")).isInstanceOf(Outcome.Refused.class);
        assertThat(deletes()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "edit|{\"line\": 1, \"setLine\": {\"selling_unit_price\": 29}}|its lines are not as they were posted",
                "edit|{\"set\": {\"customer_document_no\": \"ANNA\"}}|it is in Sage's archive, or has another customer order number",
                "archive|{}|it is in Sage's archive, or has another customer order number"
            })
    void an_order_that_is_not_as_it_was_posted_is_not_cancelled(String action, String body, String why)
            throws TargetUnavailable {
        Command cancellation = cancellation(POSTED);
        control("POST", "orders/" + id() + "/" + action, body);
        Finding finding = find(cancellation);
        assertThat(finding).isInstanceOf(Finding.Different.class);
        assertThat(((Finding.Different) finding).reason().what()).endsWith("cannot be cancelled: " + why);
        assertThat(((Finding.Different) finding).reason().remedy()).startsWith("Cancel order 0000000001 in Sage 200;");
        assertThat(deletes()).isZero();
    }

    @Test
    void it_is_kept_word_for_word_and_an_erased_one_is_never_sent() throws TargetUnavailable {
        Command amendment = amendment(POSTED, FEWER);
        assertThat(OrderAmendmentJson.write(OrderAmendmentJson.read(amendment.document())))
                .isEqualTo(amendment.document());
        assertThat(amendment.toString()).doesNotContain("Zoë");
        assertThat(find(amendment.with(Command.ERASED))).isInstanceOf(Finding.Undecidable.class);
    }

    private Command amendment(NewSalesOrder posted, NewSalesOrder now) {
        Document document = post(posted);
        return command(
                posted,
                new OrderAmendment(
                        Long.parseLong(document.id()), document.number(), List.of(posted.priced()), now, false));
    }

    private Command cancellation(NewSalesOrder posted) {
        Document document = post(posted);
        return command(
                posted,
                new OrderAmendment(
                        Long.parseLong(document.id()), document.number(), List.of(posted.priced()), posted, true));
    }

    private static Command command(NewSalesOrder posted, OrderAmendment amendment) {
        return new Command(
                ORDER.amendedBy(2),
                COMPANY + "/" + Drafts.KEY,
                amendment.atStake(posted),
                null,
                posted.documentDate(),
                "content of version 2",
                OrderAmendmentJson.write(amendment));
    }

    private Document post(NewSalesOrder order) {
        Command command = new Command(
                ORDER,
                COMPANY + "/" + Drafts.KEY,
                order.total(),
                order.vat(),
                order.documentDate(),
                "content of version 1",
                SalesOrderJson.write(order));
        Outcome outcome = new OrderTarget(clients.orders(), clients.sites(), clients.stock()).send(command, "");
        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        assertThat(((Outcome.Posted) outcome).document().total()).isEqualTo(order.total());
        return ((Outcome.Posted) outcome).document();
    }

    private Finding find(Command amendment) throws TargetUnavailable {
        return Objects.requireNonNull(
                target.find(List.of(new Sought(amendment))).get(amendment.key()));
    }

    private SalesOrder there() throws TargetUnavailable {
        List<SalesOrder> there = Objects.requireNonNull(
                clients.orders().find(COMPANY, List.of(Drafts.KEY)).get(Drafts.KEY));
        assertThat(there).hasSize(1);
        return there.get(0);
    }

    private long id() throws TargetUnavailable {
        return there().id();
    }

    private List<String> allocated() throws TargetUnavailable {
        return Json.parse(control("GET", "orders", "")).get(0).get("lines").findValues("allocated_quantity").stream()
                .map(quantity -> quantity.decimalValue().stripTrailingZeros())
                .filter(quantity -> quantity.signum() > 0)
                .map(quantity -> quantity.toPlainString())
                .toList();
    }

    private void despatch(int line, int quantity) throws TargetUnavailable {
        control(
                "POST",
                "despatches",
                "{\"order\": %d, \"lines\": [{\"line\": %d, \"quantity\": %d}]}".formatted(id(), line, quantity));
    }

    private void strike(FaultKind fault, String method) {
        sage.faults().order(fault, method + " ", 1);
    }

    private long puts() {
        return sage.requests().of("PUT /sop_orders/{id}");
    }

    private long deletes() {
        return sage.requests().of("DELETE /sop_orders/{id}");
    }

    private String control(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(sage.baseUrl().toString().replaceAll("/+$", "") + "/control/" + path)
                                    .normalize())
                    .header("Content-Type", "application/json")
                    .header("X-Site", "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41")
                    .header("X-Company", COMPANY)
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
