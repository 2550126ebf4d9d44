package centrasage.settlements.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.SupplierPayment;
import centrasage.settlements.file.LineKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where what a provider takes for its own invoice goes: off its supplier account, or to an account of its own, and never both. */
@SuppressWarnings("NullAway.Init") // made before each test
class SupplierDeductionTest {
    private static final String SUPPLIED = "33,adyen,*,*,ADYGBP,BANKGBP,ADYEN";
    private static final String UNSUPPLIED = "33,adyen,*,*,ADYGBP,BANKGBP,";

    private Planning planning;

    @BeforeEach
    void map() throws MappingFaults {
        planning = new Planning();
    }

    private static ToldBatch deducted(String net) {
        return new ToldBatch("GBP").with(LineKind.INVOICE_DEDUCTION, net);
    }

    private Intended only(ToldBatch batch) throws MappingFaults {
        List<Intended> plans = planning.plan(batch);
        assertThat(plans).hasSize(1);
        return plans.get(0);
    }

    @Test
    void it_is_one_payment_of_the_supplier_out_of_the_clearing_bank() throws MappingFaults {
        Intended deduction = planning.suppliers(SUPPLIED).only(PostingKind.SUPPLIER_PAYMENT, deducted("-30"));

        assertThat(Planning.payment(deduction))
                .isEqualTo(new SupplierPayment(
                        SupplierPayment.Way.PAYMENT,
                        "33",
                        "ADYEN",
                        "ADYGBP",
                        "ADYEN 380 GBP",
                        SettlementReference.second(deducted("-30").key(), "invoice-deduction"),
                        ToldBatch.DAY,
                        Money.of("30", "GBP"),
                        "invoice deduction of GBP 30.00, adyen HarbourOnline batch 380 GBP"));
        assertThat(deduction.key())
                .isEqualTo(new PostingKey(
                        "33", PostingKind.SUPPLIER_PAYMENT, "adyen/HarbourOnline/380/GBP/invoice-deduction"));
        assertThat(deduction.amount()).isEqualTo(Money.of("30", "GBP"));
        assertThat(deduction.effects()).containsExactly(Money.of("-30", "GBP"));
        assertThat(planning.plan(deducted("-30"))).as("never both").hasSize(1);
    }

    @Test
    void what_is_given_back_comes_from_the_supplier() throws MappingFaults {
        Intended deduction = planning.suppliers(SUPPLIED).only(PostingKind.SUPPLIER_PAYMENT, deducted("30"));
        assertThat(Planning.payment(deduction)).satisfies(payment -> {
            assertThat(payment.way()).isEqualTo(SupplierPayment.Way.RECEIPT);
            assertThat(payment.value()).isEqualTo(Money.of("30", "GBP"));
        });
        assertThat(deduction.effects()).containsExactly(Money.of("30", "GBP"));
    }

    @ParameterizedTest
    @CsvSource({"-30, PAYMENT", "30, RECEIPT"})
    void without_a_supplier_it_is_booked_to_the_account_of_its_purpose(String net, BankEntry.Way way)
            throws MappingFaults {
        planning.suppliers(UNSUPPLIED);
        Intended deduction = planning.only(PostingKind.SETTLEMENT_CHARGE, deducted(net));
        assertThat(Planning.entry(deduction)).satisfies(entry -> {
            assertThat(entry.way()).isEqualTo(way);
            assertThat(entry.nominal()).isEqualTo("7901");
        });
        assertThat(planning.plan(deducted(net))).as("never both").hasSize(1);
    }

    @Test
    void both_kinds_have_the_same_references_so_that_the_one_is_found_where_the_other_is_looked_for()
            throws MappingFaults {
        SupplierPayment payment = Planning.payment(
                planning.suppliers(SUPPLIED).plan(deducted("-30")).get(0));
        BankEntry entry = Planning.entry(
                planning.suppliers(UNSUPPLIED).plan(deducted("-30")).get(0));
        assertThat(payment.reference()).isEqualTo(entry.reference());
        assertThat(payment.secondReference()).isEqualTo(entry.secondReference());
    }

    @Test
    void it_needs_no_row_in_nominals() throws MappingFaults {
        planning.suppliers(SUPPLIED).nominals("33,sales,*,*,4000,,,");
        assertThat(Planning.isPosted(only(deducted("-30")))).isTrue();
    }

    @Test
    void what_was_sent_as_a_cost_stays_one_though_a_supplier_is_named_by_now() throws MappingFaults {
        Intended deduction = only(deducted("-30").sent(PostingKind.SETTLEMENT_CHARGE, "invoice-deduction", "30"));
        assertThat(deduction.key().kind()).isEqualTo(PostingKind.SETTLEMENT_CHARGE);
    }

    @Test
    void what_was_sent_to_a_supplier_stays_there_though_none_is_named_any_more() throws MappingFaults {
        planning.suppliers(UNSUPPLIED);
        Intended deduction = only(deducted("-30").sent(PostingKind.SUPPLIER_PAYMENT, "invoice-deduction", "30"));
        assertThat(deduction.key().kind()).isEqualTo(PostingKind.SUPPLIER_PAYMENT);
        assertThat(Planning.codes(deduction)).containsExactly("SUPPLIER_NOT_MAPPED");
    }

    @Test
    void nothing_but_the_deduction_goes_to_the_supplier() throws MappingFaults {
        planning.suppliers(SUPPLIED);
        assertThat(planning.plan(deducted("-30").with(LineKind.FEE, "-1").with(LineKind.CHARGEBACK, "-2")))
                .extracting(intended -> intended.key().kind() + " " + intended.amount())
                .containsExactlyInAnyOrder(
                        "SUPPLIER_PAYMENT GBP 30.00", "SETTLEMENT_CHARGE GBP 1.00", "SETTLEMENT_CHARGE GBP 2.00");
    }
}
