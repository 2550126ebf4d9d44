package centrasage.settlements.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.ExchangeRates;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.rate.BookedRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transfers of a batch: what is paid out, what is exchanged, and what rounding leaves. */
class SettlementPlannerTest {
    private static final LocalDate DAY = ToldBatch.DAY;
    private static final LocalDate NEXT = DAY.plusDays(1);

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

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }

    /** Everything that a batch can have. */
    private static ToldBatch full() {
        return pounds().kept(FeeKind.COMMISSION, "1.20")
                .kept(FeeKind.INTERCHANGE, "0.30")
                .exchanged(LineKind.SALE, eur("50"), "43")
                .exchanged(LineKind.SALE, sek("500"), "40")
                .with(LineKind.CONVERSION, "-20")
                .converting(gbp("-20"))
                .converting(eur("23"))
                .with(LineKind.CHARGEBACK, "-30")
                .with(LineKind.CHARGEBACK_REVERSAL, "12")
                .with(LineKind.RESERVE, "-5")
                .with(LineKind.INVOICE_DEDUCTION, "-7")
                .with(LineKind.FEE, "-2")
                .varying(gbp("0.01"))
                .varying(gbp("0.02"))
                .with(LineKind.PAYOUT, "-60", DAY, "TX1")
                .with(LineKind.PAYOUT, "-60", DAY, "TX1")
                .with(LineKind.PAYOUT_RETURN, "60", DAY, "TX1");
    }

    @Test
    void a_payout_goes_from_the_clearing_bank_to_the_bank_on_the_day_of_its_line() throws MappingFaults {
        Intended payout = planning.only(PostingKind.PAYOUT, pounds().with(LineKind.PAYOUT, "-97.20", NEXT, "TX1XT"));

        assertThat(Planning.transfer(payout))
                .isEqualTo(new BankTransfer(
                        "33",
                        "ADYGBP",
                        "BANKGBP",
                        "ADYEN 380 GBP",
                        SettlementReference.second(pounds().key(), "payout-1"),
                        NEXT,
                        gbp("97.20"),
                        gbp("97.20"),
                        null,
                        BankTransfer.Rates.NONE,
                        "Payout of adyen HarbourOnline batch 380 GBP, TX1XT"));
        assertThat(payout.key())
                .isEqualTo(new PostingKey("33", PostingKind.PAYOUT, "adyen/HarbourOnline/380/GBP/payout-1"));
        assertThat(payout.object()).isEqualTo("33/adyen/HarbourOnline/380/GBP");
        assertThat(payout.document()).isEqualTo(new DocumentVersion("settlement", "adyen/HarbourOnline/380/GBP", 1));
        assertThat(payout.businessDate()).isEqualTo(NEXT);
        assertThat(payout.amount()).isEqualTo(gbp("97.20"));
        assertThat(payout.effects()).containsExactly(gbp("-97.20"));
    }

    /** A pay-in for a negative balance goes the same way as what the merchant's bank sent back. */
    @ParameterizedTest
    @CsvSource({"PAYOUT_RETURN", "PAYOUT"})
    void what_comes_from_the_merchants_bank_is_the_reverse(LineKind kind) throws MappingFaults {
        Intended back = planning.only(PostingKind.PAYOUT, pounds().with(kind, "97.20"));

        BankTransfer transfer = Planning.transfer(back);
        assertThat(transfer.from()).isEqualTo("BANKGBP");
        assertThat(transfer.to()).isEqualTo("ADYGBP");
        assertThat(transfer.paid()).isEqualTo(gbp("97.20"));
        assertThat(transfer.received()).isEqualTo(gbp("97.20"));
        assertThat(transfer.narrative()).isEqualTo("Payout returned to adyen HarbourOnline batch 380 GBP");
        assertThat(back.effects()).containsExactly(gbp("97.20"));
    }

    @Test
    void a_payout_of_which_no_day_is_told_has_that_of_its_batch() throws MappingFaults {
        Intended payout = planning.only(PostingKind.PAYOUT, pounds().with(LineKind.PAYOUT, "-1", null, ""));
        assertThat(Planning.transfer(payout).date()).isEqualTo(DAY);
        assertThat(payout.businessDate()).isEqualTo(DAY);
    }

    @Test
    void a_foreign_payout_stays_in_its_currency() throws MappingFaults {
        Intended payout = planning.only(PostingKind.PAYOUT, new ToldBatch("SEK").with(LineKind.PAYOUT, "-900"));
        BankTransfer transfer = Planning.transfer(payout);
        assertThat(transfer.from()).isEqualTo("ADYSEK");
        assertThat(transfer.to()).isEqualTo("BANKSEK");
        assertThat(transfer.difference()).isNull();
        assertThat(transfer.received()).isEqualTo(sek("900"));
    }

    @Test
    void two_equal_payouts_are_two_transfers() throws MappingFaults {
        List<Intended> payouts =
                planning.plan(pounds().with(LineKind.PAYOUT, "-60").with(LineKind.PAYOUT, "-60"));
        assertThat(payouts).hasSize(2);
        assertThat(payouts).extracting(each -> each.key()).doesNotHaveDuplicates();
        assertThat(payouts)
                .extracting(each -> Planning.transfer(each).secondReference())
                .doesNotHaveDuplicates();
    }

    @Test
    void each_posting_has_references_of_its_own_that_fit_and_stay_for_ever() throws MappingFaults {
        List<Intended> plans = planning.plan(full());

        assertThat(plans).hasSize(15).allMatch(Planning::isPosted);
        assertThat(plans).extracting(each -> each.key()).doesNotHaveDuplicates();
        assertThat(plans).extracting(SettlementPlannerTest::second).doesNotHaveDuplicates();
        assertThat(plans)
                .extracting(SettlementPlannerTest::second)
                .allSatisfy(second -> assertThat(second).matches("[0-9A-Z]{1,20}"));
        assertThat(plans).extracting(SettlementPlannerTest::first).containsOnly("ADYEN 380 GBP");
        assertThat(planning.plan(full())).isEqualTo(plans);
    }

    /** Otherwise a mapping that is corrected would report every charge of a batch as changed after it was posted. */
    @Test
    void another_account_is_no_change_of_what_the_provider_said_and_another_amount_or_day_is() throws MappingFaults {
        ToldBatch fee = pounds().with(LineKind.FEE, "-2");
        Intended told = planning.only(PostingKind.SETTLEMENT_CHARGE, fee);
        Intended more = planning.only(PostingKind.SETTLEMENT_CHARGE, pounds().with(LineKind.FEE, "-2.01"));
        Intended mapped = planning.nominals("33,fee,*,*,7999,,,91").only(PostingKind.SETTLEMENT_CHARGE, fee);

        assertThat(Planning.entry(mapped).nominal())
                .isNotEqualTo(Planning.entry(told).nominal());
        assertThat(mapped.fingerprint()).isEqualTo(told.fingerprint()).isNotNull();
        assertThat(more.fingerprint()).isNotEqualTo(told.fingerprint());

        Intended paid = planning.only(PostingKind.PAYOUT, pounds().with(LineKind.PAYOUT, "-2", DAY, "TX1"));
        Intended later = planning.only(PostingKind.PAYOUT, pounds().with(LineKind.PAYOUT, "-2", NEXT, "TX1"));
        assertThat(later.key()).isEqualTo(paid.key());
        assertThat(later.fingerprint()).isNotEqualTo(paid.fingerprint());
    }

    private static String first(Intended intended) {
        return switch (intended.key().kind()) {
            case SETTLEMENT_CHARGE -> Planning.entry(intended).reference();
            case SUPPLIER_PAYMENT -> Planning.payment(intended).reference();
            default -> Planning.transfer(intended).reference();
        };
    }

    private static String second(Intended intended) {
        return switch (intended.key().kind()) {
            case SETTLEMENT_CHARGE -> Planning.entry(intended).secondReference();
            case SUPPLIER_PAYMENT -> Planning.payment(intended).secondReference();
            default -> Planning.transfer(intended).secondReference();
        };
    }

    @Test
    void what_is_exchanged_goes_out_before_what_is_kept_and_that_before_what_is_paid_out() throws MappingFaults {
        assertThat(planning.plan(full()))
                .extracting(each -> each.key().sourceKey().replaceAll(".*/", ""))
                .containsExactly(
                        "exchange-EUR",
                        "exchange-SEK",
                        "conversion",
                        "fee-commission",
                        "fee-interchange",
                        "fee-processing",
                        "chargeback",
                        "chargeback-reversal",
                        "reserve",
                        "invoice-deduction",
                        "rounding-1",
                        "rounding-2",
                        "payout-1",
                        "payout-2",
                        "payout-3");
    }

    @Test
    void the_same_batch_of_another_account_number_or_currency_has_other_references() throws MappingFaults {
        planning.settlement("33,adyen,*,*,ADYGBP,BANKGBP");
        assertThat(List.of(
                        second(planning.only(PostingKind.PAYOUT, pounds().with(LineKind.PAYOUT, "-1"))),
                        second(planning.only(
                                PostingKind.PAYOUT,
                                new ToldBatch("HarbourShop", "380", "GBP").with(LineKind.PAYOUT, "-1"))),
                        second(planning.only(
                                PostingKind.PAYOUT,
                                new ToldBatch("HarbourOnline", "381", "GBP").with(LineKind.PAYOUT, "-1"))),
                        second(planning.only(PostingKind.PAYOUT, new ToldBatch("EUR").with(LineKind.PAYOUT, "-1")))))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothing_is_posted_for_what_comes_to_nothing() throws MappingFaults {
        assertThat(planning.plan(pounds().with(LineKind.PAYOUT, "0")
                        .with(LineKind.RESERVE, "-5")
                        .with(LineKind.RESERVE, "5")
                        .with(LineKind.CONVERSION, "0")
                        .with(LineKind.FEE, "-1")
                        .with(LineKind.FEE, "1")
                        .kept(FeeKind.COMMISSION, "0.50")
                        .kept(FeeKind.COMMISSION, "-0.50")
                        .with(LineKind.BALANCE_CARRY, "-50")))
                .isEmpty();
        assertThat(planning.plan(pounds())).isEmpty();
    }

    @Test
    void without_a_row_in_settlement_csv_everything_is_held_with_its_effects() throws MappingFaults {
        List<Intended> posted =
                planning.settlement("33,adyen,*,*,ADYGBP,BANKGBP").plan(full());
        List<Intended> held =
                planning.settlement("33,klarna,*,GBP,KLAGBP,BANKGBP").plan(full());

        assertThat(held).allSatisfy(each -> assertThat(Planning.codes(each)).contains("SETTLEMENT_NOT_MAPPED"));
        assertThat(held)
                .extracting(Intended::effects)
                .containsExactlyElementsOf(
                        posted.stream().map(Intended::effects).toList());
        assertThat(held)
                .extracting(each -> each.key())
                .containsExactlyElementsOf(
                        posted.stream().map(each -> each.key()).toList());
        assertThat(held)
                .extracting(each -> each.amount())
                .containsExactlyElementsOf(
                        posted.stream().map(each -> each.amount()).toList());
        assertThat(Planning.reasons(held.get(held.size() - 1))).singleElement().satisfies(reason -> {
            assertThat(reason.owner()).isEqualTo(Owner.FINANCE);
            assertThat(reason.what()).contains("adyen", "HarbourOnline", "GBP", "settlement.csv");
        });
    }

    @Test
    void payments_in_another_currency_are_one_transfer_from_its_clearing_bank() throws MappingFaults {
        Intended exchange = planning.only(
                PostingKind.CURRENCY_TRANSFER,
                pounds().exchanged(LineKind.SALE, eur("100"), "86.96")
                        .exchanged(LineKind.SALE, eur("20"), "17.39")
                        .exchanged(LineKind.REFUND, eur("-50"), "-43.48"));

        assertThat(Planning.transfer(exchange))
                .isEqualTo(new BankTransfer(
                        "33",
                        "ADYEUR",
                        "ADYGBP",
                        "ADYEN 380 GBP",
                        SettlementReference.second(pounds().key(), "exchange-EUR"),
                        DAY,
                        eur("70"),
                        gbp("60.87"),
                        "7906",
                        BankTransfer.Rates.NONE,
                        "Exchanged by adyen HarbourOnline batch 380 GBP"));
        assertThat(exchange.amount()).isEqualTo(eur("70"));
        assertThat(exchange.effects()).containsExactly(eur("-70"), gbp("60.87"));
    }

    @Test
    void more_refunded_than_sold_in_another_currency_goes_the_other_way() throws MappingFaults {
        Intended exchange = planning.only(
                PostingKind.CURRENCY_TRANSFER,
                pounds().exchanged(LineKind.SALE, eur("20"), "17.39").exchanged(LineKind.REFUND, eur("-50"), "-43.48"));

        BankTransfer transfer = Planning.transfer(exchange);
        assertThat(transfer.from()).isEqualTo("ADYGBP");
        assertThat(transfer.to()).isEqualTo("ADYEUR");
        assertThat(transfer.paid()).isEqualTo(gbp("26.09"));
        assertThat(transfer.received()).isEqualTo(eur("30"));
        assertThat(exchange.amount()).isEqualTo(gbp("26.09"));
        assertThat(exchange.effects()).containsExactly(eur("30"), gbp("-26.09"));
    }

    @Test
    void each_other_currency_is_a_transfer_of_its_own() throws MappingFaults {
        List<Intended> exchanges = planning.plan(
                pounds().exchanged(LineKind.SALE, sek("500"), "40").exchanged(LineKind.SALE, eur("50"), "43"));
        assertThat(exchanges).extracting(each -> Planning.transfer(each).from()).containsExactly("ADYEUR", "ADYSEK");
        assertThat(exchanges)
                .extracting(each -> Planning.transfer(each).received())
                .containsExactly(gbp("43"), gbp("40"));
    }

    /** They are charged in the currency of the batch. */
    @Test
    void chargebacks_in_another_currency_are_not_exchanged() throws MappingFaults {
        assertThat(planning.plan(pounds().exchanged(LineKind.CHARGEBACK, eur("-50"), "-43")))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.key().kind()).isEqualTo(PostingKind.SETTLEMENT_CHARGE);
                    assertThat(each.effects()).containsExactly(gbp("-43"));
                });
    }

    @Test
    void an_exchange_difference_may_go_to_a_cost_centre_and_has_its_own_currency() throws MappingFaults {
        planning.nominals("33,fx,*,EUR,7905,,,", "33,fx,adyen,GBP,7906,WEB,UK,");
        Intended exchange =
                planning.only(PostingKind.CURRENCY_TRANSFER, pounds().exchanged(LineKind.SALE, eur("50"), "43"));
        assertThat(Planning.transfer(exchange).difference()).isEqualTo("7906/WEB/UK");
    }

    @Test
    void without_an_account_for_exchange_differences_nothing_is_exchanged() throws MappingFaults {
        planning.nominals("33,fee,*,*,7901,,,90");
        Intended exchange =
                planning.only(PostingKind.CURRENCY_TRANSFER, pounds().exchanged(LineKind.SALE, eur("50"), "43"));
        assertThat(Planning.codes(exchange)).containsExactly("NOMINAL_NOT_MAPPED");
        assertThat(exchange.effects()).containsExactly(eur("-50"), gbp("43"));
    }

    @Test
    void a_bank_that_is_missing_for_the_other_currency_holds_the_exchange_alone() throws MappingFaults {
        List<Intended> plans = planning.settlement("33,adyen,*,GBP,ADYGBP,BANKGBP")
                .plan(pounds().exchanged(LineKind.SALE, eur("50"), "43").with(LineKind.PAYOUT, "-43"));
        assertThat(Planning.codes(plans.get(0))).containsExactly("SETTLEMENT_NOT_MAPPED");
        assertThat(Planning.reasons(plans.get(0)).get(0).what()).contains("EUR");
        assertThat(plans.get(0).effects()).containsExactly(eur("-50"), gbp("43"));
        assertThat(Planning.isPosted(plans.get(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"50, -43", "-50, 43", "0, 43", "50, 0"})
    void an_exchange_that_contradicts_itself_is_held(String gross, String worth) throws MappingFaults {
        Intended exchange =
                planning.only(PostingKind.CURRENCY_TRANSFER, pounds().exchanged(LineKind.SALE, eur(gross), worth));
        assertThat(Planning.codes(exchange)).containsExactly("EXCHANGE_CONTRADICTS");
        assertThat(Planning.reasons(exchange).get(0).what())
                .contains(eur(gross).toString(), gbp(worth).toString());
        assertThat(exchange.effects())
                .containsExactly(Money.zero(eur("0").currency()).minus(eur(gross)), gbp(worth));
    }

    @Test
    void a_conversion_is_posted_by_the_batch_from_which_the_money_goes() throws MappingFaults {
        ToldBatch paying = new ToldBatch("EUR")
                .with(LineKind.CONVERSION, "-70")
                .converting(eur("-70"))
                .converting(gbp("60.87"));
        Intended conversion = planning.only(PostingKind.CURRENCY_TRANSFER, paying);

        assertThat(Planning.transfer(conversion))
                .isEqualTo(new BankTransfer(
                        "33",
                        "ADYEUR",
                        "ADYGBP",
                        "ADYEN 380 EUR",
                        SettlementReference.second(paying.key(), "conversion"),
                        DAY,
                        eur("70"),
                        gbp("60.87"),
                        "7906",
                        BankTransfer.Rates.NONE,
                        "Exchanged by adyen HarbourOnline batch 380 EUR"));
        assertThat(conversion.effects()).containsExactly(eur("-70"), gbp("60.87"));
        assertThat(planning.plan(pounds().with(LineKind.CONVERSION, "60.87")
                        .converting(eur("-70"))
                        .converting(gbp("60.87"))))
                .isEmpty();
    }

    @Test
    void a_currency_that_exchanges_nothing_is_none_of_the_two() throws MappingFaults {
        Intended conversion = planning.only(
                PostingKind.CURRENCY_TRANSFER,
                new ToldBatch("EUR")
                        .with(LineKind.CONVERSION, "-70")
                        .converting(eur("-70"))
                        .converting(gbp("60.87"))
                        .converting(sek("0")));
        assertThat(Planning.transfer(conversion).to()).isEqualTo("ADYGBP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-70 |               | no batch in another currency is known",
                " 70 |               | no batch in another currency is known",
                "-70 | -60 GBP       | cannot be told",
                " 70 |  60 GBP       | cannot be told",
                "-70 | 30 GBP,300 SEK| cannot be told for which of [GBP 30.00, SEK 300.00]",
                " 70 | -60 GBP,5 SEK | cannot be told for which of [GBP -60.00, SEK 5.00]",
            })
    void where_it_cannot_be_told_what_was_exchanged_for_what_it_is_held(
            String ours, @Nullable String others, String why) throws MappingFaults {
        ToldBatch batch = new ToldBatch("EUR").with(LineKind.CONVERSION, ours).converting(eur(ours));
        if (others != null) {
            for (String other : others.split(",", -1)) {
                String[] words = other.split(" ", -1);
                batch.converting(Money.of(words[0], words[1]));
            }
        }
        Intended conversion = planning.only(PostingKind.CURRENCY_TRANSFER, batch);

        assertThat(Planning.codes(conversion)).containsExactly("CONVERSION_UNCLEAR");
        assertThat(Planning.reasons(conversion).get(0).what())
                .contains(eur(ours).toString(), why);
        assertThat(conversion.amount()).isEqualTo(eur(ours).abs());
        assertThat(conversion.effects()).containsExactly(eur(ours));
    }

    /** Once the other batch is there the same posting is planned anew. */
    @Test
    void what_was_held_for_its_other_half_has_the_same_key_as_what_is_posted_later() throws MappingFaults {
        ToldBatch alone = new ToldBatch("EUR").with(LineKind.CONVERSION, "-70").converting(eur("-70"));
        Intended held = planning.only(PostingKind.CURRENCY_TRANSFER, alone);
        Intended posted = planning.only(PostingKind.CURRENCY_TRANSFER, alone.converting(gbp("60")));
        assertThat(Planning.isPosted(held)).isFalse();
        assertThat(Planning.isPosted(posted)).isTrue();
        assertThat(posted.key()).isEqualTo(held.key());
    }

    @ParameterizedTest
    @CsvSource({"0.03, RECEIPT", "-0.03, PAYMENT"})
    void what_a_line_comes_to_more_or_less_than_it_settles_is_rounding(String more, BankEntry.Way way)
            throws MappingFaults {
        Intended rounding = planning.only(PostingKind.SETTLEMENT_CHARGE, pounds().varying(gbp(more)));

        BankEntry entry = Planning.entry(rounding);
        assertThat(entry.way()).isEqualTo(way);
        assertThat(entry.bank()).isEqualTo("ADYGBP");
        assertThat(entry.value()).isEqualTo(gbp("0.03"));
        assertThat(entry.tax()).isEqualTo(gbp("0"));
        assertThat(entry.nominal()).isEqualTo("4900");
        assertThat(entry.taxCode()).isEqualTo(91);
        assertThat(rounding.effects()).containsExactly(gbp(more));
    }

    @Test
    void rounding_of_a_payment_in_another_currency_is_in_its_bank() throws MappingFaults {
        Intended rounding = planning.only(PostingKind.SETTLEMENT_CHARGE, pounds().varying(eur("-0.01")));
        assertThat(Planning.entry(rounding).bank()).isEqualTo("ADYEUR");
        assertThat(rounding.effects()).containsExactly(eur("-0.01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "33,fee,*,*,7901,,,90       | NOMINAL_NOT_MAPPED",
                "33,rounding,*,*,4900,,,    | CHARGE_BOOKING",
                "33,rounding,ROUND,*,,,,91  | CHARGE_BOOKING"
            })
    void rounding_without_an_account_or_a_tax_code_is_held(String row, String code) throws MappingFaults {
        Intended rounding = planning.nominals(row).only(PostingKind.SETTLEMENT_CHARGE, pounds().varying(gbp("0.03")));
        assertThat(Planning.codes(rounding)).containsExactly(code);
        assertThat(rounding.effects()).containsExactly(gbp("0.03"));
    }

    private static BookedRates booked() {
        return new BookedRates(
                ExchangeRates.FOREIGN_PER_BASE,
                Map.of("EUR", new BigDecimal("1.250000"), "SEK", new BigDecimal("12.000000")),
                Set.of("GBP"),
                null);
    }

    private static ToldBatch euros() {
        return new ToldBatch("EUR").booked(booked());
    }

    @ParameterizedTest
    @CsvSource({"PAYOUT, -97.20, 1.250000, ", "PAYOUT_RETURN, 97.20, , 1.250000"})
    void what_leaves_a_clearing_bank_of_another_currency_states_the_rate_of_that_bank_alone(
            LineKind kind, String net, @Nullable BigDecimal paid, @Nullable BigDecimal received) throws MappingFaults {
        BankTransfer transfer = Planning.transfer(planning.only(PostingKind.PAYOUT, euros().with(kind, net)));
        assertThat(transfer.rates()).isEqualTo(new BankTransfer.Rates(paid, received));
        assertThat(transfer.difference()).isEqualTo("7906");
    }

    @Test
    void a_charge_states_it_as_well() throws MappingFaults {
        assertThat(Planning.entry(planning.only(PostingKind.SETTLEMENT_CHARGE, euros().kept(FeeKind.COMMISSION, "1")))
                        .rate())
                .isEqualTo("1.250000");
    }

    /** 120 crowns are 10 pounds, and so are the 13 euros that the provider gave for them. */
    @ParameterizedTest
    @CsvSource({"SALE, 120, 13, 12.000000, 1.300000", "REFUND, -120, -13, 1.300000, 12.000000"})
    void an_exchange_between_two_of_them_gains_and_loses_nothing(
            LineKind kind, String gross, String worth, BigDecimal paid, BigDecimal received) throws MappingFaults {
        BankTransfer transfer = Planning.transfer(
                planning.only(PostingKind.CURRENCY_TRANSFER, euros().exchanged(kind, Money.of(gross, "SEK"), worth)));
        assertThat(transfer.rates()).isEqualTo(new BankTransfer.Rates(paid, received));
    }

    @Test
    void what_is_exchanged_into_the_companys_own_currency_states_the_rate_of_what_is_given() throws MappingFaults {
        BankTransfer transfer = Planning.transfer(planning.only(
                PostingKind.CURRENCY_TRANSFER, pounds().booked(booked()).exchanged(LineKind.SALE, eur("125"), "99")));
        assertThat(transfer.rates()).isEqualTo(new BankTransfer.Rates(new BigDecimal("1.250000"), null));
    }

    @Test
    void a_payout_at_a_stated_rate_waits_for_the_account_of_exchange_differences() throws MappingFaults {
        planning.nominals("33,fx,*,*,,,,");
        Intended payout = planning.only(PostingKind.PAYOUT, euros().with(LineKind.PAYOUT, "-97.20"));
        assertThat(Planning.reasons(payout)).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("CHARGE_BOOKING");
            assertThat(reason.what()).contains("pays out EUR 97.20", "fx", "nominals.csv");
        });
        assertThat(Planning.isPosted(
                        planning.only(PostingKind.PAYOUT, new ToldBatch("EUR").with(LineKind.PAYOUT, "-97.20"))))
                .as("at Sage's own rate there is none")
                .isTrue();
    }
}
