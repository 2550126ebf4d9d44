package centrasage.desk.outside;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.alert.channel.HookServer;
import centrasage.flow.Vital;
import centrasage.sync.runs.Node;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sign of life for a switch outside. */
class OutsideBeatTest {
    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    private final HookServer outside;
    private final List<String> ailments = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    OutsideBeatTest() throws IOException {
        outside = new HookServer();
        settings.put("alerts.heartbeat.url", outside.url());
    }

    @AfterEach
    void close() {
        outside.close();
    }

    private OutsideBeat node(int port) {
        Vital vital = () -> ailments.stream().findFirst();
        return new OutsideBeat(
                new BeatSettings(key -> Optional.ofNullable(settings.get(key))),
                List.of(vital),
                world.store(),
                new Node("127.0.0.1", port),
                Clock.systemUTC());
    }

    @Test
    void while_all_is_well_one_node_of_two_tells_it() {
        OutsideBeat one = node(1);
        OutsideBeat two = node(2);
        one.perform(() -> false);
        two.perform(() -> false);
        one.perform(() -> false);
        assertThat(outside.paths).containsExactly("GET /secret-path", "GET /secret-path");
        assertThat(one.standing().sentAt()).isNotNull();
        assertThat(two.standing().sentAt()).isNull();
    }

    @Test
    void of_a_node_that_is_gone_another_takes_over() {
        node(1).perform(() -> false);
        world.clock().advance(Duration.ofMinutes(3));
        node(2).perform(() -> false);
        assertThat(outside.paths).hasSize(2);
    }

    @Test
    void when_something_essential_is_ill_it_stays_away() {
        ailments.add("The lanes have stopped");
        OutsideBeat node = node(1);
        node.perform(() -> false);
        assertThat(outside.paths).isEmpty();
        assertThat(node.standing().ailment()).isEqualTo("The lanes have stopped");
        ailments.clear();
        node.perform(() -> false);
        assertThat(outside.paths).hasSize(1);
        assertThat(node.standing().ailment()).isNull();
    }

    @Test
    void by_a_setting_it_says_what_is_ill() {
        settings.put("alerts.heartbeat.when-ill", "fail");
        ailments.add("The lanes have stopped");
        OutsideBeat node = node(1);
        node.perform(() -> false);
        assertThat(outside.paths).containsExactly("POST /secret-path/fail");
        assertThat(outside.bodies).containsExactly("The lanes have stopped");
        assertThat(node.standing().sentAt()).isNull();
    }

    @Test
    void a_switch_that_cannot_be_reached_is_counted_and_nobody_is_told() {
        outside.answers(503, "");
        OutsideBeat node = node(1);
        node.perform(() -> false);
        node.perform(() -> false);
        assertThat(outside.paths).hasSize(2);
        assertThat(node.standing().failures()).isEqualTo(2);
        assertThat(node.standing().error()).isEqualTo("it answers 503");
        assertThat(world.database().count("business_exception")).isZero();
    }

    @Test
    void without_an_address_nothing_is_sent_and_no_lease_is_taken() {
        settings.clear();
        node(1).perform(() -> false);
        assertThat(outside.paths).isEmpty();
        assertThat(world.leases().named("outside-beat")).isEmpty();
    }
}
