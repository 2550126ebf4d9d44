package centrasage.reconcile.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import centrasage.desk.BusinessException;
import centrasage.desk.BusinessException.Kind;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.SalesOrder;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The job {@code order-drift} on the Sage simulator, whose users change, delete and copy what was posted. */
class CompareOrdersTest {
    private final DriftWorld world = new DriftWorld();

    CompareOrdersTest() throws IOException {}

    @AfterEach
    void close() {
        world.close();
    }

    private BusinessException only() {
        assertThat(world.open()).hasSize(1);
        return world.open().get(0);
    }

    @Test
    void what_is_as_it_was_posted_is_no_difference_and_costs_few_requests() throws TargetUnavailable {
        for (int number = 1; number <= 40; number++) {
            world.post("100" + number);
        }
        long before = world.sage.requests().of("GET /sop_orders");
        assertThat(world.run()).containsEntry("compared", 40L).doesNotContainKey("differences");
        assertThat(world.all()).isEmpty();
        // two for the keys, one for each of the 32 days that are searched for copies
        assertThat(world.sage.requests().of("GET /sop_orders") - before).isLessThanOrEqualTo(2 + 32);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                arguments(
                        Kind.DRIFT,
                        "2.40",
                        "{\"line\": 1, \"setLine\": {\"selling_unit_price\": 9}}",
                        "{\"line\": 1, \"setLine\": {\"selling_unit_price\": 10}}",
                        "is not what was posted: its total is 27.60, not GBP 30.00; its VAT is 4.60, not GBP 5.00;"
                                + " its line DEMO-TEE has a price of 9, not 10"),
                arguments(
                        Kind.DRIFT,
                        "0.00",
                        "{\"line\": 1, \"setLine\": {\"selling_unit_price\": 20, \"line_quantity\": 1}}",
                        "{\"line\": 1, \"setLine\": {\"selling_unit_price\": 10, \"line_quantity\": 2}}",
                        "its line DEMO-TEE has a quantity of 1, not 2; its line DEMO-TEE has a price of 20, not 10"),
                arguments(
                        Kind.DRIFT,
                        "0.00",
                        "{\"set\": {\"customer_document_no\": \"ask Anna\"}}",
                        "{\"set\": {\"customer_document_no\": \"C10234\"}}",
                        "its customer order number is \"ask Anna\", not C10234"),
                arguments(
                        Kind.STOPPED_IN_SAGE,
                        "30.00",
                        "{\"set\": {\"document_status\": \"EnumDocumentStatusOnHold\"}}",
                        "{\"set\": {\"document_status\": \"EnumDocumentStatusLive\"}}",
                        "is on hold"),
                arguments(
                        Kind.STOPPED_IN_SAGE,
                        "30.00",
                        "{\"set\": {\"document_status\": \"EnumDocumentStatusCancelled\"}}",
                        "{\"set\": {\"document_status\": \"EnumDocumentStatusLive\"}}",
                        "is cancelled"),
                arguments(
                        Kind.DRAFT_IN_SAGE,
                        "0.00",
                        "{\"set\": {\"is_draft\": true, \"document_status\": \"EnumDocumentStatusDraft\"}}",
                        "{\"set\": {\"is_draft\": false, \"document_status\": \"EnumDocumentStatusLive\"}}",
                        "is a draft: somebody is changing it"));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("edits")
    void a_change_in_sage_is_told_once_closes_itself_and_opens_again(
            Kind kind, String atRisk, String edit, String undo, String words) throws TargetUnavailable {
        world.post("10234");
        world.act("10234", "edit", edit);
        world.run();
        world.run();
        assertThat(only().kind()).isEqualTo(kind);
        assertThat(only().atRisk()).isEqualTo(Money.of(atRisk, "GBP"));
        assertThat(only().headline())
                .startsWith("Order 10234: Sage 200 order 0000")
                .contains(words);
        long id = only().id();

        world.act("10234", "edit", undo);
        assertThat(world.run()).containsEntry("mended", 1L);
        assertThat(world.open()).isEmpty();
        assertThat(world.run()).doesNotContainKey("mended");

        world.act("10234", "edit", edit);
        world.run();
        assertThat(only().id()).isEqualTo(id);
    }

