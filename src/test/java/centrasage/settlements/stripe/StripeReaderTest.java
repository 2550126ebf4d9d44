package centrasage.settlements.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stripe's payout reconciliation report of the shop "Harbour & Line", written by us. */
class StripeReaderTest {
    private static final String HEADER =
            "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created_utc,"
                    + "created,currency,gross,fee,net,reporting_category,source_id,description,customer_facing_amount,"
                    + "customer_facing_currency,charge_id,payment_intent_id,payment_metadata[order],trace_id\n";

    private static final String CHARGE =
            row("po_71", "charge", "120.00", "3.80", "116.20", "ch_1,,120.00,gbp,ch_1,pi_1,HL-10234,");
    private static final String REFUND =
            row("po_71", "refund", "-20.00", "0.00", "-20.00", "re_1,,-20.00,gbp,ch_1,pi_1,HL-10234,");
    private static final String FEE = row("po_71", "fee", "-0.5", "0", "-0.5", ",\"Radar, November\",,,,,,");
    private static final String PAYOUT =
            row("po_71", "payout", "-95.70", "0.00", "-95.70", "po_71,STRIPE PAYOUT,,,,,,TR123");
    private static final String GOOD = HEADER + CHARGE + REFUND + FEE + PAYOUT;

    private final StripeReader reader = new StripeReader(StripeProfile.PLAIN);

    private static String row(String payout, String category, String gross, String fee, String net, String rest) {
        return payout + ",2026-11-24 00:00:00,txn_x,2026-11-20 23:30:00,2026-11-20 23:30:00,gbp," + gross + "," + fee
                + "," + net + "," + category + "," + rest + "\n";
    }

    private Reading read(String text) {
        return Reading.of(reader, Reading.file("payouts.csv", text));
    }

    private Reading read(StripeProfile profile, String text) {
        return Reading.of(new StripeReader(profile), Reading.file("payouts.csv", text));
    }

