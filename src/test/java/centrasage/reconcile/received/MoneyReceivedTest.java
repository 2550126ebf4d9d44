package centrasage.reconcile.received;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.RawOrder;
import centrasage.centra.client.RawReturn;
import centrasage.centra.client.SimulatedReturns;
import centrasage.desk.Drift;
import centrasage.desk.DriftBook.Known;
import centrasage.flow.OrderName;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKind;
import centrasage.flow.ReturnNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.reconcile.received.MoneyReceived.Found;
import centrasage.simulator.http.Json;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day's trade of the Centra simulator, of which this or that never arrived. */
class MoneyReceivedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final SimulatedReturns centra = SimulatedReturns.ofADay(DAY, 30, 7);
    private final CentraMoney reader = new CentraMoney(centra.payments(20), centra.client(20));
    private final Set<String> orders = numbers();
    private Instant now = Instant.parse("2999-01-01T03:00:00Z");

    MoneyReceivedTest() throws IOException, InterruptedException, TargetUnavailable {}

    @AfterEach
    void close() {
        centra.close();
    }

    private Set<String> numbers() throws TargetUnavailable {
        return centra.orders().stream()
                .map(text -> Json.parse(text).path("number").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private MoneyReceived money() {
        return new MoneyReceived(
                reader, new Arrivals(world.staging(), world.postedDocuments()), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Found look() throws TargetUnavailable {
        return money().look(new MoneyReceived.Asked(Instant.EPOCH, now, orders, "33"), (order, madeAt) -> true);
    }

    private void stage(String kind, List<Received> received) {
        world.staging().stage(kind, received, world.staging().readingBegins());
    }

    private static Received payments(RawOrder raw, String text) {
        return new Received(Long.toString(raw.number()), OrderName.of(raw.number()), Instant.EPOCH, text);
    }

    private static Received received(RawReturn raw) {
        return new Received(
                ReturnNumber.of(raw.order(), raw.id()), OrderName.of(raw.order()), Instant.EPOCH, raw.text());
    }

    /** All but the payments of one order, and a return. */
    private void allArrivedBut(String order, String number) throws TargetUnavailable {
        stage(
                PaymentNumber.DOCUMENT,
                reader.payments(orders).stream()
                        .filter(raw -> !Long.toString(raw.number()).equals(order))
                        .map(raw -> payments(raw, raw.text()))
                        .toList());
        stage(
                ReturnNumber.DOCUMENT,
                reader.returns(Instant.EPOCH, now).stream()
                        .map(MoneyReceivedTest::received)
                        .filter(each -> !each.sourceKey().equals(number))
                        .toList());
    }

    private RawOrder paid() throws TargetUnavailable {
        return reader.payments(orders).stream()
                .filter(raw -> !Fact.ofPayments(raw.text()).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private RawReturn returned() throws TargetUnavailable {
        return reader.returns(Instant.EPOCH, now).get(0);
    }

    private static List<String> missed(Found found) {
        return found.missed().stream().map(drift -> drift.key().sourceKey()).toList();
    }

    @Test
    void where_all_has_arrived_nothing_is_missed() throws TargetUnavailable {
        allArrivedBut("none", "none");
        Found found = look();
        assertThat(reader.payments(orders)).hasSameSizeAs(orders).hasSizeGreaterThanOrEqualTo(30);
        assertThat(reader.returns(Instant.EPOCH, now)).hasSizeGreaterThan(5);
        assertThat(missed(found)).isEmpty();
        assertThat(found.payments()).isEmpty();
        assertThat(found.returns()).isEmpty();
    }

    @Test
    void a_capture_and_a_return_that_never_arrived_are_told_with_their_money_and_are_there_to_be_staged()
            throws TargetUnavailable {
        String order = Long.toString(paid().number());
        String number = received(returned()).sourceKey();
        allArrivedBut(order, number);
        List<Fact> facts = Fact.ofPayments(paid().text());
        Found found = look();
        assertThat(missed(found))
                .containsExactlyElementsOf(Stream.concat(facts.stream().map(Fact::number), Stream.of(number))
                        .toList());
        Drift capture = found.missed().get(0);
        assertThat(capture.key().kind()).isEqualTo(PostingKind.RECEIPT);
        assertThat(capture.atRisk()).isEqualTo(facts.get(0).value());
        assertThat(found.missed().get(facts.size()).key().kind()).isEqualTo(PostingKind.CREDIT_NOTE);
        assertThat(found.payments()).extracting(Received::sourceKey).containsExactly(order);
        assertThat(found.returns()).extracting(Received::sourceKey).containsExactly(number);

        stage(PaymentNumber.DOCUMENT, found.payments());
        stage(ReturnNumber.DOCUMENT, found.returns());
        Found after = look();
        assertThat(missed(after)).isEmpty();
        List<Known> known = found.missed().stream()
                .map(drift -> new Known(drift.kind(), null, drift.key()))
                .toList();
        assertThat(money().over(known, after)).containsExactlyElementsOf(known);
        assertThat(money().over(known, found)).as("while it is missed").isEmpty();
    }

    /** That a payment touches its order is inferred: one that does not is in none of what was collected. */
    @Test
    void a_capture_that_came_after_what_was_staged_last_is_missed() throws TargetUnavailable {
        allArrivedBut("none", "none");
        RawOrder paid = paid();
        Fact fact = Fact.ofPayments(paid.text()).get(0);
        String before = paid.text().replace("\"status\":\"SUCCESS\"", "\"status\":\"PENDING\"");
        assertThat(Fact.ofPayments(before)).isEmpty();
        stage(PaymentNumber.DOCUMENT, List.of(payments(paid, before)));
        assertThat(missed(look())).contains(fact.number());
        assertThat(look().payments()).hasSize(1);
    }

    @Test
    void what_came_just_now_is_on_its_way() throws TargetUnavailable {
        allArrivedBut(Long.toString(paid().number()), "none");
        Instant last = Fact.ofPayments(paid().text()).stream()
                .map(Fact::happenedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        Instant first = Fact.ofPayments(paid().text()).get(0).happenedAt();
        now = first.plus(Duration.ofMinutes(29));
        assertThat(missed(look())).isEmpty();
        now = last.plus(Duration.ofMinutes(31));
        assertThat(missed(look())).isNotEmpty();
    }

    @Test
    void a_return_of_an_order_from_before_the_cut_over_is_somebody_elses() throws TargetUnavailable {
        RawReturn returned = returned();
        allArrivedBut("none", received(returned).sourceKey());
        Found found = money().look(
                        new MoneyReceived.Asked(Instant.EPOCH, now, orders, "33"),
                        (order, madeAt) -> order != returned.order());
        assertThat(missed(found)).isEmpty();
        assertThat(found.returns()).isEmpty();
    }
}
