package centrasage.sync.runs;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is due and what was sent, counted in the database. */
class BacklogTest {
    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    private final Backlog backlog = world.transactions().bean(Backlog.class, world.entities(), world.time());

    private void posting(long id, String currency, String amount, String purpose) {
        world.database()
                .execute(
                        "INSERT INTO posting (id, company, kind, source_key, object_key, object_rank, state, state_since,"
                                + " document_version, amount, currency, business_date, reasons, attempts,"
                                + " ever_in_doubt, created_at)"
                                + " VALUES (?, '33', 'ORDER', ?, ?, 1, 'PLANNED', TIMESTAMP '2026-11-23 06:00:00', 1, ?, ?,"
                                + " DATE '2026-11-23', '[]', 0, 0, TIMESTAMP '2026-11-23 06:00:00')",
                        id,
                        "1000" + id,
                        "33/C1000" + id,
                        amount,
                        currency);
        world.database()
                .execute(
                        "INSERT INTO posting_queue (posting_id, object_key, object_rank, purpose, not_before) VALUES (?, ?, 1,"
                                + " ?, TIMESTAMP '2020-01-01 00:00:00')",
                        id,
                        "33/C1000" + id,
                        purpose);
    }

    @Test
    void what_is_due_is_counted_by_kind_and_currency_and_what_is_read_back_is_not() {
        posting(1, "GBP", "10.50", "POST");
        posting(2, "GBP", "9.50", "POST");
        posting(3, "EUR", "4.00", "POST");
        posting(4, "EUR", "4.00", "RESOLVE");
        assertThat(backlog.due())
                .containsExactly(
                        new Backlog.Due(PostingKind.ORDER, 1, Money.of("4", "EUR")),
                        new Backlog.Due(PostingKind.ORDER, 2, Money.of("20", "GBP")));
    }

    @Test
    void nothing_waits_for_a_plan_where_nothing_was_received() {
        assertThat(backlog.unplanned("order")).isZero();
        world.aNewerVersionWaits("10001");
        assertThat(backlog.unplanned("order")).isOne();
    }

    @Test
    void what_was_sent_within_a_time_is_counted_and_named_once() {
        posting(1, "GBP", "10.50", "POST");
        for (int number = 1; number <= 2; number++) {
            world.database()
                    .execute(
                            "INSERT INTO posting_attempt (id, posting_id, number, holder, started_at, ended_at, outcome)"
                                    + " VALUES (?, 1, ?, 'me', TIMESTAMP '2026-11-23 10:00:00', TIMESTAMP '2026-11-23 10:00:01', 'x')",
                            900 + number,
                            number);
        }
        Instant from = Instant.parse("2026-11-23T09:59:00Z");
        assertThat(backlog.sent(from, from.plusSeconds(120))).isEqualTo(2);
        assertThat(backlog.postings(from, from.plusSeconds(120), 50)).containsExactly(1L);
        assertThat(backlog.sent(from, from.plusSeconds(30))).isZero();
    }
}
