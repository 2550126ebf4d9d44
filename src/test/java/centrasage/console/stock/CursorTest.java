package centrasage.console.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A place in a list of ids. */
class CursorTest {
    private final List<String> asked = new ArrayList<>();
    private final Cursor<Long> cursor = new Cursor<>(
            (after, skip, most) -> {
                asked.add(after + "+" + skip);
                return LongStream.rangeClosed(1, 25)
                        .map(id -> id * 10)
                        .filter(id -> id > after)
                        .skip(skip)
                        .limit(most)
                        .boxed()
                        .toList();
            },
            id -> id);

    @Test
    void one_part_after_the_other_goes_on_by_the_last_id() {
        assertThat(cursor.rows(0, 10)).startsWith(10L).endsWith(100L);
        assertThat(cursor.rows(10, 10)).startsWith(110L).endsWith(200L);
        assertThat(cursor.rows(20, 10)).containsExactly(210L, 220L, 230L, 240L, 250L);
        assertThat(cursor.rows(25, 10)).isEmpty();
        assertThat(asked).containsExactly("0+0", "100+0", "200+0", "250+0");
    }

    @Test
    void any_other_place_is_counted_from_the_beginning() {
        assertThat(cursor.rows(20, 2)).containsExactly(210L, 220L);
        assertThat(cursor.rows(0, 1)).containsExactly(10L);
        assertThat(asked).containsExactly("0+20", "0+0");
    }
}
