package centrasage.sync.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which failures of a database only mean that another was faster, so that the transaction is run again. */
class LostRaceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the victim of a deadlock on SQL Server, 40001, 1205",
        "a lock timeout on SQL Server, S0001, 1222",
        "a deadlock on H2, 40001, 40001",
        "a row that changed meanwhile on H2, 90131, 90131",
        "a lock timeout on H2, HYT00, 50200"
    })
    void who_lost_to_another_is_run_again_however_deep_it_is_told(String which, String state, int code) {
        SQLException lost = new SQLException(which, state, code);
        assertThat(LostRace.is(lost)).isTrue();
        assertThat(LostRace.is(new IllegalStateException(new RuntimeException(lost))))
                .isTrue();
    }

    @Test
    void a_version_that_somebody_else_wrote_is_a_lost_race() {
        assertThat(LostRace.is(new RuntimeException(new OptimisticLockException("somebody was faster"))))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the log of SQL Server is full, S0001, 9002",
        "the connection broke, 08S01, 0",
        "the same key twice, 23505, 23505"
    })
    void what_would_fail_again_is_not_run_again(String which, String state, int code) {
        assertThat(LostRace.is(new RuntimeException(new SQLException(which, state, code))))
                .isFalse();
    }
}
