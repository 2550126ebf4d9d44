package centrasage.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final Amounts amounts = new Amounts();

    @Test
    void what_a_run_was_started_with_is_told_in_one_order() {
        assertThat(Jobs.given(Map.of("to", "2026-11-07", "from", "2026-11-01")))
                .isEqualTo("from 2026-11-01, to 2026-11-07");
        assertThat(Jobs.given(Map.of())).isEmpty();
    }

    @Test
    void what_people_ask_for_first_comes_first() {
        assertThat(Jobs.did(Map.of("read", 1300L, "planned", 300L, "held", 7L, "posted", 293L, "refused", 0L), amounts))
                .isEqualTo("293 posted, 7 held, 300 planned, 1,300 read");
    }

    @Test
    void a_run_that_counted_nothing_had_nothing_to_do() {
        assertThat(Jobs.did(Map.of(), amounts)).isEqualTo("nothing to do");
        assertThat(Jobs.did(Map.of("read", 0L), amounts)).isEqualTo("nothing to do");
    }

    @Test
    void the_version_of_the_mappings_is_no_count() {
        assertThat(Jobs.did(Map.of("planned", 3L, "mappings version", 7L), amounts))
                .isEqualTo("3 planned, by version 7 of the mappings");
        assertThat(Jobs.did(Map.of("mappings version", 7L), amounts)).isEqualTo("nothing to do");
    }

    @Test
    void a_failure_is_told_in_its_own_words() {
        assertThat(Jobs.why("FAILED: Sage 200 does not answer: nothing listens there"))
                .isEqualTo("Sage 200 does not answer: nothing listens there");
        assertThat(Jobs.why("FAILED")).isEqualTo(Jobs.why(null)).startsWith("It gave no reason");
    }

    @Test
    void what_a_good_run_says_beside_its_counts_is_shown() {
        assertThat(Jobs.says("PREVIEW: 4 orders would be posted, for EUR 1246.11; nothing was written"))
                .isEqualTo("Preview: 4 orders would be posted, for EUR 1246.11; nothing was written");
        assertThat(Jobs.says("COMPLETED: what can be posted is planned")).isEqualTo("What can be posted is planned");
        assertThat(Jobs.says("COMPLETED")).isNull();
        assertThat(Jobs.says(null)).isNull();
    }

    @Test
    void one_thing_is_one_thing() {
        assertThat(Jobs.did(Map.of("sealed rows", 1L, "posted", 1L), amounts)).isEqualTo("1 posted, 1 sealed row");
        assertThat(Jobs.did(Map.of("sealed rows", 2L), amounts)).isEqualTo("2 sealed rows");
    }

    @Test
    void a_job_without_a_title_keeps_its_name_and_stands_last() {
        assertThat(Jobs.title("order-import")).isEqualTo("Orders to Sage 200");
        assertThat(Jobs.title("month-end")).isEqualTo("month-end");
        assertThat(Jobs.place("month-end")).isGreaterThan(Jobs.place("retention"));
    }
}
