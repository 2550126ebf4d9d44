package centrasage.desk.bulk;

import static centrasage.desk.DeskWorld.NOT_PAID;
import static centrasage.desk.DeskWorld.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.Became.Fate;
import centrasage.desk.BusinessException;
import centrasage.desk.BusinessException.State;
import centrasage.desk.Desk;
import centrasage.desk.DeskBeans;
import centrasage.desk.DeskWorld;
import centrasage.desk.Ignoring;
import centrasage.desk.Seen;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sync.runs.Node;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A deed about many exceptions: what was shown is what is done, each alone, and what became of each is told. */
class BulkTest {
    private static final BooleanSupplier GOES_ON = () -> false;

    private final DeskWorld world = new DeskWorld();
    private final BulkDesk desk = world.store
            .transactions()
            .bean(BulkDesk.class, world.store.entities(), world.desk, world.store.audit(), world.store.time());
    private final BulkSteps steps = world.store
            .transactions()
            .bean(
                    BulkSteps.class,
                    world.store.entities(),
                    DeskBeans.deeds(world.store),
                    world.store.audit(),
                    world.store.time());

    private BulkWork work(int port) {
        return new BulkWork(world.store.store(), new Node("127.0.0.1", port), steps);
    }

    private void held(int many) {
        IntStream.rangeClosed(1, many).forEach(this::heldOne);
    }

    private void heldOne(int number) {
        world.receive("" + number, "first");
        world.hold("" + number, unknown(number));
    }

    /** Each lacks a product of its own: what lacks the same one is gathered as one cause. */
    private static Reason unknown(int number) {
        return new Reason("UNKNOWN_SKU", Owner.OPERATIONS, "SKU X" + number + "Y is not a product", "Create it");
    }

    private Bulk prepare(BulkDeed deed) {
        return desk.prepare(deed, all("all"), "ann");
    }

    private static BulkDesk.Selection all(String words) {
        return new BulkDesk.Selection(List.of(), Desk.Filter.OPEN, words, 14);
    }

    private Map<Fate, Integer> done(Bulk bulk) {
        assertThat(desk.begin(bulk.id(), "ann")).isTrue();
        BulkWork work = work(8080);
        for (int look = 0; look < 1000 && work.isRunning(); look++) {
            work.look(GOES_ON);
        }
        assertThat(desk.get(bulk.id()).orElseThrow().state()).isEqualTo(Bulk.State.DONE);
        return desk.fates(bulk.id());
    }

    @Test
    void what_it_would_do_is_told_in_documents_and_money_before_anything_is_done() {
        held(3);
        world.post("4");
        world.plan("4", 2, Money.of("132.00", "GBP"), "other");
        Bulk bulk = prepare(BulkDeed.retry());
        Bulk.Effect effect = desk.effect(bulk.id());
        assertThat(effect.can()).isEqualTo(3);
        assertThat(effect.sums()).containsExactly(Money.of("360.00", "GBP"));
        assertThat(effect.cannot()).hasSize(1).containsValue(1);
        assertThat(bulk.mappingVersion()).isEqualTo(14);
        assertThat(work(8080).look(GOES_ON)).isEmpty();
        assertThat(world.all()).allSatisfy(each -> assertThat(world.trail(each)).containsExactly("desk OPENED"));
    }

    @Test
    void each_is_planned_again_and_what_cannot_be_is_told() {
        held(3);
        world.post("4");
        world.plan("4", 2, Money.of("132.00", "GBP"), "other");
        Bulk bulk = prepare(BulkDeed.retry());
        assertThat(desk.begin(bulk.id(), "ann")).isTrue();
        assertThat(work(8080).look(GOES_ON)).containsExactly("order");
        assertThat(desk.fates(bulk.id())).isEqualTo(Map.of(Fate.DONE, 3, Fate.NOT_POSSIBLE, 1));
        assertThat(desk.items(bulk.id(), Fate.NOT_POSSIBLE, 0, 10).keySet())
                .singleElement()
                .satisfies(item -> assertThat(item.words()).contains("nothing to plan again"));
    }

    @Test
    void what_somebody_changed_or_settled_after_it_was_shown_is_left_alone() {
        held(3);
        Bulk bulk = prepare(BulkDeed.resolve("entered by hand, list of 28 Nov"));
        world.desk.assign(id("1"), "bob", "bob");
        world.desk.resolve(id("2"), "bob", "by phone");
        heldOne(4); // came after the person had seen what would be done
        assertThat(done(bulk)).isEqualTo(Map.of(Fate.CHANGED, 1, Fate.GONE, 1, Fate.DONE, 1));
        assertThat(world.state("1")).isEqualTo(PostingState.HELD);
        assertThat(world.state("3")).isEqualTo(PostingState.ABANDONED);
        assertThat(world.state("4")).isEqualTo(PostingState.HELD);
        assertThat(words(bulk, Fate.CHANGED)).isEqualTo("bob gave it to bob");
        assertThat(words(bulk, Fate.GONE)).contains("bob has resolved it: “by phone”");
    }

    private String words(Bulk bulk, Fate fate) {
        return desk.items(bulk.id(), fate, 0, 10).keySet().iterator().next().words();
    }

