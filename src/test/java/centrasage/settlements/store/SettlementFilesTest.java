package centrasage.settlements.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files in the store, each content once. */
class SettlementFilesTest {
    private final SettlementWorld world = new SettlementWorld();

    private long put(String hash, String name, @Nullable String fault) {
        return world.files.put(new SettlementFile(
                0, hash, name, 100, "adyen", fault, world.store.clock().now()));
    }

    private void stopped(long file) {
        MadeBatch made = MadeBatch.of("380").paidOut().faulty("a line is missing");
        long id = world.batches.begin(made.key());
        world.batches.received(id, file, made.batch(), made.sums(), "hash", BatchState.STOPPED);
    }

    @Test
    void a_file_comes_out_as_it_went_in() {
        long id = put("h1", "Zoë.csv", "it is empty");
        assertThat(world.files.file(id))
                .contains(new SettlementFile(
                        id,
                        "h1",
                        "Zoë.csv",
                        100,
                        "adyen",
                        "it is empty",
                        world.store.clock().now()));
        assertThat(world.files.file(id + 1)).isEmpty();
    }

    @Test
    void the_same_content_is_one_file_and_takes_what_is_said_last() {
        long id = put("h1", "a.csv", "it is empty");
        assertThat(put("h1", "b.csv", null)).isEqualTo(id);
        assertThat(put("h2", "b.csv", null)).isNotEqualTo(id);
        assertThat(world.files.file(id)).hasValueSatisfying(file -> {
            assertThat(file.name()).isEqualTo("b.csv");
            assertThat(file.fault()).isNull();
        });
    }

    @Test
    void a_file_is_done_once_it_was_read_and_not_while_nobody_could() {
        assertThat(world.files.isDone("h1")).isFalse();
        put("h1", "a.csv", "it is empty");
        assertThat(world.files.isDone("h1")).isFalse();
        put("h1", "a.csv", null);
        assertThat(world.files.isDone("h1")).isTrue();
        assertThat(world.files.isDone("h2")).isFalse();
    }

    @Test
    void a_file_of_which_a_batch_is_stopped_is_tried_again_until_another_takes_its_place() {
        long id = put("h1", "a.csv", null);
        long other = put("h2", "b.csv", null);
        stopped(id);
        assertThat(world.files.isDone("h1")).isFalse();
        assertThat(world.files.isDone("h2")).isTrue();
        world.put(world.batches.latest(Long.MAX_VALUE, 1).get(0).id(), BatchState.SUPERSEDED);
        assertThat(world.files.isDone("h1")).isTrue();
        assertThat(other).isNotEqualTo(id);
    }
}
