package centrasage.orders.amendment;

import static centrasage.orders.amendment.Drafts.COMPANY;
import static centrasage.orders.amendment.Drafts.KEY;
import static centrasage.orders.amendment.Drafts.carriage;
import static centrasage.orders.amendment.Drafts.goods;
import static centrasage.orders.amendment.Drafts.order;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Amended;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.orders.OrderSettings;
import centrasage.orders.check.OrderRules;
import centrasage.orders.plan.Samples;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.OrderAmendmentJson;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.OrderCorrectionJson;
import centrasage.sage200.SalesOrderJson;
import centrasage.sync.posting.Changes;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.MemoryWorld;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.MemoryDocuments;
import centrasage.sync.store.MemoryPostings;
import centrasage.sync.store.Posting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the versions of an order that come after it was posted. */
class AmendmentPlansTest {
    private static final PostingKey ORDER = new PostingKey(COMPANY, PostingKind.ORDER, "10234");
    private static final NewSalesOrder TWO = order("78.00", "13.00", goods("JUMPER", 2, "30.00"), carriage("5.00"));
    private static final NewSalesOrder ONE = order("42.00", "7.00", goods("JUMPER", 1, "30.00"), carriage("5.00"));
    private static final NewSalesOrder DEARER = order("90.00", "15.00", goods("JUMPER", 2, "35.00"), carriage("5.00"));

    private final MemoryWorld world = new MemoryWorld(StoreContract.SETTLE);
    private final Store store = world.store();
    private boolean amends = true;
    private boolean cancels = true;
    private final AmendmentPlans plans = new AmendmentPlans(
            new MemoryPostings(world::postings), new MemoryDocuments(world::command), new OrderSettings() {
                @Override
                public boolean amends() {
                    return amends;
                }

                @Override
                public boolean cancels() {
                    return cancels;
                }

                @Override
                public OrderRules rules() {
                    return Samples.rules();
                }
            });

    @Test
    void fewer_goods_become_an_amendment_of_the_version_and_nobody_is_told() {
        posted(TWO);
        assertThat(record(2, ONE)).isEqualTo(Recorded.AMENDED);
        assertThat(world.findings()).isEmpty();
        Posting amendment = amendment(2);
        assertThat(amendment.state()).isEqualTo(PostingState.PLANNED);
        assertThat(amendment.amount()).isEqualTo(Money.of("36.00", "GBP"));
        assertThat(amendment.object()).isEqualTo(COMPANY + "/" + KEY);
        OrderAmendment planned = planned(2);
        assertThat(planned.orderId()).isEqualTo(27_100);
        assertThat(planned.documentNo()).isEqualTo("0000000231");
        assertThat(planned.befores()).containsExactly(TWO.priced());
        assertThat(planned.order()).isEqualTo(ONE);
        assertThat(planned.cancels()).isFalse();
    }

    @Test
    void the_same_content_once_more_is_amended_once() {
        posted(TWO);
        record(2, ONE);
        assertThat(record(3, ONE)).isEqualTo(Recorded.UNCHANGED);
        assertThat(amendments()).hasSize(1);
    }

    @Test
    void one_that_was_not_sent_gives_way_to_the_next_which_begins_where_sage_is() {
        NewSalesOrder three = order("114.00", "19.00", goods("JUMPER", 3, "30.00"), carriage("5.00"));
        posted(three);
        record(2, TWO);
        assertThat(record(3, ONE)).isEqualTo(Recorded.AMENDED);
        assertThat(amendment(2).state()).isEqualTo(PostingState.SKIPPED);
        assertThat(planned(3).befores()).containsExactly(three.priced());
    }

    @Test
    void while_one_is_under_way_the_next_waits_for_what_becomes_of_it() {
        posted(TWO);
        record(2, ONE);
        Claimed sent = sending();
        assertThat(recordCancelled(3)).isEqualTo(Recorded.LATER);
        assertThat(amendments()).hasSize(1);
        amended(sent, ONE, 2, false);
        assertThat(recordCancelled(3)).isEqualTo(Recorded.AMENDED);
        assertThat(planned(3).befores()).as("as it is by now").containsExactly(ONE.priced());
    }

