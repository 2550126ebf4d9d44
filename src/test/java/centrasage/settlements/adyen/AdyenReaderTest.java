package centrasage.settlements.adyen;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adyen's Settlement Details report of the shop "Harbour & Line", written by us. */
class AdyenReaderTest {
    private static final String HEADER =
            "Merchant Account,Psp Reference,Merchant Reference,Creation Date,TimeZone,Type,"
                    + "Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,"
                    + "Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),Scheme Fees (NC),Interchange (NC),Batch Number\n";

    private static final String GOOD = HEADER
            + "HarbourGB,HL7QX2M9KD45TR81,HL-10234,2026-11-20 09:14:02,GMT,Settled,WC3HL7QX2M9KD45T,GBP,,120.00,1,GBP,,118.35,,0.60,0.25,0.80,71\n"
            + "HarbourGB,HL7QX2M9KD45TR82,HL-10235,2026-11-20 23:59:59,GMT,Settled,WC3HL7QX2M9KD45U,GBP,,35.5,1.0000000000,GBP,,34.8,.7,,,,71\n"
            + "HarbourGB,HL7QX2M9KD45TR81,HL-10234,2026-11-21 00:00:00,GMT,Refunded,RF3HL7QX2M9KD45T,GBP,20.00,,1,GBP,19.90,,-0.10,,,,71\n"
            + "HarbourGB,,,2026-11-22 00:46:38,GMT,Fee,Transaction Fees November   21 2026,,,,,GBP,1.1,,,,,,71\n"
            + "HarbourGB,,,2026-11-22 00:46:38,GMT,MerchantPayout,\"TX700112233XT batch 71, HarbourGB\",EUR,,,,GBP,132.15,,,,,,71\n";

    private final AdyenReader reader = new AdyenReader(Map.of());

    private Reading read(String text) {
        return Reading.of(reader, Reading.file("settlement_detail_report_batch_71.csv", text));
    }

