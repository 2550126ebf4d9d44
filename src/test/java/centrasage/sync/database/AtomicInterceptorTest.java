package centrasage.sync.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose commit is on the disk when a method returns that promises so. */
class AtomicInterceptorTest {
    private static final String LEFT = "SELECT LISTAGG(name, ' ') WITHIN GROUP (ORDER BY name) FROM watermark";

    @TempDir
    private Path folder;

    private StoreFile file;
    private Deeds deeds;

    @BeforeEach
    void begin() {
        file = new StoreFile(folder);
        Transactions transactions = file.database().transactions();
        deeds = transactions.bean(Deeds.class, transactions);
    }

    @AfterEach
    void end() {
        file.close();
    }

    /** Writes rows in transactions of every kind. */
    static class Deeds {
        private final Transactions transactions;

        Deeds(Transactions transactions) {
            this.transactions = transactions;
        }

        private void write(String name) {
            transactions
                    .entities()
                    .createNativeQuery("INSERT INTO watermark (name, read_to, moved_at)"
                            + " VALUES (?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                    .setParameter(1, name)
                    .executeUpdate();
        }

        @Atomic
        public void plain(String name) {
            write(name);
        }

        @Atomic(onDisk = true)
        public void onDisk(String name) {
            write(name);
        }

        @Atomic(alone = true, onDisk = true)
        public void aloneOnDisk(String name) {
            write(name);
        }

        @Atomic(alone = true)
        public void within(Deeds other) {
            write("outer");
            other.aloneOnDisk("inner");
        }
    }

    @Test
    void an_ordinary_commit_is_written_later() {
        deeds.plain("one");
        assertThat(file.left("SELECT name FROM watermark")).isEqualTo("nothing");
    }

    @Test
    void what_promises_so_is_on_the_disk_when_it_returns() {
        deeds.plain("one");
        deeds.onDisk("two");
        assertThat(file.left(LEFT)).isEqualTo("one two");
    }

    @Test
    void a_transaction_of_its_own_inside_anothers_is_on_the_disk_and_the_others_is_not() {
        file.database().transactions().inNew(() -> {
            deeds.plain("the caller's");
            deeds.aloneOnDisk("its own");
            assertThat(file.left(LEFT)).isEqualTo("its own");
            return "done";
        });
        assertThat(file.database().column(LEFT)).containsExactly("its own the caller's");
    }

    /** Seen in a batch step on Payara: the run never ended, because the job repository's next connection was refused. */
    @Test
    void what_a_thread_does_after_a_transaction_within_another_is_done_in_one_that_lives() {
        Transactions transactions = file.database().transactions();
        deeds.within(transactions.bean(Deeds.class, transactions));
        deeds.plain("next");
        assertThat(file.database().column(LEFT)).containsExactly("inner next outer");
    }

    @Test
    void what_joins_a_transaction_cannot_promise_and_does_nothing() {
        assertThatThrownBy(() -> file.database().transactions().inNew(() -> {
                    deeds.onDisk("two");
                    return "done";
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Deeds.onDisk returns only when it is on the disk");
        assertThat(file.database().count("watermark")).isZero();
        assertThat(List.of(file.left("SELECT name FROM watermark"))).containsExactly("nothing");
    }
}