    private long id(String number) {
        return world.all().stream()
                .filter(each -> each.sourceKey().equals(number))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void ten_thousand_that_are_mended_by_now_are_told_so_and_none_is_sent_again() {
        int many = 300; // as ten thousand: page after page
        held(many);
        planned();
        Bulk bulk = prepare(BulkDeed.retry());
        assertThat(desk.effect(bulk.id()).can()).isEqualTo(many);
        IntStream.rangeClosed(1, many - 1).forEach(number -> world.plan("" + number));
        assertThat(done(bulk)).isEqualTo(Map.of(Fate.GONE, many - 1, Fate.DONE, 1));
        assertThat(words(bulk, Fate.GONE)).startsWith("already mended");
        assertThat(world.store.staging().unplanned("order", 0, many)).hasSize(1);
    }

    private void planned() {
        world.store
                .staging()
                .unplanned("order", 0, 1000)
                .forEach(staged -> world.store.transactions().inNew(() -> {
                    world.store.staging().planned(staged.id());
                    return true;
                }));
    }

    @Test
    void a_process_that_dies_under_it_leaves_the_rest_to_another_and_nothing_is_done_twice() {
        held(120);
        Bulk bulk = prepare(BulkDeed.assign("bob"));
        desk.begin(bulk.id(), "ann");
        work(8080).look(GOES_ON);
        assertThat(desk.fates(bulk.id())).isEqualTo(Map.of(Fate.DONE, 50));
        BulkWork other = work(8081);
        other.look(GOES_ON);
        assertThat(desk.fates(bulk.id())).as("the first may be alive").isEqualTo(Map.of(Fate.DONE, 50));
        world.store.advance(Duration.ofMinutes(1));
        other.look(GOES_ON);
        other.look(GOES_ON);
        assertThat(desk.get(bulk.id()).orElseThrow().state()).isEqualTo(Bulk.State.DONE);
        assertThat(desk.fates(bulk.id())).isEqualTo(Map.of(Fate.DONE, 120));
        assertThat(world.desk.list(Desk.Filter.OPEN, 0, 200))
                .hasSize(120)
                .allSatisfy(each -> assertThat(world.trail(each)).containsExactly("desk OPENED", "ann ASSIGNED"));
    }

    @Test
    void it_ends_after_the_one_at_hand_when_a_person_stops_it_or_the_process_ends() {
        held(120);
        Bulk bulk = prepare(BulkDeed.assign("bob"));
        desk.begin(bulk.id(), "ann");
        BulkWork work = work(8080);
        work.look(() -> true);
        assertThat(desk.fates(bulk.id())).isEmpty();
        work.look(GOES_ON);
        assertThat(desk.stop(bulk.id(), "ann")).isTrue();
        assertThat(work.look(GOES_ON)).isEmpty();
        assertThat(desk.fates(bulk.id())).isEqualTo(Map.of(Fate.DONE, 50));
        assertThat(desk.begin(bulk.id(), "ann")).isFalse();
    }

    @Test
    void only_those_that_were_picked_are_ignored_until_the_day() {
        held(3);
        LocalDate day =
                LocalDate.ofInstant(world.store.time().now(), ZoneOffset.UTC).plusDays(2);
        Ignoring until = new Ignoring(day, day.atStartOfDay().toInstant(ZoneOffset.UTC), "stock-taking");
        Bulk bulk = desk.prepare(
                BulkDeed.ignore(until),
                new BulkDesk.Selection(List.of(id("1"), id("3")), Desk.Filter.OPEN, "picked", 14),
                "ann");
        assertThat(done(bulk)).isEqualTo(Map.of(Fate.DONE, 2));
        assertThat(world.desk.list(new Desk.Filter(State.IGNORED, null, null, null), 0, 10))
                .extracting(BusinessException::sourceKey)
                .containsExactly("1", "3");
    }

    @Test
    void it_begins_once_and_the_audit_trail_says_who_began_it_and_that_it_ended() {
        held(2);
        Bulk bulk = prepare(BulkDeed.assign("bob"));
        done(bulk);
        assertThat(desk.begin(bulk.id(), "carl")).isFalse();
        assertThat(world.store.audit().of("bulk/" + bulk.id()))
                .extracting(entry -> entry.actor() + " " + entry.action())
                .containsExactly("ann BULK_BEGUN", "ann BULK_DONE");
        assertThat(desk.latest(5)).extracting(Bulk::id).containsExactly(bulk.id());
    }

    @Test
    void what_was_never_begun_is_forgotten_with_its_items() {
        held(2);
        Bulk bulk = prepare(BulkDeed.retry());
        assertThat(steps.forget(Duration.ofDays(1), Duration.ofDays(90))).isZero();
        world.store.advance(Duration.ofDays(2));
        assertThat(steps.forget(Duration.ofDays(1), Duration.ofDays(90))).isEqualTo(1);
        assertThat(desk.get(bulk.id())).isEmpty();
        assertThat(world.store.database().count("desk_bulk_item")).isZero();
    }

    @Test
    void an_order_that_changed_in_money_meanwhile_is_another_decision() {
        held(1);
        Bulk bulk = prepare(BulkDeed.resolve("settled"));
        world.hold("1", 2, TOTAL.plus(TOTAL), NOT_PAID);
        assertThat(done(bulk)).isEqualTo(Map.of(Fate.CHANGED, 1));
        assertThat(Set.of(world.only().state())).containsExactly(State.OPEN);
        assertThat(world.desk
                        .resolve(new Seen(world.only().id(), null), "ann", "settled")
                        .isDone())
                .isTrue();
    }
}