    private Fault refusal(String text) {
        return Reading.refusal(reader, Reading.file("settlement_detail_report_batch_71.csv", text));
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void a_batch_is_proven_to_the_penny() {
        Batch batch = read(GOOD).batch();
        assertThat(batch.key()).hasToString("adyen HarbourGB batch 71 GBP");
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.warnings()).isEmpty();
        assertThat(batch.lines()).isEqualTo(5);
        assertThat(batch.net())
                .isEqualTo(Map.of(
                        LineKind.SALE, gbp("153.15"),
                        LineKind.REFUND, gbp("-19.90"),
                        LineKind.FEE, gbp("-1.10"),
                        LineKind.PAYOUT, gbp("-132.15")));
        assertThat(batch.paidOut()).isEqualTo(gbp("132.15"));
        assertThat(batch.sum()).isEqualTo(gbp("0.00"));
        assertThat(batch.first()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(batch.last()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void a_sale_has_its_references_and_each_fee_its_kind() {
        SettlementLine sale = read(GOOD).line(2);
        assertThat(sale.kind()).isEqualTo(LineKind.SALE);
        assertThat(sale.type()).isEqualTo("Settled");
        assertThat(sale.gross()).isEqualTo(gbp("120.00"));
        assertThat(sale.net()).isEqualTo(gbp("118.35"));
        assertThat(sale.fees())
                .containsExactly(
                        new Fee(FeeKind.MARKUP, gbp("0.60")),
                        new Fee(FeeKind.SCHEME, gbp("0.25")),
                        new Fee(FeeKind.INTERCHANGE, gbp("0.80")));
        assertThat(sale.references()).isEqualTo(new References("HL7QX2M9KD45TR81", "WC3HL7QX2M9KD45T", "HL-10234", ""));
    }

    @Test
    void a_refund_takes_money_and_may_give_a_fee_back() {
        SettlementLine refund = read(GOOD).line(4);
        assertThat(refund.kind()).isEqualTo(LineKind.REFUND);
        assertThat(refund.gross()).isEqualTo(gbp("-20.00"));
        assertThat(refund.net()).isEqualTo(gbp("-19.90"));
        assertThat(refund.fees()).containsExactly(new Fee(FeeKind.COMMISSION, gbp("-0.10")));
        assertThat(refund.unexplained()).isEqualTo(gbp("0.00"));
    }

    @Test
    void what_is_of_no_payment_has_its_text_and_no_gross() {
        SettlementLine payout = read(GOOD).line(6);
        assertThat(payout.kind()).isEqualTo(LineKind.PAYOUT);
        assertThat(payout.gross()).isEqualTo(gbp("0.00"));
        assertThat(payout.net()).isEqualTo(gbp("-132.15"));
        assertThat(payout.references()).isEqualTo(References.NONE);
        assertThat(payout.text()).isEqualTo("TX700112233XT batch 71, HarbourGB");
    }

    @Test
    void a_payment_in_another_currency_keeps_it_and_its_rate() {
        Reading reading = read(HEADER
                + "HarbourGB,HL7QX2M9KD45TR83,HL-10236,2026-11-20 10:00:00,GMT,Settled,WC3A,EUR,,20.00,0.8969444665577660,GBP,,17.58,,0.10,0.06,0.20,72\n"
                + "HarbourGB,,,2026-11-21 00:46:38,GMT,MerchantPayout,TX1XT,,,,,GBP,17.58,,,,,,72\n");
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().warnings()).isEmpty();
        assertThat(reading.line(2).gross()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(reading.line(2).rate()).isEqualTo(new BigDecimal("0.8969444665577660"));
        assertThat(reading.line(2).kept()).isEqualTo(gbp("0.36"));
    }

    @Test
    void what_a_chargeback_costs_is_the_fee_for_it_wherever_it_stands() {
        Reading reading = read(HEADER
                + "HarbourGB,HL7QX2M9KD45TR81,HL-10234,2026-11-20 10:00:00,GMT,Chargeback,CB1,GBP,120.00,,1,GBP,127.50,,,7.50,,,73\n"
                + "HarbourGB,,,2026-11-21 00:46:38,GMT,MerchantPayin,from the bank,,,,,GBP,,127.50,,,,,73\n");
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().paidOut()).isEqualTo(gbp("-127.50"));
        assertThat(reading.line(2).gross()).isEqualTo(gbp("-120.00"));
        assertThat(reading.line(2).fees()).containsExactly(new Fee(FeeKind.CHARGEBACK, gbp("7.50")));
    }

    @Test
    void a_batch_may_be_paid_out_several_times() {
        Reading reading = read(HEADER
                + "HarbourGB,P1,HL-10237,2026-11-20 10:00:00,GMT,Settled,M1,GBP,,50.00,1,GBP,,50.00,,,,,74\n"
                + "HarbourGB,,,2026-11-21 00:46:38,GMT,MerchantPayout,TX1XT,,,,,GBP,30.00,,,,,,74\n"
                + "HarbourGB,,,2026-11-21 00:46:39,GMT,MerchantPayout,TX2XT,,,,,GBP,20.00,,,,,,74\n");
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().paidOut()).isEqualTo(gbp("50.00"));
        assertThat(reading.lines()).extracting(SettlementLine::text).containsExactly("", "TX1XT", "TX2XT");
    }

    @Test
    void a_batch_may_carry_its_balance_to_the_next_and_pay_nothing_out() {
        Batch batch = read(HEADER
                        + "HarbourGB,,,2026-11-20 00:10:00,GMT,Balancetransfer,Balancetransfer from batch 74,,,,,GBP,,4.10,,,,,75\n"
                        + "HarbourGB,P1,HL-10238,2026-11-20 10:00:00,GMT,Settled,M1,GBP,,50.00,1,GBP,,49.50,0.50,,,,75\n"
                        + "HarbourGB,,,2026-11-21 00:46:38,GMT,Balancetransfer,Balancetransfer to batch 76,,,,,GBP,53.60,0,,,,,75\n")
                .batch();
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.net(LineKind.BALANCE_CARRY)).isEqualTo(gbp("-49.50"));
        assertThat(batch.opening()).isEqualTo(gbp("4.10"));
        assertThat(batch.closing()).isEqualTo(gbp("53.60"));
        assertThat(batch.paidOut()).isEqualTo(gbp("0.00"));
    }

