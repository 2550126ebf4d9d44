package centrasage.desk.feed;

import static centrasage.desk.feed.Trade.BEGIN;
import static centrasage.desk.feed.Trade.at;
import static centrasage.desk.feed.Trade.shop;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is usual, and what is too little of it. */
class RhythmTest {
    private static double busy(ZonedDateTime hour) {
        return shop(hour, 600);
    }

    private static Trade weeks(int weeks, long seed, ToDoubleFunction<ZonedDateTime> mean) {
        return new Trade(seed).of(BEGIN, BEGIN.plus(Duration.ofDays(7L * weeks)), mean);
    }

    private static Optional<Silence> silence(Trade trade, Instant now, LocalDate... closed) {
        Rhythm rhythm = trade.rhythm(closed);
        return rhythm.silence(now)
                .or(() -> new Gaps(trade.counts(), Trade.calendar(closed), 8).silence(now, rhythm.known(now)));
    }

    @Test
    void a_dead_feed_after_normal_trade_is_found_within_the_hour_and_said_in_words() {
        Trade trade =
                weeks(8, 1, RhythmTest::busy).of(at("2026-03-02T00:00"), at("2026-03-07T14:00"), RhythmTest::busy);
        assertThat(silence(trade, at("2026-03-07T13:59"))).isEmpty();
        assertThat(silence(trade, at("2026-03-07T14:59"))).isEmpty();
        Silence silence = silence(trade, at("2026-03-07T15:00")).orElseThrow();
        assertThat(silence.came()).isZero();
        Band usual = java.util.Objects.requireNonNull(silence.usual());
        assertThat(usual.from()).isBetween(20L, 35L);
        assertThat(usual.to()).isBetween(32L, 55L);
        Silence threeHours = new Silence(0, Duration.ofHours(3), new Band(25, 50), null);
        assertThat(new SilenceWords(Trade.calendar()).say("orders", threeHours, at("2026-03-07T17:00")))
                .isEqualTo("Orders: 0 in the last 3 hours; usual on a Saturday at this time 25-50");
    }

    @Test
    void a_dead_feed_stays_silent_through_the_night_and_is_over_when_trade_comes_again() {
        Trade trade =
                weeks(8, 2, RhythmTest::busy).of(at("2026-03-02T00:00"), at("2026-03-05T18:00"), RhythmTest::busy);
        for (Instant now = at("2026-03-05T19:00"); now.isBefore(at("2026-03-06T12:00")); now = now.plusSeconds(900)) {
            assertThat(silence(trade, now)).as("at " + now).isPresent();
        }
        trade.of(at("2026-03-06T12:00"), at("2026-03-06T18:00"), RhythmTest::busy);
        assertThat(trade.rhythm().silence(at("2026-03-08T20:00"))).isPresent();
        trade.of(at("2026-03-06T18:00"), at("2026-03-09T00:00"), RhythmTest::busy);
        assertThat(silence(trade, at("2026-03-08T20:00"))).isEmpty();
    }

    @Test
    void a_new_shop_has_no_rhythm_and_is_not_alarmed_by_one() {
        Trade trade = weeks(3, 3, RhythmTest::busy).dead(at("2026-01-20T00:00"), at("2026-01-26T00:00"));
        assertThat(trade.rhythm().isLearnt(at("2026-01-25T12:00"))).isFalse();
        assertThat(silence(trade, at("2026-01-25T12:00"))).isEmpty();
    }

    @Test
    void a_growing_shop_is_never_silent() {
        ToDoubleFunction<ZonedDateTime> growing = hour ->
                shop(hour, 40 + 8.0 * Duration.between(BEGIN, hour.toInstant()).toDays());
        Trade trade = weeks(12, 4, growing);
        assertThat(alarms(trade, 4, 12)).isZero();
    }

    @Test
    void neither_a_sale_of_five_times_nor_the_weeks_after_it_are_silence() {
        ToDoubleFunction<ZonedDateTime> sale = hour -> shop(
                hour,
                hour.toLocalDate().isBefore(LocalDate.of(2026, 3, 2))
                                || hour.toLocalDate().isAfter(LocalDate.of(2026, 3, 8))
                        ? 600
                        : 3000);
        assertThat(alarms(weeks(15, 5, sale), 8, 15)).isZero();
    }

    @Test
    void a_season_that_ends_overnight_at_two_fifths_of_its_trade_is_alarmed_once_at_most() {
        ToDoubleFunction<ZonedDateTime> season =
                hour -> shop(hour, hour.toLocalDate().isBefore(LocalDate.of(2026, 3, 16)) ? 1500 : 600);
        int alarms = alarms(weeks(14, 6, season), 9, 14);
        System.out.println("A season that ends overnight, seed 6: " + alarms + " alarms in four weeks");
        assertThat(alarms).isLessThanOrEqualTo(1);
    }

    @Test
    void christmas_is_no_silence_where_it_is_named_and_is_learnt_from_by_nobody() {
        LocalDate christmas = LocalDate.of(2026, 2, 18);
        Trade trade = weeks(9, 7, RhythmTest::busy)
                .dead(at("2026-02-18T00:00"), at("2026-02-19T00:00"))
                .dead(at("2026-02-25T12:00"), at("2026-02-26T00:00"));
        assertThat(silence(trade, at("2026-02-18T15:00"), christmas)).isEmpty();
        assertThat(silence(trade, at("2026-02-19T02:00"), christmas)).isEmpty();
        assertThat(silence(trade, at("2026-02-18T15:00"))).isPresent();
        assertThat(silence(trade, at("2026-02-25T15:00"), christmas)).isPresent();
    }

