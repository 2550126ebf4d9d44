package centrasage.settlements.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider keeps of a batch: to which account, with which tax code, with which VAT. */
class ChargeBookingTest {
    private Planning planning;

    @BeforeEach
    void map() throws MappingFaults {
        planning = new Planning();
    }

    private static ToldBatch pounds() {
        return new ToldBatch("GBP");
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    /** {@code PAYMENT 1.20 0.00 7901 90}: with its VAT, account and tax code. */
    private static String words(Intended intended) {
        BankEntry entry = Planning.entry(intended);
        return entry.way() + " " + entry.value().amount() + " " + entry.tax().amount() + " " + entry.nominal() + " "
                + entry.taxCode();
    }

    private List<String> booked(ToldBatch batch) throws MappingFaults {
        return planning.plan(batch).stream().map(ChargeBookingTest::words).toList();
    }

    private Intended only(ToldBatch batch) throws MappingFaults {
        return planning.only(PostingKind.SETTLEMENT_CHARGE, batch);
    }

    @Test
    void fees_of_a_kind_are_one_payment_from_the_clearing_bank() throws MappingFaults {
        Intended fee = only(pounds().kept(FeeKind.COMMISSION, "1.20").kept(FeeKind.COMMISSION, "0.05"));

        assertThat(Planning.entry(fee))
                .isEqualTo(new BankEntry(
                        BankEntry.Way.PAYMENT,
                        "33",
                        "ADYGBP",
                        "ADYEN 380 GBP",
                        SettlementReference.second(pounds().key(), "fee-commission"),
                        ToldBatch.DAY,
                        gbp("1.25"),
                        gbp("0"),
                        "7901",
                        90,
                        null,
                        "fee (commission) of GBP 1.25, adyen HarbourOnline batch 380 GBP"));
        assertThat(fee.key())
                .isEqualTo(new PostingKey(
                        "33", PostingKind.SETTLEMENT_CHARGE, "adyen/HarbourOnline/380/GBP/fee-commission"));
        assertThat(fee.amount()).isEqualTo(gbp("1.25"));
        assertThat(fee.businessDate()).isEqualTo(ToldBatch.DAY);
        assertThat(fee.effects()).containsExactly(gbp("-1.25"));
    }

    @Test
    void each_kind_goes_to_the_account_and_tax_code_of_its_narrowest_row() throws MappingFaults {
        planning.nominals(
                "33,fee,*,*,7900,,,90",
                "33,fee,adyen,*,7901,,,91",
                "33,fee,adyen/interchange,*,7902,,,1",
                "33,fee,adyen/scheme,*,7903,WEB,UK,2",
                "33,fee,klarna/markup,*,7904,,,3");
        assertThat(booked(pounds().kept(FeeKind.MARKUP, "1")
                        .kept(FeeKind.SCHEME, "2")
                        .kept(FeeKind.INTERCHANGE, "3")))
                .containsExactly(
                        "PAYMENT 1.00 0.00 7901 91", "PAYMENT 2.00 0.00 7903/WEB/UK 2", "PAYMENT 3.00 0.00 7902 1");
        planning.nominals("33,fee,*,*,7900,,,90", "33,fee,klarna,*,7904,,,3");
        assertThat(booked(pounds().kept(FeeKind.MARKUP, "1"))).containsExactly("PAYMENT 1.00 0.00 7900 90");
    }

    @Test
    void fees_given_back_are_a_receipt() throws MappingFaults {
        Intended fee = only(pounds().kept(FeeKind.COMMISSION, "1").kept(FeeKind.COMMISSION, "-1.40"));
        assertThat(words(fee)).isEqualTo("RECEIPT 0.40 0.00 7901 90");
        assertThat(fee.amount()).isEqualTo(gbp("0.40"));
        assertThat(fee.effects()).containsExactly(gbp("0.40"));
    }

    @Test
    void lines_that_are_fees_join_those_of_payments_and_so_does_vat() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,90", "33,fee,adyen/tax,*,7903,,,90");
        assertThat(booked(pounds().kept(FeeKind.PROCESSING, "1")
                        .with(LineKind.FEE, "-2")
                        .kept(FeeKind.TAX, "0.20")
                        .with(LineKind.TAX, "-0.40")))
                .containsExactly("PAYMENT 3.00 0.00 7901 90", "PAYMENT 0.60 0.00 7903 90");
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGEBACK, -30, PAYMENT 30.00 0.00 7902 90, chargeback",
        "CHARGEBACK_REVERSAL, 30, RECEIPT 30.00 0.00 7902 90, chargeback-reversal",
        "RESERVE, -30, PAYMENT 30.00 0.00 1270 90, reserve",
        "RESERVE, 30, RECEIPT 30.00 0.00 1270 90, reserve",
        "FEE, -30, PAYMENT 30.00 0.00 7901 90, fee-processing",
    })
    void each_kind_of_line_is_booked_for_its_purpose(LineKind kind, String net, String booked, String name)
            throws MappingFaults {
        Intended charge = only(pounds().with(kind, net));
        assertThat(words(charge)).isEqualTo(booked);
        assertThat(charge.key().sourceKey()).endsWith("/GBP/" + name);
        assertThat(charge.effects()).containsExactly(gbp(net));
    }

    @Test
    void a_chargeback_that_is_given_back_in_the_same_batch_is_two_entries() throws MappingFaults {
        assertThat(booked(pounds().with(LineKind.CHARGEBACK, "-30").with(LineKind.CHARGEBACK_REVERSAL, "30")))
                .containsExactly("PAYMENT 30.00 0.00 7902 90", "RECEIPT 30.00 0.00 7902 90");
    }

    @Test
    void vat_with_an_account_of_its_own_is_an_entry_of_its_own() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,90", "33,fee,adyen/tax,*,7903,,,91");
        assertThat(booked(pounds().kept(FeeKind.COMMISSION, "10").with(LineKind.TAX, "-2")))
                .containsExactly("PAYMENT 10.00 0.00 7901 90", "PAYMENT 2.00 0.00 7903 91");
    }

    @Test
    void vat_without_an_account_goes_into_the_fee_of_its_tax_code() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,90", "33,fee,adyen/commission,*,7904,,,1", "33,fee,adyen/tax,*,,,,1");
        List<Intended> plans = planning.plan(pounds().kept(FeeKind.MARKUP, "50")
                .kept(FeeKind.COMMISSION, "10")
                .with(LineKind.TAX, "-2"));
        assertThat(plans)
                .extracting(ChargeBookingTest::words)
                .containsExactly("PAYMENT 12.00 2.00 7904 1", "PAYMENT 50.00 0.00 7901 90");
        assertThat(plans.get(0).amount()).isEqualTo(gbp("12"));
        assertThat(plans.get(0).effects()).containsExactly(gbp("-12"));
    }

    @Test
    void of_several_fees_with_its_tax_code_the_largest_takes_the_vat() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,1", "33,fee,adyen/tax,*,,,,1");
        assertThat(booked(pounds().kept(FeeKind.COMMISSION, "10")
                        .kept(FeeKind.MARKUP, "30")
                        .kept(FeeKind.SCHEME, "20")
                        .with(LineKind.TAX, "-12")))
                .containsExactly(
                        "PAYMENT 10.00 0.00 7901 1", "PAYMENT 42.00 12.00 7901 1", "PAYMENT 20.00 0.00 7901 1");
    }

    @Test
    void vat_given_back_goes_into_a_fee_given_back() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,1", "33,fee,adyen/tax,*,,,,1");
        List<Intended> plans = planning.plan(pounds().kept(FeeKind.COMMISSION, "-10")
                .kept(FeeKind.MARKUP, "30")
                .with(LineKind.TAX, "2"));
        assertThat(plans)
                .extracting(ChargeBookingTest::words)
                .containsExactly("RECEIPT 12.00 2.00 7901 1", "PAYMENT 30.00 0.00 7901 1");
        assertThat(plans.get(0).effects()).containsExactly(gbp("12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"33,fee,*,*,7901,,,90", "33,fee,*,*,7901,,,"})
    void vat_of_which_no_fee_has_the_tax_code_is_held(String fees) throws MappingFaults {
        planning.nominals(fees, "33,fee,adyen/tax,*,,,,1", "33,chargeback,*,*,7902,,,1");
        List<Intended> plans = planning.plan(
                pounds().kept(FeeKind.COMMISSION, "10").with(LineKind.TAX, "-2").with(LineKind.CHARGEBACK, "-30"));
        Intended vat = plans.get(1);
        assertThat(Planning.codes(vat)).containsExactly("VAT_WITHOUT_FEE");
        assertThat(Planning.reasons(vat).get(0).what()).contains("VAT of GBP 2.00", "tax code 1");
        assertThat(vat.effects()).containsExactly(gbp("-2"));
        assertThat(plans.get(0).effects()).containsExactly(gbp("-10"));
        assertThat(words(plans.get(2))).isEqualTo("PAYMENT 30.00 0.00 7902 1");
    }

    @Test
    void vat_without_any_fee_is_held() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,1", "33,fee,adyen/tax,*,,,,1");
        assertThat(Planning.codes(only(pounds().with(LineKind.TAX, "-2")))).containsExactly("VAT_WITHOUT_FEE");
    }

    @Test
    void vat_kept_does_not_go_into_a_fee_given_back() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,1", "33,fee,adyen/tax,*,,,,1");
        List<Intended> plans =
                planning.plan(pounds().kept(FeeKind.COMMISSION, "-10").with(LineKind.TAX, "-2"));
        assertThat(Planning.codes(plans.get(0))).containsExactly("VAT_WITHOUT_FEE");
        assertThat(Planning.codes(plans.get(1))).containsExactly("VAT_WITHOUT_FEE");
    }

    /** One that is sent takes no VAT any more, and what a fee has taken is not booked again. */
    @Test
    void what_was_sent_of_fees_and_their_vat_stays_whatever_is_mapped_by_now() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,1", "33,fee,adyen/tax,*,,,,1");
        ToldBatch without = batchWithVat().sent("fee-commission", "10");
        assertThat(booked(without)).containsExactly("PAYMENT 10.00 0.00 7901 1", "PAYMENT 5.00 2.00 7901 1");

        planning.nominals("33,fee,*,*,7901,,,1", "33,fee,adyen/tax,*,2202,,,1");
        ToldBatch inside = batchWithVat().sent("fee-commission", "12");
        assertThat(booked(inside)).containsExactly("PAYMENT 12.00 2.00 7901 1", "PAYMENT 3.00 0.00 7901 1");

        planning.nominals("33,fee,*,*,7901,,,1", "33,fee,adyen/tax,*,,,,1");
        ToldBatch alone = batchWithVat().sent("fee-tax", "2");
        List<Intended> plans = planning.plan(alone);
        assertThat(words(plans.get(0))).isEqualTo("PAYMENT 10.00 0.00 7901 1");
        assertThat(words(plans.get(1))).isEqualTo("PAYMENT 3.00 0.00 7901 1");
        assertThat(Planning.codes(plans.get(2))).containsExactly("VAT_WITHOUT_FEE");

        ToldBatch all = batchWithVat().sent("fee-commission", "10").sent("fee-scheme", "3");
        assertThat(Planning.codes(planning.plan(all).get(2))).containsExactly("VAT_WITHOUT_FEE");
    }

    private static ToldBatch batchWithVat() {
        return pounds().kept(FeeKind.COMMISSION, "10").kept(FeeKind.SCHEME, "3").with(LineKind.TAX, "-2");
    }

    @Test
    void fees_wait_until_it_is_known_where_their_vat_goes() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,1", "33,fee,adyen/tax,*,,,,", "33,chargeback,*,*,7902,,,1");
        List<Intended> plans = planning.plan(batchWithVat().with(LineKind.CHARGEBACK, "-30"));
        assertThat(Planning.codes(plans.get(0))).containsExactly("VAT_WITHOUT_FEE");
        assertThat(Planning.codes(plans.get(1))).containsExactly("VAT_WITHOUT_FEE");
        assertThat(Planning.codes(plans.get(2))).containsExactly("CHARGE_BOOKING");
        assertThat(words(plans.get(3))).isEqualTo("PAYMENT 30.00 0.00 7902 1");
    }

    @Test
    void a_held_fee_that_takes_the_vat_has_the_effect_of_both() throws MappingFaults {
        planning.nominals("33,fee,adyen,*,,,,1", "33,fee,adyen/tax,*,,,,1");
        List<Intended> plans =
                planning.plan(pounds().kept(FeeKind.COMMISSION, "10").with(LineKind.TAX, "-2"));
        assertThat(plans).singleElement().satisfies(fee -> {
            assertThat(Planning.codes(fee)).containsExactly("CHARGE_BOOKING");
            assertThat(fee.effects()).containsExactly(gbp("-12"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"33,fee,*,*,7901,,,   | tax_code", "33,fee,adyen,*,,,,90  | nominal"})
    void a_row_without_a_tax_code_or_an_account_holds_and_nothing_is_assumed(String row, String column)
            throws MappingFaults {
        Intended fee =
                planning.nominals(row).only(PostingKind.SETTLEMENT_CHARGE, pounds().kept(FeeKind.COMMISSION, "1.20"));
        assertThat(Planning.reasons(fee)).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("CHARGE_BOOKING");
            assertThat(reason.what())
                    .isEqualTo(
                            "The batch adyen HarbourOnline batch 380 GBP has fee (commission) of GBP 1.20, and its row in"
                                    + " nominals.csv has no " + column);
        });
        assertThat(fee.effects()).containsExactly(gbp("-1.20"));
    }

    @Test
    void without_a_row_the_charge_is_held_and_the_others_are_booked() throws MappingFaults {
        planning.nominals("33,reserve,*,*,1270,,,90");
        List<Intended> plans =
                planning.plan(pounds().kept(FeeKind.COMMISSION, "1.20").with(LineKind.RESERVE, "-5"));
        assertThat(Planning.codes(plans.get(0))).containsExactly("NOMINAL_NOT_MAPPED");
        assertThat(Planning.reasons(plans.get(0)).get(0).what()).contains(" fee, detail adyen,", "nominals.csv");
        assertThat(plans.get(0).effects()).containsExactly(gbp("-1.20"));
        assertThat(words(plans.get(1))).isEqualTo("PAYMENT 5.00 0.00 1270 90");
    }

    @Test
    void all_that_is_missing_is_told_at_once() throws MappingFaults {
        Intended fee = planning.nominals("33,fee,*,*,7901,,,")
                .settlement("33,klarna,*,*,KLAGBP,BANKGBP")
                .only(PostingKind.SETTLEMENT_CHARGE, pounds().kept(FeeKind.COMMISSION, "1.20"));
        assertThat(Planning.codes(fee)).containsExactly("CHARGE_BOOKING", "SETTLEMENT_NOT_MAPPED");
    }

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 30);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 29);

    private List<String> named(ToldBatch batch) throws MappingFaults {
        return planning.plan(batch).stream()
                .map(each -> each.key().sourceKey().substring(batch.key().name().length() + 1) + " "
                        + each.businessDate() + " " + each.amount())
                .toList();
    }

    private static ToldBatch acrossMonths() {
        return pounds().kept(FeeKind.COMMISSION, "1.00")
                .kept(FeeKind.COMMISSION, "2.00", OCTOBER)
                .kept(FeeKind.COMMISSION, "0.10", OCTOBER.minusDays(3))
                .kept(FeeKind.COMMISSION, "4.00", SEPTEMBER)
                .kept(FeeKind.COMMISSION, "8.00", null);
    }

    @Test
    void what_was_kept_in_earlier_months_is_booked_in_them_where_that_is_wanted() throws MappingFaults {
        assertThat(named(acrossMonths().byMonth()))
                .containsExactly(
                        "fee-commission-2 2026-09-29 GBP 4.00",
                        "fee-commission-1 2026-10-30 GBP 2.10",
                        "fee-commission 2026-11-23 GBP 9.00");
        assertThat(named(acrossMonths())).containsExactly("fee-commission 2026-11-23 GBP 15.10");
    }

    @Test
    void each_month_has_an_entry_and_references_of_its_own() throws MappingFaults {
        List<BankEntry> entries = planning.plan(acrossMonths().byMonth()).stream()
                .map(Planning::entry)
                .toList();
        assertThat(entries).extracting(BankEntry::date).containsExactly(SEPTEMBER, OCTOBER, ToldBatch.DAY);
        assertThat(entries).extracting(BankEntry::secondReference).doesNotHaveDuplicates();
    }

    @Test
    void what_was_given_back_in_the_month_after_is_no_less_than_nothing_of_the_one_before() throws MappingFaults {
        assertThat(named(pounds().kept(FeeKind.COMMISSION, "-2.00")
                        .kept(FeeKind.COMMISSION, "2.00", OCTOBER)
                        .byMonth()))
                .containsExactly("fee-commission-1 2026-10-30 GBP 2.00", "fee-commission 2026-11-23 GBP 2.00");
    }

    @Test
    void lines_after_the_payout_are_of_its_month() throws MappingFaults {
        assertThat(named(pounds().kept(FeeKind.COMMISSION, "2.00")
                        .kept(FeeKind.COMMISSION, "1.00", ToldBatch.DAY.plusMonths(1))
                        .byMonth()))
                .containsExactly("fee-commission 2026-11-23 GBP 3.00");
    }

    @Test
    void vat_goes_with_a_fee_of_its_own_month() throws MappingFaults {
        planning.nominals("33,fee,*,*,7900,,,1", "33,fee,adyen/tax,*,,,,1");
        assertThat(booked(pounds().kept(FeeKind.COMMISSION, "10.00", OCTOBER)
                        .kept(FeeKind.TAX, "2.00", OCTOBER)
                        .kept(FeeKind.COMMISSION, "5.00")
                        .kept(FeeKind.TAX, "1.00")
                        .byMonth()))
                .containsExactly("PAYMENT 12.00 2.00 7900 1", "PAYMENT 6.00 1.00 7900 1");
    }

    /** The store has room for 60 characters of it. */
    @Test
    void the_longest_name_of_a_posting_is_kept_whole() throws MappingFaults {
        ToldBatch batch = new ToldBatch("AMerchantAccountOfAVeryLongName", "123456789", "GBP")
                .with(LineKind.CHARGEBACK_REVERSAL, "5.00", OCTOBER, "")
                .with(LineKind.SALE, "5.00")
                .byMonth();
        assertThat(planning.plan(batch))
                .allSatisfy(each -> assertThat(each.key().sourceKey().length()).isLessThanOrEqualTo(60));
    }
}