    private Fault refusal(String text) {
        return Reading.refusal(reader, Reading.file("payouts.csv", text));
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void a_payout_is_proven_to_the_penny() {
        Batch batch = read(GOOD).batch();
        assertThat(batch.key()).hasToString("stripe stripe batch po_71 GBP");
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.warnings()).isEmpty();
        assertThat(batch.lines()).isEqualTo(4);
        assertThat(batch.net())
                .isEqualTo(Map.of(
                        LineKind.SALE, gbp("116.20"),
                        LineKind.REFUND, gbp("-20.00"),
                        LineKind.FEE, gbp("-0.50"),
                        LineKind.PAYOUT, gbp("-95.70")));
        assertThat(batch.paidOut()).isEqualTo(gbp("95.70"));
        assertThat(batch.first()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(batch.last()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void a_charge_has_its_fee_and_its_references() {
        SettlementLine sale = read(GOOD).line(2);
        assertThat(sale.kind()).isEqualTo(LineKind.SALE);
        assertThat(sale.type()).isEqualTo("charge");
        assertThat(sale.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(sale.gross()).isEqualTo(gbp("120.00"));
        assertThat(sale.net()).isEqualTo(gbp("116.20"));
        assertThat(sale.rate()).isEqualTo(BigDecimal.ONE);
        assertThat(sale.fees()).containsExactly(new Fee(FeeKind.COMMISSION, gbp("3.80")));
        assertThat(sale.references()).isEqualTo(new References("pi_1", "ch_1", "", ""));
    }

    @Test
    void a_refund_is_of_the_payment_of_its_charge() {
        SettlementLine refund = read(GOOD).line(3);
        assertThat(refund.gross()).isEqualTo(gbp("-20.00"));
        assertThat(refund.fees()).isEmpty();
        assertThat(refund.references()).isEqualTo(new References("pi_1", "re_1", "", ""));
    }

    @Test
    void what_is_of_no_payment_has_its_text() {
        Reading reading = read(GOOD);
        assertThat(reading.line(4).kind()).isEqualTo(LineKind.FEE);
        assertThat(reading.line(4).net()).isEqualTo(gbp("-0.50"));
        assertThat(reading.line(4).gross()).isEqualTo(gbp("0.00"));
        assertThat(reading.line(4).text()).isEqualTo("Radar, November");
        assertThat(reading.line(5).kind()).isEqualTo(LineKind.PAYOUT);
        assertThat(reading.line(5).text()).isEqualTo("STRIPE PAYOUT TR123");
        assertThat(reading.line(5).references()).isEqualTo(References.NONE);
    }

    @Test
    void a_payout_is_of_the_day_on_which_it_left_the_balance() {
        assertThat(read(GOOD).line(5).bookedOn()).isEqualTo(LocalDate.of(2026, 11, 24));
        String undated = GOOD.replace("2026-11-24 00:00:00", "");
        assertThat(read(undated).line(5).bookedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        String universal = GOOD.replace(",automatic_payout_effective_at,", ",automatic_payout_effective_at_utc,");
        assertThat(read(universal).line(5).bookedOn()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void a_payout_may_be_written_with_the_other_sign() {
        Reading reading = read(GOOD.replace("-95.70,0.00,-95.70", "95.70,0.00,95.70"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().paidOut()).isEqualTo(gbp("95.70"));
        assertThat(reading.line(5).net()).isEqualTo(gbp("-95.70"));
        assertThat(reading.lines()).extracting(SettlementLine::number).containsExactly(2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @CsvSource({"20.00", "-20.00"})
    void the_bank_may_have_to_pay(String payout) {
        Reading reading = read(HEADER + REFUND + row("po_71", "payout", payout, "0", payout, "po_71,,,,,,,"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(3).net()).isEqualTo(gbp("20.00"));
        assertThat(reading.batch().paidOut()).isEqualTo(gbp("-20.00"));
    }

    @ParameterizedTest
    @CsvSource({"-95.71, GBP -0.01", "95.71, GBP 191.41", "-95.69, GBP 0.01", "0, GBP 95.70"})
    void a_payout_that_its_lines_do_not_come_to_is_stopped(String payout, String sum) {
        Reading reading =
                read(HEADER + CHARGE + REFUND + FEE + row("po_71", "payout", payout, "0", payout, "po_71,,,,,,,"));
        assertThat(reading.fault().line()).isZero();
        assertThat(reading.fault().why())
                .isEqualTo("its lines come to " + sum + " together with what was paid out, and must come to nothing");
        assertThat(reading.lines()).hasSize(4);
    }

    @Test
    void one_file_has_several_payouts_and_one_bad_one_stops_no_other() {
        Reading reading = read(GOOD
                + row("po_72", "charge", "50.00", "1.20", "48.80", "ch_2,,,,ch_2,,,")
                + row("po_73", "charge", "\"1,050.00\"", "1.20", "1048.80", "ch_3,,,,ch_3,pi_3,,")
                + row("po_72", "payout", "-48.80", "0.00", "-48.80", "po_72,,,,,,,")
                + row("po_73", "payout", "-1048.80", "0.00", "-1048.80", "po_73,,,,,,,"));
        assertThat(reading.batches())
                .extracting(batch -> batch.key() + " " + batch.isProven())
                .containsExactly(
                        "stripe stripe batch po_71 GBP true",
                        "stripe stripe batch po_72 GBP true",
                        "stripe stripe batch po_73 GBP false");
        assertThat(reading.line(6).references()).isEqualTo(new References("ch_2", "ch_2", "", ""));
        Fault fault = reading.batch("stripe stripe batch po_73 GBP").faults().get(0);
        assertThat(fault.line()).isEqualTo(7);
        assertThat(fault.column()).isEqualTo("gross");
        assertThat(fault.value()).isEqualTo("1,050.00");
    }

    @Test
    void what_no_payout_has_paid_is_told_by_its_day_and_never_proven() {
        Reading reading = read(GOOD
                + row("", "charge", "50.00", "1.20", "48.80", "ch_2,,,,ch_2,pi_2,,")
                + row("", "charge", "10.00", "0.40", "9.60", "ch_3,,,,ch_3,pi_3,,")
                        .replace("2026-11-20", "2026-11-21")
                + row("", "payout", "-48.80", "0.00", "-48.80", "po_99,by hand,,,,,,"));
        assertThat(reading.batches())
                .extracting(batch -> batch.key() + " " + batch.lines() + " " + batch.sum() + " " + batch.isProven())
                .containsExactly(
                        "stripe stripe batch po_71 GBP 4 GBP 0.00 true",
                        "stripe stripe batch none-2026-11-20 GBP 2 GBP 0.00 false",
                        "stripe stripe batch none-2026-11-21 GBP 1 GBP 9.60 false");
        assertThat(reading.lines()).hasSize(7);
        assertThat(reading.batches().get(1).faults())
                .extracting(Fault::why)
                .containsExactly("its lines carry no automatic payout, so that nothing proves them");
    }

    @Test
    void an_unpaid_line_of_no_day_stops_no_other() {
        Reading reading = read(GOOD
                + row("", "charge", "50.00", "1.20", "48.80", "ch_2,,,,ch_2,pi_2,,")
                        .replace("2026-11-20", "20/11/2026"));
        assertThat(reading.batch("stripe stripe batch po_71 GBP").isProven()).isTrue();
        Batch undated = reading.batch("stripe stripe batch none-undated GBP");
        assertThat(undated.isProven()).isFalse();
        assertThat(undated.faults().get(0).column()).isEqualTo("created");
        assertThat(undated.faults().get(0).value()).isEqualTo("20/11/2026 23:30:00");
    }

    @Test
    void a_payout_without_its_row_is_stopped_unless_somebody_has_said_that_files_have_none() {
        String rows = HEADER + CHARGE + REFUND + FEE;
        assertThat(read(rows).fault().why())
                .isEqualTo("it has no row of its payout, which would prove its lines; they come to GBP 95.70");

        StripeProfile implied = new StripeProfile("HarbourGB", PayoutRows.IMPLIED, List.of(), Map.of());
        Reading reading = read(implied, rows);
        assertThat(reading.batch().key()).hasToString("stripe HarbourGB batch po_71 GBP");
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().paidOut()).isEqualTo(gbp("95.70"));
        assertThat(reading.batch().lines()).isEqualTo(4);
        SettlementLine payout = reading.line(0);
        assertThat(payout.kind()).isEqualTo(LineKind.PAYOUT);
        assertThat(payout.net()).isEqualTo(gbp("-95.70"));
        assertThat(payout.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void a_payout_that_is_implied_is_still_proven_by_its_row_where_it_has_one_and_not_made_of_bad_lines() {
        StripeProfile implied = new StripeProfile("stripe", PayoutRows.IMPLIED, List.of(), Map.of());
        assertThat(read(implied, GOOD)).isEqualTo(read(GOOD));
        assertThat(read(implied, HEADER + CHARGE.replace("120.00,3.80", "1.2E+2,3.80") + REFUND)
                        .lines())
                .extracting(SettlementLine::number)
                .containsExactly(3L);
    }

    @Test
    void a_payment_in_another_currency_keeps_it_and_has_the_rate_of_both_amounts() {
        Reading reading = read(HEADER
                + row("po_74", "charge", "86.96", "2.71", "84.25", "ch_4,,100.00,EUR,ch_4,pi_4,,")
                + row("po_74", "refund", "-43.48", "0", "-43.48", "re_4,,50.00,eur,ch_4,pi_4,,")
                + row("po_74", "charge", "5.21", "0.27", "4.94", "ch_5,,1000,jpy,ch_5,pi_5,,")
                + row("po_74", "payout", "-45.71", "0", "-45.71", "po_74,,,,,,,"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().warnings()).isEmpty();
        assertThat(reading.line(2).gross()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(reading.line(2).rate()).isEqualByComparingTo("0.8696");
        assertThat(reading.line(3).gross()).isEqualTo(Money.of("-50.00", "EUR"));
        assertThat(reading.line(3).rate()).isEqualByComparingTo("0.8696");
        assertThat(reading.line(4).gross()).isEqualTo(Money.of("1000", "JPY"));
        assertThat(reading.line(4).rate()).isEqualByComparingTo("0.00521");
        assertThat(reading.line(4).unexplained()).isEqualTo(gbp("0.00"));
    }

    @Test
    void what_the_shopper_saw_is_a_decimal_of_its_own_currency() {
        Fault nothing = read(HEADER + row("po_74", "charge", "86.96", "0", "86.96", "ch_4,,0.00,eur,ch_4,pi_4,,"))
                .fault();
        assertThat(nothing.column()).isEqualTo("customer_facing_amount");
        assertThat(nothing.value()).isEqualTo("0.00");
        Fault decimals = read(HEADER + row("po_74", "charge", "5.21", "0", "5.21", "ch_4,,1000.5,jpy,ch_4,pi_4,,"))
                .fault();
        assertThat(decimals.value()).isEqualTo("1000.5");
        Fault currency = read(HEADER + row("po_74", "charge", "5.21", "0", "5.21", "ch_4,,1000,,ch_4,pi_4,,"))
                .fault();
        assertThat(currency.column()).isEqualTo("customer_facing_currency");
    }

    @Test
    void a_dispute_has_its_fee_and_may_be_won() {
        Reading reading = read(HEADER
                + row("po_75", "dispute", "-30.00", "15.00", "-45.00", "dp_1,,30.00,gbp,ch_1,pi_1,,")
                + row("po_75", "dispute_reversal", "30.00", "-15.00", "45.00", "dp_1,,30.00,gbp,ch_1,pi_1,,")
                + row("po_75", "refund_failure", "20.00", "0", "20.00", "re_1,,20.00,gbp,ch_1,pi_1,,")
                + row("po_75", "charge_failure", "-5.00", "0", "-5.00", "py_1,,5.00,gbp,py_1,pi_6,,")
                + row("po_75", "payout", "-15.00", "0", "-15.00", "po_75,,,,,,,"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(2).kind()).isEqualTo(LineKind.CHARGEBACK);
        assertThat(reading.line(2).gross()).isEqualTo(gbp("-30.00"));
        assertThat(reading.line(2).net()).isEqualTo(gbp("-45.00"));
        assertThat(reading.line(2).fees()).containsExactly(new Fee(FeeKind.CHARGEBACK, gbp("15.00")));
        assertThat(reading.line(3).kind()).isEqualTo(LineKind.CHARGEBACK_REVERSAL);
        assertThat(reading.line(3).fees()).containsExactly(new Fee(FeeKind.CHARGEBACK, gbp("-15.00")));
        assertThat(reading.line(4).kind()).isEqualTo(LineKind.REFUND_REVERSAL);
        assertThat(reading.line(5).kind()).isEqualTo(LineKind.REFUND);
    }

    @ParameterizedTest
    @CsvSource({
        "network_cost, -3.00, FEE",
        "fee, 3.00, FEE",
        "payout_reversal, 3.00, PAYOUT_RETURN",
        "topup, 3.00, PAYOUT",
        "risk_reserved_funds, -3.00, RESERVE",
        "risk_reserved_funds, 3.00, RESERVE",
        "other_adjustment, -3.00, ADJUSTMENT",
        "FEE, -3.00, FEE"
    })
    void a_line_is_what_its_category_says(String category, String amount, LineKind kind) {
        BigDecimal paid = new BigDecimal("96.20").add(new BigDecimal(amount)).negate();
        Reading reading = read(HEADER
                + CHARGE
                + REFUND
                + row("po_71", category, amount, "0", amount, ",,,,,,,")
                + row("po_71", "payout", paid.toPlainString(), "0", paid.toPlainString(), "po_71,,,,,,,"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(4).kind()).isEqualTo(kind);
        assertThat(reading.line(4).net()).isEqualTo(gbp(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "transfer",
        "advance",
        "advance_funding",
        "anticipation_repayment",
        "connect_reserved_funds",
        "contribution",
        "partial_capture_reversal",
        "platform_earning",
        "tax",
        "''"
    })
    void a_category_that_is_not_known_stops_its_batch_by_name(String category) {
        Fault fault = read(HEADER + CHARGE + row("po_71", category, "-1.00", "0", "-1.00", ",,,,,,,"))
                .fault();
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo("reporting_category");
        assertThat(fault.value()).isEqualTo(category);
        assertThat(fault.remedy()).contains("stripe/" + category);
    }

    @Test
    void a_category_is_what_people_have_told() {
        StripeProfile told =
                new StripeProfile("stripe", PayoutRows.IN_THE_FILE, List.of(), Map.of("contribution", LineKind.FEE));
        Reading reading = read(told, GOOD.replace("-0.5,fee,", "-0.5,Contribution,"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(4).kind()).isEqualTo(LineKind.FEE);
    }

    @ParameterizedTest
    @CsvSource({"charge, -1.00", "refund, 1.00", "dispute, 1.00", "dispute_reversal, -1.00", "payout_reversal, -1.00"})
    void a_wrong_sign_is_refused_and_not_turned(String category, String amount) {
        Fault fault = read(HEADER + row("po_71", category, amount, "0", amount, "x_1,,,,,,,"))
                .fault();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo("gross");
        assertThat(fault.value()).isEqualTo(amount);
        assertThat(fault.why()).isEqualTo("has the wrong sign for a " + category);
    }

    @Test
    void a_payment_of_which_net_gross_and_fee_disagree_is_told_and_its_batch_is_proven() {
        Batch much = read(HEADER + CHARGE.replace(",3.80,", ",4.80,") + REFUND + FEE + PAYOUT)
                .batch();
        assertThat(much.isProven()).isTrue();
        assertThat(much.warnings()).hasSize(1);
        assertThat(much.warnings().get(0).why())
                .isEqualTo("GBP 120.00 at 1 less fees of GBP 4.80 comes to GBP 115.20, and its net is GBP 116.20");
        Batch penny = read(HEADER + CHARGE.replace(",3.80,", ",3.81,") + REFUND + FEE + PAYOUT)
                .batch();
        assertThat(penny.isProven()).isTrue();
        assertThat(penny.warnings()).hasSize(1);
        assertThat(penny.warnings().get(0).line()).isEqualTo(2);
        assertThat(penny.warnings().get(0).why())
                .isEqualTo("GBP 120.00 at 1 less fees of GBP 3.81 comes to GBP 116.19, and its net is GBP 116.20");
    }

    @Test
    void a_payout_is_taken_at_its_net_which_its_lines_prove() {
        Batch batch =
                read(GOOD.replace("-95.70,0.00,-95.70", "-96.00,0.00,-95.70")).batch();
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.paidOut()).isEqualTo(gbp("95.70"));
        assertThat(batch.warnings()).extracting(Fault::line).containsExactly(5L);
    }

    @Test
    void any_other_line_of_which_net_gross_and_fee_disagree_stops_its_batch() {
        Fault fault = read(GOOD.replace("-0.5,0,-0.5", "-0.5,0,-0.6")).fault();
        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.column()).isEqualTo("net");
        assertThat(fault.value()).isEqualTo("-0.6");
        assertThat(fault.why()).isEqualTo("is not its gross less its fee, GBP -0.50");
    }

    @Test
    void a_fee_on_a_payout_stops_its_batch_because_nobody_can_say_what_the_bank_got() {
        Fault fault =
                read(GOOD.replace("-95.70,0.00,-95.70", "-94.70,1.00,-95.70")).fault();
        assertThat(fault.line()).isEqualTo(5);
        assertThat(fault.column()).isEqualTo("fee");
        assertThat(fault.value()).isEqualTo("1.00");
        Reading processing = read(GOOD.replace("-0.5,0,-0.5", "-0.4,0.1,-0.5"));
        assertThat(processing.batch().isProven()).isTrue();
        assertThat(processing.line(4).fees()).containsExactly(new Fee(FeeKind.PROCESSING, gbp("0.10")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",120.00,3.80, | ',\"1,120.00\",3.80,' | gross | 1,120.00",
                ",120.00,3.80, | ',\"120,00\",3.80,' | gross | 120,00",
                ",120.00,3.80, | ',1.2E+2,3.80,' | gross | 1.2E+2",
                ",120.00,3.80, | ',120.005,3.80,' | gross | 120.005",
                ",3.80,116.20 | ',\u00a33.80,116.20' | fee | \u00a33.80",
                ",116.20, | ',116.2.0,' | net | 116.2.0",
                "pi_1 | 1.23E+22 | payment_intent_id | 1.23E+22",
                "ch_1,, | '4.2E+15,,' | source_id | 4.2E+15",
                ",2026-11-20 23:30:00,gbp | ',20/11/2026 23:30,gbp' | created | 20/11/2026 23:30",
                "2026-11-24 00:00:00 | 2026-11-31 | automatic_payout_effective_at | 2026-11-31"
            })
    void a_damaged_cell_stops_its_batch(String good, String damaged, String column, String value) {
        assertThat(CHARGE).contains(good);
        Fault fault = read(HEADER + CHARGE.replaceFirst("\\Q" + good + "\\E", damaged) + REFUND + FEE + PAYOUT)
                .fault();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.value()).isEqualTo(value);
    }

    @Test
    void yen_have_no_decimals() {
        Reading reading = read(HEADER
                + row("po_76", "charge", "5000", "180", "4820", "ch_7,,5000,jpy,ch_7,pi_7,,")
                        .replace(",gbp,", ",jpy,")
                + row("po_76", "payout", "-4820", "0", "-4820.00", "po_76,,,,,,,")
                        .replace(",gbp,", ",JPY,"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().paidOut()).hasToString("JPY 4820");
    }

    @Test
    void the_shops_reference_stands_in_the_first_column_of_those_named_that_is_filled() {
        StripeProfile profile = new StripeProfile(
                "stripe",
                PayoutRows.IN_THE_FILE,
                List.of("payment_metadata[order_number]", "payment_metadata[order]", "description"),
                Map.of());
        Reading reading = read(
                profile, GOOD.replace("re_1,,-20.00,gbp,ch_1,pi_1,HL-10234,", "re_1,HL-77,-20.00,gbp,ch_1,pi_1,,"));
        assertThat(reading.line(2).references().merchant()).isEqualTo("HL-10234");
        assertThat(reading.line(3).references().merchant()).isEqualTo("HL-77");

        StripeProfile missing =
                new StripeProfile("stripe", PayoutRows.IN_THE_FILE, List.of("payment_metadata[number]"), Map.of());
        assertThat(Reading.refusal(new StripeReader(missing), Reading.file("payouts.csv", GOOD))
                        .column())
                .isEqualTo("payment_metadata[number]");
    }

    @Test
    void files_are_of_an_account() {
        assertThatThrownBy(() -> new StripeProfile(" ", PayoutRows.IN_THE_FILE, List.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columns_are_few_and_stand_in_any_order() {
        Reading reading = read("""
                Net,fee,GROSS,reporting_category,source_id,created_utc,Currency,automatic_payout_id,something_new
                9.50,0.50,10.00,charge,ch_8,2026-12-31 23:59:59,EUR,po_77,"a, b"
                -9.50,0,-9.50,payout,po_77,2027-01-01 00:00:00,EUR,po_77,
                """);
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().first()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(reading.batch().last()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(reading.line(2).references()).isEqualTo(new References("", "ch_8", "", ""));
        assertThat(reading.line(2).gross()).isEqualTo(Money.of("10.00", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"automatic_payout_id", "currency", "gross", "fee", "net", "reporting_category", "source_id"})
    void a_file_without_a_column_that_is_needed_is_refused(String column) {
        Fault fault = refusal(("," + GOOD)
                .replaceFirst("," + column + ",", ",something_else,")
                .substring(1));
        assertThat(fault.line()).isEqualTo(1);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.why()).isEqualTo("the column is missing");
    }

    @Test
    void a_file_without_any_day_is_refused() {
        assertThat(refusal(GOOD.replaceFirst("created_utc,created", "a,b")).column())
                .isEqualTo("created_utc");
    }

    @Test
    void a_row_of_no_currency_or_too_many_cells_makes_the_file_unreadable() {
        Fault currency = refusal(GOOD.replace(",gbp,120.00", ",,120.00"));
        assertThat(currency.line()).isEqualTo(2);
        assertThat(currency.column()).isEqualTo("currency");
        Fault cells = refusal(GOOD.replace("STRIPE PAYOUT", "STRIPE, PAYOUT"));
        assertThat(cells.line()).isEqualTo(5);
        assertThat(cells.why()).isEqualTo("has 19 cells and its header 18 columns");
    }

    @Test
    void a_file_that_ends_with_its_header_is_refused() {
        assertThat(refusal(HEADER).why()).isEqualTo("it has a header and no line below it");
        assertThat(refusal(HEADER).remedy()).contains("make the report again");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(refusal("").why()).isEqualTo("it is empty");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_and_quotes_are_not_seen() {
        String quoted = GOOD.lines()
                .map(line -> line.contains("Radar") ? line : "\"" + line.replace(",", "\",\"") + "\"")
                .reduce("\uFEFF", (all, line) -> all + line + "\r\n");
        assertThat(read(quoted)).isEqualTo(read(GOOD));
    }

    @Test
    void other_files_are_not_its_own() throws IOException {
        for (String text : List.of("", "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC)\n", "\"RH\",1\n")) {
            assertThat(reader.reads(Head.of(Reading.file("x.csv", text)))).isFalse();
        }
    }
}
