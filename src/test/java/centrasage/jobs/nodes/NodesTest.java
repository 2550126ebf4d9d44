package centrasage.jobs.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.jobs.run.Runs;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.Node;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which processes share the store; on H2 a second one is refused while the first one lives. */
class NodesTest {
    private static final String SERVED = "jdbc:h2:file:./data/store;MODE=LEGACY;AUTO_SERVER=TRUE";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Node first = new Node("127.0.0.1", 8080);
    private final Node second = new Node("127.0.0.1", 8081);

    @AfterEach
    void theSwitchIsOff() {
        System.clearProperty(Nodes.TWO_ON_H2);
    }

    private Nodes first(String url) {
        return NodesOf.nodes(world, first, url, 8080);
    }

    private Nodes second(String url) {
        return NodesOf.nodes(world, second, url, 8081);
    }

    @Test
    void each_says_where_it_is_and_that_it_is_alive() {
        Nodes nodes = first(NodesOf.SQL_SERVER);
        nodes.begin();
        second(NodesOf.SQL_SERVER).begin();
        world.advance(Runs.HEARTBEAT.limit());
        nodes.beat();
        assertThat(nodes.all())
                .extracting(KnownNode::address)
                .containsExactly("http://127.0.0.1:8080/", "http://127.0.0.1:8081/");
        assertThat(nodes.all()).extracting(KnownNode::alive).containsExactly(true, false);
        assertThat(nodes.all().get(0).seen())
                .isEqualTo(nodes.all().get(0).since().plus(Runs.HEARTBEAT.limit()));
    }

    @Test
    void a_lease_is_of_a_living_node_only_if_this_very_start_of_it_holds_it() {
        Nodes nodes = first(NodesOf.SQL_SERVER);
        nodes.begin();
        assertThat(nodes.isAlive(first.holder("job"))).isTrue();
        assertThat(nodes.isAlive(new Node("127.0.0.1", 8080).holder("job")))
                .as("an earlier start")
                .isFalse();
        assertThat(nodes.isAlive(second.holder("job"))).isFalse();
    }

    @Test
    void an_orderly_end_leaves_nothing_and_a_dead_one_is_forgotten_after_a_week() {
        Nodes nodes = first(NodesOf.SQL_SERVER);
        nodes.begin();
        second(NodesOf.SQL_SERVER).begin();
        nodes.end();
        assertThat(nodes.all()).extracting(KnownNode::name).containsExactly(second.name());
        world.advance(Duration.ofDays(8));
        nodes.begin();
        assertThat(nodes.all()).extracting(KnownNode::name).containsExactly(first.name());
    }

    @Test
    void one_whose_row_is_gone_says_anew_that_it_is_there() {
        Nodes nodes = first(NodesOf.SQL_SERVER);
        nodes.begin();
        world.database().execute("DELETE FROM node");
        nodes.beat();
        assertThat(nodes.isAlive(first.holder("job"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVED, "jdbc:h2:tcp://127.0.0.1:9092/store;MODE=LEGACY"})
    void a_second_one_on_h2_is_refused_with_who_is_there_and_what_to_do(String url) {
        first(url).begin();
        world.advance(Duration.ofSeconds(20));
        assertThatThrownBy(() -> second(url).begin())
                .hasMessageContainingAll(
                        "store.url: the node " + first.name(),
                        "at http://127.0.0.1:8080/ works on this store since 2026-",
                        "SQL Server for two nodes",
                        "start it again at its own http.address and http.port, or wait until");
        assertThat(first(url).all())
                .extracting(KnownNode::name)
                .as("the refused one has gone")
                .containsExactly(first.name());
    }

    @Test
    void one_that_was_killed_starts_again_at_once_at_its_own_address_and_elsewhere_after_the_heartbeat() {
        first(SERVED).begin();
        Nodes again = NodesOf.nodes(world, new Node("127.0.0.1", 8080), SERVED, 8080);
        assertThatCode(again::begin).doesNotThrowAnyException();
        assertThatThrownBy(() -> second(SERVED).begin()).isInstanceOf(IllegalStateException.class);
        world.advance(Runs.HEARTBEAT.limit());
        assertThatCode(() -> second(SERVED).begin()).doesNotThrowAnyException();
    }

    @Test
    void whoever_has_opened_the_file_itself_is_alone_and_sql_server_has_as_many_as_one_likes() {
        first(NodesOf.SQL_SERVER).begin();
        assertThatCode(() -> second("jdbc:h2:file:./data/store;MODE=LEGACY").begin())
                .doesNotThrowAnyException();
        assertThatCode(() -> second(NodesOf.SQL_SERVER).begin()).doesNotThrowAnyException();
    }

    @Test
    void a_test_may_have_two_on_h2() {
        System.setProperty(Nodes.TWO_ON_H2, "true");
        first(SERVED).begin();
        assertThatCode(() -> second(SERVED).begin()).doesNotThrowAnyException();
    }

    @Test
    void two_machines_of_one_name_are_told_once() {
        List<String> told = new ArrayList<>();
        Handler handler = hearing(told);
        Logger log = Logger.getLogger(Nodes.class.getName());
        log.addHandler(handler);
        try {
            Nodes nodes = first(NodesOf.SQL_SERVER);
            nodes.begin();
            nodes.beat();
            assertThat(told).isEmpty();
            NodesOf.nodes(world, new Node("127.0.0.1", 8080)).begin();
            nodes.beat();
            nodes.beat();
            assertThat(told).singleElement().asString().contains(first.name(), "host name of its own");
        } finally {
            log.removeHandler(handler);
        }
    }

    private static Handler hearing(List<String> told) {
        return new Handler() {
            @Override
            public void publish(LogRecord log) {
                told.add(log.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