    @Test
    void an_order_that_was_corrected_is_compared_with_its_new_rounding_line() throws TargetUnavailable {
        world.correct(world.postOff("10234"));
        assertThat(world.run()).containsEntry("compared", 1L).doesNotContainKey("differences");

        world.act("10234", "edit", "{\"line\": 3, \"setLine\": {\"selling_unit_price\": 0.01}}");
        world.run();

        assertThat(only().headline())
                .contains("its total is 30.00, not GBP 30.01")
                .contains("its line ROUNDING has a price of 0.01, not 0.02");
    }

    @Test
    void a_correction_that_waits_for_a_person_is_told_once_and_closes_when_the_total_is_right()
            throws TargetUnavailable {
        OrderCorrection correction = world.postOff("10234");
        world.end(new Outcome.Refused(List.of(new Reason("NO", Owner.FINANCE, "Sage says no", "Ask Sage"))));
        assertThat(only().kind()).isEqualTo(Kind.NOT_CORRECTED);
        world.run();
        assertThat(only().kind()).as("the total is told already").isEqualTo(Kind.NOT_CORRECTED);

        world.act("10234", "edit", "{\"line\": 3, \"setLine\": {\"selling_unit_price\": 0.02}}");
        world.run();
        world.end(new Outcome.AlreadyThere(correction.document()));

        assertThat(world.open()).isEmpty();
        assertThat(world.run()).doesNotContainKey("differences");
    }

    @Test
    void a_total_that_a_person_put_right_at_whatever_line_is_no_drift_and_its_goods_are_still_compared()
            throws TargetUnavailable {
        world.postOff("10234", null);
        assertThat(only().kind()).isEqualTo(Kind.TOTAL_DIFFERS);
        world.act("10234", "edit", "{\"line\": 3, \"setLine\": {\"selling_unit_price\": 0.02}}");

        assertThat(world.run()).containsEntry("mended", 1L);
        assertThat(world.run()).doesNotContainKey("differences");
        assertThat(world.open()).isEmpty();

        world.act("10234", "edit", "{\"line\": 1, \"setLine\": {\"selling_unit_price\": 20, \"line_quantity\": 1}}");
        world.run();
        assertThat(only().headline()).endsWith("its line DEMO-TEE has a quantity of 1, not 2");
    }

    @Test
    void an_order_that_nothing_has_posted_is_found_in_every_company_that_something_was_posted_to()
            throws TargetUnavailable {
        world.enterElsewhere("10777");
        world.run();
        assertThat(world.open()).as("nothing of ours is there").isEmpty();

        world.postElsewhere("10234");
        world.run();

        assertThat(only().kind()).isEqualTo(Kind.NOT_EXPECTED_IN_SAGE);
        assertThat(only().company()).isEqualTo("34");
        assertThat(only().headline()).contains("under C10777");
    }

    @Test
    void a_total_that_people_were_told_of_is_told_again_once_it_is_yet_another_one() throws TargetUnavailable {
        world.postOff("10234", null);
        assertThat(world.run()).doesNotContainKey("differences");
        world.act("10234", "change-total", "{\"pence\": -1500}");

        world.run();

        assertThat(world.open()).extracting(BusinessException::kind).contains(Kind.DRIFT);
        assertThat(world.open())
                .extracting(BusinessException::headline)
                .anySatisfy(words -> assertThat(words).contains("its total is 15.00, not GBP 30.01"));
    }

