package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.sage200.SageSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dates are checked against Sage's own periods and archive, and only of what would be posted. */
class SageDatesTest {
    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    private final SageSimulator sage = SageSimulator.start(0, 7);
    private final SageDates dates;

    SageDatesTest() throws IOException {
        SageClients clients = new SageClients(sage.baseUrl().toString());
        dates = new SageDates(clients.sites(), clients.dates());
    }

    @AfterEach
    void stop() {
        sage.close();
    }

    @Test
    void an_open_period_changes_nothing() throws Exception {
        Plan plan = post(TODAY);
        assertThat(dates.held(plan)).isSameAs(plan);
    }

    @Test
    void a_closed_period_holds_the_order_for_finance_with_field_value_and_remedy() throws Exception {
        close(TODAY);
        assertThat(dates.held(post(TODAY))).isInstanceOfSatisfying(Plan.Hold.class, hold -> {
            assertThat(hold.reasons()).hasSize(1);
            Reason reason = hold.reasons().get(0);
            assertThat(reason.code()).isEqualTo("PERIOD_CLOSED");
            assertThat(reason.owner()).isEqualTo(Owner.FINANCE);
            assertThat(reason.what())
                    .contains("document_date")
                    .contains(TODAY.toString())
                    .endsWith("The period is closed.");
            assertThat(reason.remedy()).startsWith("Open the period in Sage 200, then plan again");
        });
    }

    @Test
    void a_date_of_no_financial_year_is_held_as_well() throws Exception {
        assertThat(dates.held(post(TODAY.minusYears(9)))).isInstanceOf(Plan.Hold.class);
    }

    @Test
    void an_archived_and_closed_date_is_told_with_both_reasons() throws Exception {
        close(TODAY);
        control(
                "/control/tables/sop_settings",
                "{\"set\": {\"orders_returns_last_archived_up_to\": \"" + TODAY + "T00:00:00\"}}");
        assertThat(((Plan.Hold) dates.held(post(TODAY))).reasons())
                .extracting(Reason::code)
                .containsExactly("ARCHIVED_IN_SAGE", "PERIOD_CLOSED");
    }

    @Test
    void what_is_not_posted_is_not_asked_for() throws Exception {
        Plan hold = new Plan.Hold(List.of(new Reason("NO_SKU", Owner.OPERATIONS, "A SKU is missing", "Add it")));
        assertThat(dates.held(hold)).isSameAs(hold);
        assertThat(sage.requests().of("POST /transaction_date_validation")).isZero();
    }

    @Test
    void the_orders_of_a_day_are_one_question() throws Exception {
        for (int order = 0; order < 20; order++) {
            dates.held(post(TODAY));
        }
        assertThat(sage.requests().of("POST /transaction_date_validation")).isEqualTo(1);
    }

    private static Plan post(LocalDate date) {
        Money total = Money.of("10.00", "GBP");
        PostingKey key = new PostingKey("33", PostingKind.ORDER, "1");
        return new Plan.Post(new Command(key, "33/C1", total, null, date, "fingerprint", "{}"));
    }

    private void close(LocalDate date) throws Exception {
        control("/control/periods", "{\"date\": \"" + date + "\", \"open\": false}");
    }

    private void control(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sage.baseUrl().toString().replaceAll("/+$", "") + path))
                .method("PUT", HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
