package centrasage.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.store.PostingSearch.Group;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateTableTest {
    private static final Instant EARLY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-23T14:00:00Z");

    private static Group group(PostingState state, long postings, String sum, String currency, Instant oldest) {
        return new Group(state, postings, Money.of(sum, currency), oldest);
    }

    private final StateTable table = StateTable.of(List.of(
            group(PostingState.HELD, 2, "30.00", "GBP", LATE),
            group(PostingState.POSTED, 10, "500.00", "GBP", EARLY),
            group(PostingState.HELD, 1, "7.50", "EUR", EARLY),
            group(PostingState.PLANNED, 1, "9.00", "EUR", LATE)));

    @Test
    void the_rows_add_up_to_the_last_line() {
        assertThat(table.all().postings())
                .isEqualTo(table.rows().stream()
                        .mapToLong(StateTable.Row::postings)
                        .sum())
                .isEqualTo(14);
        assertThat(table.currencies()).containsExactly("EUR", "GBP");
        assertThat(table.all().cells())
                .extracting(StateTable.Cell::sum)
                .containsExactly(Money.of("16.50", "EUR"), Money.of("530.00", "GBP"));
    }

    @Test
    void rows_stand_in_the_order_of_reading_and_what_worries_is_shown_even_at_zero() {
        assertThat(table.rows())
                .extracting(StateTable.Row::state)
                .containsExactly(
                        PostingState.POSTED,
                        PostingState.PLANNED,
                        PostingState.WAITING,
                        PostingState.LOCKED,
                        PostingState.PARKED,
                        PostingState.IN_DOUBT,
                        PostingState.HELD,
                        PostingState.REFUSED);
    }

    @Test
    void a_currency_that_a_state_has_nothing_of_is_empty_and_the_oldest_counts() {
        StateTable.Row held = table.rows().get(6);
        assertThat(held.postings()).isEqualTo(3);
        assertThat(held.oldest()).isEqualTo(EARLY);
        assertThat(table.rows().get(0).cells().get(0).sum()).isNull();
        assertThat(table.sums(PostingState.POSTED)).containsExactly(Money.of("500.00", "GBP"));
    }

    @Test
    void what_is_missing_in_sage_is_everything_but_posted_and_settled() {
        assertThat(table.postings(StateTable.UNPOSTED)).isEqualTo(4);
        assertThat(StateTable.UNPOSTED)
                .doesNotContain(PostingState.POSTED, PostingState.SKIPPED)
                .contains(PostingState.HELD, PostingState.IN_DOUBT);
        assertThat(StateTable.address(Set.of(PostingState.REFUSED, PostingState.HELD)))
                .isEqualTo("HELD,REFUSED");
    }

    @Test
    void an_empty_store_has_no_currency_and_nothing_to_add() {
        StateTable empty = StateTable.of(List.of());
        assertThat(empty.currencies()).isEmpty();
        assertThat(empty.all().postings()).isZero();
        assertThat(empty.all().oldest()).isNull();
    }
}
