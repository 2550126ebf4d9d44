package centrasage.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every PT5M  | every 5 minutes",
                "every PT1M  | every minute",
                "every PT20S | every 20 seconds",
                "every PT90S | every 90 seconds",
                "every PT1H  | every hour",
                "every PT90M | every 90 minutes",
                "every P1D   | every 24 hours",
                "03:00       | each day at 03:00",
                "''          | only when a person starts it"
            })
    void a_schedule_is_said_as_people_say_it(String schedule, String words) {
        assertThat(ScheduleWords.words(schedule)).isEqualTo(words);
    }
}
