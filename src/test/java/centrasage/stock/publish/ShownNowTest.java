package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.TargetUnavailable;
import centrasage.stock.level.StockBook.Search;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Centra shows while somebody looks, beside what it showed when it was last told. */
class ShownNowTest {
    private final StockWorld world = StockWorld.start();
    private final ShownNow now = new ShownNow(world.centraStock, new Counterparts(world.centraStock, world.sizes));

    @AfterEach
    void stop() {
        world.close();
    }

    private Map<Long, Integer> looked() throws TargetUnavailable {
        return now.of(world.book.levels(new Search(null, null, 0, 500)));
    }

    @Test
    void what_was_bought_since_is_seen_and_what_centra_does_not_have_is_not_there() throws TargetUnavailable {
        world.inSage("MUG", 12);
        world.inSage("NOBODY-SELLS-IT", 3);
        world.hasInCentra("MUG");
        world.publish();
        world.buy("MUG", 2);
        assertThat(looked()).containsExactly(Map.entry(world.level("MUG").id(), 10));
        assertThat(world.level("MUG").shown()).as("when it was last looked at").isEqualTo(12);
    }

    @Test
    void more_than_one_page_of_centras_is_looked_at() throws TargetUnavailable {
        for (int each = 1; each <= 201; each++) {
            world.inSage("P-" + each, each);
            world.hasInCentra("P-" + each);
        }
        world.publish();
        assertThat(looked()).hasSize(201).containsEntry(world.level("P-201").id(), 201);
    }

    @Test
    void where_nobody_looks_centra_is_not_asked() throws TargetUnavailable {
        long before = world.centra.requests().total();
        assertThat(now.of(List.of())).isEmpty();
        assertThat(world.centra.requests().total()).isEqualTo(before);
    }
}
