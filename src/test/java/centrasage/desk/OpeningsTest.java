package centrasage.desk;

import static centrasage.desk.DeskWorld.NOT_PAID;
import static centrasage.desk.DeskWorld.TOTAL;
import static centrasage.desk.DeskWorld.UNKNOWN_SKU;
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
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Recorded;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What opens an exception, what closes it by itself, and what opens one again that a person has resolved. */
class OpeningsTest {
    private final DeskWorld world = new DeskWorld();

    @Test
    void a_held_order_opens_one_with_all_its_reasons_and_its_money() {
        world.hold("1", UNKNOWN_SKU, NOT_PAID);
        BusinessException exception = world.only();
        assertThat(exception.kind()).isEqualTo(BusinessException.Kind.HELD);
        assertThat(exception.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(exception.owner()).isEqualTo(Owner.OPERATIONS);
        assertThat(exception.headline()).isEqualTo("Order 1 cannot be posted: SKU TD-1 is not a product (and 1 more)");
        assertThat(exception.reasons()).containsExactly(UNKNOWN_SKU, NOT_PAID);
        assertThat(exception.atRisk()).isEqualTo(TOTAL);
        assertThat(world.trail(exception)).containsExactly("desk OPENED");
    }

    @Test
    void money_at_risk_is_never_negative() {
        world.hold("1", 1, Money.of("-5.00", "GBP"), UNKNOWN_SKU);
        assertThat(world.only().atRisk()).isEqualTo(Money.of("5.00", "GBP"));
    }

    @Test
    void another_plan_that_holds_it_too_brings_the_reasons_up_to_date_and_is_no_news() {
        world.hold("1", UNKNOWN_SKU);
        BusinessException first = world.only();
        world.store.advance(Duration.ofHours(1));
        world.hold("1", NOT_PAID);
        assertThat(world.only().reasons()).containsExactly(NOT_PAID);
        assertThat(world.only().owner()).isEqualTo(Owner.CX);
        assertThat(world.only().openedAt()).isEqualTo(first.openedAt());
        assertThat(world.trail(first)).containsExactly("desk OPENED", "desk CHANGED");
    }

    @Test
    void planning_all_again_changes_nothing_of_what_stays_held_for_the_same_reasons() {
        world.hold("1", UNKNOWN_SKU, NOT_PAID);
        BusinessException before = world.only();
        world.store.advance(Duration.ofHours(1));
        world.hold("1", UNKNOWN_SKU, NOT_PAID);
        assertThat(world.only()).isEqualTo(before);
        assertThat(world.store.audit().of("33/ORDER/1")).hasSize(1);
    }

    @Test
    void it_closes_by_itself_when_the_cause_is_gone_and_the_trail_says_so() {
        world.hold("1", UNKNOWN_SKU);
        world.plan("1");
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        assertThat(world.only().note()).isEqualTo("closed by itself: the cause is gone");
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "desk CLOSED");
    }

