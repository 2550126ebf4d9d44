package centrasage.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.catalogue.value.ValueState;
import centrasage.stock.level.LevelState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** No two states share a word, and none is told by colour alone. */
class StockWordsTest {
    private final StockWords words = new StockWords();

    @Test
    void each_state_has_a_word_an_icon_and_a_sentence_of_its_own() {
        assertThat(Arrays.stream(LevelState.values()).map(words::level))
                .doesNotHaveDuplicates()
                .extracting(Sign::word)
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(ValueState.values()).map(words::value))
                .doesNotHaveDuplicates()
                .extracting(Sign::word)
                .doesNotHaveDuplicates();
    }
}
