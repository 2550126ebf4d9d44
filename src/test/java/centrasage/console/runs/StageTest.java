package centrasage.console.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final Map<String, Long> COUNTS =
            Map.of("read", 12L, "new or changed", 5L, "planned", 4L, "held", 1L, "posted", 3L, "already there", 1L);

    @Test
    void documents_are_counted_by_how_far_they_came_and_each_once() {
        assertThat(Stage.READ.in(COUNTS)).isEqualTo(12);
        assertThat(Stage.PLANNED.in(COUNTS)).isEqualTo(4);
        assertThat(Stage.POSTED.in(COUNTS)).isEqualTo(4);
        assertThat(Stage.HELD.in(COUNTS)).isEqualTo(1);
    }

    @Test
    void a_step_moves_the_documents_that_its_name_says() {
        assertThat(Stage.ofStep("collect")).contains(Stage.READ);
        assertThat(Stage.ofStep("plan-allocations")).contains(Stage.PLANNED);
        assertThat(Stage.ofStep("post")).contains(Stage.POSTED);
        assertThat(Stage.ofStep("check")).isEmpty();
    }
}
