package centrasage.settlements.post;

import static centrasage.settlements.post.CashBookWorld.DAY;
import static centrasage.settlements.post.CashBookWorld.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Command;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.simulator.http.FaultKind;
import centrasage.sync.posting.LosesItsAnswer;
import centrasage.sync.posting.Plans;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payouts as lanes post them to the cash book of a Sage that tells no number, loses answers and breaks off in the middle. */
class PayoutTargetTest {
    private static final String SECOND = "0A1B2C3D4E5F6G7H8I9J";

    private final CashBookWorld world = new CashBookWorld();

    PayoutTargetTest() throws IOException {}

    @AfterEach
    void stop() {
        world.close();
    }

    private static BankTransfer transfer(String from, String to, String value, LocalDate day) {
        Money amount = Money.of(value, "GBP");
        return new BankTransfer(
                "33",
                from,
                to,
                "ADYEN 380 GBP",
                SECOND,
                day,
                amount,
                amount,
                null,
                BankTransfer.Rates.NONE,
                "Payout of adyen batch 380");
    }

    private static Command command(BankTransfer transfer) {
        return CashBookWorld.command(
                PostingKind.PAYOUT, transfer.paid(), transfer.date(), BankTransferJson.write(transfer));
    }

    private static Command payout() {
        return command(transfer("ADYGBP", "BANKGBP", "97.20", DAY));
    }