    @Test
    void one_file_has_several_accounts_and_currencies_and_one_bad_batch_stops_no_other() {
        Reading reading = read(HEADER
                + "HarbourGB,P1,HL-10239,2026-11-20 10:00:00,GMT,Settled,M1,GBP,,50.00,1,GBP,,50.00,,,,,80\n"
                + "HarbourGB,P2,HL-10240,2026-11-20 10:00:00,GMT,Settled,M2,EUR,,60.00,1,EUR,,60.00,,,,,80\n"
                + "HarbourIE,P3,HL-10241,2026-11-20 10:00:00,GMT,Settled,M3,EUR,,\"1,070.00\",1,EUR,,1070.00,,,,,12\n"
                + "HarbourGB,,,2026-11-21 00:46:38,GMT,MerchantPayout,TX1XT,,,,,GBP,50.00,,,,,,80\n"
                + "HarbourGB,,,2026-11-21 00:46:38,GMT,MerchantPayout,TX2XT,,,,,EUR,60.00,,,,,,80\n"
                + "HarbourIE,,,2026-11-21 00:46:38,GMT,MerchantPayout,TX3XT,,,,,EUR,1070.00,,,,,,12\n");
        assertThat(reading.batches())
                .extracting(batch -> batch.key() + " " + batch.isProven())
                .containsExactly(
                        "adyen HarbourGB batch 80 GBP true",
                        "adyen HarbourGB batch 80 EUR true",
                        "adyen HarbourIE batch 12 EUR false");
        assertThat(reading.lines()).extracting(SettlementLine::number).containsExactly(2L, 3L, 5L, 6L, 7L);
        Fault fault = reading.batch("adyen HarbourIE batch 12 EUR").faults().get(0);
        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.column()).isEqualTo("Gross Credit (GC)");
        assertThat(fault.value()).isEqualTo("1,070.00");
    }

    @Test
    void the_gross_of_a_sale_may_stand_in_the_debit_column() {
        Reading reading = read(HEADER
                + "HarbourGB,P1,HL-10242,2026-11-20 10:00:00,GMT,Settled,M1,GBP,50.00,0,1,GBP,0,49.50,0.50,,,,81\n"
                + "HarbourGB,,,2026-11-21 00:46:38,GMT,MerchantPayout,TX1XT,,,,,GBP,49.50,,,,,,81\n");
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().warnings()).isEmpty();
        assertThat(reading.line(2).gross()).isEqualTo(gbp("50.00"));
        assertThat(reading.line(2).net()).isEqualTo(gbp("49.50"));
    }

    @Test
    void the_gross_of_a_sale_stands_in_one_column() {
        Fault fault = read(HEADER
                        + "HarbourGB,P1,HL-10242,2026-11-20 10:00:00,GMT,Settled,M1,GBP,50.00,50.00,1,GBP,0,49.50,0.50,,,,81\n")
                .fault();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo("Gross Debit (GC)");
        assertThat(fault.value()).isEqualTo("50.00");
    }

    @Test
    void a_small_sale_may_cost_more_than_it_brings() {
        Reading reading = read(
                HEADER
                        + "HarbourGB,P1,HL-10243,2026-11-20 10:00:00,GMT,Settled,M1,INR,,10.00,0.009,GBP,0.03,,0.12,,,,82\n"
                        + "HarbourGB,,,2026-11-21 00:46:38,GMT,Balancetransfer,Balancetransfer to batch 83,,,,,GBP,,0.03,,,,,82\n");
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().warnings()).isEmpty();
        assertThat(reading.line(2).gross()).isEqualTo(Money.of("10.00", "INR"));
        assertThat(reading.line(2).net()).isEqualTo(gbp("-0.03"));
    }

    @Test
    void a_line_that_contradicts_itself_is_told_and_its_batch_is_proven() {
        Batch batch = read(HEADER
                        + "HarbourGB,P1,HL-10244,2026-11-20 10:00:00,GMT,Settled,M1,GBP,,50.00,1,GBP,,40.00,0.50,,,,84\n"
                        + "HarbourGB,,,2026-11-21 00:46:38,GMT,MerchantPayout,TX1XT,,,,,GBP,40.00,,,,,,84\n")
                .batch();
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.warnings()).hasSize(1);
        assertThat(batch.warnings().get(0).line()).isEqualTo(2);
        assertThat(batch.warnings().get(0).why())
                .isEqualTo("GBP 50.00 at 1 less fees of GBP 0.50 comes to GBP 49.50, and its net is GBP 40.00");
    }

    @Test
    void a_payment_of_which_nothing_says_what_it_is_worth_stops_its_batch() {
        Fault fault = read(GOOD.replace("GBP,,118.35,", "GBP,,,")).fault();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo("Net Credit (NC)");
        assertThat(fault.value()).isEmpty();
        assertThat(fault.why()).isEqualTo("is empty, and Net Debit (NC) too");

        String cutOff = HEADER + GOOD.lines().toList().get(1).replace("GBP,,118.35,", "GBP,,,");
        assertThat(read(cutOff).batch().isProven()).isFalse();
        assertThat(read(cutOff.replace(",120.00,", ",0,")).batch().isProven())
                .as("of a payment of nothing")
                .isTrue();
    }

    @Test
    void a_type_that_is_not_known_stops_its_batch_by_name() {
        Fault fault = read(GOOD.replace("GMT,Fee,", "GMT,EpaPaid,")).fault();
        assertThat(fault.line()).isEqualTo(5);
        assertThat(fault.column()).isEqualTo("Type");
        assertThat(fault.value()).isEqualTo("EpaPaid");
        assertThat(fault.remedy()).contains("adyen/EpaPaid");
    }

    @Test
    void a_type_is_what_people_have_told() {
        AdyenReader told = new AdyenReader(Map.of("epapaid", LineKind.ADJUSTMENT));
        Reading reading = Reading.of(told, Reading.file("71.csv", GOOD.replace("GMT,Fee,", "GMT,EpaPaid,")));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(5).kind()).isEqualTo(LineKind.ADJUSTMENT);
        assertThat(reading.line(5).net()).isEqualTo(gbp("-1.10"));
    }

    @Test
    void types_are_known_in_lower_case() {
        Reading reading = read(GOOD.replace("Settled", "settled").replace("Refunded", "refunded"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().net(LineKind.REFUND)).isEqualTo(gbp("-19.90"));
        assertThat(reading.line(2).type()).isEqualTo("settled");
    }

    @Test
    void a_batch_that_does_not_come_to_nothing_is_stopped() {
        Reading reading = read(GOOD.replace("GBP,132.15,", "GBP,132.14,"));
        assertThat(reading.fault().line()).isZero();
        assertThat(reading.fault().why())
                .isEqualTo("its lines come to GBP 0.01 together with what was paid out, and must come to nothing");
        assertThat(reading.lines()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "MerchantPayout, '', 5.00",
        "MerchantPayin, 5.00, ''",
        "MatchedStatement, 5.00, ''",
        "BankInstructionReturned, 5.00, ''"
    })
    void money_between_adyen_and_the_bank_moves_the_way_that_its_type_says(String type, String debit, String credit) {
        Fault fault = read(HEADER + "HarbourGB,,,2026-11-21 00:46:38,GMT," + type + ",TX1XT,,,,,GBP," + debit + ","
                        + credit + ",,,,,86\n")
                .fault();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo("Type");
        assertThat(fault.value()).isEqualTo(type);
        assertThat(fault.why()).isEqualTo("moves GBP 5.00 the wrong way between Adyen and the bank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "118.35 | '\"1,118.35\"' | Net Credit (NC) | 1,118.35",
                "118.35 | 1.1835E+2 | Net Credit (NC) | 1.1835E+2",
                "118.35 | 118.355 | Net Credit (NC) | 118.355",
                "118.35 | -118.35 | Net Credit (NC) | -118.35",
                "118.35 | 118.35 GBP | Net Credit (NC) | 118.35 GBP",
                "120.00 | '\"120,00\"' | Gross Credit (GC) | 120,00",
                "0.60 | 0.6.0 | Markup (NC) | 0.6.0",
                "HL7QX2M9KD45TR81 | 1.23E+22 | Psp Reference | 1.23E+22",
                "WC3HL7QX2M9KD45T | 7E+15 | Modification Reference | 7E+15",
                "2026-11-20 09:14:02 | 20/11/2026 09:14 | Creation Date | 20/11/2026 09:14",
                "2026-11-20 09:14:02 | 2026-02-30 | Creation Date | 2026-02-30"
            })
    void a_damaged_cell_stops_its_batch(String good, String damaged, String column, String value) {
        String first = GOOD.lines().limit(2).reduce("", (all, line) -> all + line + "\n");
        Fault fault = read(first.replaceFirst("\\Q" + good + "\\E", damaged)).fault();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.why()).isNotBlank();
        assertThat(fault.remedy()).isNotBlank();
    }

    @Test
    void yen_have_no_decimals() {
        String yen = HEADER
                + "HarbourJP,P1,HL-10245,2026-11-20 10:00:00,JST,Settled,M1,JPY,,3158,1,JPY,,3048,110,,,,5\n"
                + "HarbourJP,,,2026-11-21 00:46:38,JST,MerchantPayout,TX1XT,,,,,JPY,3048.00,,,,,,5\n";
        Reading reading = read(yen);
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(2).gross()).isEqualTo(Money.of("3158", "JPY"));
        assertThat(reading.batch().paidOut()).hasToString("JPY 3048");

        Fault fault = read(yen.replace(",3158,", ",31.58,")).fault();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo("Gross Credit (GC)");
        assertThat(fault.value()).isEqualTo("31.58");
    }

    @Test
    void columns_stand_in_any_order_and_others_may_be_between_them() {
        Reading reading = read(
                "Net Credit (NC),Batch Number,Reserved4,TYPE,Net  Currency,Net Debit (NC),Interchange (NC),Scheme Fees (NC),Markup (NC),"
                        + "Commission (NC),DCC Markup (NC),Exchange Rate,Gross Credit (GC),Gross Debit (GC),Gross Currency,"
                        + "Modification Reference,TimeZone,Creation Date,Booking Date,Merchant Reference,Merchant Order Reference,"
                        + "Psp Reference,Merchant Account\n"
                        + "49.30,85,x,Settled,GBP,,,,,0.50,0.20,1,50.00,,GBP,M1,GMT,2026-11-20 23:10:00,2026-11-22 00:10:00,HL-10246-1,HL-10246,P1,HarbourGB\n"
                        + ",85,,MerchantPayout,GBP,49.30,,,,,,,,,,TX1XT,GMT,2026-11-23 00:46:38,,,,,HarbourGB\n");
        assertThat(reading.batch().isProven()).isTrue();
        SettlementLine sale = reading.line(2);
        assertThat(sale.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(sale.fees())
                .containsExactly(new Fee(FeeKind.COMMISSION, gbp("0.50")), new Fee(FeeKind.OTHER, gbp("0.20")));
        assertThat(sale.references()).isEqualTo(new References("P1", "M1", "HL-10246-1", "HL-10246"));
        assertThat(reading.batch().last()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @CsvSource({"Merchant Account", "Exchange Rate", "Net Debit (NC)", "Interchange (NC)", "Psp Reference"})
    void a_file_without_a_column_that_is_needed_is_refused(String column) {
        Fault fault = refusal(GOOD.replace(column, "Something Else"));
        assertThat(fault.line()).isEqualTo(1);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.why()).isEqualTo("the column is missing");
    }

    @Test
    void a_file_with_a_column_twice_is_refused() {
        Fault fault = refusal(GOOD.replace("TimeZone", "net credit(NC)"));
        assertThat(fault.column()).isEqualTo("Net Credit (NC)");
        assertThat(fault.why()).isEqualTo("the column is there twice");
    }

    @Test
    void a_row_of_more_cells_than_columns_is_no_row_of_this_file() {
        Fault fault =
                refusal(GOOD.replace("\"TX700112233XT batch 71, HarbourGB\"", "TX700112233XT batch 71, HarbourGB"));
        assertThat(fault.line()).isEqualTo(6);
        assertThat(fault.why()).isEqualTo("has 20 cells and its header 19 columns");
    }

    @Test
    void a_row_that_says_no_batch_makes_the_file_unreadable() {
        Fault fault = refusal(GOOD.replace(",,0.60,0.25,0.80,71", ",,0.60,0.25,0.80,"));
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo("Batch Number");
    }

    /** Else it would be another batch than 380, and be posted beside it. */
    @Test
    void a_batch_of_which_a_spreadsheet_has_made_a_number_is_refused() {
        Fault fault = refusal(GOOD.replace(",,0.60,0.25,0.80,71", ",,0.60,0.25,0.80,71.0"));
        assertThat(fault.column()).isEqualTo("Batch Number");
        assertThat(fault.value()).isEqualTo("71.0");
    }

    @Test
    void a_number_of_a_batch_is_the_same_with_zeros_before_it() {
        assertThat(read(GOOD.replaceAll("71\n", "0071\n")).batch().key())
                .isEqualTo(read(GOOD).batch().key());
    }

    @Test
    void what_was_carried_in_words_that_nobody_knows_says_nothing_about_the_batch_before() {
        Batch batch = read(HEADER
                        + "HarbourGB,,,2026-11-20 00:10:00,GMT,Balancetransfer,Carried,,,,,GBP,,4.10,,,,,75\n"
                        + "HarbourGB,,,2026-11-21 00:46:38,GMT,MerchantPayout,TX1XT,,,,,GBP,4.10,,,,,,75\n")
                .batch();
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.opening()).isNull();
        assertThat(read(GOOD).batch().opening()).as("nothing was carried").isEqualTo(gbp("0.00"));
    }

    @Test
    void a_payment_in_another_currency_than_the_payouts_needs_a_rate() {
        String sale = "HarbourGB,P1,HL-1,2026-11-20 10:00:00,GMT,Settled,M1,EUR,,50.00,%s,GBP,,50.00,,,,,75\n";
        assertThat(read(HEADER + sale.formatted("1")).batch().faults())
                .noneMatch(fault -> fault.column().equals("Exchange Rate"));
        assertThat(read(HEADER + sale.formatted("")).batch().faults()).first().satisfies(fault -> {
            assertThat(fault.column()).isEqualTo("Exchange Rate");
            assertThat(fault.why()).contains("EUR 50.00", "GBP");
        });
    }

    @Test
    void a_file_that_ends_with_its_header_is_refused() {
        assertThat(refusal(HEADER).why()).isEqualTo("it has a header and no line below it");
        assertThat(refusal(HEADER).remedy()).contains("download the file from Adyen again");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(refusal("").why()).isEqualTo("it is empty");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_and_quotes_are_not_seen() {
        String quoted = GOOD.lines()
                .map(line -> line.contains("TX7") ? line : "\"" + line.replace(",", "\",\"") + "\"")
                .reduce("\uFEFF", (all, line) -> all + line + "\r\n");
        assertThat(read(quoted)).isEqualTo(read(GOOD));
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] bytes = GOOD.replace("HL-10235", "HL-\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Reading.refusal(reader, Reading.file("71.csv", bytes)).why())
                .isEqualTo("it holds bytes that are no text in the encoding of its provider");
    }

    @Test
    void other_files_are_not_its_own() throws IOException {
        for (String text : List.of("", "a,b\n", "id,Type,Source,Amount,Fee,Net\n", "\"RH\",1\n")) {
            assertThat(reader.reads(Head.of(Reading.file("x.csv", text)))).isFalse();
        }
    }
}
