package centrasage.sage200.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SideHeard;
import centrasage.sage200.client.Given;
import centrasage.sage200.client.RawServer;
import centrasage.sage200.client.RawServer.Reply;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.SageSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sage says to a date, and what it means that it says nothing. */
class TransactionDatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String CLOSED = "{\"classification\":\"Unacceptable\",\"message\":\"The period is closed.\"}";

    @Test
    void an_unacceptable_date_is_told_in_sages_words() throws Exception {
        try (RawServer sage = answering(RawServer.json(200, CLOSED))) {
            assertThat(dates(sage).objection("3", DAY)).contains("The period is closed.");
            assertThat(sage.posts()).singleElement().satisfies(post -> {
                assertThat(post.path()).isEqualTo("/sage/transaction_date_validation");
                assertThat(post.body()).isEqualTo("{\"date\":\"2026-09-30T00:00:00\",\"ledger_type\":\"LedgerSOP\"}");
                assertThat(post.headers()).containsEntry("x-company", "3").containsKey("x-site");
                assertThat(post.headers().get("content-type")).startsWith("application/json");
            });
        }
    }

    @Test
    void an_unacceptable_date_without_words_is_still_one() throws Exception {
        try (RawServer sage = answering(RawServer.json(200, "{\"classification\":\"Unacceptable\"}"))) {
            assertThat(dates(sage).objection("3", DAY)).contains("the date is unacceptable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Normal", "Acceptable", "SomethingNew"})
    void any_other_answer_is_no_objection(String classification) throws Exception {
        String body = "{\"classification\":\"" + classification + "\",\"message\":\"Beware\"}";
        try (RawServer sage = answering(RawServer.json(200, body))) {
            assertThat(dates(sage).objection("3", DAY)).isEmpty();
        }
    }

    @ParameterizedTest(name = "Sage answers {0}")
    @ValueSource(ints = {400, 401, 403, 404, 405, 408, 429, 500, 502, 503, 504})
    void a_site_that_does_not_answer_the_question_lets_sage_refuse_the_order_itself(int status) throws Exception {
        try (RawServer sage = answering(RawServer.json(status, ""))) {
            assertThat(dates(sage).objection("3", DAY)).isEmpty();
        }
    }

    @ParameterizedTest(name = "Sage answers {0}")
    @ValueSource(ints = {403, 405, 500, 503})
    void a_site_that_does_not_answer_the_question_is_not_called_away(int status) throws Exception {
        List<SideHeard> heard = new ArrayList<>();
        try (RawServer sage = answering(RawServer.json(status, ""))) {
            SageSettings settings = Given.settings(sage.url());
            SageReads reads = new SageReads(settings, SageAuthorization.NONE, heard::add);
            new TransactionDates(reads, settings.lookupsRefresh(), Clock.systemUTC()).objection("3", DAY);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void an_answer_that_nobody_understands_is_no_objection() throws Exception {
        for (String body : new String[] {"[]", "yes", "{}"}) {
            try (RawServer sage = answering(RawServer.json(200, body))) {
                assertThat(dates(sage).objection("3", DAY)).isEmpty();
            }
        }
    }

    @Test
    void while_sage_cannot_be_reached_nothing_is_planned() throws IOException {
        for (Reply broken : List.of(RawServer.drop(), RawServer.reset(), RawServer.silence())) {
            try (RawServer sage = answering(broken)) {
                assertThatThrownBy(() -> dates(sage).objection("3", DAY)).isInstanceOf(TargetUnavailable.class);
            }
        }
    }

    @Test
    void an_answer_is_kept_for_its_company_and_date_for_a_short_time() throws Exception {
        try (RawServer sage = answering(RawServer.json(200, CLOSED))) {
            Ticking clock = new Ticking();
            TransactionDates dates = dates(sage, clock);
            Optional<String> first = dates.objection("3", DAY);
            clock.now = NOW.plus(Duration.ofMinutes(4));
            assertThat(dates.objection("3", DAY)).isEqualTo(first);
            assertThat(sage.posts()).hasSize(1);

            dates.objection("3", DAY.plusDays(1));
            dates.objection("4", DAY);
            assertThat(sage.posts()).hasSize(3);

            clock.now = NOW.plus(Duration.ofMinutes(5));
            dates.objection("3", DAY);
            assertThat(sage.posts()).hasSize(4);
        }
    }

    private static Outcome refused(String code) {
        return new Outcome.Refused(List.of(new Reason(code, Owner.FINANCE, "Sage 200 refused it", "Press Plan again")));
    }

    private static Outcome learned(TransactionDates dates, String code) {
        return dates.learned(refused(code), TransactionDates.Ledger.SALES, "3", DAY);
    }

    /** Whatever was known of the day before. */
    @Test
    void a_refusal_because_of_the_period_is_looked_into_and_waits_for_it() throws Exception {
        try (RawServer sage = answering(RawServer.json(200, CLOSED))) {
            TransactionDates dates = dates(sage);
            assertThat(learned(dates, "REFUSED_BY_SAGE")).isEqualTo(refused("REFUSED_BY_SAGE"));
            assertThat(sage.posts()).isEmpty();
            assertThat(learned(dates, "PERIOD_CLOSED")).isInstanceOfSatisfying(Outcome.Refused.class, waits -> {
                assertThat(waits.passing()).isTrue();
                assertThat(waits.reasons().get(0).remedy()).endsWith("it is tried again by itself");
            });
            assertThat(dates.objection(TransactionDates.Ledger.SALES, "3", DAY)).contains("The period is closed.");
        }
    }

    @Test
    void a_refusal_that_speaks_of_a_period_on_an_open_day_is_a_persons_and_stops_nothing_else() throws Exception {
        try (RawServer sage = answering(RawServer.json(200, "{\"classification\":\"Normal\"}"))) {
            TransactionDates dates = dates(sage);
            assertThat(learned(dates, "PERIOD_CLOSED")).isEqualTo(refused("PERIOD_CLOSED"));
            assertThat(dates.objection(TransactionDates.Ledger.SALES, "3", DAY)).isEmpty();
        }
    }

    @Test
    void where_sage_does_not_answer_the_question_a_refusal_answers_it_for_a_short_time() throws Exception {
        try (RawServer sage = answering(RawServer.json(404, ""))) {
            Ticking clock = new Ticking();
            TransactionDates dates = dates(sage, clock);
            assertThat(dates.objection(TransactionDates.Ledger.SALES, "3", DAY)).isEmpty();
            assertThat(learned(dates, "PERIOD_CLOSED"))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            waits -> assertThat(waits.passing()).isTrue());
            assertThat(dates.objection(TransactionDates.Ledger.SALES, "3", DAY))
                    .contains("it has refused one of that day");
            clock.now = NOW.plus(Duration.ofMinutes(5));
            assertThat(dates.objection(TransactionDates.Ledger.SALES, "3", DAY)).isEmpty();
        }
    }

    private static RawServer answering(Reply reply) throws IOException {
        return new RawServer(request -> reply);
    }

    private static TransactionDates dates(RawServer sage) {
        return dates(sage, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static TransactionDates dates(RawServer sage, Clock clock) {
        SageSettings settings = Given.settings(sage.url());
        return new TransactionDates(new SageReads(settings, SageAuthorization.NONE), settings.lookupsRefresh(), clock);
    }

    private static final class Ticking extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
