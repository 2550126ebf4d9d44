package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.CentraStock.QuantityType;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goods that are added in Centra to an order which Sage 200 has: on both simulators. */
class AddedGoodsTest {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final StockWorld world = StockWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(QuantityType.class)
    void what_is_added_to_a_posted_order_is_not_sold_again(QuantityType type) throws TargetUnavailable {
        world.type = type;
        world.hasInCentra("SHIRT");
        world.inSage("SHIRT", 10);
        world.publish();
        int number = ordered();
        world.free("SHIRT", "9"); // as Sage has it once the order is allocated
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(9);

        int line = world.client
                .data("{orders(where: {number: " + number + "}) {lines {id}}}")
                .findPath("lines")
                .path(0)
                .path("id")
                .asInt();
        world.client.control("POST", "orders/" + number + "/edit", "{'lines': [{'id': " + line + ", 'quantity': 3}]}");
        world.collect(number);

        world.publish(true);

        assertThat(world.free("SHIRT")).as("9 - 2").isEqualTo(7);
    }

    private int ordered() {
        JsonNode bought = world.buy("SHIRT", 1);
        int number = bought.path("numbers").path(0).asInt();
        world.collect(number);
        world.store.clock().advance(Duration.ofMinutes(1)); // what was staged in this moment is counted to be safe
        world.collected(Instant.now().plusSeconds(300));
        world.store.record(Plans.post(Integer.toString(number)));
        world.store.itIsPlanned(Integer.toString(number));
        for (Claimed claimed : world.store.store().claim(Purpose.POST, "a", LEASE, 20)) {
            world.store.store().intend(claimed, LEASE, "nothing found");
            world.store.store().conclude(claimed, new Posted(Plans.document(Integer.toString(number))), Duration.ZERO);
            world.store.store().release(claimed);
        }
        return number;
    }
}
