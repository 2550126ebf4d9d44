package centrasage.settlements.settle;

import static centrasage.flow.PostingState.HELD;
import static centrasage.flow.PostingState.PLANNED;
import static centrasage.flow.PostingState.POSTED;
import static centrasage.flow.PostingState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.match.Method;
import centrasage.settlements.plan.RecordBatch;
import centrasage.settlements.plan.ToPost;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.ledger.ClearingEntry.Origin;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.store.Posting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Batches that are proven, matched and planned as the step does it. */
class SettleBatchesTest {
    private final SettlementWorld world = new SettlementWorld();

    private void settle() {
        SettleBeans.settle(world);
    }

    private List<SettlementLines.Stored> lines(SettlementBatch batch) {
        return world.lines.page(batch, 0, 1_000);
    }

    /** Each line with how it found what it settles, or why it did not. */
    private List<String> how(SettlementBatch batch) {
        return lines(batch).stream()
                .map(line -> line.how().isEmpty() ? line.state().name() : line.how())
                .toList();
    }

    private List<String> settledBy(SettlementBatch batch, long place) {
        return world.entries.settledBy(batch.id(), List.of(place)).stream()
                .map(settled -> settled.entry().order())
                .toList();
    }

    private BankEntry entry(Posting posting) {
        return world.store
                .postedDocuments()
                .command(posting.id())
                .map(command -> BankEntryJson.read(command.document()))
                .orElseThrow();
    }

    private BankTransfer transfer(Posting posting) {
        return world.store
                .postedDocuments()
                .command(posting.id())
                .map(command -> BankTransferJson.read(command.document()))
                .orElseThrow();
    }

    private SettlementFinding unmatched() {
        List<SettlementFinding> found = world.found(Kind.SETTLEMENT_UNMATCHED);
        return found.get(found.size() - 1);
    }

