package centrasage.settlements.klarna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Reading;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Klarna's CSV, of which we have no real file: these are made from its documentation, of a payout of Harbour & Line that has one row of each
 * type.
 */
class KlarnaReaderTest {
    private static final String TOTALS_HEADER =
            "total_sale_amount;total_fee_amount;total_fee_correction_amount;total_tax_amount;total_return_amount;total_reversal_amount;total_commission_amount;total_commission_reversal_amount;total_credit_amount;total_charge_amount;total_holdback_amount;total_release_amount;opening_debt_balance;total_deposit_amount;total_repay_amount;closing_debt_balance;total_fee_refund_amount;total_settlement_amount;payment_reference;settlement_currency;payout_date;merchant_id;merchant_settlement_type;submerchant_id\n";
    private static final String TOTALS = TOTALS_HEADER
            + "200.00;5.38;0.00;1.08;30.00;5.00;1.50;0;3.00;2.00;10.00;5.00;12.00;0.00;12.00;0.00;0.75;144.79;XISA93DJ;GBP;2026-11-20T07:45:00Z;K123456;NET;\n";
    private static final String HEADER =
            "type;capture_date;sale_date;order_id;short_order_id;capture_id;merchant_reference1;"
                    + "merchant_reference2;amount;posting_currency;refund_id;detailed_type;reversal_reference\n";
    private static final String ROWS = """
        SALE;2026-11-10T09:12:00Z;2026-11-09T18:01:00Z;ce17b4cb-0001;AB12CD34;cap-1;HL-10234;10234;120.00;GBP;;PURCHASE;
        FEE;2026-11-10T09:12:00Z;2026-11-09T18:01:00Z;ce17b4cb-0001;AB12CD34;cap-1;HL-10234;10234;2.99;GBP;;PURCHASE_FEE_PERCENTAGE;
        FEE;2026-11-10T09:12:00Z;2026-11-09T18:01:00Z;ce17b4cb-0001;AB12CD34;cap-1;HL-10234;10234;0.20;GBP;;PURCHASE_FEE_FIXED;
        SALE;2026-11-12T23:59:59Z;2026-11-12T08:00:00Z;ce17b4cb-0002;AB12CD35;cap-2;HL-10235;10235;80.00;GBP;;PURCHASE;
        FEE;2026-11-12T23:59:59Z;2026-11-12T08:00:00Z;ce17b4cb-0002;AB12CD35;cap-2;HL-10235;10235;1.99;GBP;;PURCHASE_FEE_PERCENTAGE;
        FEE;2026-11-12T23:59:59Z;2026-11-12T08:00:00Z;ce17b4cb-0002;AB12CD35;cap-2;HL-10235;10235;0.20;GBP;;PURCHASE_FEE_FIXED;
        RETURN;2026-11-13T10:00:00Z;2026-11-01T10:00:00Z;ce17b4cb-0003;AB12CD36;;HL-10236;10236;30.00;GBP;ref-3;PURCHASE_RETURN;
        REVERSAL;2026-11-14T10:00:00Z;2026-10-01T10:00:00Z;ce17b4cb-0004;AB12CD37;;HL-10237;10237;45.00;GBP;;FRAUD_POLICY_CHARGE;krn:klarna:eu1:dispute:4
        REVERSAL_MERCHANT_PROTECTION;2026-11-14T10:00:00Z;;ce17b4cb-0004;AB12CD37;;HL-10237;10237;40.00;GBP;;FRAUD_POLICY_CREDIT_NET;krn:klarna:eu1:dispute:4
        COMMISSION;2026-11-15T10:00:00Z;;;;;;;1.50;GBP;;COMMISSION;
        HOLDBACK;2026-11-15T10:00:00Z;;;;;;;10.00;GBP;;ROLLING_RESERVE;
        RELEASE;2026-11-15T10:00:00Z;;;;;;;5.00;GBP;;ROLLING_RESERVE;
        CREDIT;2026-11-15T10:00:00Z;;;;;;;3.00;GBP;;CORRECTION_DISPUTE;
        CHARGE;2026-11-15T10:00:00Z;;;;;;;2.00;GBP;;PAYMENT_REMINDER;
        FEE_REFUND;;;;;;;;0.75;GBP;;DISPUTE_FEE_REFUND;
        """;
    private static final String FILE = TOTALS + "\n" + HEADER + ROWS;
    private static final Currency GBP = Currency.getInstance("GBP");

