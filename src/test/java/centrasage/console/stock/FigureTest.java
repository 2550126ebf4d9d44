package centrasage.console.stock;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.stock.figure.Kept;
import centrasage.stock.figure.StalePolicy;
import centrasage.stock.level.Level;
import centrasage.stock.level.Levels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure that one can follow line by line. */
class FigureTest {
    private static List<String> lines(Level level) {
        return Figure.of(level).lines().stream()
                .map(line -> line.sign() + line.units())
                .toList();
    }

    @Test
    void what_is_taken_off_leads_from_what_is_free_to_what_was_published() {
        Level level = Levels.shown().held("12", "0").taken("2", 3, 1).shows(6).level();
        assertThat(lines(level)).containsExactly("12", "−2", "−3", "−1");
        assertThat(Figure.of(level).published()).isEqualTo(6);
        assertThat(Figure.difference(level)).isEqualByComparingTo("-6");
    }

    @Test
    void what_would_be_below_nothing_is_told_as_nothing() {
        Level level = Levels.shown().held("1", "0").taken("0", 4, 0).shows(0).level();
        assertThat(lines(level)).containsExactly("1", "−4", "+3");
        assertThat(Figure.of(level).lines().get(2).words()).startsWith("below nothing");
    }

    @Test
    void stock_that_nobody_has_confirmed_is_a_line_of_its_own() {
        Level level = Levels.shown().held("12", "2").shows(10).level();
        assertThat(lines(level)).containsExactly("12", "−2");
        assertThat(Figure.of(level).lines().get(1).words()).startsWith("not confirmed");
    }

    @Test
    void what_was_never_told_has_no_figure_and_no_difference() {
        Level level = Levels.shown().held("12", "0").neverTold().level();
        assertThat(Figure.of(level).published()).isNull();
        assertThat(Figure.difference(level)).isNull();
        assertThat(lines(level)).containsExactly("12");
    }

    @Test
    void all_of_it_is_kept_back_where_nothing_is_sold() {
        assertThat(Figure.kept(new Kept(2, "", StalePolicy.EVERYTHING))).isNull();
        assertThat(Figure.kept(new Kept(2, "", 3))).isEqualTo(5);
    }
}
