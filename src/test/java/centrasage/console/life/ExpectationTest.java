package centrasage.console.life;

import static centrasage.console.Situations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.words.Moments;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.store.Posting;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
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