    @Test
    void lines_settle_receipts_and_refunds_by_reference_of_payment_or_capture_and_by_order() {
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10235", "CAP2", "30.00");
        world.receipt("10235", "PSP2", "30.00");
        world.receipt("10236", "", "20.00");
        world.refund("10234", "PSP1", "5.00");
        SettlementBatch batch = world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP2", "CAP2", "10235", "30.00")
                .payment("PSP3", "CAP3", "10236", "20.00")
                .payment("PSP1", "REF1", "10234", "-5.00")
                .paidOut());
        settle();
        assertThat(how(batch))
                .containsExactly(
                        Method.PAYMENT_REFERENCE.name(),
                        Method.MODIFICATION_REFERENCE.name(),
                        Method.ORDER.name(),
                        Method.PAYMENT_REFERENCE.name(),
                        LineState.PAYOUT.name());
        assertThat(lines(batch))
                .extracting(SettlementLines.Stored::with)
                .as("each settles by itself")
                .containsExactly(1L, 2L, 3L, 4L, 0L);
        assertThat(world.entries.settledBy(batch.id(), List.of(4L)))
                .singleElement()
                .satisfies(settled -> assertThat(settled.entry().origin()).isEqualTo(ClearingEntry.Origin.REFUND));
        assertThat(world.entries.settledBy(batch.id(), List.of(2L)))
                .singleElement()
                .satisfies(settled -> assertThat(settled.entry().reference()).isEqualTo("CAP2"));
        assertThat(world.open()).as("the other capture of 30.00").isOne();
        assertThat(world.counted()).isEqualTo(Map.of("lines matched", 4L, "batches planned", 1L));
    }

    @Test
    void what_a_batch_is_posted_as_goes_from_its_clearing_bank() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.20")
                .paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        assertThat(world.postings(made))
                .extracting(posting -> posting.key().sourceKey())
                .containsExactlyInAnyOrder(
                        "adyen/HarbourOnline/380/GBP/fee-commission", "adyen/HarbourOnline/380/GBP/payout-1");
        BankEntry fee = entry(world.posting(made, "fee-commission"));
        assertThat(fee.way()).isEqualTo(BankEntry.Way.PAYMENT);
        assertThat(fee.bank()).isEqualTo("ADYGBP");
        assertThat(fee.value()).isEqualTo(Money.of("1.20", "GBP"));
        assertThat(fee.nominal()).isEqualTo("7901");
        BankTransfer payout = transfer(world.posting(made, "payout-1"));
        assertThat(payout.from()).isEqualTo("ADYGBP");
        assertThat(payout.to()).isEqualTo("BANKGBP");
        assertThat(world.posting(made, "payout-1").amount()).isEqualTo(Money.of("48.80", "GBP"));
        assertThat(world.batch(batch.id())).satisfies(planned -> {
            assertThat(planned.state()).isEqualTo(BatchState.PLANNED);
            assertThat(planned.company()).isEqualTo("33");
            assertThat(planned.clearingBank()).isEqualTo("ADYGBP");
        });
        assertThat(world.findings.events()).isEmpty();
    }

    /** F57. */
    @Test
    void what_finds_nothing_is_told_and_the_rest_of_its_payout_does_not_wait() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .payment("PSP9", "CAP9", "10999", "19.90")
                .payment("PSP8", "CAP8", "10998", "10.00")
                .paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        world.post();
        assertThat(world.postingStates(made)).hasSize(2).containsOnly(POSTED);
        assertThat(world.posting(made, "payout-1").amount()).isEqualTo(Money.of("78.90", "GBP"));
        assertThat(lines(batch))
                .extracting(SettlementLines.Stored::state)
                .containsExactly(LineState.SETTLED, LineState.OPEN, LineState.OPEN, LineState.PAYOUT);
        assertThat(world.found(Kind.SETTLEMENT_UNMATCHED)).singleElement().satisfies(finding -> {
            assertThat(finding.company()).isEqualTo("33");
            assertThat(finding.subject()).isEqualTo("adyen/HarbourOnline/380/GBP");
            assertThat(finding.atRisk()).isEqualTo(Money.of("29.90", "GBP"));
            assertThat(finding.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo("MISSING_TRANSACTION");
                assertThat(reason.what())
                        .startsWith("2 lines of the batch adyen HarbourOnline batch 380 GBP, GBP 29.90,")
                        .contains("the first is line 3");
            });
        });
    }

    private void unmatchedBecause(String code) {
        assertThat(unmatched().reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo(code));
    }

    @Test
    void what_another_line_has_settled_before_is_told_as_paid_out_twice() {
        world.receipt("10234", "PSP1", "50.00");
        world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        SettlementBatch again = world.receive(
                MadeBatch.of("381").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        unmatchedBecause("DUPLICATE");
        settle();
        assertThat(how(again)).containsExactly("DUPLICATE", "PAYOUT");
    }

    @Test
    void paid_out_twice_within_one_batch_is_told_as_that_at_once() {
        world.receipt("10234", "PSP1", "50.00");
        SettlementBatch batch = world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .paidOut());
        settle();
        assertThat(how(batch)).containsExactly("PAYMENT_REFERENCE", "DUPLICATE", "PAYOUT");
        unmatchedBecause("DUPLICATE");
    }

    /** A lane was faster than the file: what it has sent stays the one that is posted. */
    @Test
    void a_batch_of_which_something_is_sent_in_that_moment_gives_no_way() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made =
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        boolean isFree = world.store.transactions().inNew(() -> {
            assertThat(world.postingStates(made)).containsExactly(PLANNED);
            CompletableFuture.runAsync(world::post).join();
            return world.withdrawing().giveWay(world.batch(batch.id()));
        });
        assertThat(isFree).isFalse();
        assertThat(world.postingStates(made)).containsExactly(POSTED);
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PLANNED);
    }

    @Test
    void paid_out_twice_is_told_though_something_else_of_the_order_is_open() {
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10234", "PSP1", "30.00");
        world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .paidOut());
        settle();
        world.receive(
                MadeBatch.of("381").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        unmatchedBecause("DUPLICATE");
    }

    @Test
    void what_was_refunded_is_not_paid_out_twice() {
        world.refund("10234", "PSP1", "50.00");
        world.receive(MadeBatch.of("380")
                .payment("PSP1", "REF1", "10234", "-50.00")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .other(LineKind.FEE, "-1.00"));
        settle();
        unmatchedBecause("MISSING_TRANSACTION");
    }

    @Test
    void what_is_open_in_another_currency_is_told_as_that() {
        world.entry(Origin.RECEIPT, "ADYEUR", "10234", "PSP1", Money.of("58.00", "EUR"), MadeBatch.DAY);
        world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        unmatchedBecause("OTHER_CURRENCY");
    }

    @Test
    void what_is_open_in_another_clearing_bank_is_told_as_that() {
        world.entry(Origin.RECEIPT, "PPLGBP", "10234", "PSP1", Money.of("50.00", "GBP"), MadeBatch.DAY);
        world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        unmatchedBecause("OTHER_BANK");
    }

    @Test
    void a_receipt_that_comes_later_is_matched_by_the_next_run_and_the_finding_is_over() {
        MadeBatch made =
                MadeBatch.of("380").payment("PSP9", "CAP9", "10999", "19.90").paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        world.post();
        assertThat(world.isOver(Kind.SETTLEMENT_UNMATCHED, made.key().name())).isFalse();
        world.receipt("10999", "PSP9", "19.90");
        settle();
        assertThat(how(batch)).containsExactly("PAYMENT_REFERENCE", "PAYOUT");
        assertThat(world.open()).isZero();
        assertThat(world.isOver(Kind.SETTLEMENT_UNMATCHED, made.key().name())).isTrue();
        assertThat(world.postingStates(made)).containsExactly(POSTED);
        assertThat(world.counted()).isEqualTo(Map.of("lines matched", 1L, "batches planned", 0L));
    }

    @Test
    void each_cause_is_a_reason_of_its_own_with_its_lines() {
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10235", "PSP2", "30.00");
        world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP2", "CAP2", "10235", "31.00")
                .contradicting("PSP3", "20.00", "15.00")
                .payment("PSP9", "CAP9", "10999", "19.90")
                .other(LineKind.ADJUSTMENT, "-7.00")
                .paidOut());
        settle();
        assertThat(unmatched().reasons())
                .extracting(Reason::code)
                .containsExactlyInAnyOrder(
                        "AMBIGUOUS", "AMOUNT_DIFFERS", "CONTRADICTION", "MISSING_TRANSACTION", "FOR_A_PERSON");
        assertThat(unmatched().reasons())
                .allSatisfy(reason -> assertThat(reason.what()).startsWith("1 line of the batch"));
    }

    @Test
    void where_two_fit_neither_is_ever_settled() {
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10234", "PSP1", "50.00");
        SettlementBatch batch = world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        settle();
        assertThat(how(batch)).containsExactly("AMBIGUOUS", "PAYOUT");
        assertThat(world.open()).isEqualTo(2);
    }

    @Test
    void equal_captures_of_a_payment_are_settled_together_by_as_many_lines() {
        world.receipt("10234", "PSP1", "25.00");
        world.receipt("10234", "PSP1", "25.00");
        SettlementBatch batch = world.receive(MadeBatch.of("380")
                .payment("PSP7", "CAP7", "10777", "9.00")
                .payment("PSP1", "CAP1", "10234", "25.00")
                .payment("PSP1", "CAP2", "10234", "25.00")
                .paidOut());
        settle();
        assertThat(how(batch)).containsExactly("MISSING_TRANSACTION", "SEVERAL_LINES", "SEVERAL_LINES", "PAYOUT");
        assertThat(lines(batch)).extracting(SettlementLines.Stored::with).containsExactly(0L, 2L, 2L, 0L);
        assertThat(settledBy(batch, 2)).containsExactly("10234", "10234");
        assertThat(world.open()).isZero();
    }

    @Test
    void a_line_that_comes_to_several_entries_settles_them_all() {
        world.receipt("10234", "PSP1", "25.00");
        world.receipt("10234", "PSP1", "24.00");
        SettlementBatch batch = world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "49.00").paidOut());
        settle();
        assertThat(how(batch)).containsExactly("SEVERAL_ENTRIES", "PAYOUT");
        assertThat(settledBy(batch, 1)).hasSize(2);
    }

    @Test
    void a_sale_within_what_is_tolerated_settles_its_order_and_the_difference_goes_to_rounding() {
        world.with("settlements.tolerance", "0.05");
        world.receipt("10234", "", "50.00");
        world.receipt("10235", "", "50.00");
        world.receipt("10236", "", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.02")
                .payment("PSP2", "CAP2", "10235", "49.97")
                .payment("PSP3", "CAP3", "10236", "50.06")
                .paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        assertThat(how(batch))
                .containsExactly("ORDER_WITHIN_TOLERANCE", "ORDER_WITHIN_TOLERANCE", "AMOUNT_DIFFERS", "PAYOUT");
        assertThat(lines(batch))
                .extracting(line -> line.variance().toPlainString())
                .containsExactly("0.02", "-0.03", "0", "0");
        BankEntry more = entry(world.posting(made, "rounding-1"));
        assertThat(more.way()).as("the bank has paid out more than came in").isEqualTo(BankEntry.Way.RECEIPT);
        assertThat(more.value()).isEqualTo(Money.of("0.02", "GBP"));
        assertThat(more.nominal()).isEqualTo("4900");
        BankEntry less = entry(world.posting(made, "rounding-2"));
        assertThat(less.way()).isEqualTo(BankEntry.Way.PAYMENT);
        assertThat(less.value()).isEqualTo(Money.of("0.03", "GBP"));
    }

    @Test
    void a_batch_of_which_no_row_names_a_company_is_told_and_waits_until_one_does() {
        MadeBatch made = new MadeBatch("BrandGB", "380", "GBP")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .paidOut();
        world.receipt("10234", "PSP1", "50.00");
        SettlementBatch batch = world.receive(made);
        settle();
        assertThat(world.found(Kind.SETTLEMENT_NOT_MAPPED)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("adyen/BrandGB/380/GBP");
            assertThat(finding.reasons().get(0).code()).isEqualTo("SETTLEMENT_NOT_MAPPED");
            assertThat(finding.reasons().get(0).remedy())
                    .contains("psp adyen, merchant_account BrandGB and currency GBP");
        });
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PROVEN);
        assertThat(world.postings(made)).isEmpty();
        assertThat(how(batch)).as("nobody looked").containsExactly("OPEN", "PAYOUT");
        world.map("settlement.csv", "33,adyen,BrandGB,GBP,ADYGBP,BANKGBP,");
        settle();
        assertThat(world.isOver(Kind.SETTLEMENT_NOT_MAPPED, "adyen/BrandGB/380/GBP"))
                .isTrue();
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PLANNED);
        assertThat(world.postingStates(made)).containsExactly(PLANNED);
        assertThat(how(batch)).containsExactly("PAYMENT_REFERENCE", "PAYOUT");
    }

    @Test
    void a_batch_of_which_two_companies_are_named_is_told_with_both() {
        world.map("companies.csv", "34,per-line,GB,HANDLING");
        world.map("settlement.csv", "34,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP,");
        SettlementBatch batch = world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        assertThat(world.found(Kind.SETTLEMENT_NOT_MAPPED)).singleElement().satisfies(finding -> {
            assertThat(finding.reasons().get(0).code()).isEqualTo("MAPPING_AMBIGUOUS");
            assertThat(finding.reasons().get(0).what()).endsWith("more than one company: 33, 34");
        });
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PROVEN);
        world.unmap("settlement.csv", "34,");
        settle();
        assertThat(world.batch(batch.id()).company()).isEqualTo("33");
        assertThat(world.isOver(Kind.SETTLEMENT_NOT_MAPPED, batch.key().name())).isTrue();
    }

    /** Nothing was posted in the wrong one, because it has no such bank. */
    @Test
    void a_batch_whose_company_was_corrected_is_begun_anew_while_nothing_of_it_is_sent() {
        world.map("companies.csv", "34,per-line,GB,HANDLING");
        world.unmap("settlement.csv", "33,adyen,HarbourOnline,GBP");
        world.map("settlement.csv", "34,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP,");
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .other(LineKind.ADJUSTMENT, "-7.00")
                .paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        assertThat(world.batch(batch.id()).company()).isEqualTo("34");
        SettleBeans.word(world).explained(batch.id(), 2, "entered there", "ann");
        assertThat(how(batch)).containsExactly("MISSING_TRANSACTION", "PERSON", "PAYOUT");
        world.unmap("settlement.csv", "34,");
        world.map("settlement.csv", "33,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP,");
        settle();
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PROVEN);
        settle();
        assertThat(world.batch(batch.id()).company()).isEqualTo("33");
        assertThat(how(batch))
                .as("what was said of it, too, was of the other")
                .containsExactly("PAYMENT_REFERENCE", "PERSON", "PAYOUT");
        assertThat(lines(batch).get(1).how()).isEmpty();
        assertThat(world.postingStates(made)).containsExactly(PLANNED);
        assertThat(world.store.postings().ofObjects(List.of(ToPost.object("34", made.key()))))
                .extracting(Posting::state)
                .containsExactly(PostingState.SKIPPED);
    }

    @Test
    void a_batch_of_which_something_was_sent_stays_with_its_company() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP9", "CAP9", "10999", "10.00")
                .paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        world.post();
        world.map("companies.csv", "34,per-line,GB,HANDLING");
        world.unmap("settlement.csv", "33,adyen,HarbourOnline,GBP");
        world.map("settlement.csv", "34,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP,");
        settle();
        assertThat(world.batch(batch.id()).company()).isEqualTo("33");
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PLANNED);
    }

    @Test
    void a_second_run_plans_and_posts_nothing_new() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .payment("PSP9", "CAP9", "10999", "19.90")
                .paidOut();
        world.receive(made);
        settle();
        world.post();
        List<Posting> before = world.postings(made);
        int trail = world.store.database().count("audit_entry");
        settle();
        assertThat(world.postings(made)).isEqualTo(before);
        assertThat(world.store.queued()).isZero();
        assertThat(world.store.database().count("audit_entry")).isEqualTo(trail);
        assertThat(world.counted()).isEqualTo(Map.of("lines matched", 0L, "batches planned", 0L));
    }

    @Test
    void what_is_settled_and_posted_is_not_looked_at_again() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made =
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut();
        world.receive(made);
        settle();
        world.post();
        settle();
        assertThat(world.counted()).isEmpty();
    }

    @Test
    void what_is_held_for_a_mapping_is_planned_once_it_is_there_and_the_rest_goes_out_before() {
        world.unmap("nominals.csv", "33,fee");
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .paidOut();
        world.receive(made);
        settle();
        world.post();
        assertThat(world.posting(made, "fee-commission").state()).isEqualTo(HELD);
        assertThat(world.posting(made, "fee-commission").reasons()).isNotEmpty();
        assertThat(world.posting(made, "payout-1").state()).isEqualTo(POSTED);
        world.map("nominals.csv", "33,fee,*,*,7901,,,90");
        settle();
        assertThat(world.posting(made, "fee-commission").state()).isEqualTo(PLANNED);
        assertThat(world.posting(made, "payout-1").state()).isEqualTo(POSTED);
    }

    @Test
    void a_charge_without_a_tax_code_is_held_because_none_is_assumed() {
        world.unmap("nominals.csv", "33,fee");
        world.map("nominals.csv", "33,fee,*,*,7901,,,");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .paidOut();
        world.receive(made);
        settle();
        assertThat(world.posting(made, "fee-commission")).satisfies(held -> {
            assertThat(held.state()).isEqualTo(HELD);
            assertThat(held.reasons()).extracting(Reason::code).containsExactly("CHARGE_BOOKING");
        });
    }

    @Test
    void payments_in_another_currency_are_settled_in_its_clearing_bank_and_exchanged() {
        world.entry(Origin.RECEIPT, "ADYSEK", "10234", "PSP1", Money.of("100.00", "SEK"), MadeBatch.DAY);
        MadeBatch made = MadeBatch.of("380")
                .foreign("PSP1", Money.of("100.00", "SEK"), "0.0741")
                .paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        assertThat(how(batch)).containsExactly("PAYMENT_REFERENCE", "PAYOUT");
        Posting exchange = world.posting(made, "exchange-SEK");
        assertThat(exchange.key().kind()).isEqualTo(PostingKind.CURRENCY_TRANSFER);
        assertThat(transfer(exchange).from()).isEqualTo("ADYSEK");
        assertThat(transfer(exchange).to()).isEqualTo("ADYGBP");
        assertThat(transfer(exchange).paid()).isEqualTo(Money.of("100.00", "SEK"));
        assertThat(transfer(exchange).received()).isEqualTo(Money.of("7.41", "GBP"));
        assertThat(transfer(exchange).difference()).isEqualTo("7906");
    }

    @Test
    void what_is_exchanged_between_two_batches_is_posted_once_when_both_are_known() {
        MadeBatch pounds = new MadeBatch("HarbourOnline", "380", "GBP")
                .other(LineKind.CONVERSION, "7.41")
                .paidOut();
        MadeBatch crowns = new MadeBatch("HarbourOnline", "380", "SEK").other(LineKind.CONVERSION, "-100.00");
        world.receive(pounds);
        settle();
        assertThat(world.posting(pounds, "conversion").state()).isEqualTo(HELD);
        assertThat(world.posting(pounds, "conversion").reasons())
                .extracting(Reason::code)
                .containsExactly("CONVERSION_UNCLEAR");
        world.receive(crowns);
        settle();
        assertThat(world.posting(pounds, "conversion").state()).isEqualTo(SKIPPED);
        assertThat(world.posting(crowns, "conversion").state()).isEqualTo(PLANNED);
        assertThat(transfer(world.posting(crowns, "conversion")).from()).isEqualTo("ADYSEK");
    }

    @Test
    void what_is_stopped_superseded_or_differs_is_not_touched() {
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .paidOut()
                .faulty("a line is missing");
        world.receipt("10234", "PSP1", "50.00");
        SettlementBatch batch = world.receive(made);
        for (BatchState state : List.of(BatchState.STOPPED, BatchState.SUPERSEDED, BatchState.DIFFERS)) {
            world.put(batch.id(), state);
            settle();
            assertThat(world.batch(batch.id()).state()).isEqualTo(state);
        }
        assertThat(world.postings(made)).isEmpty();
        assertThat(world.open()).isOne();
    }

    @Test
    void what_another_run_has_settled_meanwhile_is_written_not_at_all() {
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10235", "PSP2", "30.00");
        SettlementBatch batch = world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP2", "CAP2", "10235", "30.00"));
        List<ClearingEntry> open = world.entries.open("33", "ADYGBP", 0, 10);
        world.entries.settle(
                999, List.of(new ClearingEntries.Settling(open.get(1).id(), 1)));
        List<SettlementLines.Marking> markings = List.of(marking(1), marking(2));
        List<ClearingEntries.Settling> both = List.of(
                new ClearingEntries.Settling(open.get(0).id(), 1),
                new ClearingEntries.Settling(open.get(1).id(), 2));
        assertThatThrownBy(() -> SettleBeans.matching(world).write(batch.id(), markings, both))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("settled by another run meanwhile");
        assertThat(lines(batch)).extracting(SettlementLines.Stored::state).containsOnly(LineState.OPEN);
        assertThat(world.entries.open("33", "ADYGBP", 0, 10))
                .extracting(ClearingEntry::order)
                .containsExactly("10234");
        settle();
        assertThat(how(batch)).containsExactly("PAYMENT_REFERENCE", "MISSING_TRANSACTION");
    }

    private static SettlementLines.Marking marking(long place) {
        return new SettlementLines.Marking(place, LineState.SETTLED, "PAYMENT_REFERENCE", place, BigDecimal.ZERO);
    }

    @Test
    void a_batch_that_fails_in_a_way_that_nobody_foresaw_holds_up_no_other() {
        SettlementBatch broken = world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        SettlementBatch whole = world.receive(
                MadeBatch.of("381").payment("PSP2", "CAP2", "10235", "50.00").paidOut());
        world.store.database().execute("UPDATE settlement_line SET kind = 'NONE' WHERE batch_id = ?", broken.id());
        settle();
        assertThat(world.batch(broken.id()).state()).isEqualTo(BatchState.PROVEN);
        assertThat(world.batch(whole.id()).state()).isEqualTo(BatchState.PLANNED);
        assertThat(world.counted()).containsEntry("batches failed", 1L).containsEntry("batches planned", 1L);
        assertThat(world.found(Kind.SETTLEMENT_FILE)).singleElement().satisfies(told -> {
            assertThat(told.subject()).isEqualTo("adyen/HarbourOnline/380/GBP");
            assertThat(told.reasons().get(0).code()).isEqualTo("BATCH_FAILED");
            assertThat(told.reasons().get(0).owner()).isEqualTo(Owner.OPERATIONS);
        });
        world.store
                .database()
                .execute("UPDATE settlement_line SET kind = 'SALE' WHERE kind = 'NONE' AND place = ?", 1L);
        assertThat(world.isOver(Kind.SETTLEMENT_FILE, "adyen/HarbourOnline/380/GBP"))
                .isFalse();
        world.store
                .database()
                .execute("UPDATE settlement_line SET kind = 'PAYOUT' WHERE kind = 'NONE' AND place = ?", 2L);
        settle();
        assertThat(world.batch(broken.id()).state()).isEqualTo(BatchState.PLANNED);
        assertThat(world.isOver(Kind.SETTLEMENT_FILE, "adyen/HarbourOnline/380/GBP"))
                .isTrue();
    }

    /** A correction has no gross: its net is what it is about. */
    @Test
    void what_waits_puts_all_of_it_at_risk_whatever_its_kind() {
        world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .other(LineKind.ADJUSTMENT, "-7.00")
                .paidOut());
        settle();
        assertThat(unmatched().atRisk()).isEqualTo(Money.of("57.00", "GBP"));
        assertThat(unmatched().reasons())
                .extracting(reason -> reason.what())
                .anyMatch(what -> what.contains("GBP -7.00"));
    }

    @Test
    void more_batches_and_lines_than_are_read_at_once_are_all_settled() {
        for (int number = 1; number <= 51; number++) {
            world.receipt("1000" + number, "PSP" + number, "10.00");
            world.receive(MadeBatch.of(Integer.toString(number))
                    .payment("PSP" + number, "CAP" + number, "1000" + number, "10.00")
                    .paidOut());
        }
        settle();
        assertThat(world.open()).isZero();
        assertThat(world.counted()).isEqualTo(Map.of("lines matched", 51L, "batches planned", 51L));
    }

    @Test
    void of_two_batches_in_one_bank_the_first_settles_what_both_could() {
        world.receipt("10234", "PSP1", "50.00");
        SettlementBatch first = world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        SettlementBatch second = world.receive(
                MadeBatch.of("381").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        assertThat(how(first)).containsExactly("PAYMENT_REFERENCE", "PAYOUT");
        assertThat(how(second)).containsExactly("DUPLICATE", "PAYOUT");
    }

    @Test
    void a_run_that_is_stopped_begins_no_batch() throws Exception {
        SettlementBatch batch = world.receive(MadeBatch.of("380").paidOut());
        SettleBatches step = SettleBeans.step(world);
        step.stop();
        assertThat(step.process()).isEqualTo("STOPPED");
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PROVEN);
    }

    @Test
    void of_shops_that_put_more_into_the_reference_the_setting_says_what_is_the_order() {
        world.with("settlements.order-reference", "HL-(?<order>\\d+)-\\d");
        world.receipt("10234", "", "50.00");
        SettlementBatch batch = world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "HL-10234-2", "50.00")
                .paidOut());
        settle();
        assertThat(how(batch)).containsExactly("ORDER", "PAYOUT");
    }

    @Test
    void what_is_tolerated_of_a_refund_is_taken_off_where_more_was_taken_off() {
        world.with("settlements.tolerance", "0.05");
        world.refund("10234", "", "10.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "REF1", "10234", "-10.02")
                .other(LineKind.RESERVE, "50.00")
                .paidOut();
        world.receive(made);
        settle();
        BankEntry rounding = entry(world.posting(made, "rounding-1"));
        assertThat(rounding.way()).isEqualTo(BankEntry.Way.PAYMENT);
        assertThat(rounding.value()).isEqualTo(Money.of("0.02", "GBP"));
    }

    private static MadeBatch deducted() {
        return MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .other(LineKind.INVOICE_DEDUCTION, "-7.00")
                .paidOut();
    }

    /** The kind and state of each posting of the deduction for the provider's invoice. */
    private List<String> deductions(MadeBatch made) {
        return world.postings(made).stream()
                .filter(posting -> posting.key().sourceKey().endsWith("/invoice-deduction"))
                .map(posting -> posting.key().kind() + " " + posting.state())
                .sorted()
                .toList();
    }

    private void supplier(String account) {
        world.unmap("settlement.csv", "33,adyen,HarbourOnline,GBP");
        world.map("settlement.csv", "33,adyen,HarbourOnline,GBP,ADYGBP,BANKGBP," + account);
    }

    @Test
    void a_deduction_is_planned_as_what_is_mapped_and_as_nothing_else_until_it_is_sent() {
        MadeBatch made = deducted();
        world.receive(made);
        settle();
        assertThat(deductions(made)).containsExactly("SUPPLIER_PAYMENT PLANNED");

        world.park();
        supplier("");
        settle();
        assertThat(deductions(made)).containsExactly("SETTLEMENT_CHARGE PLANNED", "SUPPLIER_PAYMENT SKIPPED");
        assertThat(world.postings(made).stream()
                        .filter(posting -> posting.state() == SKIPPED)
                        .flatMap(posting -> posting.reasons().stream())
                        .map(Reason::code))
                .containsExactly("POSTED_WITH_ANOTHER");

        world.park();
        supplier("ADYEN");
        settle();
        world.post();
        assertThat(deductions(made)).containsExactly("SETTLEMENT_CHARGE SKIPPED", "SUPPLIER_PAYMENT POSTED");
    }

    @Test
    void a_deduction_that_was_sent_stays_of_its_kind_whatever_is_mapped_by_now() {
        MadeBatch made = deducted();
        world.receive(made);
        settle();
        world.post(name -> name.endsWith("/invoice-deduction"));
        supplier("");
        settle();
        world.post();
        settle();
        assertThat(deductions(made)).containsExactly("SUPPLIER_PAYMENT POSTED");
    }

    /** Between the moment in which a plan is made and that in which it is written, a lane has sent the other kind. */
    @Test
    void a_plan_of_a_deduction_that_was_sent_meanwhile_as_its_other_kind_is_not_written() {
        MadeBatch made = deducted();
        SettlementBatch batch = world.receive(made);
        settle();
        Posting sent = world.posting(made, "invoice-deduction");
        world.post();
        Planned other = new Planned(
                new PostingKey(
                        sent.key().company(),
                        PostingKind.SETTLEMENT_CHARGE,
                        sent.key().sourceKey()),
                sent.object(),
                new DocumentVersion("settlement", made.key().name(), 1),
                sent.amount(),
                sent.businessDate(),
                new Plan.Hold(List.of(new Reason("ANY", Owner.FINANCE, "any", "none"))),
                null);

        world.recording()
                .record(
                        world.batch(batch.id()),
                        new RecordBatch.Said(List.of(), List.of()),
                        new RecordBatch.Belonging("33", "ADYGBP", null),
                        new PlannedDocument(0, null, List.of(other)));

        assertThat(deductions(made)).containsExactly("SUPPLIER_PAYMENT POSTED");
    }

    /** Its receipt came when it had gone; what is held by now says the same of it. */
    @Test
    void a_payout_that_is_posted_is_not_told_as_changed_where_no_account_of_exchange_differences_is_mapped() {
        world.banks.foreign("ADYEUR", "EUR");
        world.unmap("nominals.csv", "33,fx");
        MadeBatch made = new MadeBatch("HarbourOnline", "380", "EUR")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .paidOut();
        world.receive(made);
        settle();
        world.post();
        world.entry(ClearingEntry.Origin.RECEIPT, "ADYEUR", "10234", "PSP1", Money.of("50.00", "EUR"), MadeBatch.DAY);
        world.rates.with("URN1", "1.250000");
        settle();
        assertThat(world.postingStates(made)).containsExactly(PostingState.POSTED);
        assertThat(world.store.findings()).isEmpty();
    }

    @Test
    void a_company_that_cannot_be_asked_keeps_those_of_others_not_waiting() {
        world.map("companies.csv", "34,per-line,GB,HANDLING");
        world.map("settlement.csv", "34,adyen,OtherShop,GBP,ADY34,BANK34,");
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch silent = new MadeBatch("OtherShop", "379", "GBP")
                .payment("PSP9", "CAP9", "9", "5.00")
                .paidOut();
        MadeBatch made =
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut();
        world.receive(silent);
        world.receive(made);
        world.banks.goAway("34");

        assertThatThrownBy(this::settle).hasMessageContaining("it does not answer");

        assertThat(world.states(made)).containsExactly(BatchState.PLANNED);
        assertThat(world.states(silent)).as("until it can be asked").containsExactly(BatchState.PROVEN);
        assertThat(world.counted()).containsEntry("batches planned", 1L);
        world.banks.goAway("");
        settle();
        assertThat(world.states(silent)).containsExactly(BatchState.PLANNED);
    }

    /** Else the money is settled and in suspense as well. */
    @Test
    void what_a_person_has_taken_back_while_it_was_planned_is_not_written() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP9", "CAP9", "10999", "7.00")
                .paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        Planned suspense = new Planned(
                new PostingKey("33", PostingKind.SETTLEMENT_CHARGE, made.key().name() + "/suspense-2"),
                world.posting(made, "payout-1").object(),
                new DocumentVersion("settlement", made.key().name(), 1),
                Money.of("7.00", "GBP"),
                MadeBatch.DAY,
                new Plan.Hold(List.of(new Reason("ANY", Owner.FINANCE, "any", "none"))),
                null);
        RecordBatch.Said before =
                new RecordBatch.Said(List.of(), List.of(new ToPost.Suspended(2, Money.of("7.00", "GBP"))));

        world.recording()
                .record(
                        world.batch(batch.id()),
                        before,
                        new RecordBatch.Belonging("33", "ADYGBP", null),
                        new PlannedDocument(0, null, List.of(suspense)));

        assertThat(world.postings(made))
                .extracting(posting -> posting.key().sourceKey())
                .containsExactly(made.key().name() + "/payout-1");
    }

    /** Sage was away, and what is mapped was corrected before it came back. */
    @Test
    void what_is_planned_and_not_sent_is_planned_anew_with_what_is_mapped_by_now() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made =
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut();
        world.receive(made);
        settle();
        world.unmap("settlement.csv", "33,adyen,HarbourOnline,GBP");
        world.map("settlement.csv", "33,adyen,HarbourOnline,GBP,ADYGBP,BANKNEW,");
        settle();
        assertThat(transfer(world.posting(made, "payout-1")).to()).isEqualTo("BANKNEW");
    }

    @Test
    void a_second_equal_payment_that_is_not_posted_yet_is_not_told_as_paid_out_twice() {
        world.receipt("10234", "PSP1", "50.00");
        world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut());
        settle();
        world.receive(
                MadeBatch.of("381").payment("PSP2", "CAP2", "10234", "50.00").paidOut());
        settle();
        unmatchedBecause("MISSING_TRANSACTION");
    }

    @Test
    void what_sage_has_refused_is_planned_again_by_the_next_run() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made =
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut();
        world.receive(made);
        settle();
        world.refuse();
        assertThat(world.postingStates(made)).containsExactly(PostingState.REFUSED);
        settle();
        assertThat(world.postingStates(made)).containsExactly(PostingState.PLANNED);
    }

    /** Sent again by itself it would go to the same bank. */
    @Test
    void what_sage_had_no_place_for_is_planned_again_with_the_bank_that_is_mapped_by_now() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made =
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut();
        world.receive(made);
        settle();
        world.park();
        assertThat(world.postingStates(made)).containsExactly(PostingState.PARKED);
        world.unmap("settlement.csv", "33,adyen,HarbourOnline,GBP");
        world.map("settlement.csv", "33,adyen,HarbourOnline,GBP,ADYGBP,BANKNEW,");
        settle();
        assertThat(world.postingStates(made)).containsExactly(PostingState.PLANNED);
        assertThat(transfer(world.posting(made, "payout-1")).to()).isEqualTo("BANKNEW");
    }

    /** Two people, or a person and a run, speak of one line: the second is undone with all it has said. */
    @Test
    void a_line_that_another_has_marked_meanwhile_is_marked_no_second_time() {
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10235", "PSP2", "50.00");
        SettlementBatch batch = world.receive(MadeBatch.of("380").payment("PSP9", "CAP9", "10999", "50.00"));
        List<ClearingEntry> open = world.entries.open("33", "ADYGBP", 0, 10);
        SettleBeans.matching(world)
                .write(
                        batch.id(),
                        List.of(marking(1)),
                        List.of(new ClearingEntries.Settling(open.get(0).id(), 1)));
        assertThatThrownBy(() -> SettleBeans.matching(world)
                        .write(
                                batch.id(),
                                List.of(marking(1)),
                                List.of(new ClearingEntries.Settling(open.get(1).id(), 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was marked by another meanwhile");
        assertThat(world.entries.open("33", "ADYGBP", 0, 10))
                .extracting(ClearingEntry::order)
                .containsExactly("10235");
    }

    @Test
    void once_the_last_line_is_explained_nobody_is_told_of_any() {
        MadeBatch made =
                MadeBatch.of("380").payment("PSP9", "CAP9", "10999", "50.00").paidOut();
        SettlementBatch batch = world.receive(made);
        settle();
        assertThat(unmatched().atRisk()).isEqualTo(Money.of("50.00", "GBP"));
        PersonsWord word = SettleBeans.word(world);
        word.explained(batch.id(), 1, "entered by hand", "ann");
        settle();
        assertThat(world.isOver(Kind.SETTLEMENT_UNMATCHED, made.key().name())).isTrue();
    }
}
