package centrasage.settlements.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.SettlementSearch.Filter;
import centrasage.settlements.store.SettlementSearch.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payouts as people look for them. */
class SettlementSearchTest {
    private static final Filter ALL = new Filter(null, null, null, Set.of(), null, null, false);

    private final SettlementWorld world = new SettlementWorld();
    private final SettlementSearch search =
            world.store.transactions().bean(SettlementSearch.class, world.store.entities());

    @BeforeEach
    void three_payouts_and_a_file_that_does_not_hold() {
        world.receipt("1", "PSP1", "10.00");
        world.receive(MadeBatch.of("380").payment("PSP1", "CAP1", "1", "10.00").paidOut());
        world.receive(MadeBatch.of("381")
                .on(MadeBatch.DAY.plusDays(1))
                .payment("PSP2", "CAP2", "2", "30.00")
                .paidOut());
        world.receive(new MadeBatch("HarbourOnline", "380", "EUR")
                .on(MadeBatch.DAY.plusDays(2))
                .paidOut());
        SettleBeans.settle(world);
        world.put(
                world.receive(MadeBatch.of("382").payment("P", "C", "3", "1.00"))
                        .id(),
                BatchState.STOPPED);
    }

    private List<String> found(Filter filter, Sort sort) {
        return search.page(filter, sort, 0, 50).stream()
                .map(batch -> batch.key().batch() + " " + batch.key().currency())
                .toList();
    }

    private static Filter days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Filter(null, null, null, Set.of(), from, to, false);
    }

    @Test
    void they_are_sorted_by_day_and_by_what_they_paid_out_either_way() {
        assertThat(found(ALL, Sort.LATEST)).containsExactly("380 EUR", "381 GBP", "382 GBP", "380 GBP");
        assertThat(found(ALL, Sort.EARLIEST)).containsExactly("380 GBP", "382 GBP", "381 GBP", "380 EUR");
        assertThat(found(ALL, Sort.LARGEST)).startsWith("381 GBP", "380 GBP");
        assertThat(found(ALL, Sort.SMALLEST)).endsWith("380 GBP", "381 GBP");
        assertThat(search.page(ALL, Sort.LATEST, 1, 2))
                .extracting(batch -> batch.key().batch())
                .containsExactly("381", "382");
    }

    @Test
    void each_part_of_a_filter_narrows_it() {
        assertThat(found(new Filter("adyen", "EUR", null, Set.of(), null, null, false), Sort.LATEST))
                .containsExactly("380 EUR");
        assertThat(found(new Filter("klarna", null, null, Set.of(), null, null, false), Sort.LATEST))
                .isEmpty();
        assertThat(found(new Filter(null, null, null, Set.of(BatchState.STOPPED), null, null, false), Sort.LATEST))
                .containsExactly("382 GBP");
        assertThat(found(new Filter(null, null, "34", Set.of(), null, null, false), Sort.LATEST))
                .isEmpty();
        assertThat(found(days(MadeBatch.DAY.plusDays(1), null), Sort.LATEST)).containsExactly("380 EUR", "381 GBP");
        assertThat(found(days(null, MadeBatch.DAY), Sort.LATEST)).containsExactly("382 GBP", "380 GBP");
    }

    /** One has a line that settles nothing, the other a file that does not add up. */
    @Test
    void those_with_a_difference_are_found_by_themselves() {
        assertThat(found(new Filter(null, null, null, Set.of(), null, null, true), Sort.LATEST))
                .containsExactly("381 GBP", "382 GBP");
    }

    @Test
    void what_is_replaced_is_found_only_where_it_is_asked_for() {
        SettlementBatch stopped = search.page(
                        new Filter(null, null, null, Set.of(BatchState.STOPPED), null, null, false), Sort.LATEST, 0, 1)
                .get(0);
        world.put(stopped.id(), BatchState.SUPERSEDED);
        assertThat(found(ALL, Sort.LATEST)).doesNotContain("382 GBP");
        assertThat(found(new Filter(null, null, null, Set.of(BatchState.SUPERSEDED), null, null, false), Sort.LATEST))
                .containsExactly("382 GBP");
    }

    @Test
    void totals_are_those_of_the_filter_in_each_currency() {
        assertThat(search.totals(ALL))
                .containsExactly(
                        new SettlementSearch.Total(1, Money.of("0.00", "EUR")),
                        new SettlementSearch.Total(3, Money.of("40.00", "GBP")));
        assertThat(search.choices().currencies()).containsExactly("EUR", "GBP");
        assertThat(search.choices().companies()).containsExactly("33");
    }
}