    /** Its totals are told as an order's are, and its number is none of an order. */
    @Test
    void a_credit_note_that_people_were_told_of_is_not_looked_for_among_the_orders() throws TargetUnavailable {
        world.post("10234");
        world.creditWithOtherVat("10234");
        assertThat(only().kind()).isEqualTo(Kind.VAT_DIFFERS);

        world.run();

        assertThat(only().kind()).isEqualTo(Kind.VAT_DIFFERS);
    }

    @Test
    void a_company_that_cannot_be_read_fails_the_run_and_hides_nothing_of_the_others() throws TargetUnavailable {
        world.post("10234");
        world.postElsewhere("10235");
        world.act("10234", "delete", "{}");
        world.control(
                "POST",
                "/control/faults/next",
                "{\"kind\": \"500\", \"key\": \"sop_orders\", \"header\": \"X-Company: 34\", \"times\": 100}");

        assertThatThrownBy(world::run)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageStartingWith("Not every company could be compared. company 34: ");

        assertThat(only().kind()).isEqualTo(Kind.MISSING_IN_SAGE);
        assertThat(only().company()).isEqualTo("33");
    }

    @Test
    void comments_may_come_and_go() throws TargetUnavailable {
        world.post("10234");
        world.act("10234", "edit", "{\"line\": 4, \"setLine\": {\"description\": \"leave it with the neighbour\"}}");
        world.run();
        assertThat(world.all()).isEmpty();
    }

    @Test
    void a_deleted_order_is_found_never_posted_again_and_settled_by_entering_it_by_hand() throws TargetUnavailable {
        world.post("10234");
        world.act("10234", "delete", "{}");
        long posts = world.sage.requests().of("POST /sop_orders");
        world.run();
        assertThat(only().kind()).isEqualTo(Kind.MISSING_IN_SAGE);
        assertThat(only().atRisk()).isEqualTo(DriftWorld.TOTAL);
        assertThat(only().kind().isPlannable()).isFalse();
        assertThat(world.sage.requests().of("POST /sop_orders")).isEqualTo(posts);

        world.enter("10234");
        world.run();
        assertThat(world.open()).isEmpty();
    }

    @Test
    void another_order_in_the_place_of_a_deleted_one_is_compared_with_it() throws TargetUnavailable {
        world.post("10234");
        world.act("10234", "delete", "{}");
        world.act(world.enter("10234"), "edit", "{\"line\": 1, \"setLine\": {\"line_quantity\": 1}}");
        world.run();
        assertThat(only().kind()).isEqualTo(Kind.DRIFT);
        assertThat(only().headline()).contains(", which stands in the place of 0000");
        assertThat(only().atRisk()).isEqualTo(Money.of("12.00", "GBP"));
    }

    @Test
    void what_sage_has_archived_is_not_missing() throws TargetUnavailable {
        world.post("10234");
        world.act("10234", "archive", "{}");
        assertThat(world.run()).containsEntry("archived", 1L);
        assertThat(world.all()).isEmpty();
    }

    @Test
    void an_archive_that_was_made_since_the_look_ups_were_read_is_seen() throws TargetUnavailable {
        world.post("10234");
        assertThat(world.run()).containsEntry("compared", 1L);
        world.act("10234", "archive", "{}");
        assertThat(world.run()).containsEntry("archived", 1L);
        assertThat(world.all()).isEmpty();
    }

    @Test
    void what_was_missing_before_its_day_was_archived_stays_open_in_other_words() throws TargetUnavailable {
        world.post("10234");
        world.post("10235");
        world.act("10234", "delete", "{}");
        world.run();
        assertThat(only().headline()).contains("was posted and is not there any more");
        world.act("10235", "archive", "{}");
        assertThat(world.run()).containsEntry("archived", 2L);
        assertThat(only()).satisfies(missing -> {
            assertThat(missing.kind()).isEqualTo(Kind.MISSING_IN_SAGE);
            assertThat(missing.state()).isEqualTo(BusinessException.State.OPEN);
            assertThat(missing.headline()).endsWith("it was archived, or deleted before");
            assertThat(missing.reasons().get(0).remedy()).contains("archive");
        });
        world.desk.resolve(only().id(), "anna", "it is in the archive");
        world.run();
        assertThat(world.open()).as("nobody is asked again").isEmpty();
    }

