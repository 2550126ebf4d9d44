package centrasage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.jobs.causes.CauseWatch;
import centrasage.money.Money;
import centrasage.sync.posting.StoreWorld;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One cause that stops many is one exception, whatever happens to the many, and to the node that tells of it. */
class OneCauseTest {
    private static final int MAX = StoreWorld.FAILURES_MAX;
    private static final Outcome REFUSED = new Outcome.Refused(
            List.of(new Reason("REFUSED_BY_SAGE", Owner.OPERATIONS, "A project code is wanted", "Send one")));

    private final DeskWorld world = new DeskWorld();
    private final CauseWatch watch = world.watch(8080);

    @Test
    void what_was_told_one_by_one_is_gathered_under_one_exception_that_says_how_many_and_how_much() {
        hold(1, MAX + 5);
        assertThat(open()).as("told alone until then").hasSize(MAX - 1);
        watch.look();
        BusinessException cause = only();
        assertThat(cause.kind()).isEqualTo(BusinessException.Kind.CAUSE);
        assertThat(cause.severity()).isEqualTo(Severity.HIGH);
        assertThat(cause.owner()).isEqualTo(Owner.FINANCE);
        assertThat(cause.company()).isEqualTo("33");
        assertThat(cause.atRisk()).isEqualTo(Money.of("1800.00", "GBP"));
        assertThat(cause.headline()).isEqualTo("15 orders cannot be posted for one cause: Order … has no project code");
        assertThat(world.all().stream()
                        .filter(each -> each.sourceKey().equals("1"))
                        .map(BusinessException::note))
                .containsExactly("gathered under exception " + cause.id() + ": " + cause.headline());
        assertThat(world.desk.ofCauses(List.of(world.posting("1"), world.posting("15"))))
                .extracting(BusinessException::id)
                .containsExactly(cause.id());
    }

    @Test
    void further_ones_are_not_told_alone_and_the_exception_counts_them() {
        hold(1, MAX);
        watch.look();
        hold(100, 400);
        watch.look();
        assertThat(only().headline()).startsWith("410 orders cannot be posted for one cause");
        assertThat(world.all()).hasSizeLessThanOrEqualTo(MAX);
    }

    @Test
    void a_few_with_the_same_unknown_product_stay_what_they_are() {
        for (int number = 1; number <= 3; number++) {
            world.hold(number(number), DeskWorld.UNKNOWN_SKU);
        }
        watch.look();
        assertThat(open()).hasSize(3).allMatch(each -> each.kind() == BusinessException.Kind.HELD);
    }

    @Test
    void it_is_open_while_one_is_held_for_it_and_closes_by_itself_when_none_is() {
        hold(1, MAX);
        watch.look();
        IntStream.rangeClosed(2, MAX).forEach(number -> world.plan(number(number), 2, DeskWorld.TOTAL, "mended"));
        world.hold("1", 2, DeskWorld.TOTAL, DeskWorld.NOT_PAID);
        world.plan("888");
        hold(70, 1);
        watch.look();
        assertThat(open())
                .extracting(BusinessException::kind)
                .containsExactlyInAnyOrder(BusinessException.Kind.CAUSE, BusinessException.Kind.HELD);
        world.plan("70", 2, DeskWorld.TOTAL, "mended");
        watch.look();
        assertThat(open()).extracting(BusinessException::sourceKey).containsExactly("1");
        hold(80, 1);
        watch.look();
        assertThat(open()).extracting(BusinessException::sourceKey).containsExactlyInAnyOrder("1", "80");
    }

    @Test
    void one_click_plans_all_of_them_again_and_says_how_many() {
        IntStream.rangeClosed(1, 120).forEach(number -> world.receive(number(number), "{}"));
        planned();
        hold(1, 120);
        watch.look();
        assertThat(world.ofMany.retry(only().id(), "anna")).contains(120);
        assertThat(world.store.staging().unplanned("order", 0, 1000)).hasSize(120);
        assertThat(world.trail(only())).contains("anna RETRY");
        assertThat(world.ofMany.retry(999_999, "anna")).isEmpty();
    }

    @Test
    void resolving_gives_nothing_up_silently() {
        hold(1, MAX + 2);
        watch.look();
        long id = only().id();
        assertThat(world.desk.resolve(id, "anna", "known")).isFalse();
        assertThat(world.ofMany.resolve(id, "anna", "known", false)).isEqualTo(OneCause.Resolved.STILL_WAITED_FOR);
        assertThat(world.ofMany.waiting(id)).isEqualTo(MAX + 2);
        assertThat(only().id()).isEqualTo(id);
        assertThat(world.ofMany.resolve(id, "anna", "entered by hand", true)).isEqualTo(OneCause.Resolved.DONE);
        assertThat(IntStream.rangeClosed(1, MAX + 2).mapToObj(number -> world.state(number(number))))
                .containsOnly(PostingState.ABANDONED);
        assertThat(open()).isEmpty();
        watch.look();
        assertThat(open()).isEmpty();
    }

    @Test
    void another_node_goes_on_telling_where_the_first_has_died() {
        hold(1, MAX);
        watch.look();
        hold(50, 1);
        world.store.pass(Duration.ofMinutes(1));
        world.watch(8081).look();
        assertThat(only().headline()).startsWith("11 orders");
    }

    @Test
    void what_sage_refuses_waits_with_what_is_not_sent_because_of_it_and_closes_when_a_probe_goes_through() {
        IntStream.rangeClosed(1, MAX).forEach(number -> world.plan(number(number)));
        world.send(REFUSED);
        IntStream.rangeClosed(51, 55).forEach(number -> world.plan(number(number)));
        watch.look();
        assertThat(only().headline())
                .isEqualTo("15 orders wait, because Sage 200 refuses them for one cause: A project code is wanted");
        assertThat(only().atRisk()).isEqualTo(Money.of("1800.00", "GBP"));
        world.store.pass(StoreWorld.PROBE);
        world.send(posted());
        watch.look();
        assertThat(only().kind()).as("what was gathered still goes out").isEqualTo(BusinessException.Kind.CAUSE);
        world.send(posted());
        watch.look();
        assertThat(open()).isEmpty();
        assertThat(world.store.circuits().all()).isEmpty();
    }

    private static Outcome posted() {
        return new Outcome.Posted(
                new centrasage.flow.Document("7", "0000007", DeskWorld.TOTAL, null, java.time.Instant.EPOCH));
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

    private void hold(int from, int count) {
        IntStream.range(from, from + count)
                .forEach(number -> world.hold(
                        number(number),
                        new Reason(
                                "NO_ANALYSIS",
                                Owner.FINANCE,
                                "Order " + number + " has no project code",
                                "Add it to analysis.csv")));
    }

    private List<BusinessException> open() {
        return world.desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 10_000);
    }

    private BusinessException only() {
        assertThat(open()).hasSize(1);
        return open().get(0);
    }

    private static String number(int number) {
        return Integer.toString(number);
    }
}
