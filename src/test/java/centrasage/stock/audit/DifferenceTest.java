package centrasage.stock.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.stock.level.LevelState;
import centrasage.stock.level.Levels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reason why Centra shows something else, in the words that people read. */
class DifferenceTest {
    private static String of(Levels level) {
        return Difference.of(level.level());
    }

    @Test
    void what_is_the_same_needs_no_words_whatever_is_taken_off() {
        assertThat(of(Levels.shown())).isEmpty();
        assertThat(of(Levels.shown().taken("0", 3, 0)))
                .as("it came in by so much as was sold")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.50000 | 0 | 0 | 0       | 2.5 ordered in Sage 200 and not allocated",
                "0       | 3 | 0 | 0       | 3 ordered in Centra and not in Sage 200 yet",
                "0       | 0 | 4 | 0       | 4 kept as a buffer",
                "0       | 0 | 0 | 1.00000 | 1 in stock that nobody in Sage 200 has confirmed",
            })
    void each_thing_that_is_taken_off_is_named(
            String openOrders, long inFlight, int buffer, String unconfirmed, String words) {
        assertThat(of(Levels.shown()
                        .held("12", unconfirmed)
                        .taken(openOrders, inFlight, buffer)
                        .shows(8)))
                .isEqualTo(words);
    }

    @Test
    void all_that_is_taken_off_is_named_together() {
        assertThat(of(Levels.shown().held("12", "0").taken("1", 2, 3).shows(6)))
                .isEqualTo("1 ordered in Sage 200 and not allocated; 2 ordered in Centra and not in Sage 200 yet;"
                        + " 3 kept as a buffer");
    }

    @Test
    void what_was_never_told_has_nothing_taken_off() {
        assertThat(of(Levels.shown().taken("1", 2, 3).in(LevelState.DUE, "").neverTold()))
                .isEqualTo("Centra is looked at and told with the next run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DUE        | 0 | ''                       | Centra is looked at and told with the next run",
                "DUE        | 1 | Centra rejects it        | it did not reach Centra once: Centra rejects it",
                "DUE        | 4 | Centra rejects it        | it did not reach Centra 4 times: Centra rejects it",
                "SENDING    | 0 | ''                       | Centra was told, and nobody knows whether it took it: it is looked at again",
                "HELD       | 0 | 3 SKUs would be sold out | held until somebody releases it: 3 SKUs would be sold out",
                "UNMATCHED  | 0 | Centra has no SKU SHIRT  | Centra has no SKU SHIRT",
                "UNREADABLE | 0 | no usable quantity       | no usable quantity",
                "SHOWN      | 0 | a part of a unit         | a part of a unit",
            })
    void each_state_says_what_it_waits_for(LevelState state, int tries, String note, String words) {
        assertThat(of(Levels.shown().in(state, note).tries(tries))).isEqualTo(words);
    }
}
