package centrasage.console.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of a list that only goes on after its last row. */
class OnwardTest {
    private static final int ROWS = 2_500;

    private final List<Integer> asked = new ArrayList<>();
    private final Onward<Integer> onward = new Onward<>((last, most) -> {
        int first = last == null ? 1 : last + 1;
        asked.add(first);
        return IntStream.range(first, Math.min(ROWS + 1, first + most)).boxed().toList();
    });

    @Test
    void a_page_begins_where_it_is_asked_for_and_ends_with_the_list() {
        assertThat(onward.rows(1_200, 3)).containsExactly(1_201, 1_202, 1_203);
        assertThat(onward.rows(0, 2)).as("back").containsExactly(1, 2);
        assertThat(onward.rows(2_499, 5)).containsExactly(2_500);
        assertThat(onward.rows(9_000, 5)).isEmpty();
    }

    @Test
    void who_reads_all_of_it_reads_each_row_once() {
        for (int from = 0; from < ROWS; from += 500) {
            assertThat(onward.rows(from, 500)).hasSize(500);
        }
        assertThat(asked).containsExactly(1, 501, 1_001, 1_501, 2_001);
    }
}
