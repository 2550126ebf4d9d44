package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.CentraStock.QuantityType;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.TargetUnavailable;
import centrasage.simulator.http.FaultKind;
import centrasage.stock.figure.GuardRail;
import centrasage.stock.level.Level;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.StockBook.Search;
import centrasage.stock.publish.PublishShelf.Outcome;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Centra sells is what Sage 200 has, less what is promised: on both simulators, whatever comes in between. */
class PublishShelfTest {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final StockWorld world = StockWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    private void shirt(int free) {
        world.hasInCentra("SHIRT");
        world.inSage("SHIRT", free);
    }

    @Test
    void what_sage_has_free_is_sold_in_centra_and_told_once() throws TargetUnavailable {
        shirt(12);
        assertThat(world.publish().told()).isOne();
        assertThat(world.free("SHIRT")).isEqualTo(12);
        assertThat(world.level("SHIRT").state()).isEqualTo(LevelState.SHOWN);

        Outcome again = world.publish();
        assertThat(again.told()).isZero();
        assertThat(again.news())
                .as("the overlap is read again and says nothing new")
                .isZero();
        assertThat(world.told()).isOne();
    }

    @Test
    void a_change_in_sage_is_told_and_nothing_else_is() throws TargetUnavailable {
        shirt(12);
        world.hasInCentra("SCARF");
        world.inSage("SCARF", 3);
        world.publish();
        world.free("SHIRT", "7");

        assertThat(world.publish().told()).isOne();
        assertThat(world.free("SHIRT")).isEqualTo(7);
        assertThat(world.free("SCARF")).isEqualTo(3);
        assertThat(world.told()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(QuantityType.class)
    void an_order_that_only_centra_knows_is_not_sold_again(QuantityType type) throws TargetUnavailable {
        world.type = type;
        shirt(10);
        world.publish();
        world.buy("SHIRT", 4);
        assertThat(world.free("SHIRT")).isEqualTo(6);
        world.free("SHIRT", "11"); // one more came in, and Sage knows of none of the orders

        world.publish();

        assertThat(world.free("SHIRT")).as("11 - 4").isEqualTo(7);
        assertThat(world.level("SHIRT").taken().inFlight()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(QuantityType.class)
    void an_order_that_is_collected_and_held_is_not_sold_again(QuantityType type) throws TargetUnavailable {
        world.type = type;
        shirt(10);
        world.publish();
        collectAll(world.buy("SHIRT", 3));
        world.collected(Instant.now().plusSeconds(300)); // nothing of it is asked of Centra any more
        world.free("SHIRT", "20");

        world.publish();

        assertThat(world.free("SHIRT")).isEqualTo(17);
    }

    @ParameterizedTest
    @EnumSource(QuantityType.class)
    void an_order_that_sage_has_allocated_is_subtracted_once(QuantityType type) throws TargetUnavailable {
        world.type = type;
        shirt(10);
        world.publish();
        JsonNode bought = world.buy("SHIRT", 2);
        collectAll(bought);
        world.collected(Instant.now().plusSeconds(300));
        bought.path("numbers").forEach(number -> post(number.asText()));
        world.free("SHIRT", "8"); // as Sage has it once both are allocated

        world.publish();

        assertThat(world.free("SHIRT")).isEqualTo(8);
        assertThat(world.level("SHIRT").taken().inFlight()).isZero();
    }

    /** Sage has despatched, and Centra has not completed: its physical stock still counts what has left. */
    @ParameterizedTest
    @EnumSource(QuantityType.class)
    void what_has_left_in_sage_alone_is_not_sold_again(QuantityType type) throws TargetUnavailable {
        world.type = type;
        shirt(10);
        world.publish();
        JsonNode bought = world.buy("SHIRT", 2);
        collectAll(bought);
        world.collected(Instant.now().plusSeconds(300));
        bought.path("numbers").forEach(number -> post(number.asText()));
        world.free("SHIRT", "8"); // on hand 8, nothing allocated: both have left
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(8);

        for (JsonNode number : bought.path("numbers")) {
            world.client.control("POST", "shipments", "{'order': " + number.asInt() + "}");
        }
        assertThat(world.free("SHIRT"))
                .as("completing it in Centra changes nothing")
                .isEqualTo(8);
        world.publish(true);
        assertThat(world.free("SHIRT")).isEqualTo(8);
    }

    /** Centra has shipped, and Sage has not despatched: Sage still has it allocated. */
    @ParameterizedTest
    @EnumSource(QuantityType.class)
    void what_has_left_in_centra_alone_is_sold_as_before(QuantityType type) throws TargetUnavailable {
        world.type = type;
        shirt(10);
        world.publish();
        JsonNode bought = world.buy("SHIRT", 2);
        collectAll(bought);
        world.collected(Instant.now().plusSeconds(300));
        bought.path("numbers").forEach(number -> post(number.asText()));
        for (JsonNode number : bought.path("numbers")) {
            world.client.control("POST", "shipments", "{'order': " + number.asInt() + "}");
        }
        world.free("SHIRT", "8"); // allocated in Sage, not despatched

        world.publish();

        assertThat(world.free("SHIRT")).isEqualTo(8);
    }

    private void collectAll(JsonNode bought) {
        assertThat(bought.path("numbers")).isNotEmpty();
        bought.path("numbers").forEach(number -> world.collect(number.asInt()));
        world.store.clock().advance(Duration.ofMinutes(1)); // what was staged in this moment is counted to be safe
    }

    private void post(String number) {
        world.store.record(Plans.post(number));
        world.store.itIsPlanned(number);
        for (Claimed claimed : world.store.store().claim(Purpose.POST, "a", LEASE, 20)) {
            world.store.store().intend(claimed, LEASE, "nothing found");
            world.store.store().conclude(claimed, new Posted(Plans.document(number)), Duration.ZERO);
            world.store.store().release(claimed);
        }
    }

    @Test
    void a_buffer_is_kept_and_a_new_one_is_told_without_a_change_in_sage() throws TargetUnavailable {
        shirt(12);
        world.buffer = 2;
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(10);
        world.buffer = 5;
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(7);
        world.buffer = 50;
        world.publish();
        assertThat(world.free("SHIRT")).as("never below zero").isZero();
    }

    @Test
    void what_sage_has_promised_beyond_what_it_has_is_nothing_and_is_named() throws TargetUnavailable {
        shirt(5);
        world.publish();
        world.free("SHIRT", "-3");
        world.publish();
        assertThat(world.free("SHIRT")).isZero();
        assertThat(world.level("SHIRT").note()).isEqualTo("Sage 200 has promised 3 more than it has");
        world.free("SHIRT", "2.5");
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(2);
        assertThat(world.level("SHIRT").note()).isEqualTo("a part of a unit is left out: 2.5");
    }

    @Test
    void a_sku_that_centra_does_not_have_is_named_and_told_once_it_has_it() throws TargetUnavailable {
        world.inSage("NEW-SHIRT", 4);
        Outcome outcome = world.publish();
        assertThat(outcome.told()).isZero();
        assertThat(world.level("NEW-SHIRT").state()).isEqualTo(LevelState.UNMATCHED);
        assertThat(world.level("NEW-SHIRT").note()).isEqualTo("Centra has no SKU NEW-SHIRT");

        world.hasInCentra("NEW-SHIRT");
        world.publish(true);
        assertThat(world.free("NEW-SHIRT")).isEqualTo(4);
    }

    @Test
    void an_answer_that_is_lost_is_looked_at_when_the_request_cannot_be_carried_out_any_more()
            throws TargetUnavailable {
        shirt(12);
        world.centra.faults().order(FaultKind.GATEWAY_TIMEOUT_AFTER_COMMIT, "mutation setStock", 1);
        world.publish();
        assertThat(world.centra.faults().count(FaultKind.GATEWAY_TIMEOUT_AFTER_COMMIT))
                .isOne();
        assertThat(world.level("SHIRT").tries()).isOne();
        world.free("SHIRT", "9");
        world.publish();
        assertThat(world.free("SHIRT"))
                .as("not before the first request is over")
                .isEqualTo(12);

        world.store.clock().advance(StockWorld.SETTLE);
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(9);
        assertThat(world.level("SHIRT").state()).isEqualTo(LevelState.SHOWN);
    }

    @Test
    void what_was_never_told_is_held_against_what_centra_sells_by_until_now() throws TargetUnavailable {
        world.guardRail = new GuardRail(30, 1, 50);
        for (int each = 1; each <= 3; each++) {
            world.hasInCentra("SKU-" + each);
            world.inSage("SKU-" + each, 0);
            world.client.control("PUT", "stock", "{'warehouse': 'Main', 'sku': 'SKU-" + each + "', 'physical': 5}");
        }
        assertThat(world.publish().held())
                .hasValueSatisfying(why -> assertThat(why).startsWith("3 SKUs would be sold out at once"));
        assertThat(world.free("SKU-1")).isEqualTo(5);
        long asked = world.centra.requests().total();
        assertThat(world.publish().held()).isPresent();
        assertThat(world.centra.requests().total()).as("each is looked at once").isEqualTo(asked);

        world.book.release(StockWorld.COMPANY, StockWorld.CENTRA, "A. Name", "go-live");
        assertThat(world.publish().held()).isEmpty();
        assertThat(world.free("SKU-1")).isZero();
    }

    @Test
    void a_jump_is_held_for_a_person_and_goes_on_when_it_is_mended_or_released() throws TargetUnavailable {
        world.guardRail = new GuardRail(30, 1, 50);
        for (int each = 1; each <= 3; each++) {
            world.hasInCentra("SKU-" + each);
            world.inSage("SKU-" + each, 10);
        }
        world.publish();
        for (int each = 1; each <= 3; each++) {
            world.free("SKU-" + each, "0");
        }
        assertThat(world.publish().held())
                .hasValueSatisfying(
                        why -> assertThat(why).isEqualTo("3 SKUs would be sold out at once (stock.guard-zero = 1)"));
        assertThat(world.free("SKU-1")).isEqualTo(10);
        assertThat(world.level("SKU-1").state()).isEqualTo(LevelState.HELD);

        world.free("SKU-2", "10");
        world.free("SKU-3", "10");
        assertThat(world.publish().held()).as("one alone may be sold out").isEmpty();
        assertThat(world.free("SKU-1")).isZero();
        assertThat(world.free("SKU-2")).isEqualTo(10);

        world.free("SKU-2", "0");
        world.free("SKU-3", "0");
        assertThat(world.publish().held()).isPresent();
        assertThat(world.book.release(StockWorld.COMPANY, StockWorld.CENTRA, "A. Name", "stocktake"))
                .isEqualTo(2);
        assertThat(world.publish().held()).isEmpty();
        assertThat(world.free("SKU-2")).isZero();
    }

    @Test
    void a_product_whose_code_is_the_sku_of_another_one_is_named_and_keeps_nobody_from_being_told()
            throws TargetUnavailable {
        world.skus = Map.of("SHIRT", "SHIRT-2026");
        world.hasInCentra("SHIRT");
        world.inSage("SHIRT-2026", 7);
        world.inSage("SHIRT", 3);
        Outcome outcome = world.publish();
        assertThat(outcome.unmatched()).isOne();
        assertThat(world.free("SHIRT")).isEqualTo(7);
        assertThat(world.levels.inState(world.shelf(), LevelState.UNMATCHED, 2))
                .extracting(Level::note)
                .containsExactly(
                        "Sage 200 has stock of SHIRT, and the SKU of this name is its product SHIRT-2026. Give it another SKU"
                                + " in skus.csv if it is sold");
    }

    @Test
    void what_has_left_while_it_was_being_told_is_put_right_by_the_next_run() throws TargetUnavailable {
        shirt(12);
        world.publish();
        world.buy("SHIRT", 3);
        world.free("SHIRT", "20");
        assertThat(world.publish().told()).isOne();
        assertThat(world.free("SHIRT")).isEqualTo(17);
        world.client.control("PUT", "stock", "{'warehouse': 'Main', 'sku': 'SHIRT', 'physical': 22}");
        assertThat(world.free("SHIRT")).as("as if two of the three had left").isEqualTo(19);
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(17);
        world.publish();
        assertThat(world.level("SHIRT").state()).isEqualTo(LevelState.SHOWN);
        long told = world.told();
        world.publish();
        assertThat(world.told()).isEqualTo(told);
    }

    @Test
    void a_sku_that_is_written_otherwise_in_centra_is_another_one() throws TargetUnavailable {
        world.inSage("SHIRT-X", 4);
        world.hasInCentra("Shirt-X");
        world.publish();
        assertThat(world.level("SHIRT-X").note()).isEqualTo("Centra has no SKU SHIRT-X");
        assertThat(world.free("Shirt-X")).isNotEqualTo(4);
    }

    @Test
    void a_product_that_got_the_code_of_another_one_is_sold_by_its_own_stock() throws TargetUnavailable {
        world.hasInCentra("N1");
        world.inSage("N1", 90);
        world.publish();
        world.renamed("N1", "N1-OLD");
        world.store.advance(Duration.ofMinutes(5));
        world.inSage("N1", 2);
        world.free("N1-OLD", "80");
        world.publish();
        assertThat(world.free("N1")).isEqualTo(2);
        assertThat(world.book.levels(new Search("N1", null, 0, 5))).hasSize(1);
        assertThat(world.level("N1-OLD").state()).isEqualTo(LevelState.UNMATCHED);
    }

    @Test
    void what_sage_has_no_record_of_any_more_is_not_sold() throws TargetUnavailable {
        shirt(12);
        world.publish();
        world.takenAway("SHIRT");
        world.publish();
        assertThat(world.free("SHIRT"))
                .as("nothing says so before everything is compared")
                .isEqualTo(12);
        world.publish(true);
        assertThat(world.free("SHIRT")).isZero();
        long told = world.told();
        world.publish(true);
        assertThat(world.told()).isEqualTo(told);
    }

    @Test
    void another_warehouse_of_sages_is_read_whole_and_the_figures_of_the_first_are_gone() throws TargetUnavailable {
        shirt(12);
        world.inSage("SCARF", 4);
        world.hasInCentra("SCARF");
        world.publish();
        world.warehouse = "HOME";
        world.store.advance(Duration.ofMinutes(10));
        world.guardRail = new GuardRail(100, 1, 1000);
        assertThat(world.publish().held()).as("held against what Centra shows").isPresent();
        assertThat(world.free("SHIRT")).isEqualTo(12);
        assertThat(world.book.levels(new Search("SHIRT", null, 0, 5))).hasSize(1);
        world.book.release(StockWorld.COMPANY, StockWorld.CENTRA, "A. Name", "moved");
        world.publish();
        assertThat(world.free("SHIRT")).isZero();
        world.warehouse = StockWorld.SAGE;
        world.guardRail = new GuardRail(100, 1000, 1000);
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(12);
        long told = world.told();
        world.publish(true);
        world.publish(true);
        assertThat(world.told()).as("nothing flips").isEqualTo(told);
    }

    @Test
    void what_is_not_told_because_two_skus_are_one_product_is_named_with_what_centra_sells_of_it()
            throws TargetUnavailable {
        world.hasInCentra("SHIRT-M", "SHIRT-L");
        world.inSage("SHIRT", 0);
        for (String sku : List.of("SHIRT-M", "SHIRT-L")) {
            world.client.control("PUT", "stock", "{'warehouse': 'Main', 'sku': '" + sku + "', 'physical': 4}");
        }
        world.skus = Map.of("SHIRT-M", "SHIRT", "SHIRT-L", "SHIRT");
        Strays.Found found = world.publish(true).stray();
        assertThat(found.words()).contains("SHIRT-L (4)").contains("SHIRT-M (4)");
    }

    @Test
    void what_centra_sells_and_sage_does_not_know_is_named_by_a_comparison() throws TargetUnavailable {
        shirt(12);
        world.hasInCentra("OLD-SHIRT", "NEVER-THERE");
        world.client.control("PUT", "stock", "{'warehouse': 'Main', 'sku': 'OLD-SHIRT', 'physical': 4}");
        assertThat(world.publish().stray()).isEqualTo(Strays.Found.NONE);
        Strays.Found found = world.publish(true).stray();
        assertThat(found.skus()).isOne();
        assertThat(found.words())
                .isEqualTo(
                        "Centra's warehouse Main sells 1 SKUs of which Sage 200 has no stock record there: OLD-SHIRT (4)");
        assertThat(world.free("OLD-SHIRT")).isEqualTo(4);
    }

    @Test
    void what_sage_does_not_know_is_set_to_zero_where_the_operator_wants_that_and_not_all_of_it_at_once()
            throws TargetUnavailable {
        shirt(12);
        world.zeroesStrays = true;
        world.hasInCentra("OLD-1", "OLD-2");
        for (String sku : List.of("OLD-1", "OLD-2")) {
            world.client.control("PUT", "stock", "{'warehouse': 'Main', 'sku': '" + sku + "', 'physical': 4}");
        }
        world.buy("OLD-1", 1);
        world.guardRail = new GuardRail(100, 1, 1000);
        assertThat(world.publish(true).stray().words())
                .endsWith("not set to 0: 2 SKUs would be sold out at once (stock.guard-zero = 1)");
        assertThat(world.free("OLD-1")).isEqualTo(3);

        world.guardRail = new GuardRail(100, 1000, 1000);
        assertThat(world.publish(true).stray()).isEqualTo(Strays.Found.NONE);
        assertThat(world.free("OLD-1")).as("what is allocated stays").isZero();
        assertThat(world.free("OLD-2")).isZero();
    }

    @Test
    void a_run_that_loses_its_warehouse_tells_nothing_and_counts_as_no_reading() throws TargetUnavailable {
        shirt(12);
        assertThat(world.publishWithoutLease()).isEmpty();
        assertThat(world.told()).isZero();
        assertThat(world.levels.age(world.shelf())).isEmpty();
    }

    @Test
    void what_somebody_changed_in_centra_is_found_when_everything_is_compared() throws TargetUnavailable {
        shirt(12);
        world.publish();
        world.client.control("PUT", "stock", "{'warehouse': 'Main', 'sku': 'SHIRT', 'physical': 40}");
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(40);
        world.publish(true);
        assertThat(world.free("SHIRT")).isEqualTo(12);
    }

    @Test
    void one_sku_that_centra_rejects_keeps_no_other_from_being_told() throws TargetUnavailable {
        for (int each = 1; each <= 40; each++) {
            world.hasInCentra("SKU-" + each);
            world.inSage("SKU-" + each, each);
        }
        world.publish();
        world.client.control("PUT", "tenant", "{'unknownSku': 'ERROR'}");
        world.client.control("DELETE", "sizes/SKU-17", "");
        for (int each = 1; each <= 40; each++) {
            world.free("SKU-" + each, "" + (each + 1));
        }

        assertThat(world.publish().told()).isEqualTo(39);
        assertThat(world.free("SKU-40")).isEqualTo(41);
        assertThat(world.level("SKU-17").tries()).isPositive();
        assertThat(world.level("SKU-17").note()).contains("SKU-17");
    }

    @Test
    void what_centra_leaves_out_is_named_and_the_rest_of_its_page_is_told() throws TargetUnavailable {
        for (int each = 1; each <= 3; each++) {
            world.hasInCentra("SKU-" + each);
            world.inSage("SKU-" + each, each);
        }
        world.publish();
        world.client.control("DELETE", "sizes/SKU-2", "");
        for (int each = 1; each <= 3; each++) {
            world.free("SKU-" + each, "" + (each + 1));
        }

        assertThat(world.publish().told()).isEqualTo(2);
        assertThat(world.free("SKU-3")).isEqualTo(4);
        assertThat(world.level("SKU-2").state()).isEqualTo(LevelState.UNMATCHED);
        assertThat(world.level("SKU-2").note()).contains("SKU-2");
    }

    @Test
    void while_sage_cannot_be_read_more_is_kept_back_and_then_nothing_is_sold() throws TargetUnavailable {
        shirt(12);
        world.publish();
        assertThat(world.publishOld()).as("it was read just now").isEmpty();
        assertThat(world.free("SHIRT")).isEqualTo(12);

        world.store.clock().advance(Duration.ofMinutes(30));
        assertThat(world.publishOld()).hasValue(2);
        assertThat(world.free("SHIRT")).isEqualTo(10);
        world.buy("SHIRT", 1);
        world.publishOld();
        assertThat(world.free("SHIRT")).as("Centra has taken it off itself").isEqualTo(9);

        world.store.clock().advance(Duration.ofHours(4));
        world.publishOld();
        assertThat(world.free("SHIRT")).isZero();

        world.publish();
        assertThat(world.free("SHIRT"))
                .as("12 less the one that Sage does not know")
                .isEqualTo(11);
    }

    @Test
    void a_part_of_the_quota_is_left_to_captures_and_the_rest_of_the_stock_waits() throws TargetUnavailable {
        for (int each = 1; each <= 30; each++) {
            world.hasInCentra("SKU-" + each);
            world.inSage("SKU-" + each, each);
        }
        world.pageSize = 1;
        world.client.control("PUT", "rate-limits", "{'plan': 'growth'}"); // 20 mutations at once, two more each second

        assertThat(world.publish().told()).isBetween(10L, 22L);
        assertThat(world.book.levels(new Search(null, LevelState.DUE, 0, 50)))
                .as("nothing was refused")
                .isNotEmpty()
                .allSatisfy(level -> assertThat(level.tries()).isZero());
    }

    @Test
    void what_falls_goes_first_where_the_quota_is_short() throws TargetUnavailable {
        world.client.control("PUT", "rate-limits", "{'plan': 'growth'}"); // 20 mutations at once, two more each second
        for (int each = 1; each <= 30; each++) {
            world.hasInCentra("SKU-" + each);
            world.inSage("SKU-" + each, 50);
        }
        world.publish();
        world.pageSize = 1;
        for (int each = 1; each <= 30; each++) {
            world.free("SKU-" + each, each <= 18 ? "60" : "40");
        }

        world.publish();

        for (int each = 19; each <= 30; each++) {
            assertThat(world.free("SKU-" + each)).as("SKU-" + each).isEqualTo(40);
        }
        assertThat(world.book.levels(new Search(null, LevelState.DUE, 0, 50)))
                .as("what rises has waited, though it was read before")
                .isNotEmpty()
                .allMatch(level -> level.held().free().intValueExact() == 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"many\""})
    void a_holding_that_cannot_be_read_is_named_and_told_once_it_can_be(String inStock) throws TargetUnavailable {
        shirt(12);
        world.inSage("SCARF", 3);
        world.hasInCentra("SCARF");
        world.publish();
        world.unreadable("SHIRT", inStock);
        world.inSage("NEW-SHIRT", 4);
        world.hasInCentra("NEW-SHIRT");
        world.unreadable("NEW-SHIRT", inStock);
        world.free("SCARF", "2");

        world.publish(true); // with all sizes of Centra's, which would make due what had none

        assertThat(world.free("SCARF")).as("the rest goes on").isEqualTo(2);
        assertThat(world.free("SHIRT")).as("what was told before").isEqualTo(12);
        for (String sku : List.of("SHIRT", "NEW-SHIRT")) {
            assertThat(world.level(sku).state()).isEqualTo(LevelState.UNREADABLE);
            assertThat(world.level(sku).note())
                    .startsWith("Sage 200's stock of " + sku + " cannot be read (holding ")
                    .endsWith("): the answer has no usable quantity_in_stock");
        }
        world.free("SHIRT", "12"); // as before
        world.free("NEW-SHIRT", "4");
        world.publish();

        assertThat(world.level("SHIRT").state()).isEqualTo(LevelState.SHOWN);
        assertThat(world.free("NEW-SHIRT")).isEqualTo(4);
        assertThat(world.told()).as("two SKUs, one change, one new SKU").isEqualTo(2 + 1 + 1);
    }
}
