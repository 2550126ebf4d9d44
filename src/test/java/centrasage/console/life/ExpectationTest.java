package centrasage.console.life;

import static centrasage.console.Situations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.words.Moments;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.posting.Block;
import centrasage.sync.store.Blockage;
import centrasage.sync.store.Posting;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectationTest {
    private final Expectation expectation = new Expectation(
            new Moments(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/London")), Duration.ofMinutes(10), false);

    @ParameterizedTest
    @EnumSource(PostingState.class)
    void every_state_says_what_comes_next(PostingState state) {
        assertThat(expectation.of(in(state))).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(PostingState.class)
    void while_a_person_is_needed_nobody_is_told_that_nothing_more_comes(PostingState state) {
        assertThat(expectation.byItself(in(state))).doesNotContain("Nothing").doesNotContain("person");
    }

    @Test
    void what_is_locked_says_since_when_by_whom_what_waits_and_when_it_is_tried_again() {
        Block block = new Block(PostingState.LOCKED, NOW, 12, "J. Smith on WS-14");
        assertThat(expectation.of(new Blockage(block, 2, NOW.plusSeconds(60))))
                .startsWith("Locked in Sage 200 by J. Smith on WS-14 since ")
                .contains("tried 12 times; 2 documents wait behind it")
                .contains("until it goes through or a person gives it up");
        Block parked = new Block(PostingState.PARKED, NOW, 1, "");
        assertThat(expectation.of(new Blockage(parked, 0, NOW)))
                .startsWith("Parked since ")
                .contains("tried once. Tried again")
                .doesNotContain("behind");
    }

    private static Posting in(PostingState state) {
        return new Posting(
                1,
                new PostingKey("33", PostingKind.ORDER, "10001"),
                "33/C10001",
                state,
                NOW,
                1,
                Money.of("54.00", "GBP"),
                LocalDate.of(2026, 11, 23),
                List.of(),
                null,
                null,
                null,
                0,
                null,
                NOW);
    }
}
