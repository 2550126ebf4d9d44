package centrasage.refunds.intake;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PaymentNumber;
import centrasage.refunds.RefundSettings;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.JpaWorld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refunds without a return, found in the payments that the other flow has staged. */
class CollectRefundsTest {
    private static final String REFUND = """
            {"id": 77, "createdAt": "2026-11-24T09:00:00+00:00", "entryType": "REFUND", "status": "%s",
             "externalReference": "PSP1", "value": {"value": -5, "currency": {"code": "GBP"}}, "return": %s}
            """;

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private int changes;

    private void payments(long order, String... entries) {
        stage(order, """
                {"number": %d, "status": "SHIPPED", "createdAt": "2026-11-20T10:00:00+00:00", "store": {"name": "UK"},
                 "market": {"name": "UK"}, "grandTotal": {"value": 59.9, "currency": {"code": "GBP"}},
                 "shippingAddress": {"country": {"code": "GB"}}, "paymentMethod": {"uri": "adyen"}, "paymentHistory": [%s]}
                """.formatted(order, String.join(", ", entries)));
    }

    private void stage(long order, String text) {
        world.staging()
                .stage(
                        PaymentNumber.DOCUMENT,
                        List.of(new Received(
                                Long.toString(order), "C" + order, Instant.EPOCH.plusSeconds(++changes), text)),
                        world.staging().readingBegins());
    }

    /** @param at by the clock of this process, which the store does not know */
    private void collect(Instant at) throws Exception {
        RefundSettings settings = new RefundSettings() {
            @Override
            public Duration overlap() {
                return Duration.ofMinutes(10);
            }

            @Override
            public Duration lookBack() {
                return Duration.ofDays(30);
            }
        };
        String done = new CollectRefunds(
                        world.staging(), new NoCounts(), NoContext.get(), Clock.fixed(at, ZoneOffset.UTC), settings)
                .process();
        assertThat(done).isEqualTo("COMPLETED");
    }

    private void collect() throws Exception {
        collect(world.staging().readingBegins());
    }

    private List<String> waiting() {
        return world.staging().unplanned(CollectRefunds.KIND, 0, 500).stream()
                .map(Staged::sourceKey)
                .toList();
    }

    @Test
    void only_orders_with_a_refund_for_no_return_are_kept() throws Exception {
        payments(1, REFUND.formatted("SUCCESS", "null"));
        payments(2, REFUND.formatted("SUCCESS", "{\"id\": 12}"));
        payments(3, REFUND.formatted("PENDING", "null"));
        payments(4);
        collect();
        assertThat(waiting()).containsExactly("1");
    }

    @Test
    void what_came_while_nobody_looked_is_found_whatever_has_become_of_the_payments() throws Exception {
        payments(1, REFUND.formatted("SUCCESS", "null"));
        world.staging()
                .unplanned(PaymentNumber.DOCUMENT, 0, 10)
                .forEach(staged -> world.transactions().inNew(() -> {
                    world.staging().planned(staged.id());
                    return true;
                }));
        assertThat(world.staging().unplanned(PaymentNumber.DOCUMENT, 0, 10)).isEmpty();
        world.pass(Duration.ofDays(300));
        collect();
        assertThat(waiting()).containsExactly("1");
    }

    @Test
    void a_refund_that_disappears_is_a_new_version_that_says_so() throws Exception {
        payments(1, REFUND.formatted("SUCCESS", "null"));
        collect();
        payments(1, REFUND.formatted("FAILED", "null"));
        collect();
        assertThat(world.staging().of(CollectRefunds.KIND, "1"))
                .hasSize(2)
                .first()
                .satisfies(latest -> assertThat(latest.text().orElseThrow()).contains("FAILED"));
    }

    @Test
    void the_same_payments_are_one_version_however_often_they_are_looked_at() throws Exception {
        payments(1, REFUND.formatted("SUCCESS", "null"));
        collect();
        collect();
        world.pass(Duration.ofDays(2));
        collect();
        assertThat(world.staging().of(CollectRefunds.KIND, "1")).hasSize(1);
    }

    @Test
    void only_the_latest_payments_of_an_order_count() throws Exception {
        payments(1, REFUND.formatted("PENDING", "null"));
        payments(1, REFUND.formatted("SUCCESS", "null"));
        collect();
        assertThat(world.staging().of(CollectRefunds.KIND, "1"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.text().orElseThrow()).contains("SUCCESS"));
    }

    @Test
    void payments_that_cannot_be_read_are_kept_only_where_they_held_one_before() throws Exception {
        payments(1, REFUND.formatted("SUCCESS", "null"));
        collect();
        stage(1, "{}");
        stage(2, "{}");
        collect();
        assertThat(world.staging().of(CollectRefunds.KIND, "1")).hasSize(2);
        assertThat(waiting()).containsExactly("1");
    }

    @Test
    void what_was_staged_before_the_last_look_is_gone_through_once_more_a_day_later() throws Exception {
        collect();
        payments(1, REFUND.formatted("SUCCESS", "null"));
        world.staging().stage("other", List.of(), Instant.EPOCH, CollectRefunds.WATERMARK, LATER);
        collect();
        assertThat(waiting()).as("as if it had not been readable until now").isEmpty();
        collect(world.staging().readingBegins().plus(Duration.ofHours(25)));
        assertThat(waiting()).containsExactly("1");
    }

    @Test
    void more_than_a_page_is_read_to_its_end_and_the_next_run_begins_where_this_one_began() throws Exception {
        for (int order = 1; order <= 203; order++) {
            payments(order, REFUND.formatted("SUCCESS", "null"));
        }
        world.pass(Duration.ofMinutes(1));
        collect();
        assertThat(waiting()).hasSize(203);
        assertThat(world.staging().watermark(CollectRefunds.WATERMARK)).isPresent();
        world.pass(Duration.ofMinutes(30));
        payments(204, REFUND.formatted("SUCCESS", "null"));
        assertThat(world.staging()
                        .stagedSince(
                                PaymentNumber.DOCUMENT,
                                world.staging()
                                        .watermark(CollectRefunds.WATERMARK)
                                        .orElseThrow(),
                                0,
                                500))
                .extracting(Staged::sourceKey)
                .containsExactly("204");
        collect();
        assertThat(waiting()).hasSize(204);
    }
}