    private final List<SettlementLine> lines = new ArrayList<>();

    private Batch read(String text) throws IOException, UnreadableFile {
        return read(text, KlarnaSettings.DEFAULT);
    }

    private Batch read(String text, KlarnaSettings settings) throws IOException, UnreadableFile {
        return read(Reading.file("settlement.csv", text), settings);
    }

    private Batch read(Source source, KlarnaSettings settings) throws IOException, UnreadableFile {
        lines.clear();
        List<Batch> batches = new KlarnaReader(settings).read(source, lines::add);
        assertThat(batches).hasSize(1);
        return batches.get(0);
    }

    private Fault refused(String text) {
        return refused(Reading.file("settlement.csv", text));
    }

    private Fault refused(Source source) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> read(source, KlarnaSettings.DEFAULT));
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    private static KlarnaSettings signed() {
        return new KlarnaSettings(true, false, KlarnaSettings.FILE_NAME, Map.of());
    }

    /** Each row of a file changed. */
    private static String each(String text, UnaryOperator<String> change) {
        return text.lines().map(change).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Those that are taken with a minus sign. */
    private static String signs(String rows) {
        return each(
                rows,
                line -> line.matches("(FEE|RETURN|REVERSAL|HOLDBACK|CHARGE);.*")
                        ? line.replaceFirst(";(\\d+\\.\\d\\d);GBP", ";-$1;GBP")
                        : line);
    }

    private static String with(String total, String value) {
        List<String> names = List.of(TOTALS_HEADER.strip().split(";", -1));
        String[] values = TOTALS.lines().toList().get(1).split(";", -1);
        values[names.indexOf(total)] = value;
        return TOTALS_HEADER + String.join(";", values) + "\n";
    }

    @Test
    void a_payout_is_proven_to_the_penny_and_comes_to_nothing_with_what_was_paid_out() throws Exception {
        Batch batch = read(FILE);

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.key()).isEqualTo(new SettlementKey("klarna", "K123456", "XISA93DJ", GBP));
        assertThat(batch.lines()).isEqualTo(18);
        assertThat(batch.net())
                .containsOnly(
                        Map.entry(LineKind.SALE, gbp("200.00")),
                        Map.entry(LineKind.REFUND, gbp("-30.00")),
                        Map.entry(LineKind.CHARGEBACK, gbp("-45.00")),
                        Map.entry(LineKind.CHARGEBACK_REVERSAL, gbp("40.00")),
                        Map.entry(LineKind.FEE, gbp("-3.13")),
                        Map.entry(LineKind.RESERVE, gbp("-5.00")),
                        Map.entry(LineKind.ADJUSTMENT, gbp("1.00")),
                        Map.entry(LineKind.TAX, gbp("-1.08")),
                        Map.entry(LineKind.BALANCE_CARRY, gbp("-12.00")),
                        Map.entry(LineKind.PAYOUT, gbp("-144.79")));
        assertThat(batch.paidOut()).isEqualTo(gbp("144.79"));
        assertThat(batch.sum()).isEqualTo(gbp("0.00"));
        assertThat(batch.warnings()).isEmpty();
    }

    @Test
    void the_first_and_the_last_day_are_those_of_captures_and_of_the_payout() throws Exception {
        Batch batch = read(FILE);

        assertThat(batch.first()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(batch.last()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(lines.get(3).bookedOn()).isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(lines.get(14).bookedOn()).as("without a capture").isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void a_sale_has_its_references_and_its_fees_are_lines_of_their_own_with_the_same() throws Exception {
        read(FILE);

        References sale = new References("ce17b4cb-0001", "cap-1", "HL-10234", "10234");
        assertThat(lines.subList(0, 3)).extracting(SettlementLine::references).containsExactly(sale, sale, sale);
        assertThat(lines.subList(0, 3))
                .extracting(SettlementLine::kind)
                .containsExactly(LineKind.SALE, LineKind.FEE, LineKind.FEE);
        assertThat(lines.subList(0, 3))
                .extracting(SettlementLine::net)
                .containsExactly(gbp("120.00"), gbp("-2.99"), gbp("-0.20"));
        assertThat(lines.subList(0, 3))
                .extracting(SettlementLine::gross)
                .containsExactly(gbp("120.00"), gbp("0.00"), gbp("0.00"));
        assertThat(lines.get(1).text()).isEqualTo("PURCHASE_FEE_PERCENTAGE");
        assertThat(lines.get(6).references()).isEqualTo(new References("ce17b4cb-0003", "ref-3", "HL-10236", "10236"));
        assertThat(lines.get(7).references().modification()).isEqualTo("krn:klarna:eu1:dispute:4");
    }

    @Test
    void what_only_the_totals_say_is_made_a_line_of_the_totals() throws Exception {
        read(FILE);

        List<SettlementLine> made = lines.subList(15, 18);
        assertThat(made)
                .extracting(SettlementLine::type)
                .containsExactly("total_tax_amount", "total_repay_amount", "total_settlement_amount");
        assertThat(made).extracting(SettlementLine::number).containsOnly(2L);
        assertThat(made).extracting(SettlementLine::bookedOn).containsOnly(LocalDate.of(2026, 11, 20));
        assertThat(made).extracting(SettlementLine::text).containsOnly("XISA93DJ");
        assertThat(lines.get(0).number()).as("lines are counted as they stand").isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void the_separator_is_found_in_the_header_of_the_transactions(String separator) throws Exception {
        assertThat(read(FILE.replace(";", separator)).isProven()).isTrue();
    }

    @Test
    void a_byte_order_mark_windows_line_ends_quotes_and_a_missing_blank_line_do_not_matter() throws Exception {
        String quoted = each(
                TOTALS + HEADER + ROWS,
                line -> Arrays.stream(line.split(";", -1)).collect(Collectors.joining("\";\"", "\"", "\"")));

        Batch batch = read("\uFEFF" + quoted.replace("\n", "\r\n").replace("HL-10235", "HL;\"\"Sea\"\" 10235"));

        assertThat(batch.isProven()).isTrue();
        assertThat(lines.get(3).references().merchant()).isEqualTo("HL;\"Sea\" 10235");
    }

    @Test
    void what_is_not_utf8_is_read_as_windows_text() throws Exception {
        String text = FILE.replace("HL-10234", "Måns-10234");

        read(Reading.file("a.csv", text.getBytes(Charset.forName("windows-1252"))), KlarnaSettings.DEFAULT);
        assertThat(lines.get(0).references().merchant()).isEqualTo("Måns-10234");

        read(Reading.file("a.csv", text.getBytes(StandardCharsets.UTF_8)), KlarnaSettings.DEFAULT);
        assertThat(lines.get(0).references().merchant()).isEqualTo("Måns-10234");
    }

    @Test
    void bytes_that_are_no_text_in_either_are_refused() {
        byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
        bytes[FILE.indexOf("HL-10234")] = (byte) 0x81;

        assertThat(refused(Reading.file("a.csv", bytes)).why()).contains("no text in the encoding");
    }

    @Test
    void columns_may_be_reordered_added_and_left_out() throws Exception {
        String few = """
            merchant_id;total_settlement_amount;payout_date;settlement_currency;payment_reference;total_sale_amount;total_fee_amount
            K123456;97.26;2026-11-20T07:45:00Z;GBP;XISA93DJ;100.00;2.74
            amount;vat_amount;order_id;type;merchant_reference2
            100.00;;ce17b4cb-0001;SALE;10234
            2.39;0.48;ce17b4cb-0001;FEE;10234
            0.35;0.07;ce17b4cb-0001;FEE;10234
            """;

        Batch batch = read(few);

        assertThat(batch.isProven()).isTrue();
        assertThat(batch.paidOut()).isEqualTo(gbp("97.26"));
        assertThat(batch.opening()).isNull();
        assertThat(lines.get(0).references()).isEqualTo(new References("ce17b4cb-0001", "", "", "10234"));
        assertThat(lines.get(0).bookedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void a_column_that_is_needed_and_missing_is_named() {
        Fault fault = refused(FILE.replace(";amount;", ";sum;"));

        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.column()).isEqualTo("amount");
        assertThat(fault.why()).isEqualTo("the column is missing");
        assertThat(refused(FILE.replace("merchant_id", "merchant")).column()).isEqualTo("merchant_id");
        assertThat(refused(FILE.replace("refund_id", "amount")).why()).isEqualTo("the column is there twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,250.00 | has a separator of thousands, or a comma for the decimal point",
                "120,00   | has a separator of thousands, or a comma for the decimal point",
                "1 250.00 | has a separator of thousands, or a comma for the decimal point",
                "1.2E+2   | is written with an exponent, as spreadsheets do",
                "12000    | has no decimal point, and may be in smallest coins",
                "120.005  | has more decimals than GBP has",
                "£120.00  | is no amount",
                "-120.00  | is below zero, and this type is always paid",
                "''       | is empty"
            })
    void an_amount_that_is_not_what_it_must_be_stops_the_payout(String amount, String why) throws Exception {
        Batch batch = read(FILE.replace(";120.00;", ";" + amount + ";"));

        assertThat(batch.isProven()).isFalse();
        assertThat(batch.faults())
                .containsExactly(new Fault(
                        5, "amount", amount, why, batch.faults().get(0).remedy()));
        assertThat(lines).as("all others").hasSize(17);
    }

    @Test
    void a_reference_that_a_spreadsheet_has_damaged_stops_the_payout() throws Exception {
        Fault fault = read(FILE.replace("HL-10236", "1.0236E+15")).faults().get(0);

        assertThat(fault.line()).isEqualTo(11);
        assertThat(fault.column()).isEqualTo("merchant_reference1");
        assertThat(fault.value()).isEqualTo("1.0236E+15");
        assertThat(fault.why()).contains("a spreadsheet has made a number of a reference");
    }

    @Test
    void a_day_that_is_not_iso_stops_the_payout() throws Exception {
        Fault fault = read(FILE.replace("2026-11-13T10:00:00Z", "13/11/2026 10:00"))
                .faults()
                .get(0);

        assertThat(fault.line()).isEqualTo(11);
        assertThat(fault.column()).isEqualTo("capture_date");
        assertThat(fault.value()).isEqualTo("13/11/2026 10:00");

        Batch undated = read(with("payout_date", "20/11/2026") + HEADER + ROWS);
        assertThat(undated.faults()).hasSize(1);
        assertThat(undated.faults().get(0).column()).isEqualTo("payout_date");
        assertThat(undated.faults().get(0).line()).isEqualTo(2);
    }

    @Test
    void a_type_that_is_not_known_stops_the_payout_until_somebody_says_what_it_is() throws Exception {
        String odd = FILE.replace("\nCHARGE;", "\nTAX_REFUND;").replace(";2.00;GBP", ";-2.00;GBP");

        Fault fault = read(odd).faults().get(0);
        assertThat(fault.line()).isEqualTo(18);
        assertThat(fault.column()).isEqualTo("type");
        assertThat(fault.value()).isEqualTo("TAX_REFUND");
        assertThat(fault.remedy()).contains("klarna/TAX_REFUND = ...");

        KlarnaSettings told =
                new KlarnaSettings(false, false, KlarnaSettings.FILE_NAME, Map.of("tax_refund", LineKind.TAX));
        Batch batch = read(odd.replace(";3.00;2.00;", ";3.00;0.00;"), told);
        assertThat(batch.faults()).isEmpty();
        assertThat(batch.net(LineKind.TAX)).isEqualTo(gbp("-3.08"));

        Batch unsigned = read(FILE.replace("\nCHARGE;", "\nTAX_REFUND;"), told);
        assertThat(unsigned.faults().get(0).why()).contains("has no sign");
    }

    @Test
    void another_currency_than_that_of_the_payout_stops_it() throws Exception {
        Fault fault = read(FILE.replace("10236;30.00;GBP", "10236;30.00;EUR"))
                .faults()
                .get(0);

        assertThat(fault.line()).isEqualTo(11);
        assertThat(fault.column()).isEqualTo("posting_currency");
        assertThat(fault.value()).isEqualTo("EUR");
    }

    @Test
    void a_text_with_a_separator_in_it_refuses_the_file() {
        Fault fault = refused(FILE.replace("PURCHASE_RETURN;", "PURCHASE_RETURN;;x;y"));

        assertThat(fault.line()).isEqualTo(11);
        assertThat(fault.why()).contains("15 cells").contains("13 columns");
    }

    @Test
    void a_file_with_minus_signs_is_taken_when_they_agree_with_the_types() throws Exception {
        String signs = TOTALS + HEADER + signs(ROWS);

        assertThat(read(signs, signed()).isProven()).isTrue();
        assertThat(lines.get(6).net()).isEqualTo(gbp("-30.00"));
        assertThat(read(signs).isProven()).as("whatever the setting").isTrue();

        Fault fault = read(FILE, signed()).faults().get(0);
        assertThat(fault.line()).isEqualTo(6);
        assertThat(fault.value()).isEqualTo("2.99");
        assertThat(fault.why()).isEqualTo("has no minus sign, and this type is always taken");
    }

    @Test
    void totals_may_carry_the_minus_signs_of_their_rows() throws Exception {
        assertThat(read(FILE.replace("200.00;5.38;0.00;1.08;30.00;5.00;", "200.00;-5.38;0.00;-1.08;-30.00;-5.00;"))
                        .isProven())
                .isTrue();
        assertThat(read(FILE.replace("\n200.00;", "\n-200.00;")).isProven()).isFalse();
    }

    @Test
    void a_correction_needs_its_real_sign() throws Exception {
        String row = "CORRECTION;2026-11-15T10:00:00Z;;;;;;;4.00;GBP;;CREDITED_CORRECTION;\n";
        String totals = with("total_fee_correction_amount", "4.00").replace(";144.79;", ";148.79;");

        Fault fault = read(totals + HEADER + ROWS + row).faults().get(0);
        assertThat(fault.line()).isEqualTo(19);
        assertThat(fault.column()).isEqualTo("amount");
        assertThat(fault.value()).isEqualTo("4.00");
        assertThat(fault.why()).isEqualTo("has no sign, and a CORRECTION may be paid or taken");

        assertThat(read(totals + HEADER + signs(ROWS) + row, signed()).net(LineKind.FEE))
                .as("a file with signs says it is paid")
                .isEqualTo(gbp("0.87"));

        String taken = with("total_fee_correction_amount", "-4.00").replace(";144.79;", ";140.79;");
        Batch batch = read(taken + HEADER + ROWS + row.replace("4.00", "-4.00"));
        assertThat(batch.faults()).isEmpty();
        assertThat(batch.net(LineKind.FEE)).isEqualTo(gbp("-7.13"));
    }

    @Test
    void a_fee_correction_that_only_the_totals_tell_is_a_line_of_the_totals() throws Exception {
        Batch batch = read(with("total_fee_correction_amount", "4.00").replace(";144.79;", ";148.79;") + HEADER + ROWS);

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.net(LineKind.FEE)).isEqualTo(gbp("0.87"));
        assertThat(lines.get(15).type()).isEqualTo("total_fee_correction_amount");
    }

    @Test
    void rows_of_tax_are_not_counted_twice() throws Exception {
        Batch batch = read(FILE + "TAX;2026-11-15T10:00:00Z;;;;;;;1.08;GBP;;;\n");

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.net(LineKind.TAX)).isEqualTo(gbp("-1.08"));
        assertThat(batch.lines()).isEqualTo(18);
    }

    @Test
    void the_total_of_reversals_may_be_with_those_that_klarna_bore_or_without() throws Exception {
        assertThat(read(with("total_reversal_amount", "45.00") + HEADER + ROWS).isProven())
                .isTrue();
        assertThat(read(with("total_reversal_amount", "40.00") + HEADER + ROWS).isProven())
                .isFalse();
    }

    @Test
    void a_row_that_is_missing_is_found_by_the_total_of_its_type() throws Exception {
        Batch batch = read(FILE.replaceFirst("FEE;.*PURCHASE_FEE_FIXED;\n", ""));

        assertThat(batch.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "line 2, total_fee_amount = \"5.38\": its transactions come to GBP 5.18. Transactions are"
                                + " missing or were changed: download the file from Klarna again",
                        "line 2, total_settlement_amount = \"144.79\": the payout comes to GBP 144.99 by its"
                                + " transactions and totals. Transactions are missing or were changed: download the file"
                                + " from Klarna again");
    }

    @Test
    void the_settled_amount_is_proven_with_the_tax() throws Exception {
        Batch batch = read(with("total_tax_amount", "0.00") + HEADER + ROWS);

        assertThat(batch.faults()).hasSize(1);
        assertThat(batch.faults().get(0).column()).isEqualTo("total_settlement_amount");
        assertThat(batch.faults().get(0).value()).isEqualTo("144.79");
        assertThat(batch.faults().get(0).why())
                .isEqualTo("the payout comes to GBP 145.87 by its transactions and totals");
    }

    @Test
    void without_the_settled_amount_nothing_is_proven() throws Exception {
        Batch batch = read(with("total_settlement_amount", "") + HEADER + ROWS);

        assertThat(batch.faults()).hasSize(1);
        assertThat(batch.faults().get(0).why()).contains("the total is missing");
        assertThat(batch.net(LineKind.PAYOUT)).isEqualTo(gbp("0.00"));
    }

    @Test
    void debt_that_was_repaid_is_carried_and_its_balances_are_below_zero() throws Exception {
        Batch batch = read(FILE);

        assertThat(batch.opening()).isEqualTo(gbp("-12.00"));
        assertThat(batch.closing()).isEqualTo(gbp("0.00"));
        assertThat(batch.net(LineKind.BALANCE_CARRY)).isEqualTo(gbp("-12.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-50.00"})
    void a_payout_below_zero_becomes_debt_and_nothing_is_paid_out(String settled) throws Exception {
        Batch batch = read(owing(settled, "7.00", "50.00", "57.00"));

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.paidOut()).isEqualTo(gbp("0.00"));
        assertThat(batch.net(LineKind.BALANCE_CARRY)).isEqualTo(gbp("50.00"));
        assertThat(batch.sum()).isEqualTo(gbp("0.00"));
        assertThat(batch.opening()).isEqualTo(gbp("-7.00"));
        assertThat(batch.closing()).isEqualTo(gbp("-57.00"));
        assertThat(lines).extracting(SettlementLine::kind).containsExactly(LineKind.REFUND, LineKind.BALANCE_CARRY);
    }

    @Test
    void a_payout_below_zero_that_is_not_all_debt_stops() throws Exception {
        Fault uncovered = read(owing("-50.00", "0.00", "0.00", "0.00")).faults().get(0);
        assertThat(uncovered.column()).isEqualTo("total_settlement_amount");
        assertThat(uncovered.value()).isEqualTo("-50.00");
        assertThat(uncovered.why()).contains("leaves GBP -50.00 unexplained");

        assertThat(read(owing("-50.00", "0.00", "30.00", "30.00")).isProven()).isFalse();
        assertThat(read(owing("-20.00", "0.00", "50.00", "50.00")).isProven()).isFalse();
    }

    @Test
    void debt_that_does_not_come_out_stops_the_payout() throws Exception {
        Fault fault = read(FILE.replace(";12.00;0.00;12.00;0.00;", ";20.00;0.00;12.00;0.00;"))
                .faults()
                .get(0);

        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.why()).isEqualTo("its debt comes to GBP 8.00, and GBP 0.00 is stated");
    }

    private static String owing(String settled, String opening, String deposited, String closing) {
        return "total_return_amount;opening_debt_balance;total_deposit_amount;closing_debt_balance;total_settlement_amount;payment_reference;settlement_currency;payout_date;merchant_id\n"
                + "50.00;" + opening + ";" + deposited
                + ";"
                + closing + ";" + settled + ";XISA93DK;GBP;2026-11-21T07:45:00Z;K123456\n" + HEADER
                + "RETURN;2026-11-13T10:00:00Z;;ce17b4cb-0003;;;HL-10236;10236;50.00;GBP;ref-3;PURCHASE_RETURN;\n";
    }

    @Test
    void the_invoice_of_fees_is_no_payout() throws Exception {
        Batch batch = read(FILE.replace(";NET;", ";GROSS_FEE;"));

        assertThat(batch.faults()).hasSize(1);
        assertThat(batch.faults().get(0).column()).isEqualTo("merchant_settlement_type");
        assertThat(batch.faults().get(0).value()).isEqualTo("GROSS_FEE");
    }

    @Test
    void a_payout_without_transactions_is_its_totals() throws Exception {
        String nothing = TOTALS_HEADER.replace("total_sale_amount;", "")
                + ";0;0;0;0;0;0;0;0;0;10.00;0;0;0;0;0;10.00;XISA93DL;GBP;2026-11-22T07:45:00Z;K123456;NET;\n"
                + HEADER;

        Batch batch = read(nothing);

        assertThat(batch.isProven()).as("its release has no row").isFalse();
        assertThat(batch.faults().get(0).column()).isEqualTo("total_release_amount");
        assertThat(read(nothing.replace("10.00", "0")).isProven()).isTrue();
    }

    @Test
    void without_totals_the_name_says_the_payout_and_nothing_is_proven() throws Exception {
        Source source = Reading.file("klarna_K123456_XISA93DJ.csv", HEADER + ROWS);

        Batch batch = read(source, KlarnaSettings.DEFAULT);

        assertThat(batch.key()).isEqualTo(new SettlementKey("klarna", "K123456", "XISA93DJ", GBP));
        assertThat(batch.faults()).hasSize(1);
        assertThat(batch.faults().get(0).why()).startsWith("it has no totals").contains("GBP 157.87");
        assertThat(batch.faults().get(0).remedy()).contains("Report Configurator");
    }

    @Test
    void without_totals_a_setting_takes_it_with_a_warning_and_without_a_payout() throws Exception {
        KlarnaSettings settings = new KlarnaSettings(false, true, KlarnaSettings.FILE_NAME, Map.of());

        Batch batch = read(Reading.file("klarna_K123456_XISA93DJ.csv", HEADER + ROWS), settings);

        assertThat(batch.isProven()).isTrue();
        assertThat(batch.warnings()).hasSize(1);
        assertThat(batch.warnings().get(0).why()).contains("nothing of it is posted as paid out");
        assertThat(batch.net(LineKind.PAYOUT)).isEqualTo(gbp("0.00"));
        assertThat(batch.sum()).isEqualTo(gbp("157.87"));
        assertThat(lines.get(14).bookedOn()).isNull();
    }

    @Test
    void without_totals_two_currencies_are_two_batches() throws Exception {
        String mixed =
                HEADER + ROWS.replace("10236;30.00;GBP", "10236;30.00;EUR").replace("10234;2.99", "10234;2,99");

        List<Batch> batches = new KlarnaReader(new KlarnaSettings(false, true, KlarnaSettings.FILE_NAME, Map.of()))
                .read(Reading.file("klarna_K1_X.csv", mixed), lines::add);

        assertThat(batches)
                .extracting(batch -> batch.key().currency().getCurrencyCode())
                .containsExactly("GBP", "EUR");
        assertThat(batches)
                .extracting(Batch::isProven)
                .as("the damage is in pounds")
                .containsExactly(false, true);
    }

    @Test
    void without_totals_and_without_a_name_the_file_is_refused_with_what_to_do() {
        Fault fault = refused(HEADER + ROWS);

        assertThat(fault.why()).isEqualTo("it has no totals, and its name says no merchant id and payment reference");
        assertThat(fault.remedy()).startsWith("Switch the totals on").contains("klarna_(?<account>");
    }

    @Test
    void more_than_the_totals_of_one_payout_before_the_transactions_is_refused() {
        assertThat(refused(TOTALS + TOTALS.lines().toList().get(1) + "\n" + HEADER + ROWS)
                        .line())
                .isEqualTo(3);
        assertThat(refused(TOTALS_HEADER + HEADER + ROWS).line()).isEqualTo(1);
        assertThat(refused(TOTALS).why()).contains("\"type\" and \"order_id\"");
        assertThat(refused("").why()).contains("\"type\" and \"order_id\"");
        assertThat(refused(Reading.file("klarna_K1_X.csv", HEADER)).why())
                .isEqualTo("it has neither totals nor transactions");
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_refused_or_pays_out_what_it_did() throws Exception {
        for (int end = 0; end < FILE.length(); end++) {
            try {
                Batch batch = read(FILE.substring(0, end));
                assertThat(batch.isProven() && !batch.paidOut().equals(gbp("144.79")))
                        .as("cut off at " + end)
                        .isFalse();
            } catch (UnreadableFile e) {
                assertThat(e.fault().remedy()).isNotEmpty();
            }
        }
    }

    @Test
    void it_knows_klarnas_files_by_their_columns() {
        KlarnaReader reader = new KlarnaReader(KlarnaSettings.DEFAULT);

        assertThat(reader.psp()).isEqualTo("klarna");
        assertThat(reader.reads(new Head("x.csv", FILE))).isTrue();
        assertThat(reader.reads(new Head("x.csv", HEADER.replace(';', '\t')))).isTrue();
        assertThat(reader.reads(new Head("x.csv", "Type,order_id,Net\n"))).isFalse();
        assertThat(reader.reads(new Head("x.csv", "Merchant Account,Batch Number,Type,Net Credit (NC)\n")))
                .isFalse();
    }
}
