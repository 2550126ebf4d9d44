package centrasage.sync.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.money.Money;
import centrasage.sync.ledger.ClearingEntry.Origin;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the clearing banks until lines of settlement files settle it. */
class ClearingEntriesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final long BATCH = 700;

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final ClearingEntries entries = world.transactions().bean(ClearingEntries.class, world.entities());

    private static ClearingEntry entry(String bank, Origin origin, String key, LocalDate day, Money value) {
        return new ClearingEntry("33", bank, origin, key, "10234", "PSP-8836-1234567890", day, value, "1001");
    }

    private static ClearingEntry receipt(String key, String value) {
        return entry("ADYGBP", Origin.RECEIPT, key, DAY, gbp(value));
    }

    private static Money gbp(String value) {
        return Money.of(value, "GBP");
    }

    private List<ClearingEntry> open() {
        return open("ADYGBP");
    }

    private List<ClearingEntry> open(String bank) {
        return entries.open("33", bank, 0, 100);
    }

    private long id(String key) {
        return open().stream()
                .filter(entry -> entry.sourceKey().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private boolean settle(long batch, long... ids) {
        List<ClearingEntries.Settling> settled = new ArrayList<>();
        for (long id : ids) {
            settled.add(new ClearingEntries.Settling(id, settled.size() + 1L));
        }
        return entries.settle(batch, settled);
    }

    @Test
    void what_comes_in_is_open_with_all_that_it_is() {
        assertThat(entries.add(receipt("1/P1", "59.90"))).isTrue();

        assertThat(open()).singleElement().satisfies(entry -> {
            assertThat(entry).usingRecursiveComparison().ignoringFields("id").isEqualTo(receipt("1/P1", "59.90"));
            assertThat(entry.id()).isPositive();
            assertThat(entry.effect()).isEqualTo(gbp("59.90"));
        });
    }

    @Test
    void amounts_keep_the_decimals_of_their_currency() {
        entries.add(entry("ADYJPY", Origin.REFUND, "1/P1", DAY, Money.of("1200", "JPY")));
        entries.add(entry("ADYKWD", Origin.REFUND, "1/P2", DAY, Money.of("1.205", "KWD")));
        assertThat(open("ADYJPY")).singleElement().satisfies(entry -> {
            assertThat(entry.value()).isEqualTo(Money.of("1200", "JPY"));
            assertThat(entry.effect()).isEqualTo(Money.of("-1200", "JPY"));
        });
        assertThat(open("ADYKWD")).extracting(ClearingEntry::value).containsExactly(Money.of("1.205", "KWD"));
    }

    @Test
    void what_is_known_takes_what_is_said_of_it_now() {
        entries.add(receipt("1/P1", "59.90"));
        long id = id("1/P1");
        ClearingEntry again =
                new ClearingEntry("33", "KLAGBP", Origin.RECEIPT, "1/P1", "1", "", DAY.plusDays(1), gbp("60"), "1002");

        assertThat(entries.add(again)).isFalse();

        assertThat(open()).isEmpty();
        assertThat(open("KLAGBP")).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(id);
            assertThat(entry).usingRecursiveComparison().ignoringFields("id").isEqualTo(again);
        });
    }

    @Test
    void of_one_key_there_is_one_of_each_origin_and_company() {
        for (Origin origin : Origin.values()) {
            assertThat(entries.add(entry("ADYGBP", origin, "1/P1", DAY, gbp("1"))))
                    .isTrue();
        }
        assertThat(entries.add(new ClearingEntry("34", "ADYGBP", Origin.RECEIPT, "1/P1", "1", "", DAY, gbp("1"), "")))
                .isTrue();
        assertThat(open()).extracting(ClearingEntry::origin).containsExactlyInAnyOrder(Origin.values());
        assertThat(entries.open("34", "ADYGBP", 0, 100)).hasSize(1);
    }

    @Test
    void a_line_settles_an_entry_once_and_no_other_line_afterwards() {
        entries.add(receipt("1/P1", "59.90"));
        long id = id("1/P1");

        assertThat(settle(BATCH, id)).isTrue();

        assertThat(open()).isEmpty();
        assertThat(settle(BATCH + 1, id)).isFalse();
        assertThat(settle(BATCH, id)).isFalse();
        assertThat(entries.settledBy(BATCH, List.of(1L)))
                .extracting(settled -> settled.line() + " " + settled.entry().id())
                .containsExactly("1 " + id);
        assertThat(entries.settledBy(BATCH + 1, List.of(1L))).isEmpty();
    }

    @Test
    void where_one_of_several_is_settled_already_or_named_twice_it_is_told() {
        entries.add(receipt("1/P1", "10"));
        entries.add(receipt("2/P1", "10"));
        long first = id("1/P1");
        long second = id("2/P1");
        settle(BATCH, first);
        assertThat(settle(BATCH + 1, second, first)).isFalse();
        entries.add(receipt("3/P1", "10"));
        long third = id("3/P1");
        assertThat(settle(BATCH + 1, third, third)).isFalse();
        assertThat(settle(BATCH + 1)).isTrue();
    }

    /** As the caller does who is told that one was settled meanwhile. */
    @Test
    void what_the_caller_undoes_is_open_again() {
        entries.add(receipt("1/P1", "10"));
        long id = id("1/P1");
        assertThatThrownBy(() -> world.transactions().inNew(() -> {
                    settle(BATCH, id);
                    throw new IllegalStateException("undone");
                }))
                .hasStackTraceContaining("undone");
        assertThat(open()).hasSize(1);
    }

    @Test
    void what_is_settled_stays_so_when_it_is_posted_again() {
        entries.add(receipt("1/P1", "59.90"));
        settle(BATCH, id("1/P1"));
        assertThat(entries.add(receipt("1/P1", "59.91"))).isFalse();
        assertThat(open()).isEmpty();
        assertThat(entries.settledBy(BATCH, List.of(1L)))
                .singleElement()
                .satisfies(settled -> assertThat(settled.entry().value()).isEqualTo(gbp("59.91")));
    }

    @Test
    void what_is_added_once_stays_as_it_is_whatever_became_of_it() {
        assertThat(entries.addOnce(receipt("1", "59.90"))).isTrue();
        assertThat(entries.addOnce(receipt("1", "60"))).isFalse();
        assertThat(open()).extracting(ClearingEntry::value).containsExactly(gbp("59.90"));
        settle(BATCH, id("1"));
        assertThat(entries.addOnce(receipt("1", "59.90"))).isFalse();
        assertThat(open()).isEmpty();
    }

    @Test
    void an_entry_is_found_by_its_id_while_it_is_open() {
        entries.add(receipt("1/P1", "59.90"));
        long id = id("1/P1");
        assertThat(entries.stillOpen(id))
                .hasValueSatisfying(entry -> assertThat(entry.sourceKey()).isEqualTo("1/P1"));
        assertThat(entries.stillOpen(id + 1_000)).isEmpty();
        settle(BATCH, id);
        assertThat(entries.stillOpen(id)).isEmpty();
    }

    @Test
    void lines_are_matched_against_what_is_open_in_their_bank_and_currency() {
        entries.add(receipt("1/P1", "59.90"));
        entries.add(receipt("2/P1", "1"));
        entries.add(entry("ADYGBP", Origin.OPENING_REFUND, "3", DAY, gbp("5")));
        entries.add(entry("ADYGBP", Origin.RECEIPT, "4/P1", DAY, Money.of("7", "EUR")));
        entries.add(entry("KLAGBP", Origin.RECEIPT, "5/P1", DAY, gbp("7")));
        settle(BATCH, id("2/P1"));

        List<ClearingEntries.ToMatch> all = entries.toMatch("33", "ADYGBP", "GBP", 0, 10);

        assertThat(all).extracting(ClearingEntries.ToMatch::id).containsExactly(id("1/P1"), id("3"));
        assertThat(all).extracting(ClearingEntries.ToMatch::refund).containsExactly(false, true);
        assertThat(all).extracting(ClearingEntries.ToMatch::order).containsOnly("10234");
        assertThat(all).extracting(ClearingEntries.ToMatch::reference).containsOnly("PSP-8836-1234567890");
        assertThat(all.get(0).amount()).isEqualByComparingTo("59.90");
        assertThat(entries.toMatch("33", "ADYGBP", "GBP", 0, 1)).containsExactly(all.get(0));
        assertThat(entries.toMatch("33", "ADYGBP", "GBP", all.get(0).id(), 10)).containsExactly(all.get(1));
    }

    @Test
    void what_is_open_of_an_order_is_in_whichever_bank() {
        entries.add(receipt("1/P1", "59.90"));
        entries.add(entry("KLAEUR", Origin.REFUND, "1/P2", DAY, Money.of("5", "EUR")));
        entries.add(receipt("1/P3", "1"));
        settle(BATCH, id("1/P3"));
        assertThat(entries.openOf("10234")).extracting(ClearingEntry::sourceKey).containsExactly("1/P1", "1/P2");
        assertThat(entries.openOf("10235")).isEmpty();
    }

    @Test
    void all_of_an_order_is_known_with_what_became_of_it() {
        entries.add(receipt("1/P1", "59.90"));
        entries.add(receipt("1/P2", "1"));
        entries.add(entry("KLAEUR", Origin.REFUND, "1/P3", DAY, Money.of("5", "EUR")));
        settle(BATCH, id("1/P1"));
        entries.byHand(id("1/P2"));
        assertThat(entries.ofOrder("10234"))
                .extracting(known -> known.entry().sourceKey() + " " + known.isOpen() + " " + known.isByHand())
                .containsExactly("1/P1 false false", "1/P2 false true", "1/P3 true false");
        assertThat(entries.ofOrder("10234").get(0))
                .satisfies(known -> assertThat(known.batch()).isEqualTo(BATCH))
                .satisfies(known -> assertThat(known.line()).isOne());
        assertThat(entries.ofOrders("33", List.of("10234"))).isEqualTo(entries.ofOrder("10234"));
        assertThat(entries.ofOrder("10235")).isEmpty();
    }

    @Test
    void pages_go_on_by_the_last_id() {
        for (int i = 0; i < 5; i++) {
            entries.add(receipt(i + "/P1", "1"));
        }
        entries.add(entry("KLAGBP", Origin.RECEIPT, "9/P1", DAY, gbp("1")));
        settle(BATCH, id("2/P1"));
        List<ClearingEntry> first = entries.open("33", "ADYGBP", 0, 3);
        List<ClearingEntry> second = entries.open("33", "ADYGBP", first.get(2).id(), 3);
        assertThat(first).extracting(ClearingEntry::sourceKey).containsExactly("0/P1", "1/P1", "3/P1");
        assertThat(second).extracting(ClearingEntry::sourceKey).containsExactly("4/P1");
        assertThat(entries.open("33", "ADYGBP", second.get(0).id(), 3)).isEmpty();
    }

    @Test
    void sums_are_of_what_is_open_by_bank_and_origin() {
        entries.add(receipt("1/P1", "10.50"));
        entries.add(entry("ADYGBP", Origin.RECEIPT, "2/P1", DAY.minusDays(2), gbp("20")));
        entries.add(entry("ADYGBP", Origin.REFUND, "1/P2", DAY, gbp("3")));
        entries.add(entry("ADYEUR", Origin.OPENING_RECEIPT, "3", DAY, Money.of("7", "EUR")));
        entries.add(receipt("4/P1", "99"));
        settle(BATCH, id("4/P1"));

        assertThat(entries.sums(DAY.minusDays(2), DAY))
                .containsExactlyInAnyOrder(
                        new ClearingEntries.Sum("33", "ADYEUR", Origin.OPENING_RECEIPT, 1, Money.of("7", "EUR"), DAY),
                        new ClearingEntries.Sum("33", "ADYGBP", Origin.RECEIPT, 2, gbp("30.50"), DAY.minusDays(2)),
                        new ClearingEntries.Sum("33", "ADYGBP", Origin.REFUND, 1, gbp("3"), DAY));
    }

    @Test
    void sums_are_of_their_days_both_included() {
        entries.add(receipt("1/P1", "1"));
        entries.add(entry("ADYGBP", Origin.RECEIPT, "2/P1", DAY.minusDays(3), gbp("2")));
        entries.add(entry("ADYGBP", Origin.RECEIPT, "3/P1", DAY.minusDays(4), gbp("4")));
        assertThat(entries.sums(DAY.minusDays(3), DAY))
                .extracting(ClearingEntries.Sum::amount)
                .containsExactly(gbp("3"));
        assertThat(entries.sums(DAY.minusDays(30), DAY.minusDays(4)))
                .extracting(ClearingEntries.Sum::amount)
                .containsExactly(gbp("4"));
        assertThat(entries.sums(DAY.plusDays(1), LAST)).isEmpty();
    }

    @Test
    void a_bank_stays_known_when_all_of_it_is_settled() {
        entries.add(receipt("1/P1", "1"));
        entries.add(receipt("2/P1", "1"));
        entries.add(entry("ADYEUR", Origin.REFUND, "3/P1", DAY, Money.of("1", "EUR")));
        settle(BATCH, id("1/P1"), id("2/P1"));
        assertThat(entries.banks())
                .containsExactlyInAnyOrder(
                        new ClearingEntries.Bank("33", "ADYGBP", "GBP", false),
                        new ClearingEntries.Bank("33", "ADYEUR", "EUR", false));
    }

    @Test
    void a_bank_of_which_people_have_explained_all_is_disowned() {
        entries.add(receipt("1/P1", "1"));
        entries.add(receipt("2/P1", "1"));
        entries.byHand(id("1/P1"));
        assertThat(entries.banks()).containsExactly(new ClearingEntries.Bank("33", "ADYGBP", "GBP", false));
        entries.byHand(id("2/P1"));
        assertThat(entries.banks()).containsExactly(new ClearingEntries.Bank("33", "ADYGBP", "GBP", true));
    }

    @Test
    void what_lines_have_settled_is_told_line_by_line() {
        for (int i = 1; i <= 3; i++) {
            entries.add(receipt(i + "/P1", "1"));
        }
        settle(BATCH, id("3/P1"), id("1/P1"), id("2/P1"));
        assertThat(entries.settledBy(BATCH, List.of(1L, 3L)))
                .extracting(settled -> settled.line() + " " + settled.entry().sourceKey())
                .containsExactly("1 3/P1", "3 2/P1");
        assertThat(entries.settledBy(BATCH, List.of())).isEmpty();
    }
}
