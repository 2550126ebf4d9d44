package centrasage.reconcile.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.DeskBeans;
import centrasage.desk.OverdueBook;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.payments.invoice.TradeWorld;
import centrasage.sage200.SalesReturnId;
import centrasage.sage200.client.SageClients;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import centrasage.sync.runs.NoContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Sage's users still have to do, and how finance hears of it. */
class WorklistsTest {
    private static final LocalDate DAY = TradeWorld.DAY;

    private final TradeWorld world = new TradeWorld();
    private final OverdueBook book = DeskBeans.overdue(world.store());
    private final Desk desk = DeskBeans.desk(world.store());
    private final KeptWorklists kept = world.store()
            .transactions()
            .bean(KeptWorklists.class, world.store().entities(), world.store().time());
    private Instant now = DAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);

    @AfterEach
    void stop() {
        world.close();
    }

    private Worklists worklists() {
        return worklists(world.clients());
    }

    private Worklists worklists(SageClients sage) {
        return WorklistBeans.of(world, sage, now);
    }

    private List<WorkItem> despatched() {
        return items(Worklist.DESPATCHED_NOT_INVOICED);
    }

    private List<WorkItem> pending() {
        return items(Worklist.PENDING_NOT_POSTED);
    }

    private List<WorkItem> items(Worklist list) {
        Worklists.Listed listed = worklists().list(list);
        assertThat(listed.silent()).isEmpty();
        return listed.items();
    }

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void an_order_goes_from_one_list_to_the_other_and_off() {
        world.post("10234");
        assertThat(despatched()).isEmpty();
        world.despatch("10234", 2, DAY);
        assertThat(despatched()).singleElement().satisfies(item -> {
            assertThat(item.order()).isEqualTo("10234");
            assertThat(item.company()).isEqualTo("33");
            assertThat(item.sageOrder()).matches("\\d{10}");
            assertThat(item.document()).matches("\\d{10}");
            assertThat(item.value()).isEqualTo(TradeWorld.TOTAL);
            assertThat(item.since()).isEqualTo(DAY);
        });
        assertThat(pending()).isEmpty();
        String number =
                world.print("10234", DAY.plusDays(1)).path("document_no").asText();
        assertThat(despatched()).isEmpty();
        assertThat(pending()).singleElement().satisfies(item -> {
            assertThat(item.order()).isEqualTo("10234");
            assertThat(item.document()).isEqualTo(number);
            assertThat(item.value()).isEqualTo(TradeWorld.TOTAL);
            assertThat(item.since()).isEqualTo(DAY.plusDays(1));
        });
        world.control("POST", "invoices/post", "{}");
        assertThat(despatched()).isEmpty();
        assertThat(pending()).isEmpty();
    }

    /** 30.00 are 24.00 of two tees, 5.99 of carriage and a penny of rounding. */
    @Test
    void part_of_an_order_is_worth_its_share_and_the_charges_go_with_the_first() {
        world.post("10234");
        world.despatch("10234", 1, DAY);
        assertThat(despatched()).extracting(WorkItem::value).containsExactly(pounds("18.00"));
        world.invoice("10234", DAY);
        assertThat(despatched()).isEmpty();
        world.despatch("10234", 1, DAY.plusDays(3));
        assertThat(despatched()).singleElement().satisfies(item -> {
            assertThat(item.value()).isEqualTo(pounds("12.00"));
            assertThat(item.since()).isEqualTo(DAY.plusDays(3));
        });
    }

    /** There the same order comes to 25.00 with its VAT: two tees of 10.00 each, and 5.00 of charges. */
    @Test
    void where_prices_contain_vat_it_is_not_counted_twice() {
        try (TradeWorld inclusive = new TradeWorld("{'pricesTaxInclusive': true}")) {
            inclusive.post("1");
            inclusive.despatch("1", 1, DAY);
            Worklists.Listed listed =
                    WorklistBeans.of(inclusive, inclusive.clients(), now).list(Worklist.DESPATCHED_NOT_INVOICED);
            assertThat(listed.items()).extracting(WorkItem::value).containsExactly(pounds("15.00"));
        }
    }

    /** Each list of a whole order, and what is invoiced of it, is the same to the penny. */
    @ParameterizedTest
    @CsvSource({"per-line, HALF_UP", "per-line, HALF_EVEN", "per-tax-code, HALF_UP", "per-tax-code, HALF_EVEN"})
    void a_whole_order_is_worth_what_its_invoice_comes_to(String rounding, String mode) {
        world.control("PUT", "site", "{'rounding': '" + rounding + "', 'roundingMode': '" + mode + "'}");
        world.post("1");
        world.despatch("1", 2, DAY);
        Money waiting = despatched().get(0).value();
        assertThat(world.print("1", DAY).path("total_gross_value").decimalValue())
                .isEqualByComparingTo(waiting.amount());
    }

    @Test
    void several_parcels_of_an_order_are_one_line_as_old_as_the_first() {
        world.post("10234");
        world.despatch("10234", 1, DAY.plusDays(1));
        world.despatch("10234", 1, DAY);
        assertThat(despatched()).singleElement().satisfies(item -> {
            assertThat(item.since()).isEqualTo(DAY);
            assertThat(item.value()).isEqualTo(TradeWorld.TOTAL);
            assertThat(item.document()).contains(", ");
        });
    }

    @Test
    void orders_that_were_not_posted_from_here_are_on_no_list() {
        world.post("10234");
        world.enter("C999");
        world.enter("SHOP1");
        world.despatch("999", 2, DAY);
        assertThat(despatched()).isEmpty();
        world.print("999", DAY);
        assertThat(pending()).isEmpty();
    }

    @Test
    void the_oldest_comes_first() {
        world.post("2");
        world.post("1");
        world.despatch("2", 2, DAY);
        world.despatch("1", 2, DAY.plusDays(1));
        assertThat(despatched()).extracting(WorkItem::order).containsExactly("2", "1");
        assertThat(worklists().age(despatched().get(0))).isZero();
        now = now.plus(Duration.ofDays(3));
        assertThat(worklists().age(despatched().get(0))).isEqualTo(3);
    }

    @Test
    void a_company_that_cannot_be_read_is_named_and_nothing_is_said_of_it() {
        world.post("10234");
        Worklists.Listed listed =
                worklists(new SageClients("http://127.0.0.1:1")).list(Worklist.DESPATCHED_NOT_INVOICED);
        assertThat(listed.items()).isEmpty();
        assertThat(listed.silent()).containsOnlyKeys("33");
    }

    private void check() throws TargetUnavailable {
        check(world.clients());
    }

    private void check(SageClients sage) throws TargetUnavailable {
        new CheckWorklists(
                        worklists(sage),
                        world.store().postedDocuments(),
                        book,
                        kept,
                        world.store().runCounts(),
                        NoContext.get())
                .process();
    }

    private List<BusinessException> open() {
        return desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 10);
    }

    private void days(int passed) {
        now = now.plus(Duration.ofDays(passed));
    }

    @Test
    void what_the_check_has_read_is_kept_in_place_of_what_was_kept_before_but_for_a_company_that_cannot_be_read()
            throws TargetUnavailable {
        world.post("10234");
        world.despatch("10234", 2, DAY);
        check();
        check();
        assertThat(kept.of(Worklist.DESPATCHED_NOT_INVOICED, 0, 10))
                .as("as the list itself has it, and once")
                .extracting(KeptWorklists.Kept::item)
                .isEqualTo(despatched());
        assertThat(kept.sums(Worklist.DESPATCHED_NOT_INVOICED))
                .containsExactly(new KeptWorklists.Sum("33", 1, TradeWorld.TOTAL));
        assertThatThrownBy(() -> check(new SageClients("http://127.0.0.1:1"))).isInstanceOf(TargetUnavailable.class);
        assertThat(kept.of(Worklist.DESPATCHED_NOT_INVOICED, 0, 10))
                .as("nobody said that it is over")
                .hasSize(1);
        world.print("10234", DAY.plusDays(1));
        check();
        assertThat(kept.of(Worklist.DESPATCHED_NOT_INVOICED, 0, 10)).isEmpty();
        assertThat(kept.of(Worklist.PENDING_NOT_POSTED, 0, 10)).hasSize(1);
    }

    @Test
    void finance_is_told_once_a_list_waits_for_too_long_and_it_closes_itself() throws TargetUnavailable {
        world.post("10234");
        world.post("10235");
        world.despatch("10234", 2, DAY);
        days(1);
        check();
        assertThat(open()).as("a day is no more than a day").isEmpty();
        days(1);
        world.despatch("10235", 2, DAY.plusDays(2));
        check();
        check();
        assertThat(open()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(BusinessException.Kind.DESPATCHED_NOT_INVOICED);
            assertThat(told.owner()).isEqualTo(Owner.FINANCE);
            assertThat(told.company()).isEqualTo("33");
            assertThat(told.atRisk()).isEqualTo(TradeWorld.TOTAL);
            assertThat(told.headline()).startsWith("1 order of GBP 30.00 is despatched and not invoiced");
            assertThat(told.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo("DESPATCHED_NOT_INVOICED");
                assertThat(reason.remedy()).contains("/api/worklists/despatched-not-invoiced");
            });
        });
        days(2);
        check();
        assertThat(open()).extracting(BusinessException::atRisk).containsExactly(pounds("60.00"));
        world.print("10234", DAY.plusDays(2));
        world.print("10235", DAY.plusDays(2));
        check();
        assertThat(open())
                .extracting(BusinessException::kind)
                .containsExactly(BusinessException.Kind.PENDING_NOT_POSTED);
        world.control("POST", "invoices/post", "{}");
        check();
        assertThat(open()).isEmpty();
    }

    private void salesReturn(String id, String amount) {
        Command command = new Command(
                new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/R" + id),
                "33/C10234",
                pounds(amount),
                null,
                DAY,
                "content",
                "{}");
        world.store()
                .record(new Planned(
                        command.key(),
                        command.object(),
                        new DocumentVersion("return", command.key().sourceKey(), 1),
                        command.amount(),
                        DAY,
                        new Plan.Post(command)));
        for (Claimed claimed : world.store().store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 10)) {
            world.store().store().intend(claimed, Duration.ofMinutes(5), "nothing found");
            world.store()
                    .store()
                    .conclude(
                            claimed,
                            new Outcome.Posted(
                                    new Document(SalesReturnId.of(id), "000000010" + id, command.amount(), null, null)),
                            Duration.ZERO);
            world.store().store().release(claimed);
        }
    }

    private void credited(String urn, String amount) {
        OpenItems items =
                world.store().transactions().bean(OpenItems.class, world.store().entities());
        items.add(new OpenItem("33", "33/C10234", "CREDIT_NOTE", urn, DAY.plusDays(1), pounds(amount)));
    }

    @Test
    void sales_returns_are_on_a_list_until_what_they_come_to_is_credited() {
        world.post("10234");
        assertThat(items(Worklist.RETURNED_NOT_CREDITED)).isEmpty();
        salesReturn("1", "10.00");
        salesReturn("2", "4.00");
        assertThat(items(Worklist.RETURNED_NOT_CREDITED)).singleElement().satisfies(item -> {
            assertThat(item.order()).isEqualTo("10234");
            assertThat(item.sageOrder()).matches("\\d{10}");
            assertThat(item.document()).isEqualTo("0000000101, 0000000102");
            assertThat(item.value()).isEqualTo(pounds("14.00"));
            assertThat(item.since()).isEqualTo(DAY);
        });
        credited("77", "10.00");
        assertThat(items(Worklist.RETURNED_NOT_CREDITED))
                .extracting(WorkItem::value)
                .containsExactly(pounds("4.00"));
        credited("78", "4.50");
        assertThat(items(Worklist.RETURNED_NOT_CREDITED))
                .as("another amount")
                .extracting(WorkItem::value)
                .containsExactly(pounds("0.50"));
        assertThat(Worklist.RETURNED_NOT_CREDITED.path()).isEqualTo("returned-not-credited");
    }

    /** Who has done nothing about it is told of it again. */
    @Test
    void what_a_person_resolves_while_it_still_waits_is_told_again() throws TargetUnavailable {
        world.post("10234");
        world.despatch("10234", 2, DAY);
        days(2);
        check();
        assertThat(desk.resolve(open().get(0).id(), "ann", "later")).isTrue();
        check();
        assertThat(open()).hasSize(1);
    }

    @Test
    void of_a_company_that_cannot_be_read_nothing_is_closed() throws TargetUnavailable {
        world.post("10234");
        world.despatch("10234", 2, DAY);
        days(2);
        check();
        assertThatThrownBy(() -> check(new SageClients("http://127.0.0.1:1")))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("33: ");
        assertThat(open()).hasSize(1);
    }
}
