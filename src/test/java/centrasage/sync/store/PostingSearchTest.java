package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.flow.PostingKind;
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
        assertThat(keys(new Filter(Documents.ORDERS, Set.of(), "EUR", null, null, null), Sort.OLDEST))
                .isEmpty();
        assertThat(keys(Filter.carrying(Documents.ORDERS, "3"), Sort.OLDEST)).containsExactly("3");
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

    private void two_despatches_of_the_last_order() {
        world.record(Plans.following(PostingKind.DESPATCH, "3", "3-1"));
        world.record(Plans.following(PostingKind.DESPATCH, "3", "3-2"));
        world.record(Plans.following(PostingKind.CENTRA_SHIPMENT, "3", "33/0000000009"));
    }

    @Test
    void what_follows_from_orders_is_found_and_counted_apart() {
        two_despatches_of_the_last_order();
        assertThat(keys(Filter.ALL, Sort.OLDEST)).containsExactly("1", "2", "3");
        assertThat(keys(Filter.all(Documents.DESPATCHES), Sort.OLDEST)).containsExactly("3-1", "3-2");
        assertThat(keys(Filter.all(Documents.STEPS), Sort.OLDEST)).hasSize(1);
        assertThat(search.groups(Filter.in(Documents.DESPATCHES, Set.of(PostingState.PLANNED))))
                .extracting(PostingSearch.Group::postings)
                .containsExactly(2L);
        assertThat(search.following())
                .extracting(PostingSearch.Following::documents, PostingSearch.Following::postings)
                .containsExactlyInAnyOrder(tuple(Documents.DESPATCHES, 2L), tuple(Documents.STEPS, 1L));
        assertThat(world.postings().counts(Documents.DESPATCHES))
                .extracting(Postings.Count::postings)
                .containsExactly(2L);
        assertThat(world.postings().counts(Documents.TRACKING)).isEmpty();
    }

    @Test
    void the_number_of_an_order_finds_its_shipments_and_theirs_finds_them_alone() {
        two_despatches_of_the_last_order();
        assertThat(keys(Filter.carrying(Documents.ORDERS, "3"), Sort.OLDEST)).containsExactly("3");
        assertThat(keys(Filter.carrying(Documents.DESPATCHES, "3"), Sort.OLDEST))
                .containsExactly("3-1", "3-2");
        assertThat(keys(Filter.carrying(Documents.DESPATCHES, "3-2"), Sort.OLDEST))
                .containsExactly("3-2");
        assertThat(world.postings().list(new Postings.Filter(null, PostingKind.DESPATCH, "3"), Long.MAX_VALUE, 10))
                .extracting(Posting::order)
                .containsExactly("3", "3");
        assertThat(world.postings().orderOf("3-1")).isEqualTo("3");
    }

    @Test
    void an_order_that_went_over_to_another_company_and_came_back_counts_once() {
        world.record(Plans.inCompany("34", Plans.post("3")));
        world.record(Plans.post("3"));
        assertThat(keys(Filter.ALL, Sort.OLDEST)).containsExactly("1", "2", "3");
        assertThat(search.groups(Filter.ALL))
                .extracting(PostingSearch.Group::postings)
                .containsExactlyInAnyOrder(2L, 1L);
        assertThat(world.postings().counts(Documents.ORDERS))
                .extracting(Postings.Count::postings)
                .containsExactlyInAnyOrder(2L, 1L);
        assertThat(world.postings().of("3")).as("both stay to be seen").hasSize(2);
    }
}