    @Test
    void what_closed_by_itself_opens_again_by_itself_without_its_old_note() {
        world.hold("1", UNKNOWN_SKU);
        world.plan("1");
        world.store.advance(Duration.ofHours(1));
        world.hold("1", UNKNOWN_SKU);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.only().note()).isNull();
        assertThat(world.only().openedAt()).isEqualTo(world.store.time().now());
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "desk CLOSED", "desk REOPENED");
    }

    @Test
    void what_sage_refuses_is_told_in_its_words() {
        world.plan("1");
        world.send(new Outcome.Refused(List.of(NOT_PAID)));
        assertThat(world.only().kind()).isEqualTo(BusinessException.Kind.REFUSED);
        assertThat(world.only().headline()).isEqualTo("Order 1 was refused by Sage 200: nothing is paid");
    }

    @Test
    void an_order_that_is_planned_and_posted_opens_none() {
        world.post("1");
        assertThat(world.all()).isEmpty();
    }

    @Test
    void another_total_in_sage_is_worth_the_difference() {
        world.plan("1");
        world.send(new Outcome.Posted(new Document(
                "71",
                "0000000231",
                Money.of("119.99", "GBP"),
                null,
                world.store.time().now())));
        assertThat(world.only().kind()).isEqualTo(BusinessException.Kind.TOTAL_DIFFERS);
        assertThat(world.only().severity()).isEqualTo(Severity.HIGH);
        assertThat(world.only().atRisk()).isEqualTo(Money.of("0.01", "GBP"));
    }

    @Test
    void a_correction_that_sage_refuses_is_worth_the_difference_and_is_sent_again_as_it_is() {
        world.plan("1");
        Command correction = new Command(
                new PostingKey("33", PostingKind.ORDER_CORRECTION, "1"),
                "33/C1",
                Money.of("0.01", "GBP"),
                null,
                LocalDate.of(2026, 11, 23),
                "correction",
                "{}");
        Document off = new Document(
                "71",
                "0000000231",
                Money.of("119.99", "GBP"),
                null,
                world.store.time().now());
        world.send(new Outcome.Posted(off.correctedBy(correction)));
        assertThat(world.all()).isEmpty();
        world.send(new Outcome.Refused(List.of(NOT_PAID)));
        BusinessException refused = world.only();
        assertThat(refused.headline()).isEqualTo("The correction of order 1 was not made: nothing is paid");
        assertThat(refused.atRisk()).isEqualTo(Money.of("0.01", "GBP"));

        assertThat(world.desk.retry(refused.id(), "ann")).isTrue();
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        world.send(new Outcome.Refused(List.of(NOT_PAID)));
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);

        assertThat(world.desk.resolve(refused.id(), "ann", "it is a penny")).isTrue();
        world.send(new Outcome.AlreadyThere(off));
        assertThat(world.only().state()).as("given up").isEqualTo(BusinessException.State.RESOLVED);
        assertThat(world.desk.retry(refused.id(), "ann")).isTrue();
        world.send(new Outcome.AlreadyThere(new Document("71", "0000000231", Money.of("0.01", "GBP"), null, null)));
        assertThat(world.store.store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 20))
                .isEmpty();
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
    }

    /** A plan of the same shipment would find that said already, and make nothing of it. */
    @Test
    void tracking_that_sage_refuses_is_sent_again_as_it_is() {
        PostingKey key = new PostingKey("33", PostingKind.DESPATCH_TRACKING, "1-1/2");
        Money nothing = Money.of("0.00", "GBP");
        LocalDate day = LocalDate.of(2026, 11, 23);
        Command tracking = new Command(key, "33/C1", nothing, null, day, "tracking", "{}");
        world.store.record(new Planned(
                key, "33/C1", new DocumentVersion("shipment", "1-1", 2), nothing, day, new Plan.Post(tracking)));
        world.send(new Outcome.Refused(List.of(NOT_PAID)));
        long refused = world.only().id();

        assertThat(world.desk.retry(refused, "ann")).isTrue();
        assertThat(world.store.posting(key))
                .hasValueSatisfying(posting -> assertThat(posting.state()).isEqualTo(PostingState.PLANNED));
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        world.send(new Outcome.Posted(new Document("71", "1-1", nothing, null, null)));
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
    }

    @Test
    void a_change_that_is_amended_in_sage_closes_whether_or_not_somebody_has_resolved_it() {
        world.post("1");
        assertThat(changed(2, "132.00")).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        amended(2);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        assertThat(world.trail(world.only())).last().isEqualTo("desk CLOSED");
    }

    /** Its remedy says what to change by hand; whoever has done so presses Plan again. */
    @Test
    void an_amendment_that_cannot_be_made_is_told_with_the_difference_and_sent_again_as_it_is() {
        world.post("1");
        PostingKey key = amendment(2);
        world.send(new Outcome.Refused(List.of(NOT_PAID)));
        assertThat(world.only().headline()).startsWith("The amendment of order 1 was refused by Sage 200: ");
        assertThat(world.only().atRisk()).isEqualTo(Money.of("12.00", "GBP"));
        assertThat(world.desk.retry(world.only().id(), "ann")).isTrue();
        assertThat(world.store.posting(key))
                .hasValueSatisfying(posting -> assertThat(posting.state()).isEqualTo(PostingState.PLANNED));
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
    }

    private void amended(int version) {
        amendment(version);
        Money total = Money.of("132.00", "GBP");
        Command order = new Command(
                new PostingKey("33", PostingKind.ORDER, "1"),
                "33/C1",
                total,
                null,
                LocalDate.of(2026, 11, 23),
                "other content",
                "{}");
        world.send(
                new Outcome.Posted(new Document("71", "00001", total, null, null).amending(new Amended(order, false))));
    }

    private PostingKey amendment(int version) {
        PostingKey key = new PostingKey("33", PostingKind.ORDER, "1").amendedBy(version);
        Money difference = Money.of("12.00", "GBP");
        LocalDate day = LocalDate.of(2026, 11, 23);
        Command amendment = new Command(key, "33/C1", difference, null, day, "other content", "{}");
        world.store.record(new Planned(
                key, "33/C1", new DocumentVersion("order", "1", version), difference, day, new Plan.Post(amendment)));
        return key;
    }

    @Test
    void a_change_after_posting_names_the_versions_and_both_totals() {
        world.post("1");
        assertThat(changed(2, "132.00")).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.only().headline())
                .startsWith("Order 1: it has other content in Centra than when it was posted")
                .contains("version 2 comes to GBP 132.00", "posted was version 1 with GBP 120.00")
                .endsWith("GBP 12.00 more in Centra now");
        assertThat(world.only().atRisk()).as("the difference").isEqualTo(Money.of("12.00", "GBP"));
    }

    @Test
    void a_second_change_brings_the_open_exception_up_to_date() {
        world.post("1");
        changed(2, "132.00");
        assertThat(changed(3, "115.00")).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.only().headline()).contains("version 3 comes to").endsWith("GBP 5.00 less in Centra now");
        assertThat(world.only().atRisk()).isEqualTo(Money.of("5.00", "GBP"));
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "desk CHANGED");
    }

    @Test
    void a_change_that_is_taken_back_before_anybody_resolved_it_closes_it() {
        world.post("1");
        changed(2, "132.00");
        assertThat(world.plan("1", 3, TOTAL, "content of 1")).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "desk CLOSED");
        changed(4, "132.00");
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "desk CLOSED", "desk REOPENED");
    }

    @Test
    void a_change_taken_back_after_somebody_once_resolved_one_never_closes_by_itself() {
        world.post("1");
        changed(2, "132.00");
        resolve();
        changed(3, "150.00");
        world.plan("1", 4, TOTAL, "content of 1");
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.only().headline()).isEqualTo("Order 1: it is again in Centra as it was before it changed");
    }

    @Test
    void an_order_cancelled_after_posting_is_told_as_cancelled_with_all_its_money() {
        world.post("1");
        Recorded recorded = world.skip("1", 2, new Reason("ORDER_CANCELLED", Owner.CX, "It was cancelled", "Nothing"));
        assertThat(recorded).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.only().headline()).startsWith("Order 1: it was cancelled in Centra after it was posted");
        assertThat(world.only().reasons().get(0).remedy()).startsWith("Cancel the order in Sage 200");
        assertThat(world.only().atRisk()).isEqualTo(TOTAL);
    }

    @Test
    void what_centra_sends_once_more_with_the_same_content_leaves_an_open_exception_as_it_is() {
        world.post("1");
        changed(2, "132.00");
        BusinessException before = world.only();
        world.store.advance(Duration.ofHours(1));
        assertThat(changed(3, "132.00")).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.only()).isEqualTo(before);
        assertThat(world.store.audit().of("33/ORDER/1"))
                .filteredOn(entry -> entry.action().equals("CHANGED_AFTER_POSTING"))
                .hasSize(1);
    }

    @Test
    void what_centra_sends_once_more_with_the_same_content_opens_nothing_that_was_resolved() {
        world.post("1");
        changed(2, "132.00");
        resolve();
        assertThat(changed(3, "132.00")).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
    }

    @Test
    void a_change_that_a_person_resolved_opens_again_when_the_order_changes_once_more() {
        world.post("1");
        changed(2, "132.00");
        resolve();
        assertThat(changed(3, "150.00")).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.only().headline()).contains("version 3 comes to GBP 150.00");
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "ann RESOLVED", "desk REOPENED");
    }

    @Test
    void planning_the_same_version_again_opens_nothing_that_was_resolved() {
        world.post("1");
        changed(2, "132.00");
        resolve();
        changed(2, "132.00");
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
    }

    @Test
    void a_change_that_was_taken_back_is_told_to_those_who_were_told_of_the_change() {
        world.post("1");
        changed(2, "132.00");
        resolve();
        assertThat(world.plan("1", 3, TOTAL, "content of 1")).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.only().headline()).isEqualTo("Order 1: it is again in Centra as it was before it changed");
        resolve();
        world.plan("1", 4, TOTAL, "content of 1");
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        changed(5, "132.00");
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
    }

    @Test
    void another_version_with_the_same_content_is_told_to_nobody() {
        world.post("1");
        world.plan("1", 2, TOTAL, "content of 1");
        assertThat(world.all()).isEmpty();
    }

    @Test
    void the_headline_of_a_long_reason_is_cut_to_fit() {
        Reason longReason = new Reason("LONG", Owner.FINANCE, "x".repeat(900), "Nothing");
        world.hold("1", longReason);
        assertThat(world.only().headline()).hasSize(400);
        assertThat(world.only().reasons()).containsExactly(longReason);
    }

    private Recorded changed(int version, String total) {
        return world.plan("1", version, Money.of(total, "GBP"), "content of " + total);
    }

    private void resolve() {
        assertThat(world.desk.resolve(world.only().id(), "ann", "corrected in Sage"))
                .isTrue();
    }
}