    @Test
    void a_day_on_which_it_was_dead_does_not_lower_what_is_usual() {
        Trade trade = weeks(8, 8, RhythmTest::busy)
                .dead(at("2026-02-07T08:00"), at("2026-02-07T23:00"))
                .of(at("2026-03-02T00:00"), at("2026-03-07T12:00"), RhythmTest::busy);
        assertThat(silence(trade, at("2026-03-07T14:30"))).isPresent();
    }

    @Test
    void what_comes_at_the_end_of_each_hour_is_not_missed_before() {
        Trade trade = new Trade(13).of(BEGIN, at("2026-03-02T10:00"), hour -> 100);
        assertThat(silence(trade, at("2026-03-02T10:50"))).isEmpty();
        assertThat(silence(trade, at("2026-03-02T11:01"))).isPresent();
    }

    @Test
    void most_of_it_missing_is_found_as_well_as_all_of_it() {
        Trade trade = weeks(8, 9, RhythmTest::busy)
                .of(at("2026-03-02T00:00"), at("2026-03-04T08:00"), RhythmTest::busy)
                .of(at("2026-03-04T08:00"), at("2026-03-04T20:00"), hour -> shop(hour, 50));
        assertThat(silence(trade, at("2026-03-04T19:30")))
                .hasValueSatisfying(silence -> assertThat(silence.came()).isPositive());
    }

    @Test
    void the_clocks_going_forward_and_back_move_the_shop_with_them() {
        ToDoubleFunction<ZonedDateTime> tea = hour -> hour.getHour() == 16 ? 200 : 0;
        Trade spring = new Trade(10).of(at("2026-02-02T00:00"), at("2026-03-30T00:00"), tea);
        assertThat(silence(spring, at("2026-03-29T16:59"))).isEmpty();
        assertThat(spring.rhythm().usual(at("2026-03-30T16:00")))
                .hasValueSatisfying(band -> assertThat(band.from()).isGreaterThan(150));
        assertThat(silence(spring, at("2026-03-30T17:05"))).isPresent();
        Trade autumn = new Trade(11).of(at("2026-08-31T00:00"), at("2026-10-26T00:00"), tea);
        assertThat(silence(autumn, at("2026-10-25T15:59"))).isEmpty();
        assertThat(silence(autumn, at("2026-10-26T17:05"))).isPresent();
    }

    @Test
    void a_file_a_day_is_missed_after_half_a_day_and_not_on_days_on_which_it_never_comes() {
        Trade trade = new Trade(12);
        for (LocalDate day = LocalDate.of(2026, 1, 5); day.isBefore(LocalDate.of(2026, 3, 3)); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                trade.hours.put(at(day + "T06:00"), 1);
            }
        }
        assertThat(silence(trade, at("2026-03-03T12:00"))).isEmpty();
        assertThat(silence(trade, at("2026-03-03T21:00")))
                .hasValueSatisfying(silence -> assertThat(silence.limit()).isEqualTo(Duration.ofHours(37)));
        trade.hours.put(at("2026-03-03T06:00"), 1);
        trade.hours.put(at("2026-03-04T06:00"), 1);
        trade.hours.put(at("2026-03-05T06:00"), 1);
        trade.hours.put(at("2026-03-06T06:00"), 1);
        assertThat(silence(trade, at("2026-03-08T20:00"))).isEmpty();
        assertThat(silence(trade, at("2026-03-09T12:00"))).isEmpty();
        assertThat(silence(trade, at("2026-03-09T21:00"))).isPresent();
    }

    /** How often it becomes silent, looked at when each hour has just begun. */
    private static int alarms(Trade trade, int fromWeek, int toWeek) {
        int alarms = 0;
        boolean was = false;
        Instant end = BEGIN.plus(Duration.ofDays(7L * toWeek));
        Instant begin = BEGIN.plus(Duration.ofDays(7L * fromWeek)).plusSeconds(60);
        for (Instant now = begin; now.isBefore(end); now = now.plus(Duration.ofHours(1))) {
            Counts seen =
                    new Counts(trade.hours.subMap(now.minus(Duration.ofDays(63)), true, now.minusSeconds(60), false));
            Rhythm rhythm = new Rhythm(seen, Trade.calendar(), 8);
            boolean is = rhythm.silence(now).isPresent()
                    || new Gaps(seen, Trade.calendar(), 8)
                            .silence(now, rhythm.known(now))
                            .isPresent();
            alarms += is && !was ? 1 : 0;
            was = is;
        }
        return alarms;
    }

    /** A year of a healthy feed, by chance alone; of a busy shop, a small one, and one that sells a dozen a day. */
    @ParameterizedTest
    @CsvSource({"600, 101", "120, 103", "12, 105", "3, 107"})
    void a_healthy_year_has_next_to_no_false_alarm(int perDay, long seed) {
        Trade trade = weeks(60, seed, hour -> shop(hour, perDay));
        int alarms = alarms(trade, 8, 60);
        System.out.println("A healthy year of " + perDay + " a day, seed " + seed + ": " + alarms + " false alarms");
        assertThat(alarms).as("seed " + seed).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 120, 12})
    void a_feed_that_dies_is_found_however_little_it_brings(int perDay) {
        Trade trade = weeks(10, 200 + perDay, hour -> shop(hour, perDay))
                .dead(at("2026-03-10T00:00"), at("2026-03-17T00:00"));
        assertThat(trade.hours.lastKey()).isBefore(at("2026-03-10T00:00"));
        Instant found = at("2026-03-10T00:00");
        while (silence(trade, found).isEmpty() && found.isBefore(at("2026-03-17T00:00"))) {
            found = found.plusSeconds(1800);
        }
        System.out.println("Dead at midnight with " + perDay + " a day: found at " + found);
        assertThat(found).isBefore(at("2026-03-12T12:00"));
    }
}
