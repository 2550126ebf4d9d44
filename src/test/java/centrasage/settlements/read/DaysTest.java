package centrasage.settlements.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23",
        "2026-11-23 18:05:11, 2026-11-23",
        "2026-11-23T18:05:11Z, 2026-11-23",
        "2026-12-31, 2026-12-31",
        "2026-01-01, 2026-01-01",
        "2028-02-29, 2028-02-29"
    })
    void a_day_is_read_whatever_is_behind_it(String text, LocalDate day) {
        assertThat(Days.of(text, '-')).isEqualTo(day);
        assertThat(Days.of(text.replace('-', '/'), '/')).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-11-2",
                "2026/11/23",
                "23-11-2026",
                "2026-00-10",
                "2026-13-10",
                "2026-11-00",
                "2026-11-31",
                "2026-02-29",
                "202a-11-23",
                "2026-1a-23",
                "2026-11-2a",
                "2026- 1-23",
                "2026-11--3",
                "\u0662026-11-23"
            })
    void what_is_no_day_is_none(String text) {
        assertThat(Days.of(text, '-')).isNull();
    }
}
