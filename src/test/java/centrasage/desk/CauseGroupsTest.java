package centrasage.desk;

import static centrasage.desk.DeskWorld.NOT_PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many exceptions there are of one cause, they are one line. */
class CauseGroupsTest {
    private static final Desk.Filter OPEN = Desk.Filter.OPEN;

    private final DeskWorld world = new DeskWorld();

    private static Reason unknown(String sku) {
        return new Reason("UNKNOWN_SKU", Owner.OPERATIONS, "Sage 200 has no product " + sku, "Create the product");
    }

    private void someOfEach() {
        world.hold("1", 1, Money.of("10.00", "GBP"), unknown("TD-1"));
        world.store.advance(Duration.ofMinutes(1));
        world.hold("2", 1, Money.of("25.50", "GBP"), unknown("TD-1"));
        world.hold("3", 1, Money.of("7.00", "EUR"), unknown("TD-1"), NOT_PAID);
        world.hold("4", 1, Money.of("30.00", "GBP"), unknown("TD-2"));
        world.hold("5", 1, Money.of("500.00", "GBP"), NOT_PAID);
    }

    private List<CauseGroup> page(Desk.Sort sort) {
        return world.groups.page(OPEN, sort, 0, 50);
    }

    @Test
    void what_one_deed_mends_stands_together_with_its_money_and_most_money_comes_first() {
        someOfEach();
        assertThat(page(Desk.Sort.MONEY))
                .extracting(CauseGroup::key, CauseGroup::exceptions, CauseGroup::sums)
                .containsExactly(
                        tuple("NOT_PAID", 1L, List.of(Money.of("500.00", "GBP"))),
                        tuple("UNKNOWN_SKU/33/TD-1", 3L, List.of(Money.of("7.00", "EUR"), Money.of("35.50", "GBP"))),
                        tuple("UNKNOWN_SKU/33/TD-2", 1L, List.of(Money.of("30.00", "GBP"))));
    }

    @Test
    void each_line_says_whose_it_is_how_old_and_what_for_example() {
        someOfEach();
        CauseGroup sku = page(Desk.Sort.OLDEST).get(0);
        assertThat(sku.owner()).isEqualTo(Owner.OPERATIONS);
        assertThat(sku.example().sourceKey()).isEqualTo("1");
        assertThat(sku.oldest()).isEqualTo(sku.example().openedAt());
        assertThat(sku.due()).isEqualTo(sku.oldest().plus(Duration.ofDays(1)));
    }

    @Test
    void a_severity_never_hides_in_the_group_of_another() {
        world.plan("1");
        world.send(new Outcome.Refused(List.of(NOT_PAID)));
        world.hold("2", NOT_PAID);
        world.store.database().execute("UPDATE business_exception SET severity = 'HIGH' WHERE source_key = '2'");
        assertThat(page(Desk.Sort.SEVERITY))
                .extracting(CauseGroup::severity)
                .containsExactly(Severity.HIGH, Severity.MEDIUM);
    }

    @Test
    void they_come_page_by_page_and_only_of_what_the_filter_lets_through() {
        someOfEach();
        assertThat(world.groups.page(OPEN, Desk.Sort.MONEY, 1, 1))
                .extracting(CauseGroup::key)
                .containsExactly("UNKNOWN_SKU/33/TD-1");
        Desk.Filter skus = OPEN.and(new Desk.Also("33", null, "UNKNOWN_SKU", null, null, false));
        assertThat(world.groups.page(skus, Desk.Sort.MONEY, 0, 50)).hasSize(2);
        Desk.Filter other = OPEN.and(new Desk.Also("44", null, null, null, null, false));
        assertThat(world.groups.page(other, Desk.Sort.MONEY, 0, 50)).isEmpty();
    }

    @Test
    void one_cause_is_opened_to_its_exceptions() {
        someOfEach();
        Desk.Filter cause = OPEN.and(new Desk.Also(null, "UNKNOWN_SKU/33/TD-1", null, null, null, false));
        assertThat(world.desk.list(cause, Desk.Sort.MONEY, 0, 10))
                .extracting(BusinessException::sourceKey)
                .containsExactly("2", "1", "3");
        assertThat(world.desk.ofSameCause(world.desk.list(cause, 0, 1).get(0))).isEqualTo(3);
    }

    @Test
    void what_is_over_is_neither_grouped_nor_counted_to_its_end() {
        someOfEach();
        Desk.Filter over = new Desk.Filter(BusinessException.State.RESOLVED, null, null, null);
        assertThatThrownBy(() -> world.groups.page(over, Desk.Sort.MONEY, 0, 50))
                .isInstanceOf(IllegalArgumentException.class);
        world.all().forEach(each -> world.desk.resolve(each.id(), "ann", "done"));
        assertThat(world.exposure.count(over, 3)).isEqualTo(3);
        assertThat(page(Desk.Sort.MONEY)).isEmpty();
    }

    @Test
    void what_was_open_before_that_was_kept_is_filled_in() {
        someOfEach();
        world.store.database().execute("UPDATE business_exception SET group_key = '', waits_since = NULL");
        Upkeep upkeep = world.upkeep();
        assertThat(page(Desk.Sort.MONEY)).hasSize(1);
        assertThat(upkeep.complete()).isTrue();
        assertThat(upkeep.complete()).isFalse();
        assertThat(page(Desk.Sort.MONEY))
                .hasSize(3)
                .allSatisfy(group -> assertThat(group.due()).isNotNull());
    }

    @Test
    void a_rule_of_the_site_says_whose_it_is() {
        DeskWorld ruled = new DeskWorld(new JpaWorld(Duration.ofMinutes(10)), "HELD:UNKNOWN_SKU = finance");
        ruled.hold("1", unknown("TD-1"));
        ruled.hold("2", NOT_PAID);
        assertThat(ruled.all()).extracting(BusinessException::owner).containsExactly(Owner.FINANCE, Owner.CX);
    }
}
