package centrasage.desk.alert.cause;

import static centrasage.desk.alert.cause.AlertWorld.UNKNOWN_SKU;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One cause is told once: whatever it grows to, whoever looks, and however often anything starts again. */
class OneAlertTest {
    private final AlertWorld world;

    OneAlertTest() throws IOException {
        world = new AlertWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void hold(int from, int to) {
        if (from == 1) {
            world.hold("1", UNKNOWN_SKU);
        }
        world.holdMany(Math.max(2, from), to);
    }

    @Test
    void one_held_order_is_told_with_what_it_is_worth_what_to_do_and_a_link() {
        world.hold("10234", UNKNOWN_SKU);
        world.lookAndSend();
        assertThat(world.ops.bodies).hasSize(1);
        assertThat(world.ops.bodies.get(0))
                .contains("Medium: Order 10234 cannot be posted: SKU TD-1 is not a product")
                .contains("At risk: GBP 120.00", "What to do: Create the product", "For: Finance")
                .contains("https://c.example/exceptions.xhtml?state=OPEN&amp;id=".replace("&amp;", "&"));
        assertThat(world.channel("webhook:ops").sentAt()).isNotNull();
    }

    @Test
    void four_thousand_exceptions_of_one_cause_are_one_alert() {
        hold(1, 4000);
        assertThat(world.open()).hasSize(4000);
        world.lookAndSend();
        assertThat(world.titles())
                .containsExactly(
                        "Medium: 4,000 of one cause, such as: Order 4000 cannot be posted: SKU TD-1 is not a product");
        assertThat(world.ops.bodies).singleElement().asString().contains("At risk: GBP 480,000.00");
        world.lookAndSend();
        assertThat(world.ops.bodies).hasSize(1);
    }

    @Test
    void growing_tenfold_is_told_again_and_growing_a_little_is_not() {
        hold(1, 1);
        world.lookAndSend();
        hold(2, 9);
        world.lookAndSend();
        assertThat(world.titles()).hasSize(1);
        hold(10, 10);
        world.lookAndSend();
        assertThat(world.titles()).hasSize(2).last().asString().startsWith("Medium: 10 of one cause");
        hold(11, 99);
        world.lookAndSend();
        assertThat(world.titles()).hasSize(2);
        hold(100, 100);
        world.lookAndSend();
        assertThat(world.titles()).hasSize(3);
    }

    @Test
    void becoming_more_severe_is_told_again_and_less_severe_is_not() {
        world.stands("feed/orders", Severity.MEDIUM);
        world.lookAndSend();
        world.stands("feed/orders", Severity.CRITICAL);
        world.lookAndSend();
        world.stands("feed/orders", Severity.HIGH);
        world.lookAndSend();
        assertThat(world.titles())
                .extracting(title -> title.replaceFirst(":.*", ""))
                .containsExactly("Medium", "Critical");
    }

    @Test
    void another_cause_is_another_alert_and_so_is_each_thing_about_the_application() {
        world.hold("1", UNKNOWN_SKU);
        world.hold("2", new Reason("VAT_NOT_MAPPED", Owner.FINANCE, "no VAT", "Map it"));
        world.hold("3", new Reason("UNKNOWN_SKU", Owner.CX, "no SKU", "Ask"));
        world.stands("feed/orders", Severity.HIGH);
        world.stands("feed/stock", Severity.HIGH);
        world.lookAndSend();
        assertThat(world.titles()).hasSize(5);
    }

    @Test
    void two_nodes_and_a_restart_tell_nothing_twice() {
        AlertWatch one = world.watch(1);
        hold(1, 3);
        one.perform(() -> false);
        world.watch(2).perform(() -> false);
        world.wait(Duration.ofMinutes(5));
        world.watch(2).perform(() -> false);
        one.perform(() -> false);
        world.watch(1).perform(() -> false);
        assertThat(world.titles()).hasSize(1);
        world.postman(1).perform(() -> false);
        world.postman(2).perform(() -> false);
        world.wait(Duration.ofMinutes(10));
        world.postman(2).perform(() -> false);
        world.postman(1).perform(() -> false);
        assertThat(world.ops.bodies).hasSize(1);
    }

    @Test
    void what_was_under_way_when_its_node_died_is_sent_once_more_and_says_so() {
        world.hold("1", UNKNOWN_SKU);
        world.watch(1).perform(() -> false);
        long id = Long.parseLong(
                world.store.database().column("SELECT id FROM alert_message").get(0));
        assertThat(world.outbox.begin(id)).isPresent();
        assertThat(world.states()).containsExactly("SENDING");
        world.postman(2).perform(() -> false);
        assertThat(world.ops.bodies).singleElement().asString().contains("You may have had this message already");
        assertThat(world.states()).containsExactly("SENT");
    }

    @Test
    void what_is_over_is_told_by_setting_and_only_to_those_who_knew_of_it() {
        world.settings.put("alerts.rule.ops.mended", "yes");
        world.stands("feed/orders", Severity.HIGH);
        world.lookAndSend();
        world.over("feed/orders");
        world.lookAndSend();
        assertThat(world.titles()).hasSize(2).last().asString().startsWith("Mended: feed/orders is silent");
        world.stands("feed/stock", Severity.HIGH);
        world.watch(1).perform(() -> false);
        world.over("feed/stock");
        world.lookAndSend();
        assertThat(world.states()).containsExactly("SENT", "SENT", "GIVEN_UP");
    }

    @Test
    void what_comes_and_goes_is_not_told_each_time() {
        for (int time = 0; time < 5; time++) {
            world.stands("feed/orders", Severity.HIGH);
            world.lookAndSend();
            world.over("feed/orders");
            world.lookAndSend();
            world.wait(Duration.ofMinutes(20));
        }
        assertThat(world.ops.bodies).hasSize(1);
        world.wait(Duration.ofHours(4));
        world.stands("feed/orders", Severity.HIGH);
        world.lookAndSend();
        assertThat(world.ops.bodies).hasSize(2);
    }

    @Test
    void in_quiet_hours_it_waits_and_what_is_over_by_then_is_not_told() {
        world.settings.put("alerts.rule.ops.quiet", "07:00-12:00"); // it is eight
        world.hold("1", UNKNOWN_SKU);
        world.stands("feed/orders", Severity.HIGH);
        world.stands("feed/stock", Severity.CRITICAL);
        world.lookAndSend();
        assertThat(world.ops.bodies).singleElement().asString().contains("Critical: feed/stock");
        world.over("feed/orders");
        world.wait(Duration.ofHours(4));
        world.lookAndSend();
        assertThat(world.ops.bodies).hasSize(2).last().asString().contains("Order 1 cannot be posted");
    }

    @Test
    void an_address_of_somebody_never_goes_out() {
        world.stands("feed/orders", Severity.HIGH);
        world.lookAndSend();
        assertThat(world.ops.bodies)
                .hasSize(1)
                .allSatisfy(body -> assertThat(body).doesNotContain("jo@brand.com"));
    }

    @Test
    void whom_two_rules_name_is_told_once_and_whom_none_covers_is_not() {
        world.settings.put("alerts.rules", "ops, boss, cx");
        world.settings.put("alerts.rule.boss.to", "webhook:ops, webhook:boss");
        world.settings.put("alerts.rule.cx.to", "webhook:boss");
        world.settings.put("alerts.rule.cx.owner", "cx");
        world.settings.put("alerts.rule.boss.severity", "high");
        world.hold("1", UNKNOWN_SKU);
        world.lookAndSend();
        assertThat(world.boss.bodies).isEmpty();
        world.stands("feed/orders", Severity.HIGH);
        world.lookAndSend();
        assertThat(world.boss.bodies).hasSize(1);
        assertThat(world.ops.bodies).hasSize(2);
    }

    @Test
    void a_channel_that_is_down_is_told_by_the_other_and_never_by_itself() {
        world.settings.put("alerts.rules", "ops, boss");
        world.settings.put("alerts.rule.boss.to", "webhook:boss");
        world.settings.put("alerts.rule.boss.severity", "high");
        world.boss.answers(200, "");
        world.ops.answers(503, "");
        world.hold("1", UNKNOWN_SKU);
        for (int look = 0; look < 100; look++) {
            world.lookAndSend();
            world.wait(Duration.ofMinutes(5));
        }
        int tried = world.ops.bodies.size();
        assertThat(tried).as("the fault was met, and not without end").isBetween(5, 16);
        assertThat(world.boss.bodies).singleElement().asString().contains("Alerts by webhook:ops cannot be sent");
        assertThat(world.channel("webhook:ops").failingSince()).isNotNull();
        assertThat(world.channel("webhook:ops").error()).contains("503").doesNotContain("secret-path");
        assertThat(world.channel("webhook:ops").waiting()).isEqualTo(1);
        world.ops.answers(200, "");
        world.wait(Duration.ofHours(2));
        world.lookAndSend();
        assertThat(world.ops.bodies).hasSize(tried + 1);
        assertThat(world.channel("webhook:ops").failingSince()).isNull();
        assertThat(world.open()).extracting(each -> each.kind().name()).containsExactly("HELD");
    }

    @Test
    void a_message_that_is_refused_is_given_up_at_once_and_told() {
        world.ops.answers(404, "");
        world.hold("1", UNKNOWN_SKU);
        world.lookAndSend();
        world.wait(Duration.ofHours(1));
        world.lookAndSend();
        assertThat(world.ops.bodies).hasSize(1);
        assertThat(world.states()).containsExactly("GIVEN_UP");
        assertThat(world.open())
                .extracting(each -> each.kind().name())
                .containsExactlyInAnyOrder("HELD", "ALERT_NOT_SENT");
    }

    @Test
    void what_waits_for_days_is_dropped_and_not_told_late() {
        world.ops.answers(500, "");
        world.hold("1", UNKNOWN_SKU);
        world.lookAndSend();
        world.wait(Duration.ofDays(4));
        world.ops.answers(200, "");
        world.lookAndSend();
        assertThat(world.states()).containsExactly("GIVEN_UP");
        assertThat(world.ops.bodies).hasSize(1);
    }
}
