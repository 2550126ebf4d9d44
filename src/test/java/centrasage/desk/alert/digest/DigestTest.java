package centrasage.desk.alert.digest;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException;
import centrasage.desk.DeskBeans;
import centrasage.desk.alert.cause.AlertWorld;
import centrasage.desk.alert.cause.ConsoleLink;
import centrasage.flow.DigestPart;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.sync.record.AuditSealer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is open, once a day. */
class DigestTest {
    private final AlertWorld world;

    DigestTest() throws IOException {
        world = new AlertWorld();
        world.settings.put("alerts.rule.ops.digest", "09:00");
        world.settings.put("schedule.time-zone", "Europe/London");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private DigestWatch watch(int port) {
        DigestPart runs = new DigestPart() {
            @Override
            public String title() {
                return "Last runs";
            }

            @Override
            public List<String> lines() {
                return List.of("order-import: Mon 07:55 completed, 9 posted");
            }
        };
        AuditSealer sealer = world.store.transactions().bean(AuditSealer.class, world.store.entities());
        DigestBook book = world.store
                .transactions()
                .bean(
                        DigestBook.class,
                        DeskBeans.standing(world.store),
                        sealer,
                        new DigestParts(List.of(runs)),
                        world.rules(),
                        world.outbox,
                        new ConsoleLink(""));
        return new DigestWatch(world.rules(), book, world.store.store(), world.node(port), world.clock());
    }

    @Test
    void it_says_what_is_open_by_owner_with_money_age_runs_and_the_head_of_the_trail() {
        world.hold("1", AlertWorld.UNKNOWN_SKU);
        world.hold("2", new Reason("NOT_PAID", Owner.CX, "nothing is paid", "Ask"));
        world.store.clock().advance(Duration.ofHours(24));
        world.hold("3", AlertWorld.UNKNOWN_SKU);
        DeskBeans.watch(world.store)
                .stands(
                        BusinessException.Kind.CLEARING_DIFFERS,
                        "33/ADYGBP",
                        Severity.CRITICAL,
                        new Reason("CLEARING_DIFFERS", Owner.FINANCE, "ADYGBP differs by 4.20", "Look"));
        world.store.clock().advance(Duration.ofMinutes(61));
        watch(1).perform(() -> false);
        world.postman(1).perform(() -> false);
        assertThat(world.ops.bodies).hasSize(1);
        assertThat(world.ops.bodies.get(0))
                .contains("Daily digest: 4 open, GBP 360.00 at risk")
                .contains("Since yesterday: 2 new, 0 closed. Open for longer than a day: 2.")
                .contains("CX: 1 medium; GBP 120.00 at risk; the oldest since 23 Nov 2026 08:00.")
                .contains("Finance: 1 critical, 2 medium; GBP 240.00 at risk; the oldest since 23 Nov 2026 08:00.")
                .contains("Clearing: ADYGBP differs by 4.20")
                .contains("Last runs: order-import: Mon 07:55 completed, 9 posted")
                .contains("Audit trail: row 0, 0000000000")
                .contains("/exceptions.xhtml?state=OPEN");
    }

    @Test
    void it_is_sent_once_a_day_at_its_time_by_two_nodes_and_after_a_restart() {
        watch(1).perform(() -> false);
        assertThat(world.store.database().count("alert_message")).isZero();
        world.store.clock().advance(Duration.ofMinutes(60));
        watch(1).perform(() -> false);
        watch(1).perform(() -> false);
        world.store.clock().advance(Duration.ofMinutes(10));
        watch(2).perform(() -> false);
        assertThat(world.store.database().count("alert_message")).isEqualTo(1);
        world.store.clock().advance(Duration.ofDays(1));
        watch(2).perform(() -> false);
        assertThat(world.store.database().count("alert_message")).isEqualTo(2);
    }

    @Test
    void one_that_is_missed_by_hours_is_made_up_for_and_by_most_of_a_day_is_not() {
        world.store.clock().advance(Duration.ofHours(5));
        watch(1).perform(() -> false);
        assertThat(world.store.database().count("alert_message")).isEqualTo(1);
        world.store.clock().advance(Duration.ofHours(30));
        watch(1).perform(() -> false);
        assertThat(world.store.database().count("alert_message")).isEqualTo(1);
    }

    @Test
    void where_nothing_is_open_it_says_so() {
        world.store.clock().advance(Duration.ofHours(2));
        watch(1).perform(() -> false);
        world.postman(1).perform(() -> false);
        assertThat(world.ops.bodies).singleElement().asString().contains("Daily digest: nothing is open");
    }
}
