package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.PostingSearch.Filter;
import centrasage.sync.store.PostingSearch.Sort;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostingSearchTest {
    private JpaWorld world;
    private PostingSearch search;

    @BeforeEach
    void three_orders() {
        world = new JpaWorld(StoreContract.SETTLE);
        search = world.transactions().bean(PostingSearch.class, world.entities());
        world.record(Plans.hold("1", 1));
        world.clock().advance(Duration.ofMinutes(5));
        world.record(Plans.hold("2", 1));
        world.record(Plans.post("3"));
    }

    private List<String> keys(Filter filter, Sort sort) {
        return search.page(filter, sort, 0, 10).stream()
                .map(posting -> posting.key().sourceKey())
                .toList();
    }

    @Test
    void a_page_holds_what_the_filter_names_in_the_order_asked_for() {
        Filter held = Filter.in(Set.of(PostingState.HELD));
        assertThat(keys(held, Sort.OLDEST)).containsExactly("1", "2");
        assertThat(keys(held, Sort.NEWEST)).containsExactly("2", "1");
        assertThat(keys(Filter.ALL, Sort.LARGEST)).hasSize(3);
        assertThat(search.page(Filter.ALL, Sort.OLDEST, 1, 1)).hasSize(1);
        assertThat(keys(new Filter(Set.of(), "EUR", null), Sort.OLDEST)).isEmpty();
        assertThat(keys(new Filter(Set.of(), null, "3"), Sort.OLDEST)).containsExactly("3");
    }

    @Test
    void groups_add_up_what_the_pages_show() {
        assertThat(search.groups(Filter.ALL))
                .containsExactlyInAnyOrder(
                        new PostingSearch.Group(PostingState.HELD, 2, Money.of("240.00", "GBP"), MovableClock.START),
                        new PostingSearch.Group(
                                PostingState.PLANNED,
                                1,
                                Money.of("120.00", "GBP"),
                                MovableClock.START.plus(Duration.ofMinutes(5))));
        assertThat(search.groups(Filter.in(Set.of(PostingState.POSTED)))).isEmpty();
    }

    @Test
    void an_order_that_went_over_to_another_company_and_came_back_counts_once() {
        world.record(Plans.inCompany("34", Plans.post("3")));
        world.record(Plans.post("3"));
        assertThat(keys(Filter.ALL, Sort.OLDEST)).containsExactly("1", "2", "3");
        assertThat(search.groups(Filter.ALL))
                .extracting(PostingSearch.Group::postings)
                .containsExactlyInAnyOrder(2L, 1L);
        assertThat(world.postings().counts())
                .extracting(Postings.Count::postings)
                .containsExactlyInAnyOrder(2L, 1L);
        assertThat(world.postings().of("3")).as("both stay to be seen").hasSize(2);
    }
}