    private static Finding.Different different(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Different.class);
        return (Finding.Different) finding;
    }

    @Test
    void what_is_not_there_is_posted_to_both_banks_and_found_in_both() throws Exception {
        assertThat(world.find(payout())).isEqualTo(new Finding.Absent());

        Outcome outcome = world.send(payout());

        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        assertThat(world.rows("ADYGBP")).singleElement().satisfies(row -> {
            assertThat(value(row)).isEqualByComparingTo("-97.20");
            is(row);
        });
        assertThat(world.rows("BANKGBP")).singleElement().satisfies(row -> {
            assertThat(value(row)).isEqualByComparingTo("97.20");
            is(row);
        });
        assertThat(world.find(payout())).isEqualTo(new Finding.Found(((Outcome.Posted) outcome).document()));
        assertThat(((Outcome.Posted) outcome).document().total()).isEqualTo(Money.of("97.20", "GBP"));
    }

    private static void is(JsonNode row) {
        assertThat(row.path("reference").asText()).isEqualTo("ADYEN 380 GBP");
        assertThat(row.path("second_reference").asText()).isEqualTo(SECOND);
        assertThat(row.path("transaction_date").asText()).startsWith("2026-11-23");
        assertThat(row.path("entry_description").asText()).isEqualTo("Payout of adyen batch 380");
    }

    @Test
    void it_is_of_its_kind_alone() {
        assertThat(world.target(PostingKind.PAYOUT).kind()).isEqualTo(PostingKind.PAYOUT);
        assertThat(world.target(PostingKind.CURRENCY_TRANSFER).kind()).isEqualTo(PostingKind.CURRENCY_TRANSFER);
    }

    @Test
    void a_transfer_of_other_references_is_none_of_ours() throws Exception {
        world.send(payout());
        BankTransfer usual = transfer("ADYGBP", "BANKGBP", "97.20", DAY);
        assertThat(world.find(command(new BankTransfer(
                        "33",
                        "ADYGBP",
                        "BANKGBP",
                        usual.reference(),
                        "OTHER",
                        DAY,
                        usual.paid(),
                        usual.paid(),
                        null,
                        BankTransfer.Rates.NONE,
                        ""))))
                .isEqualTo(new Finding.Absent());
        assertThat(world.find(command(new BankTransfer(
                        "33",
                        "ADYGBP",
                        "BANKGBP",
                        "ADYEN 381 GBP",
                        SECOND,
                        DAY,
                        usual.paid(),
                        usual.paid(),
                        null,
                        BankTransfer.Rates.NONE,
                        ""))))
                .isEqualTo(new Finding.Absent());
        assertThat(world.find(command(transfer("KLAGBP", "PPLGBP", "97.20", DAY))))
                .isEqualTo(new Finding.Absent());
    }

    @Test
    void sage_does_not_see_case() throws Exception {
        world.send(payout());
        for (String bank : new String[] {"ADYGBP", "BANKGBP"}) {
            world.change(world.rows(bank).get(0), "second_reference", SECOND.toLowerCase(Locale.ROOT));
            world.change(world.rows(bank).get(0), "reference", "Adyen 380 gbp");
        }
        assertThat(world.find(payout())).isInstanceOf(Finding.Found.class);
    }

    @LosesItsAnswer
    void an_answer_that_is_lost_leaves_a_doubt_that_reading_back_resolves(FaultKind fault) throws Exception {
        world.sage.faults().order(fault, SECOND, 1);
        world.post(payout());
        assertThat(world.sage.faults().count(fault)).isOne();
        assertThat(world.state(payout())).isEqualTo(PostingState.IN_DOUBT);

        world.resolve(payout());

        assertThat(world.state(payout())).isEqualTo(PostingState.POSTED);
        assertThat(world.rows("ADYGBP")).hasSize(1);
        assertThat(world.rows("BANKGBP")).hasSize(1);
    }

    @Test
    void what_sage_has_broken_off_in_the_middle_is_a_persons_and_never_sent_again() throws Exception {
        world.sage.faults().order(FaultKind.HALF_MADE_DRAFT, SECOND, 1);
        world.post(payout());
        assertThat(world.state(payout())).isEqualTo(PostingState.IN_DOUBT);
        assertThat(different(world.find(payout())).reason().code()).isEqualTo("HALF_TRANSFER");

        world.resolve(payout());

        assertThat(world.state(payout())).isEqualTo(PostingState.REFUSED);
        assertThat(world.store.posting(payout().key()).orElseThrow().reasons())
                .extracting(Reason::code)
                .containsExactly("HALF_TRANSFER");
        assertThat(world.rows("ADYGBP")).hasSize(1);
        assertThat(world.rows("BANKGBP")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ADYGBP, 0 times in the one bank and 1 times", "BANKGBP, 1 times in the one bank and 0 times"})
    void one_that_is_in_one_bank_alone_names_what_a_person_enters(String lost, String words) throws Exception {
        world.send(payout());
        world.change(world.rows(lost).get(0), "second_reference", "none of ours");

        Finding.Different half = different(world.find(payout()));

        assertThat(half.reason().code()).isEqualTo("HALF_TRANSFER");
        assertThat(half.reason().what()).contains(words, "GBP 97.20", "ADYGBP", "BANKGBP");
        assertThat(half.reason().remedy()).contains("ADYEN 380 GBP", SECOND);
        assertThat(half.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.total()).isEqualTo(Money.of("97.20", "GBP")));
    }

    @Test
    void one_that_is_there_twice_is_several_and_one_and_a_half_are_half_made() throws Exception {
        world.send(payout());
        world.send(payout());
        assertThat(world.find(payout()))
                .isInstanceOfSatisfying(
                        Finding.Several.class,
                        several -> assertThat(several.documents()).hasSize(2));

        world.change(world.rows("BANKGBP").get(1), "second_reference", "none of ours");
        assertThat(different(world.find(payout())).reason().code()).isEqualTo("HALF_TRANSFER");
    }

    @Test
    void another_value_or_the_other_direction_under_our_references_is_a_persons() throws Exception {
        world.send(payout());
        Finding.Different value = different(world.find(command(transfer("ADYGBP", "BANKGBP", "97.21", DAY))));
        assertThat(value.reason().code()).isEqualTo("OTHER_ENTRY_UNDER_KEY");
        assertThat(value.reason().what()).contains("-97.20 and 97.20", "GBP 97.21");
        assertThat(different(world.find(command(transfer("BANKGBP", "ADYGBP", "97.20", DAY))))
                        .reason()
                        .code())
                .isEqualTo("OTHER_ENTRY_UNDER_KEY");
    }

    @Test
    void another_day_is_adopted_and_told() throws Exception {
        world.send(payout());
        Finding finding = world.find(command(transfer("ADYGBP", "BANKGBP", "97.20", DAY.plusDays(1))));
        assertThat(finding).isInstanceOf(Finding.Found.class);
        Reason day = Objects.requireNonNull(((Finding.Found) finding).day());
        assertThat(day.code()).isEqualTo("DATE_DIFFERS");
        assertThat(day.what()).contains("is of 2026-11-23; planned was 2026-11-24");
    }

    @Test
    void what_is_there_already_is_adopted_by_an_empty_store() throws Exception {
        world.send(payout());
        world.post(payout());
        assertThat(world.state(payout())).isEqualTo(PostingState.POSTED);
        assertThat(world.rows("ADYGBP")).hasSize(1);
        assertThat(world.rows("BANKGBP")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"NOBANK, BANKGBP, has no bank NOBANK", "ADYGBP, NOBANK, has no bank NOBANK"})
    void a_bank_that_sage_has_not_is_a_matter_of_finance_and_nothing_is_sent(String from, String to, String words)
            throws Exception {
        Command command = command(transfer(from, to, "97.20", DAY));
        Finding finding = world.find(command);
        assertThat(CashBookWorld.codes(finding)).containsExactly("SETTLEMENT_BANK");
        assertThat(((Finding.Blocked) finding).reasons().get(0).what()).contains(words);
        assertThat(world.send(command))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.passing()).isTrue());
        assertThat(world.rows("ADYGBP")).isEmpty();
        assertThat(world.rows("BANKGBP")).isEmpty();
    }

    @Test
    void each_missing_bank_is_told_once() throws Exception {
        assertThat(CashBookWorld.codes(world.find(command(transfer("NOBANK", "NONE", "1", DAY)))))
                .containsExactly("SETTLEMENT_BANK", "SETTLEMENT_BANK");
        assertThat(CashBookWorld.codes(world.find(command(transfer("NOBANK", "NOBANK", "1", DAY)))))
                .containsExactly("SETTLEMENT_BANK");
    }

    @Test
    void a_closed_period_of_the_cash_book_is_told_before_anything_is_sent() throws Exception {
        world.closePeriod();
        assertThat(CashBookWorld.codes(world.find(payout()))).containsExactly("PERIOD_CLOSED");
        world.post(payout());
        assertThat(world.state(payout())).isEqualTo(PostingState.PARKED);
        assertThat(world.rows("ADYGBP")).isEmpty();
    }

    @Test
    void a_period_that_was_closed_since_does_not_hide_what_is_there() throws Exception {
        world.send(payout());
        world.closePeriod();
        assertThat(world.find(payout())).isInstanceOf(Finding.Found.class);
    }

    @Test
    void there_is_no_draft_to_discard() {
        assertThatThrownBy(() -> world.target(PostingKind.PAYOUT).discard(payout(), Plans.document("1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no draft");
    }

    /** At Sage's own rate 115 euros are 100 pounds; at which they came, they are 92. */
    @Test
    void what_was_booked_at_other_rates_than_the_days_leaves_at_them() throws Exception {
        Money euros = Money.of("115.00", "EUR");
        BankTransfer transfer = new BankTransfer(
                "33",
                "ADYEUR",
                "BANKEUR",
                "ADYEN 380 EUR",
                SECOND,
                DAY,
                euros,
                euros,
                "7906",
                new BankTransfer.Rates(new BigDecimal("1.250000"), null),
                "Payout of adyen batch 380");
        assertThat(world.send(command(transfer))).isInstanceOf(Outcome.Posted.class);
        assertThat(world.rows("ADYEUR").get(0).path("base_value").decimalValue())
                .isEqualByComparingTo("-92.00");
        JsonNode reached = world.rows("BANKEUR").get(0);
        assertThat(reached.path("base_value").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(reached.at("/nominal_analysis_items/0/value").decimalValue()).isEqualByComparingTo("-8.00");
        assertThat(world.find(command(transfer))).isInstanceOf(Finding.Found.class);
    }
}
