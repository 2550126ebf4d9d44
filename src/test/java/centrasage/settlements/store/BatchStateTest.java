package centrasage.settlements.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a version of a batch. */
class BatchStateTest {
    @ParameterizedTest
    @CsvSource({
        "RECEIVING, STOPPED PROVEN DIFFERS",
        "STOPPED, SUPERSEDED",
        "PROVEN, PLANNED SUPERSEDED",
        "PLANNED, PROVEN SETTLED SUPERSEDED",
        "SETTLED, PLANNED",
        "SUPERSEDED, ''",
        "DIFFERS, ''"
    })
    void from_each_state_it_comes_into_these_and_no_other(BatchState state, String next) {
        assertThat(Arrays.stream(BatchState.values())
                        .filter(state::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(next);
    }
}
