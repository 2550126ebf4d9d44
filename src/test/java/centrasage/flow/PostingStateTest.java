package centrasage.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what can follow what, written out a second time: a change of either is a decision. */
class PostingStateTest {
    /** A row for each state, a column for each state that may follow: x where it may. */
    private static final String TABLE = """
                        PLANNED WAITING SENDING IN_DOUBT POSTED LOCKED PARKED REFUSED HELD SKIPPED ABANDONED REVERSED
            PLANNED     x       x       x       -        x      -      x      x       x    x       x         -
            WAITING     x       x       x       -        x      -      x      x       x    x       x         -
            SENDING     x       -       -       x        x      x      x      x       -    -       -         -
            IN_DOUBT    x       -       -       -        x      -      -      x       x    -       x         -
            POSTED      -       -       -       -        -      -      -      -       -    -       -         x
            LOCKED      x       x       x       -        x      -      x      x       x    x       x         -
            PARKED      x       x       x       -        x      -      -      x       x    x       x         -
            REFUSED     x       x       -       -        -      -      -      -       x    x       x         -
            HELD        x       x       -       -        -      -      -      -       x    x       x         -
            SKIPPED     x       x       -       -        -      -      -      -       x    x       -         -
            ABANDONED   x       x       -       -        -      -      -      -       x    x       -         -
            REVERSED    -       -       -       -        -      -      -      -       -    -       -         -
            """;

    static Stream<Arguments> transitions() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Arrays.asList(line.trim().split(" +")))
                .toList();
        List<String> columns = rows.get(0);
        return rows.stream()
                .skip(1)
                .flatMap(row -> columns.stream()
                        .map(column -> Arguments.of(
                                PostingState.valueOf(row.get(0)),
                                PostingState.valueOf(column),
                                row.get(1 + columns.indexOf(column)).equals("x"))));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @MethodSource("transitions")
    void what_may_follow_what_is_one_table(PostingState from, PostingState to, boolean allowed) {
        assertThat(from.mayBecome(to)).isEqualTo(allowed);
    }

    @Test
    void the_table_is_complete() {
        int states = PostingState.values().length;
        assertThat(transitions()).hasSize(states * states);
    }

    @Test
    void nothing_is_planned_anew_once_something_may_have_been_sent_or_a_person_has_given_it_up() {
        assertThat(Stream.of(PostingState.values()).filter(state -> !state.mayBeReplanned()))
                .containsExactly(
                        PostingState.SENDING,
                        PostingState.IN_DOUBT,
                        PostingState.POSTED,
                        PostingState.ABANDONED,
                        PostingState.REVERSED);
    }

    @Test
    void unfinished_is_what_can_go_out_by_itself() {
        assertThat(Stream.of(PostingState.values()).filter(PostingState::isUnfinished))
                .containsExactly(
                        PostingState.PLANNED,
                        PostingState.WAITING,
                        PostingState.SENDING,
                        PostingState.IN_DOUBT,
                        PostingState.LOCKED,
                        PostingState.PARKED);
    }

    @Test
    void only_what_is_due_may_be_sent() {
        assertThat(Stream.of(PostingState.values()).filter(state -> state.mayBecome(PostingState.SENDING)))
                .containsExactly(PostingState.PLANNED, PostingState.WAITING, PostingState.LOCKED, PostingState.PARKED);
    }

    @Test
    void what_may_be_sent_may_be_found_there_first_or_be_another_document() {
        assertThat(Stream.of(PostingState.values()).filter(state -> state.mayBecome(PostingState.SENDING)))
                .allMatch(state -> state.mayBecome(PostingState.POSTED) && state.mayBecome(PostingState.REFUSED));
    }
}
