package centrasage.console.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.flow.PostingState;
import centrasage.sync.store.Documents;
import centrasage.sync.store.PostingSearch.Following;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTableTest {
    private static final Instant EARLY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-23T14:00:00Z");

    private final FollowingTable table = FollowingTable.of(List.of(
            new Following(Documents.TRACKING, PostingState.POSTED, 4, LATE),
            new Following(Documents.DESPATCHES, PostingState.REFUSED, 1, LATE),
            new Following(Documents.TRACKING, PostingState.REFUSED, 1, EARLY),
            new Following(Documents.DESPATCHES, PostingState.POSTED, 712, EARLY)));

    @Test
    void a_despatch_that_is_refused_is_counted_beside_its_tracking_and_there_is_no_column_of_what_is_not_there() {
        assertThat(table.columns()).containsExactly(Documents.DESPATCHES, Documents.TRACKING);
        FollowingTable.Row refused = table.rows().get(table.rows().size() - 1);
        assertThat(refused.state()).isEqualTo(PostingState.REFUSED);
        assertThat(refused.cells()).extracting(FollowingTable.Cell::postings).containsExactly(1L, 1L);
        assertThat(refused.oldest()).isEqualTo(EARLY);
        assertThat(table.all().cells())
                .extracting(FollowingTable.Cell::postings)
                .containsExactly(713L, 5L);
    }

    @Test
    void what_worries_is_shown_even_at_zero() {
        assertThat(table.rows())
                .filteredOn(FollowingTable.Row::none)
                .extracting(FollowingTable.Row::state)
                .contains(PostingState.LOCKED, PostingState.PARKED, PostingState.WAITING);
    }

    @Test
    void what_is_not_done_names_nothing_that_is() {
        assertThat(table.in(StateTable.UNPOSTED))
                .extracting(FollowingTable.Cell::documents, FollowingTable.Cell::postings)
                .containsExactly(tuple(Documents.DESPATCHES, 1L), tuple(Documents.TRACKING, 1L));
        assertThat(FollowingTable.of(List.of()).in(StateTable.UNPOSTED)).isEmpty();
    }
}
