package centrasage.sync.record;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit trail: numbered without a gap, and whoever changes it is found. */
class AuditTest {
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final AuditSealer sealer = world.transactions().bean(AuditSealer.class, world.entities());

    @Test
    void sealed_rows_have_a_gapless_number_in_the_order_in_which_they_were_written() {
        write(3);
        assertThat(sealer.seal()).isEqualTo(3);
        write(2);
        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(sealer.seal()).isZero();
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sealer.head().number()).isEqualTo(5);
        assertThat(sealer.check(List.of(sealer.head()))).isEmpty();
    }

    @Test
    void looks_are_told_apart_from_deeds_and_the_chain_holds_both() {
        world.audit().write("ann", "RESOLVED", "C10234", "by hand");
        world.audit().look("ann", "C10234");
        world.audit().write("bob", "ASSIGNED", "C10234", "to ann");
        assertThat(world.audit().of("C10234")).extracting(AuditEntry::action).containsExactly("RESOLVED", "ASSIGNED");
        assertThat(world.audit().looks("C10234")).singleElement().satisfies(look -> {
            assertThat(look.isLook()).isTrue();
            assertThat(look.actor()).isEqualTo("ann");
        });
        assertThat(sealer.seal()).isEqualTo(3);
        assertThat(sealer.check(List.of(sealer.head()))).isEmpty();
        world.database().execute("UPDATE audit_entry SET actor = 'eve' WHERE action = 'LOOKED'");
        assertThat(sealer.check(List.of())).singleElement().asString().contains("row 2 was changed");
    }

    @Test
    void somebody_leaves_one_look_an_order_and_hour_however_often_the_page_is_drawn() {
        for (int times = 0; times < 12; times++) {
            world.audit().look("ann", "C10234");
            world.audit().look("bob", "C10234");
            world.audit().look("ann", "C10235");
            world.advance(Duration.ofMinutes(10));
        }
        assertThat(world.audit().looks("C10235").size()).isBetween(2, 3);
        assertThat(world.audit().looks("C10234"))
                .hasSize(2 * world.audit().looks("C10235").size());
    }

    @Test
    void an_empty_trail_is_whole() {
        assertThat(sealer.seal()).isZero();
        assertThat(sealer.head().number()).isZero();
        assertThat(sealer.check(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'somebody else'",
                "action = 'NOTHING'",
                "subject = 'subject 9'",
                "detail = 'nothing happened'",
                "occurred_at = DATEADD('MICROSECOND', 1, occurred_at)",
                "seal_hash = REPEAT('0', 64)"
            })
    void a_changed_row_is_found(String change) {
        writeAndSeal(5);
        world.database().execute("UPDATE audit_entry SET " + change + " WHERE seal_number = 3");
        assertThat(sealer.check(List.of())).first().asString().contains("row 3 was changed");
    }

    @Test
    void words_cannot_move_from_one_column_to_the_next() {
        world.audit().write("anna", "RETRY", "order 1", "now\nplanned again");
        sealer.seal();
        world.database().execute("UPDATE audit_entry SET subject = ?, detail = ?", "order 1\nnow", "planned again");
        assertThat(sealer.check(List.of())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 500, 501})
    void a_missing_row_is_found(int number) {
        writeAndSeal(510);
        world.database().execute("DELETE FROM audit_entry WHERE seal_number = ?", number);
        assertThat(sealer.check(List.of())).containsExactly("rows " + number + " to " + number + " are missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 500, 501, 510})
    void an_inserted_row_is_found(int number) {
        writeAndSeal(510);
        world.database()
                .execute("INSERT INTO audit_entry SELECT 1000000 + id, occurred_at, actor, action, subject, detail,"
                        + " seal_number, seal_hash FROM audit_entry WHERE seal_number = " + number);
        assertThat(sealer.check(List.of())).singleElement().asString().contains("row " + number + " stands twice");
    }

    @Test
    void a_truncated_end_is_found_by_the_head_that_was_written_elsewhere() {
        writeAndSeal(5);
        AuditSealer.Head known = sealer.head();
        world.database().execute("DELETE FROM audit_entry WHERE seal_number > 3");
        assertThat(sealer.check(List.of())).isEmpty();
        assertThat(sealer.check(List.of(known)))
                .containsExactly("rows 4 to 5 are missing at the end: the database was restored or truncated");
        assertThat(sealer.differs(known))
                .contains("rows 4 to 5 are missing at the end: the database was restored or truncated");
    }

    @Test
    void a_chain_that_was_forged_from_the_beginning_is_not_the_one_that_was_written_elsewhere() {
        writeAndSeal(5);
        AuditSealer.Head known = sealer.head();
        world.database().execute("UPDATE audit_entry SET seal_number = NULL, seal_hash = NULL");
        world.database().execute("UPDATE audit_entry SET detail = 'nothing happened' WHERE subject = 'subject 2'");
        sealer.seal();
        assertThat(sealer.check(List.of())).isEmpty();
        assertThat(sealer.check(List.of(known)))
                .singleElement()
                .asString()
                .startsWith("row 5 is not the one that was sealed");
        assertThat(sealer.differs(known)).isPresent();
    }

    @Test
    void every_head_that_was_written_elsewhere_is_compared() {
        writeAndSeal(2);
        AuditSealer.Head first = sealer.head();
        writeAndSeal(3);
        AuditSealer.Head second = sealer.head();
        assertThat(sealer.check(List.of(new AuditSealer.Head(0, AuditSealer.BEGINNING), first, second, second)))
                .isEmpty();
        assertThat(sealer.differs(first)).isEmpty();
        AuditSealer.Head forged = new AuditSealer.Head(first.number(), second.hash());
        assertThat(sealer.check(List.of(first, forged, second))).hasSize(1);
    }

    @Test
    void what_is_not_committed_is_not_sealed_and_gets_its_number_later() {
        world.transactions().inNew(() -> {
            write(1);
            return inAnotherThread(() -> {
                write(1);
                return sealer.seal();
            });
        });
        assertThat(sealer.head().number()).isOne();
        assertThat(sealer.seal()).isOne();
        assertThat(numbers()).containsExactly(1L, 2L);
        assertThat(sealer.check(List.of())).isEmpty();
    }

    @Test
    void sealing_is_gapless_while_many_write() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> write(50)));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                sealer.seal();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        sealer.seal();
        assertThat(numbers())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(sealer.check(List.of(sealer.head()))).isEmpty();
    }

    @Test
    void what_is_too_long_is_cut_and_still_sealed() {
        world.audit().write("anna", "NOTE", "order 1", "ä".repeat(3_000));
        sealer.seal();
        assertThat(sealer.check(List.of())).isEmpty();
        assertThat(world.audit().of("order 1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).hasSize(2_000));
    }

    private static <T> T inAnotherThread(Callable<T> call) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(call).get();
        } finally {
            thread.shutdownNow();
        }
    }

    private void write(int rows) {
        IntStream.rangeClosed(1, rows)
                .forEach(row -> world.audit().write("Zoë", "DEED", "subject " + row, "line one\nline two"));
    }

    private void writeAndSeal(int rows) {
        write(rows);
        int sealed = 0;
        while (sealed < rows) {
            sealed += sealer.seal();
        }
    }

    private List<Long> numbers() {
        return world.database().column("SELECT seal_number FROM audit_entry ORDER BY seal_number").stream()
                .map(Long::valueOf)
                .toList();
    }
}
