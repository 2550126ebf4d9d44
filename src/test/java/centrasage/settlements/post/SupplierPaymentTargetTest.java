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
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.SupplierPayment;
import centrasage.sage200.ledger.SupplierPaymentJson;
import centrasage.simulator.http.FaultKind;
import centrasage.sync.posting.LosesItsAnswer;
import centrasage.sync.posting.Plans;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider takes for its invoice, as it is paid off its account in the purchase ledger of a simulated Sage. */
class SupplierPaymentTargetTest {
    private static final String FIRST = "ADYEN 380 GBP";
    private static final String SECOND = "0A1B2C3D4E5F6G7H8I9J";

    private final CashBookWorld world = new CashBookWorld();

    SupplierPaymentTargetTest() throws IOException {}

    @AfterEach
    void stop() {
        world.close();
    }

    private static Command payment(
            SupplierPayment.Way way, String supplier, String bank, String second, LocalDate day, Money value) {
        return CashBookWorld.command(
                PostingKind.SUPPLIER_PAYMENT,
                value,
                day,
                SupplierPaymentJson.write(new SupplierPayment(
                        way, "33", supplier, bank, FIRST, second, day, value, "invoice deduction of " + value)));
    }

    private static Command of(String supplier, String bank, String value) {
        return payment(SupplierPayment.Way.PAYMENT, supplier, bank, SECOND, DAY, Money.of(value, "GBP"));
    }

    private static Command deduction() {
        return of("ADYEN", "ADYGBP", "30.00");
    }

    /** The same deduction, as it is booked where no supplier is named. */
    private static Command cost() {
        Money value = Money.of("30.00", "GBP");
        BankEntry entry = new BankEntry(
                BankEntry.Way.PAYMENT, "33", "ADYGBP", FIRST, SECOND, DAY, value, "7901", 90, "invoice deduction");
        return CashBookWorld.command(PostingKind.SETTLEMENT_CHARGE, value, DAY, BankEntryJson.write(entry));
    }