    @Test
    void a_copy_is_a_second_order_and_a_draft_of_one_a_warning() throws TargetUnavailable {
        world.post("10234");
        world.act("10234", "copy", "{\"draft\": true}");
        world.run();
        assertThat(only().kind()).isEqualTo(Kind.DRAFT_IN_SAGE);

        world.act("10234", "copy", "{}");
        world.run();
        assertThat(world.open())
                .extracting(BusinessException::kind)
                .containsExactly(Kind.DUPLICATE, Kind.DRAFT_IN_SAGE);
        assertThat(world.open().get(0).reasons().get(0).remedy()).contains("Cancel ", " and keep ");

        for (SalesOrder copy : under("C10234")) {
            if (copy.id() != world.id("10234")) {
                world.act(copy.id(), "delete", "{}");
            }
        }
        world.run();
        assertThat(world.open()).isEmpty();
    }

    private List<SalesOrder> under(String key) throws TargetUnavailable {
        return world.clients.orders().find(DriftWorld.COMPANY, List.of(key)).getOrDefault(key, List.of());
    }

    @Test
    void a_copy_of_an_order_that_is_too_old_to_be_read_back_is_found_by_its_own_day() throws TargetUnavailable {
        world.post("10234", DriftWorld.DAY.minusDays(40));
        world.act("10234", "edit", "{\"line\": 1, \"setLine\": {\"line_quantity\": 1}}");
        world.run();
        assertThat(world.all()).as("too old").isEmpty();

        world.act("10234", "copy", "{}");
        SalesOrder copy = under("C10234").stream()
                .filter(order -> order.id() != world.id("10234"))
                .findFirst()
                .orElseThrow();
        world.act(copy.id(), "edit", "{\"set\": {\"document_date\": \"2026-11-23T00:00:00\"}}");
        world.run();
        assertThat(world.open()).extracting(BusinessException::kind).contains(Kind.DUPLICATE);
    }

    @Test
    void an_order_that_nothing_here_posted_is_found_unless_a_person_is_known_to_have_a_reason()
            throws TargetUnavailable {
        world.skip("20001");
        world.hold("20002");
        long skipped = world.enter("20001");
        world.enter("20002");
        long unknown = world.enter("20003");
        world.act(world.enter("20004"), "edit", "{\"set\": {\"customer_document_no\": \"CUST-77\"}}");
        world.run();
        assertThat(world.open())
                .filteredOn(exception -> exception.kind() == Kind.NOT_EXPECTED_IN_SAGE)
                .extracting(BusinessException::sourceKey)
                .containsExactlyInAnyOrder("20001", "20003");
        assertThat(world.open())
                .anySatisfy(exception -> assertThat(exception.headline()).contains("It is a test order"))
                .anySatisfy(exception ->
                        assertThat(exception.headline()).contains("no such order was ever posted from here"));

        world.act(skipped, "edit", "{\"set\": {\"document_status\": \"EnumDocumentStatusCancelled\"}}");
        world.act(unknown, "edit", "{\"set\": {\"customer_document_no\": \"CUST-78\"}}");
        world.run();
        assertThat(world.open()).extracting(BusinessException::kind).doesNotContain(Kind.NOT_EXPECTED_IN_SAGE);
    }

    @Test
    void before_the_cut_over_and_in_preview_orders_like_ours_are_somebody_elses() throws TargetUnavailable {
        world.enter("20003");
        Period month = Period.ofDays(30);
        world.run(new DriftSettings("33", month, "20004", ZoneOffset.UTC, true));
        world.run(new DriftSettings("33", month, "2026-11-24", ZoneOffset.UTC, true));
        world.run(new DriftSettings("33", month, "", ZoneOffset.UTC, false));
        assertThat(world.all()).isEmpty();
        world.run(new DriftSettings("33", month, "20003", ZoneOffset.UTC, true));
        assertThat(world.open()).hasSize(1);
    }

