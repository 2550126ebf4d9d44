package centrasage.console.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static Plot bars(String... values) {
        return Plot.bars(
                "GBP",
                "Day",
                Arrays.stream(values)
                        .map(value -> Point.of("of " + value, new BigDecimal(value), value + " GBP"))
                        .toList());
    }

    @Test
    void the_largest_fills_the_height_and_the_others_their_part() {
        assertThat(bars("10", "5", "0").marks())
                .extracting(mark -> mark.bar().height())
                .containsExactly(Plot.HEIGHT, Plot.HEIGHT / 2, 0);
        assertThat(bars("10", "5").zero()).isEqualTo(Plot.HEIGHT);
    }

    @Test
    void what_is_below_zero_hangs_from_the_ground() {
        Plot plot = bars("30", "-10");
        assertThat(plot.zero()).isEqualTo(90);
        assertThat(plot.marks()).extracting(mark -> mark.bar().y()).containsExactly(0, 90);
        assertThat(plot.marks()).extracting(mark -> mark.bar().height()).containsExactly(90, 30);
        assertThat(plot.lowest()).isEqualTo("-10 GBP");
    }

    @Test
    void what_is_not_zero_can_be_seen_however_small_it_is() {
        assertThat(bars("1000000", "0.01").marks().get(1).bar().height()).isEqualTo(1);
    }

    @Test
    void nothing_but_zeros_is_flat() {
        assertThat(bars("0", "0.00").marks())
                .extracting(mark -> mark.bar().height())
                .containsExactly(0, 0);
        assertThat(bars().isEmpty()).isTrue();
    }

    @Test
    void marks_never_leave_the_field_and_only_the_latest_are_drawn() {
        Plot plot = Plot.line(
                "Seconds",
                "Run",
                IntStream.rangeClosed(1, 1_000)
                        .mapToObj(each -> Point.of("run " + each, BigDecimal.valueOf(each), each + " s"))
                        .toList());
        assertThat(plot.points()).hasSize(400);
        assertThat(plot.last()).isEqualTo("run 1000");
        assertThat(plot.marks()).allSatisfy(mark -> {
            assertThat(mark.bar().x()).isBetween(0, Plot.WIDTH - 1);
            assertThat(mark.tip()).isBetween(0, Plot.HEIGHT);
        });
        List<Integer> middles = plot.marks().stream().map(Plot.Mark::middle).toList();
        assertThat(middles).isSorted();
    }

    @Test
    void what_is_usual_stands_behind_each_figure_and_is_never_cut_off() {
        Plot plot = Plot.bars(
                "Orders",
                "Hour",
                List.of(
                        Point.of("13:00", new BigDecimal("5"), "5")
                                .usually(new Point.Usual(new BigDecimal("10"), new BigDecimal("20"), "10 to 20")),
                        Point.of("14:00", new BigDecimal("8"), "8")));
        assertThat(plot.compares()).isTrue();
        assertThat(plot.marks().get(0).band()).isEqualTo(new Plot.Box(0, 0, Plot.WIDTH / 2, Plot.HEIGHT / 2));
        assertThat(plot.marks().get(0).bar().height()).isEqualTo(Plot.HEIGHT / 4);
        assertThat(plot.marks().get(1).band().height()).isZero();
        assertThat(bars("1", "2").compares()).isFalse();
    }
}