    @Test
    void once_it_is_there_the_order_counts_as_posted_so() {
        posted(TWO);
        record(2, ONE);
        amended(sending(), ONE, 2, false);
        assertThat(record(3, ONE)).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.posting(ORDER)).hasValueSatisfying(order -> {
            assertThat(order.amount()).isEqualTo(ONE.total());
            assertThat(order.version()).isEqualTo(2);
        });
        assertThat(world.findings()).isEmpty();
    }

    @Test
    void back_to_what_was_posted_before_anything_was_sent_nothing_is_left_to_do() {
        posted(TWO);
        record(2, ONE);
        assertThat(record(3, TWO)).isEqualTo(Recorded.UNCHANGED);
        assertThat(amendment(2).state()).isEqualTo(PostingState.SKIPPED);
        assertThat(amendments()).hasSize(1);
    }

    /** A send whose answer was lost may have left some lines of its own. */
    @Test
    void back_to_what_was_posted_after_one_was_sent_sage_is_held_against_it() {
        posted(TWO);
        record(2, ONE);
        Claimed sent = sending();
        store.conclude(sent, new Outcome.Unavailable("it was not reached"), Duration.ZERO);
        assertThat(record(3, TWO)).isEqualTo(Recorded.UNCHANGED);
        assertThat(amendment(2).state()).isEqualTo(PostingState.SKIPPED);
        assertThat(planned(3).order()).isEqualTo(TWO);
        assertThat(planned(3).befores()).containsExactly(TWO.priced());
    }

    @Test
    void a_cancelled_order_is_cancelled_in_sage() {
        posted(TWO);
        assertThat(recordCancelled(2)).isEqualTo(Recorded.AMENDED);
        assertThat(planned(2).cancels()).isTrue();
        assertThat(planned(2).order()).isEqualTo(TWO);
        assertThat(amendment(2).amount()).isEqualTo(TWO.total());
        assertThat(recordCancelled(3)).as("told again").isEqualTo(Recorded.UNCHANGED);
        amended(sending(), TWO, 2, true);
        assertThat(world.posting(ORDER)).map(Posting::state).contains(PostingState.REVERSED);
        assertThat(recordCancelled(4)).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.findings()).isEmpty();
    }

    /** Sage made 77.99 of it; until that is corrected, nobody knows which of the two it is. */
    @Test
    void an_order_whose_total_is_still_to_be_corrected_may_be_as_it_was_sent_or_as_it_is_corrected() {
        NewSalesOrder sent = rounded(TWO);
        record(1, sent);
        Document off = new Document("27100", "0000000231", Money.of("77.99", "GBP"), sent.vat(), null);
        OrderCorrection correction = OrderCorrection.of(sent, off).orElseThrow();
        Command following = new Command(
                new PostingKey(COMPANY, PostingKind.ORDER_CORRECTION, "10234"),
                COMPANY + "/" + KEY,
                correction.amount(),
                null,
                sent.documentDate(),
                "correction",
                OrderCorrectionJson.write(correction));
        store.conclude(sending(), new Outcome.Posted(off.correctedBy(following)), Duration.ZERO);
        record(2, ONE);
        List<NewSalesOrder.Line> corrected = correction.applied(sent).priced();
        assertThat(corrected).hasSize(sent.priced().size() + 1);
        assertThat(planned(2).befores()).containsExactly(sent.priced(), corrected);

        store.conclude(sending(), new Outcome.Posted(correction.document()), Duration.ZERO);
        record(3, order("84.00", "14.00", goods("JUMPER", 1, "30.00"), carriage("40.00")));
        assertThat(planned(3).befores()).as("corrected by now").containsExactly(corrected);
    }

    private static NewSalesOrder rounded(NewSalesOrder order) {
        BigDecimal most = new BigDecimal("0.05");
        return new NewSalesOrder(
                order.company(),
                order.customer(),
                order.customerDocumentNo(),
                order.documentDate(),
                order.deliveryAddress(),
                order.fields(),
                order.lines(),
                order.total(),
                order.vat(),
                new NewSalesOrder.Rounding(Drafts.pennies("0.00"), most.negate(), most));
    }

    @Test
    void another_price_is_told_with_what_to_change_and_withdraws_what_was_to_be_sent() {
        posted(TWO);
        record(2, ONE);
        assertThat(record(3, DEARER)).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(amendment(2).state()).isEqualTo(PostingState.SKIPPED);
        assertThat(remedy())
                .isEqualTo("In Sage 200 order 0000000231: JUMPER at 35 instead of 30; it then comes to GBP 90.00;"
                        + " nothing there is overwritten by itself");
    }

    @Test
    void without_the_setting_a_person_is_told_exactly_what_to_change() {
        amends = false;
        posted(TWO);
        assertThat(record(2, ONE)).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(amendments()).isEmpty();
        assertThat(remedy())
                .isEqualTo("In Sage 200 order 0000000231: JUMPER from 2 to 1; it then comes to GBP 42.00;"
                        + " nothing there is overwritten by itself");
        assertThat(recordCancelled(3)).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(remedy()).startsWith("Cancel order 0000000231 in Sage 200, or have the goods returned");
    }

    @Test
    void whole_orders_can_be_left_to_people_alone() {
        cancels = false;
        posted(TWO);
        assertThat(recordCancelled(2)).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(record(3, ONE)).isEqualTo(Recorded.AMENDED);
    }

    @Test
    void what_a_person_gave_up_is_not_planned_again_while_it_says_the_same() {
        posted(TWO);
        record(2, ONE);
        Reason refused = new Reason("NOT_AMENDED", Owner.OPERATIONS, "Its lines are others", "Correct them");
        store.conclude(sending(), new Outcome.Refused(List.of(refused)), Duration.ZERO);
        assertThat(world.giveUp(amendment(2).key(), "done by hand")).isTrue();
        assertThat(record(3, ONE)).isEqualTo(Recorded.UNCHANGED);
        assertThat(amendment(2).state()).isEqualTo(PostingState.ABANDONED);
        assertThat(recordCancelled(4)).isEqualTo(Recorded.AMENDED);
    }

    @Test
    void what_cannot_be_planned_any_more_is_told_as_before() {
        posted(TWO);
        record(2, ONE);
        Plan hold = new Plan.Hold(List.of(new Reason("UNKNOWN_SKU", Owner.OPERATIONS, "No SKU", "Map it")));
        Planned held =
                new Planned(ORDER, COMPANY + "/" + KEY, version(3), ONE.total(), ONE.documentDate(), hold, "other");
        assertThat(plans.record(held, store)).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(amendment(2).state()).isEqualTo(PostingState.SKIPPED);
    }

    @Test
    void what_is_not_posted_yet_is_planned_anew() {
        assertThat(record(1, TWO)).isEqualTo(Recorded.TAKEN);
        assertThat(record(2, ONE)).isEqualTo(Recorded.TAKEN);
        assertThat(amendments()).isEmpty();
        assertThat(world.posting(ORDER)).map(Posting::amount).contains(ONE.total());
    }

    private void posted(NewSalesOrder order) {
        record(1, order);
        Document document = new Document("27100", "0000000231", order.total(), order.vat(), null);
        store.conclude(sending(), new Outcome.Posted(document), Duration.ZERO);
    }

    private Recorded record(int version, NewSalesOrder order) {
        Command command = new Command(
                ORDER,
                COMPANY + "/" + KEY,
                order.total(),
                order.vat(),
                order.documentDate(),
                content(order),
                SalesOrderJson.write(order));
        return plans.record(
                new Planned(
                        ORDER,
                        command.object(),
                        version(version),
                        order.total(),
                        order.documentDate(),
                        new Plan.Post(command)),
                store);
    }

    private static String content(NewSalesOrder order) {
        return "content of " + order.total();
    }

    private Recorded recordCancelled(int version) {
        Reason cancelled = new Reason(Changes.CANCELLED, Owner.CX, "It is cancelled", "Nothing");
        Planned planned = new Planned(
                ORDER,
                COMPANY + "/" + KEY,
                version(version),
                TWO.total(),
                TWO.documentDate(),
                new Plan.Skip(cancelled),
                "cancelled content");
        return plans.record(planned, store);
    }

    private static DocumentVersion version(int number) {
        return new DocumentVersion("order", "10234", number);
    }

    private Claimed sending() {
        world.clock().advance(StoreContract.LEASE.plusSeconds(1));
        Claimed claimed = store.claim(Purpose.POST, "a", StoreContract.LEASE, 1).get(0);
        assertThat(store.intend(claimed, StoreContract.LEASE, "nothing found")).isTrue();
        return claimed;
    }

    private void amended(Claimed sent, NewSalesOrder become, int version, boolean undone) {
        Command order = new Command(
                ORDER,
                COMPANY + "/" + KEY,
                become.total(),
                become.vat(),
                become.documentDate(),
                undone ? Changes.CONTENT_CANCELLED : content(become),
                SalesOrderJson.write(become));
        assertThat(sent.command().key()).isEqualTo(ORDER.amendedBy(version));
        Document there = new Document("27100", "0000000231", become.total(), become.vat(), null);
        store.conclude(sent, new Outcome.Posted(there.amending(new Amended(order, undone))), Duration.ZERO);
    }

    private List<Posting> amendments() {
        return world.postings().stream()
                .filter(posting -> posting.key().kind() == PostingKind.ORDER_AMENDMENT)
                .toList();
    }

    private Posting amendment(int version) {
        return world.posting(ORDER.amendedBy(version)).orElseThrow();
    }

    private OrderAmendment planned(int version) {
        return OrderAmendmentJson.read(
                world.command(amendment(version).id()).orElseThrow().document());
    }

    private String remedy() {
        return world.findings().get(world.findings().size() - 1).reason().remedy();
    }
}