    @Test
    void what_a_person_accepted_stays_closed_until_it_was_over_and_returns() throws TargetUnavailable {
        world.post("10234");
        String hold = "{\"set\": {\"document_status\": \"EnumDocumentStatusOnHold\"}}";
        world.act("10234", "edit", hold);
        world.run();
        world.desk.resolve(only().id(), "anna", "the customer asked for it");
        world.run();
        assertThat(world.open()).isEmpty();

        world.act("10234", "edit", "{\"set\": {\"document_status\": \"EnumDocumentStatusLive\"}}");
        world.run();
        assertThat(world.all().get(0).note()).isEqualTo("anna: the customer asked for it");
        world.act("10234", "edit", hold);
        world.run();
        assertThat(only().kind()).isEqualTo(Kind.STOPPED_IN_SAGE);
    }

    @Test
    void of_an_erased_order_the_totals_are_still_compared() throws TargetUnavailable {
        world.post("10234");
        world.store.erasure().erase("C10234", "anna");
        world.run();
        assertThat(world.all()).isEmpty();
        world.act("10234", "change-total", "{\"pence\": 5}");
        world.run();
        assertThat(only().headline()).contains("its total is 30.05, not GBP 30.00");
        assertThat(only().atRisk()).isEqualTo(Money.of("0.05", "GBP"));
    }

    @Test
    void a_sage_that_cannot_be_read_fails_the_run_and_changes_nothing() throws TargetUnavailable {
        world.post("10234");
        world.act("10234", "delete", "{}");
        world.run();
        world.control("PUT", "/control/auth", "{\"mode\": \"basic\"}");
        assertThatThrownBy(world::run).isInstanceOf(TargetUnavailable.class).hasMessageContaining("sign-in");
        assertThat(only().kind()).isEqualTo(Kind.MISSING_IN_SAGE);
        assertThat(only().reasons()).hasSize(1);
    }

    @Test
    void a_run_that_is_stopped_tells_nobody_anything() throws TargetUnavailable {
        world.post("10234");
        world.act("10234", "delete", "{}");
        CompareOrders comparison = world.comparison(DriftWorld.usual());
        comparison.stop();
        assertThat(comparison.process()).isEqualTo("STOPPED");
        assertThat(world.all()).isEmpty();
    }

    @Test
    void a_sage_without_most_of_the_orders_is_another_one_and_nobody_is_told_of_each() throws TargetUnavailable {
        for (int number = 1; number <= 25; number++) {
            world.post("100" + number);
            world.act("100" + number, "delete", "{}");
        }
        assertThatThrownBy(world::run)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("does not hold 25 of the 25 orders");
        assertThat(world.all()).isEmpty();
    }

    @Test
    void a_sage_without_most_of_a_days_orders_was_put_back_by_a_day() throws TargetUnavailable {
        LocalDate before = DriftWorld.DAY.minusDays(1);
        for (int number = 1; number <= 30; number++) {
            world.post("200" + number, before);
        }
        for (int number = 1; number <= 22; number++) {
            world.post("100" + number);
            world.act("100" + number, "delete", "{}");
        }
        assertThatThrownBy(world::run)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining(
                        "does not hold 22 of the 22 orders that were posted to it with the date of 2026-11-23");
        assertThat(world.all()).isEmpty();
    }

    @Test
    void a_few_orders_that_are_gone_are_told_one_by_one() throws TargetUnavailable {
        for (int number = 1; number <= 20; number++) {
            world.post("100" + number);
            world.act("100" + number, "delete", "{}");
        }
        assertThat(world.run()).containsEntry("differences", 20L);
    }
}