    private static Finding.Different different(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Different.class);
        return (Finding.Different) finding;
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT, ADYEN, ADYGBP, GBP, -30.00",
        "RECEIPT, ADYEN, ADYGBP, GBP, 30.00",
        "PAYMENT, ADYENEUR, ADYEUR, EUR, -30.00",
    })
    void it_stands_on_the_account_and_in_the_bank(
            SupplierPayment.Way way, String supplier, String bank, String currency, BigDecimal moved) throws Exception {
        Command command = payment(way, supplier, bank, SECOND, DAY, Money.of("30.00", currency));
        assertThat(world.find(command)).isEqualTo(new Finding.Absent());

        Outcome outcome = world.send(command);

        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        assertThat(world.ofSupplier(supplier)).singleElement().satisfies(row -> {
            assertThat(row.path("document_gross_value").decimalValue()).isEqualByComparingTo(moved);
            assertThat(row.path("reference").asText()).isEqualTo(FIRST);
            assertThat(row.path("second_reference").asText()).isEqualTo(SECOND);
            assertThat(row.path("transaction_date").asText()).startsWith("2026-11-23");
        });
        assertThat(world.rows(bank)).singleElement().satisfies(row -> {
            assertThat(value(row)).isEqualByComparingTo(moved);
            assertThat(row.path("second_reference").asText()).isEqualTo(SECOND);
        });
        assertThat(world.find(command)).isEqualTo(new Finding.Found(((Outcome.Posted) outcome).document()));
        assertThat(((Outcome.Posted) outcome).document().total()).isEqualTo(Money.of("30.00", currency));
    }

    @LosesItsAnswer
    void an_answer_that_is_lost_leaves_a_doubt_that_reading_back_resolves(FaultKind fault) throws Exception {
        world.sage.faults().order(fault, SECOND, 1);
        world.post(deduction());
        assertThat(world.state(deduction())).isEqualTo(PostingState.IN_DOUBT);

        world.resolve(deduction());

        assertThat(world.state(deduction())).isEqualTo(PostingState.POSTED);
        assertThat(world.ofSupplier("ADYEN")).hasSize(1);
        assertThat(world.rows("ADYGBP")).hasSize(1);
    }

    @Test
    void what_is_there_already_is_adopted_by_an_empty_store_in_either_case() throws Exception {
        world.send(deduction());
        for (String field : List.of("reference", "second_reference")) {
            String small = (field.equals("reference") ? FIRST : SECOND).toLowerCase(Locale.ROOT);
            world.changeOfSupplier(world.ofSupplier("ADYEN").get(0), field, small);
            world.change(world.rows("ADYGBP").get(0), field, small);
        }
        world.post(deduction());
        assertThat(world.state(deduction())).isEqualTo(PostingState.POSTED);
        assertThat(world.ofSupplier("ADYEN")).hasSize(1);
    }

    /** Of a site whose ledger does not show the second reference, the bank tells it; and the other way round. */
    @Test
    void it_is_found_where_only_one_of_both_shows_its_references() throws Exception {
        world.send(deduction());
        world.changeOfSupplier(world.ofSupplier("ADYEN").get(0), "second_reference", "");
        assertThat(world.find(deduction())).isInstanceOf(Finding.Found.class);
        world.changeOfSupplier(world.ofSupplier("ADYEN").get(0), "second_reference", SECOND);
        world.change(world.rows("ADYGBP").get(0), "second_reference", "");
        assertThat(world.find(deduction())).isInstanceOf(Finding.Found.class);
    }

    @Test
    void what_is_booked_as_a_cost_is_not_paid_off_as_well() throws Exception {
        world.send(cost());

        world.post(deduction());

        assertThat(world.state(deduction())).isEqualTo(PostingState.REFUSED);
        Reason reason = different(world.find(deduction())).reason();
        assertThat(reason.code()).isEqualTo("OTHER_ENTRY_UNDER_KEY");
        assertThat(reason.what()).contains("GBP 30.00", "booked to no supplier account", "ADYEN");
        assertThat(world.ofSupplier("ADYEN")).isEmpty();
        assertThat(world.rows("ADYGBP")).hasSize(1);
    }

    @Test
    void what_is_paid_off_is_not_booked_as_a_cost_as_well() throws Exception {
        world.send(deduction());

        world.post(cost());

        assertThat(world.state(cost())).isEqualTo(PostingState.REFUSED);
        Reason reason = different(world.find(cost())).reason();
        assertThat(reason.code()).isEqualTo("OTHER_ENTRY_UNDER_KEY");
        assertThat(reason.what()).contains("booked to a supplier account");
        assertThat(world.rows("ADYGBP")).hasSize(1);
    }

    @Test
    void one_that_is_there_twice_is_several_on_whichever_accounts() throws Exception {
        world.send(deduction());
        world.send(deduction());
        assertThat(world.find(deduction()))
                .isInstanceOfSatisfying(
                        Finding.Several.class,
                        several -> assertThat(several.documents()).hasSize(2));
        world.changeOfSupplier(world.ofSupplier("ADYEN").get(1), "second_reference", "none of ours");
        assertThat(world.find(deduction())).isInstanceOf(Finding.Several.class);
    }

    @ParameterizedTest
    @CsvSource({"ADYEN, 30.01, PAYMENT", "KLARNA, 30.00, PAYMENT", "NOBODY, 30.00, PAYMENT", "ADYEN, 30.00, RECEIPT"})
    void another_account_value_or_direction_under_our_references_is_a_persons(
            String supplier, String value, SupplierPayment.Way way) throws Exception {
        world.send(deduction());
        Finding finding = world.find(payment(way, supplier, "ADYGBP", SECOND, DAY, Money.of(value, "GBP")));
        assertThat(different(finding).reason().code()).isEqualTo("OTHER_ENTRY_UNDER_KEY");
        assertThat(different(finding).reason().what()).contains("on a supplier account", SECOND);
    }

    @Test
    void another_day_is_adopted_and_told() throws Exception {
        world.send(deduction());
        Finding finding = world.find(payment(
                SupplierPayment.Way.PAYMENT, "ADYEN", "ADYGBP", SECOND, DAY.plusDays(1), Money.of("30.00", "GBP")));
        assertThat(finding).isInstanceOf(Finding.Found.class);
        Reason day = Objects.requireNonNull(((Finding.Found) finding).day());
        assertThat(day.code()).isEqualTo("DATE_DIFFERS");
        assertThat(day.what()).contains("of 2026-11-23", "planned was 2026-11-24");
    }

    @Test
    void a_payment_of_other_references_is_none_of_ours() throws Exception {
        world.send(deduction());
        assertThat(world.find(payment(
                        SupplierPayment.Way.PAYMENT, "ADYEN", "ADYGBP", "OTHER", DAY, Money.of("30.00", "GBP"))))
                .isEqualTo(new Finding.Absent());
    }

    @ParameterizedTest
    @CsvSource({
        "NOBODY, ADYGBP, SUPPLIER_ACCOUNT, has no supplier account NOBODY, tried again by itself",
        "ADYENEUR, ADYGBP, SUPPLIER_CURRENCY, keeps the supplier account ADYENEUR in EUR, Name a supplier account in GBP",
        "ADYEN, NOBANK, CLEARING_BANK, has no bank NOBANK, tried again by itself",
        "ADYEN, ADYEUR, BANK_CURRENCY, keeps the bank ADYEUR in EUR, Correct clearing_bank",
    })
    void what_sage_lacks_is_a_matter_of_finance_and_nothing_is_sent(
            String supplier, String bank, String code, String words, String remedy) throws Exception {
        Command command = of(supplier, bank, "30.00");
        Finding finding = world.find(command);
        assertThat(CashBookWorld.codes(finding)).containsExactly(code);
        Reason reason = ((Finding.Blocked) finding).reasons().get(0);
        assertThat(reason.what()).contains(words, "invoice deduction of GBP 30.00");
        assertThat(reason.remedy()).contains(remedy);
        assertThat(world.send(command))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.passing()).isTrue());
        assertThat(world.rows("ADYGBP")).isEmpty();
    }

    @Test
    void a_closed_period_of_the_purchase_ledger_is_told_before_anything_is_sent() throws Exception {
        world.closePeriod("LedgerPurchase");
        assertThat(CashBookWorld.codes(world.find(deduction()))).containsExactly("PERIOD_CLOSED");
        world.post(deduction());
        assertThat(world.state(deduction())).isEqualTo(PostingState.PARKED);
        assertThat(world.rows("ADYGBP")).isEmpty();
    }

    @Test
    void an_account_that_sage_does_not_pay_is_refused_and_leaves_nothing_behind() throws Exception {
        assertThat(world.send(of("OLDPSP", "ADYGBP", "30.00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason.what()).contains("OLDPSP")));
        assertThat(world.rows("ADYGBP")).isEmpty();
    }

    @Test
    void there_is_no_draft_to_discard() {
        assertThatThrownBy(() -> world.target(PostingKind.SUPPLIER_PAYMENT).discard(deduction(), Plans.document("1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no draft");
    }
}
