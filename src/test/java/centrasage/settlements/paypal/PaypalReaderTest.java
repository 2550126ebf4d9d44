package centrasage.settlements.paypal;

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PayPal's Settlement Report of the shop "Harbour & Line", written by us. */
class PaypalReaderTest {
    private static final String NAME = "STL-20261120.01.009.csv";

    private static final String BEGIN = """
            "RH",2026/11/21 04:11:09 +0000,"X","HARBOURLINE01",009
            "FH",01
            "SH",2026/11/20 00:00:00 +0000,2026/11/20 23:59:59 +0000,"HARBOURLINE01",""
            "CH","Transaction ID","Invoice ID","PayPal Reference ID","PayPal Reference ID Type","Transaction Event Code",\
            "Transaction Initiation Date","Transaction Completion Date","Transaction Debit or Credit","Gross Transaction Amount",\
            "Gross Transaction Currency","Fee Debit or Credit","Fee Amount","Fee Currency","Custom Field","Consumer ID",\
            "Payment Tracking ID","Store ID","Bank Reference ID","Credit Transactional Fee","Credit Promotional Fee","Credit Term"
            """;

    private static final String SALE = row("4HL10234A", "HL-10234", "", "T0006", "CR", "12000", "GBP", "DR", "378");
    private static final String REFUND =
            row("4HL10234R", "HL-10234", "4HL10234A", "T1107", "DR", "2000", "GBP", "CR", "58");
    private static final String PAYOUT =
            "\"SB\",\"4HLPAID01\",,,,T0400,2026/11/20 22:00:00 +0000,2026/11/20 22:00:00 +0000,DR,9000,GBP,,,,,,,,1047428500001,,,\n";

    /** Of a sale of 120.00 less 3.78, a refund of 20.00 with 0.58 given back, and a payout of 90.00, from 10.00. */
    private static final String FOOTER =
            "\"SF\",\"GBP\",12000,11000,58,378,\"CR\",1000,\"CR\",1680,\"CR\",1000,\"CR\",1680,\"CR\",0,\"CR\",0,3\n";

    private static final String END = "\"SC\",3\n\"RF\",\"GBP\",12000,11000,58,378\n\"RC\",3\n\"FF\",3\n";

    private static final String GOOD = BEGIN + SALE + REFUND + PAYOUT + FOOTER + END;

    private final PaypalReader reader = new PaypalReader(Map.of());

    private static String row(
            String id,
            String invoice,
            String reference,
            String code,
            String side,
            String amount,
            String currency,
            String... fee) {
        String kept = fee.length == 0
                ? ",,"
                : "\"" + fee[0] + "\"," + fee[1] + ",\"" + (fee.length > 2 ? fee[2] : currency) + "\"";
        return "\"SB\",\"" + id + "\",\"" + invoice + "\",\"" + reference + "\",\"" + (reference.isEmpty() ? "" : "TXN")
                + "\",\""
                + code + "\",2026/11/20 10:15:00 +0000,2026/11/20 10:15:01 +0000,\"" + side + "\"," + amount + ",\""
                + currency
                + "\"," + kept + ",\"\",\"P4YER\",\"\",\"\",\"\",,,\n";
    }

    /** Of one currency with one row, from nothing. */
    private static String alone(String row, String footer) {
        return BEGIN + row + footer;
    }

    private Reading read(String text) {
        return Reading.of(reader, Reading.file(NAME, text));
    }

    private Fault refusal(String text) {
        return Reading.refusal(reader, Reading.file(NAME, text));
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void a_section_is_proven_to_the_penny() {
        Batch batch = read(GOOD).batch();
        assertThat(batch.key()).hasToString("paypal HARBOURLINE01 batch 2026-11-20 GBP");
        assertThat(batch.faults()).isEmpty();
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.lines()).isEqualTo(3);
        assertThat(batch.net())
                .isEqualTo(Map.of(
                        LineKind.SALE, gbp("116.22"), LineKind.REFUND, gbp("-19.42"), LineKind.PAYOUT, gbp("-90.00")));
        assertThat(batch.paidOut()).isEqualTo(gbp("90.00"));
        assertThat(batch.sum()).isEqualTo(gbp("6.80"));
        assertThat(batch.opening()).isEqualTo(gbp("10.00"));
        assertThat(batch.closing()).isEqualTo(gbp("16.80"));
        assertThat(batch.first()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(batch.last()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void a_sale_is_its_own_payment() {
        SettlementLine sale = read(GOOD).line(5);
        assertThat(sale.kind()).isEqualTo(LineKind.SALE);
        assertThat(sale.type()).isEqualTo("T0006");
        assertThat(sale.gross()).isEqualTo(gbp("120.00"));
        assertThat(sale.net()).isEqualTo(gbp("116.22"));
        assertThat(sale.fees()).containsExactly(new Fee(FeeKind.COMMISSION, gbp("3.78")));
        assertThat(sale.references()).isEqualTo(new References("4HL10234A", "4HL10234A", "HL-10234", ""));
    }

    @Test
    void a_refund_is_of_the_payment_that_it_refers_to_and_gives_its_fee_back() {
        SettlementLine refund = read(GOOD).line(6);
        assertThat(refund.kind()).isEqualTo(LineKind.REFUND);
        assertThat(refund.gross()).isEqualTo(gbp("-20.00"));
        assertThat(refund.net()).isEqualTo(gbp("-19.42"));
        assertThat(refund.fees()).containsExactly(new Fee(FeeKind.COMMISSION, gbp("-0.58")));
        assertThat(refund.references()).isEqualTo(new References("4HL10234A", "4HL10234R", "HL-10234", ""));
    }

    @Test
    void a_payout_tells_the_reference_of_the_bank() {
        SettlementLine payout = read(GOOD).line(7);
        assertThat(payout.kind()).isEqualTo(LineKind.PAYOUT);
        assertThat(payout.gross()).isEqualTo(gbp("0.00"));
        assertThat(payout.net()).isEqualTo(gbp("-90.00"));
        assertThat(payout.text()).isEqualTo("1047428500001");
        assertThat(payout.references().modification()).isEqualTo("4HLPAID01");
    }

    @Test
    void heads_and_counts_may_be_missing() {
        String bare = GOOD.substring(GOOD.indexOf("\"SH\""), GOOD.indexOf("\"SC\""));
        Reading reading = Reading.of(reader, Reading.file("paypal.csv", bare));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().key()).hasToString("paypal HARBOURLINE01 batch 2026-11-20 GBP");
    }

    @Test
    void tabs_and_marks_and_encodings_and_line_ends_change_nothing() {
        Reading good = read(GOOD);
        String tabs = GOOD.replace(',', '\t');
        assertThat(read("\uFEFF" + GOOD.replace("\n", "\r\n"))).isEqualTo(good);
        assertThat(read(tabs)).isEqualTo(good);
        byte[] wide = ("\uFEFF" + tabs).getBytes(StandardCharsets.UTF_16LE);
        assertThat(Reading.of(reader, Reading.file(NAME, wide))).isEqualTo(good);
        byte[] wideBigEnd = ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_16BE);
        assertThat(Reading.of(reader, Reading.file(NAME, wideBigEnd))).isEqualTo(good);
        assertThat(read(GOOD.replace("Transaction Debit", "Transaction  Debit").replace("Fee Amount", "FeeAmount")))
                .isEqualTo(good);
    }

    @Test
    void columns_stand_where_their_header_says() {
        Reading reading = read("""
                SH,2026/11/20 00:00:00 -0800,2026/11/20 23:59:59 -0800,HARBOURLINE01
                CH,Fee Currency,Fee Amount,New Column,Fee Debit or Credit,Gross Transaction Currency,Gross Transaction Amount,\
                Transaction Debit or Credit,Transaction Completion Date,Transaction Initiation Date,Transaction Event Code,\
                PayPal Reference ID,Invoice ID,Transaction ID
                SB,GBP,30,"a ""new"", one",DR,GBP,1000,CR,,2026/11/20 23:59:59 -0800,T0003,B-1AGREED,HL-10247,5HL1
                SF,GBP,1000,0,0,30,CR,0,CR,970
                """);
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(3).net()).isEqualTo(gbp("9.70"));
        assertThat(reading.line(3).bookedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(reading.line(3).references()).isEqualTo(new References("5HL1", "5HL1", "HL-10247", ""));
    }

    @ParameterizedTest
    @CsvSource({"Transaction ID", "Fee Amount", "Gross Transaction Currency", "Transaction Completion Date"})
    void a_file_without_a_column_that_is_needed_is_refused(String column) {
        Fault fault = refusal(GOOD.replace(column, "Something Else"));
        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.why()).isEqualTo("the column is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "T0000, CR, SALE, 100.00",
        "T0007, CR, SALE, 100.00",
        "T0106, DR, FEE, -100.00",
        "T0113, DR, FEE, -100.00",
        "T0201, CR, CONVERSION, 100.00",
        "T0200, DR, CONVERSION, -100.00",
        "T0300, CR, PAYOUT, 100.00",
        "T0401, DR, PAYOUT, -100.00",
        "T1106, DR, CHARGEBACK, -100.00",
        "T1108, CR, FEE, 100.00",
        "T1109, CR, FEE, 100.00",
        "T1110, DR, RESERVE, -100.00",
        "T1111, CR, RESERVE, 100.00",
        "T1201, DR, CHARGEBACK, -100.00",
        "T1202, CR, CHARGEBACK_REVERSAL, 100.00",
        "T1502, DR, RESERVE, -100.00"
    })
    void a_row_is_what_its_code_says(String code, String side, LineKind kind, String net) {
        String amounts = side.equals("CR") ? "10000,0,0,0,CR,10000,CR,20000" : "0,10000,0,0,CR,10000,CR,0";
        Reading reading =
                read(alone(row("6HL1", "HL-10248", "6HL0", code, side, "10000", "GBP"), "SF,GBP," + amounts + "\n"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(5).kind()).isEqualTo(kind);
        assertThat(reading.line(5).net()).isEqualTo(gbp(net));
        assertThat(reading.line(5).gross()).isEqualTo(gbp(kind.isOfPayment() ? net : "0.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "T0500, DR",
        "T0700, CR",
        "T0905, DR",
        "T1116, DR",
        "T1200, DR",
        "T1205, CR",
        "T1300, DR",
        "T1400, DR",
        "T1700, DR",
        "T2001, DR",
        "T2103, DR",
        "T2104, CR",
        "T2201, DR",
        "T9900, DR",
        "T00, CR",
        "T1107X, DR",
        "'', CR"
    })
    void a_code_that_is_not_known_stops_its_batch_by_name(String code, String side) {
        Fault fault = read(alone(row("6HL1", "HL-10248", "", code, side, "10000", "GBP"), "SF,GBP,0,0,0,0,CR,0,CR,0\n"))
                .fault();
        assertThat(fault.line()).isEqualTo(5);
        assertThat(fault.column()).isEqualTo("Transaction Event Code");
        assertThat(fault.value()).isEqualTo(code);
        assertThat(fault.remedy()).contains("paypal/" + code);
    }

    @ParameterizedTest
    @CsvSource({
        "T0006, DR, comes",
        "T0300, DR, comes",
        "T0400, CR, goes",
        "T1107, CR, goes",
        "T1201, CR, goes",
        "T1202, DR, comes"
    })
    void money_that_moves_the_other_way_than_its_code_says_stops_its_batch(String code, String side, String way) {
        Fault fault = read(alone(row("6HL1", "HL-10248", "", code, side, "10000", "GBP"), "SF,GBP,0,0,0,0,CR,0,CR,0\n"))
                .fault();
        assertThat(fault.line()).isEqualTo(5);
        assertThat(fault.value()).isEqualTo(code);
        assertThat(fault.why()).isEqualTo("is a code of money that " + way + ", and here it is " + side);
    }

    @Test
    void a_code_is_what_people_have_told() {
        PaypalReader told = new PaypalReader(Map.of("t2103", LineKind.RESERVE, "t0006", LineKind.ADJUSTMENT));
        Reading reading = Reading.of(
                told,
                Reading.file(
                        NAME,
                        BEGIN
                                + row("6HL1", "", "", "T2103", "DR", "500", "GBP")
                                + row("6HL2", "", "", "T0006", "DR", "700", "GBP")
                                + row("6HL3", "HL-10249", "", "T0006", "CR", "900", "GBP")
                                + "SF,GBP,900,1200,0,0,CR,1000,CR,700\n"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().net())
                .isEqualTo(Map.of(
                        LineKind.RESERVE, gbp("-5.00"), LineKind.ADJUSTMENT, gbp("-7.00"), LineKind.SALE, gbp("9.00")));
    }

    @Test
    void a_chargeback_and_its_fee_are_two_rows_that_refer_to_each_other() {
        Reading reading = read(BEGIN
                + row("7HLC", "HL-10250", "7HLA", "T1201", "DR", "10000", "GBP")
                + row("7HLF", "HL-10250", "7HLC", "T0106", "DR", "1400", "GBP")
                + "SF,GBP,0,11400,0,0,DR,500,DR,11900\n");
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.batch().opening()).isEqualTo(gbp("-5.00"));
        assertThat(reading.batch().closing()).isEqualTo(gbp("-119.00"));
        assertThat(reading.line(5).references().payment()).isEqualTo("7HLA");
        assertThat(reading.line(6).kind()).isEqualTo(LineKind.FEE);
        assertThat(reading.line(6).references().payment()).isEqualTo("7HLC");
    }

    @Test
    void a_fee_on_a_chargeback_is_the_fee_for_it_and_on_a_row_of_fees_it_is_processing() {
        Reading reading = read(BEGIN
                + row("7HLC", "HL-10250", "7HLA", "T1201", "DR", "10000", "GBP", "DR", "1400")
                + row("7HLF", "", "", "T0113", "DR", "100", "GBP", "DR", "5")
                + "SF,GBP,0,10100,0,1405,CR,20000,CR,8495\n");
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(5).fees()).containsExactly(new Fee(FeeKind.CHARGEBACK, gbp("14.00")));
        assertThat(reading.line(6).fees()).containsExactly(new Fee(FeeKind.PROCESSING, gbp("0.05")));
        assertThat(reading.line(6).net()).isEqualTo(gbp("-1.05"));
    }

    @Test
    void a_transfer_with_a_fee_stops_its_batch_because_nobody_can_say_what_the_bank_got() {
        Fault fault = read(alone(
                        row("8HL1", "", "", "T0400", "DR", "9000", "GBP", "DR", "25"),
                        "SF,GBP,0,9000,0,25,CR,9025,CR,0\n"))
                .fault();
        assertThat(fault.line()).isEqualTo(5);
        assertThat(fault.column()).isEqualTo("Fee Amount");
        assertThat(fault.value()).isEqualTo("25");
    }

    @Test
    void a_fee_in_another_currency_stops_its_batch() {
        Fault fault = read(alone(
                        row("8HL1", "", "", "T0006", "CR", "9000", "GBP", "DR", "25", "EUR"),
                        "SF,GBP,9000,0,0,25,CR,0,CR,8975\n"))
                .fault();
        assertThat(fault.column()).isEqualTo("Fee Currency");
        assertThat(fault.value()).isEqualTo("EUR");
    }

    @Test
    void each_currency_is_a_batch_and_a_conversion_joins_two() {
        Reading reading = read(BEGIN
                + row("9HL1", "HL-10251", "", "T0006", "CR", "2200", "EUR", "DR", "100")
                + row("9HL2", "HL-10251", "9HL1", "T0200", "DR", "2100", "EUR")
                + row("9HL3", "HL-10251", "9HL1", "T0200", "CR", "1806", "GBP")
                + "SF,EUR,2200,2100,0,100,CR,0,CR,0\nSF,GBP,1806,0,0,0,CR,0,CR,1806\n"
                + "SF,USD,0,0,0,0,CR,5,CR,5\nSC,3\n");
        assertThat(reading.batches())
                .extracting(batch -> batch.key() + " " + batch.isProven() + " " + batch.sum())
                .containsExactly(
                        "paypal HARBOURLINE01 batch 2026-11-20 EUR true EUR 0.00",
                        "paypal HARBOURLINE01 batch 2026-11-20 GBP true GBP 18.06",
                        "paypal HARBOURLINE01 batch 2026-11-20 USD true USD 0.00");
        assertThat(reading.batch("paypal HARBOURLINE01 batch 2026-11-20 USD").lines())
                .isZero();
        assertThat(reading.line(7).references()).isEqualTo(new References("9HL1", "9HL3", "HL-10251", ""));
    }

    @Test
    void yen_are_written_in_hundredths_too() {
        Reading reading = read(alone(
                row("9HL1", "HL-10252", "", "T0006", "CR", "10000", "JPY", "DR", "400"),
                "SF,JPY,10000,0,0,400,CR,0,CR,9600\n"));
        assertThat(reading.batch().isProven()).isTrue();
        assertThat(reading.line(5).gross()).isEqualTo(Money.of("100", "JPY"));
        assertThat(reading.line(5).net()).isEqualTo(Money.of("96", "JPY"));

        Fault fault = read(alone(
                        row("9HL1", "HL-10252", "", "T0006", "CR", "10050", "JPY"), "SF,JPY,0,0,0,0,CR,0,CR,0\n"))
                .fault();
        assertThat(fault.column()).isEqualTo("Gross Transaction Amount");
        assertThat(fault.value()).isEqualTo("10050");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12000,\"GBP\" | '\"12,000\",\"GBP\"' | Gross Transaction Amount | 12,000",
                "12000,\"GBP\" | 120.00,\"GBP\" | Gross Transaction Amount | 120.00",
                "12000,\"GBP\" | -12000,\"GBP\" | Gross Transaction Amount | -12000",
                "12000,\"GBP\" | 1.2E+4,\"GBP\" | Gross Transaction Amount | 1.2E+4",
                "378 | 3.78 | Fee Amount | 3.78",
                "\"CR\",12000 | \"XX\",12000 | Transaction Debit or Credit | XX",
                "\"CR\",12000 | \"\",12000 | Transaction Debit or Credit | ''",
                "\"DR\",378 | \"\",378 | Fee Debit or Credit | ''",
                "\"4HL10234A\" | \"4.1E+15\" | Transaction ID | 4.1E+15",
                "\"HL-10234\" | \"1.02E+4\" | Invoice ID | 1.02E+4",
                "2026/11/20 10:15:01 | 20/11/2026 10:15 | Transaction Completion Date | 20/11/2026 10:15 +0000",
                "2026/11/20 10:15:01 | 2026/02/30 10:15 | Transaction Completion Date | 2026/02/30 10:15 +0000"
            })
    void a_damaged_cell_stops_its_batch(String good, String damaged, String column, String value) {
        String text = BEGIN + SALE.replace(good, damaged) + REFUND + PAYOUT + FOOTER + END;
        Reading reading = read(text);
        assertThat(reading.fault().line()).isEqualTo(5);
        assertThat(reading.fault().column()).isEqualTo(column);
        assertThat(reading.fault().value()).isEqualTo(value);
        assertThat(reading.lines()).extracting(SettlementLine::number).containsExactly(6L, 7L);
    }

    @ParameterizedTest
    @CsvSource({
        "'12000,11000', '12001,11000', total gross credits, 12001, GBP 120.01, GBP 120.00",
        "'12000,11000', '12000,9000', total gross debits, 9000, GBP 90.00, GBP 110.00",
        "'58,378', '0,378', total fee credits, 0, GBP 0.00, GBP 0.58",
        "'58,378', '58,0', total fee debits, 0, GBP 0.00, GBP 3.78"
    })
    void a_footer_must_say_what_the_rows_say(
            String good, String wrong, String column, String value, String said, String expected) {
        Batch batch = read(BEGIN + SALE + REFUND + PAYOUT + FOOTER.replace(good, wrong))
                .batch();
        assertThat(batch.isProven()).isFalse();
        assertThat(batch.faults()).hasSize(2); // the balance does not move by it either
        Fault fault = batch.faults().get(0);
        assertThat(fault.line()).isEqualTo(8);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.why()).isEqualTo("says " + said + ", and the rows of its section come to " + expected);
        assertThat(batch.faults().get(1).column()).isEqualTo("ending balance");
    }

    @ParameterizedTest
    @CsvSource({"'\"CR\",1680', '\"CR\",1681', 1681, GBP 16.81", "'\"CR\",1680', '\"DR\",1680', 1680, GBP -16.80"})
    void the_balance_must_move_by_the_totals(String good, String wrong, String value, String said) {
        Fault fault = read(BEGIN + SALE + REFUND + PAYOUT + FOOTER.replaceFirst(good, wrong))
                .fault();
        assertThat(fault.line()).isEqualTo(8);
        assertThat(fault.column()).isEqualTo("ending balance");
        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.why())
                .isEqualTo("says " + said + ", and its beginning balance and its totals come to GBP 16.80");
    }

    @Test
    void a_point_in_a_footer_stops_its_batch() {
        Fault fault = read(GOOD.replaceFirst("\"CR\",1000", "\"CR\",\"10.00\"")).fault();
        assertThat(fault.line()).isEqualTo(8);
        assertThat(fault.column()).isEqualTo("beginning balance");
        assertThat(fault.value()).isEqualTo("10.00");
    }

    @Test
    void rows_of_a_currency_without_a_footer_are_not_proven_and_those_of_others_are() {
        Reading reading = read(
                BEGIN + SALE + REFUND + PAYOUT + row("9HL1", "HL-10253", "", "T0006", "CR", "500", "EUR") + FOOTER);
        assertThat(reading.batch("paypal HARBOURLINE01 batch 2026-11-20 GBP").isProven())
                .isTrue();
        Batch euros = reading.batch("paypal HARBOURLINE01 batch 2026-11-20 EUR");
        assertThat(euros.isProven()).isFalse();
        assertThat(euros.faults())
                .extracting(Fault::why)
                .containsExactly("it has no footer, which would prove its rows");
        assertThat(euros.sum()).hasToString("EUR 5.00");
    }

    @Test
    void two_footers_of_one_currency_stop_its_batch() {
        Fault fault = read(BEGIN + SALE + REFUND + PAYOUT + FOOTER + FOOTER).fault();
        assertThat(fault.line()).isEqualTo(9);
        assertThat(fault.why()).isEqualTo("is a second footer of GBP in one section");
    }

    @ParameterizedTest
    @CsvSource({"SC, 9", "RC, 11", "FF, 12"})
    void a_count_must_be_that_of_the_rows(String record, long line) {
        String wrong = GOOD.replace("\"" + record + "\",3", "\"" + record + "\",4");
        Fault fault = read(wrong).fault();
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.column()).isEqualTo("count of " + record);
        assertThat(fault.value()).isEqualTo("4");
        assertThat(fault.why()).isEqualTo("is not the number of its rows, 3");

        PaypalReader lenient = new PaypalReader(Map.of(), Set.of(record));
        assertThat(Reading.of(lenient, Reading.file(NAME, wrong)).batch().isProven())
                .isTrue();
    }

    @Test
    void a_second_section_is_a_batch_of_its_own_and_a_bad_one_stops_no_other() {
        String other = """
                SH,2026/11/20 00:00:00 +0000,2026/11/20 23:59:59 +0000,HARBOURLINE02
                CH,Transaction ID,Invoice ID,PayPal Reference ID,Transaction Event Code,Transaction Initiation Date,\
                Transaction Completion Date,Transaction Debit or Credit,Gross Transaction Amount,Gross Transaction Currency,\
                Fee Debit or Credit,Fee Amount,Fee Currency
                SB,AHL1,HL-10254,,T0006,2026/11/20 08:00:00 +0000,2026/11/20 08:00:00 +0000,CR,1000,POUNDS,,,
                SB,AHL2,HL-10255,,T0006,2026/11/20 08:00:00 +0000,2026/11/21 08:00:00 +0000,CR,1000,GBP,,,
                XX,1
                SF,GBP,1000,0,0,0,CR,0,CR,1000
                SC,2
                """;
        Reading reading = read(BEGIN + SALE + REFUND + PAYOUT + FOOTER + "SC,3\n" + other + "FF,5\n");
        assertThat(reading.batches())
                .extracting(batch -> batch.key() + " " + batch.isProven())
                .containsExactly(
                        "paypal HARBOURLINE01 batch 2026-11-20 GBP true",
                        "paypal HARBOURLINE02 batch 2026-11-20 GBP false");
        Batch bad = reading.batch("paypal HARBOURLINE02 batch 2026-11-20 GBP");
        assertThat(bad.faults())
                .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.value())
                .containsExactly("12 Gross Transaction Currency POUNDS", "14 record XX");
        assertThat(bad.last()).isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void two_sections_of_one_account_and_day_stop_their_batch() {
        String section = GOOD.substring(GOOD.indexOf("\"SH\""), GOOD.indexOf("\"SF\""));
        Reading reading = read(section + section.replace("4HL", "5HL") + FOOTER);
        assertThat(reading.fault().line()).isEqualTo(6);
        assertThat(reading.fault().why()).isEqualTo("is a second section of account HARBOURLINE01 and day 2026-11-20");
    }

    @ParameterizedTest
    @CsvSource({
        "STL-20261120.01.009.csv, '', 2026-11-20",
        "STL-20261120.02.009.csv, '', 2026-11-20.02",
        "stl-20261120.12.009.CSV, '', 2026-11-20.12",
        "STL-20261120.02.009.csv, 02, 2026-11-20.02",
        "STL-20261120.02.009.csv, 2, 2026-11-20.02",
        "november.csv, 02, 2026-11-20.02",
        "november.csv, 01, 2026-11-20",
        "november.csv, '', 2026-11-20"
    })
    void a_day_of_several_files_is_several_batches_whatever_the_files_are_called(
            String name, String number, String batch) {
        String bare = GOOD.substring(GOOD.indexOf("\"SH\""), GOOD.indexOf("\"SC\""));
        String text = number.isEmpty() ? bare : "\"FH\"," + number + "\n" + bare;
        assertThat(Reading.of(reader, Reading.file(name, text)).batch().key().batch())
                .isEqualTo(batch);
    }

    @Test
    void a_file_that_says_another_number_than_its_name_is_refused() {
        Fault fault = Reading.refusal(reader, Reading.file("STL-20261120.02.009.csv", GOOD));
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.value()).isEqualTo("01");
        assertThat(fault.why()).isEqualTo("is another number than that of the file's name, 2");
    }

    @Test
    void the_rows_of_a_report_are_not_counted_in_its_later_files() {
        String last = GOOD.replace("\"FH\",01", "\"FH\",02").replace("\"RC\",3", "\"RC\",1000003");
        assertThat(Reading.of(reader, Reading.file("STL-20261120.02.009.csv", last))
                        .batch()
                        .isProven())
                .isTrue();
    }

    @Test
    void rows_are_padded_and_longer_ones_stop_their_section() {
        assertThat(read(BEGIN + SALE.replace("\n", ",,,\n") + REFUND + PAYOUT + FOOTER)
                        .batch()
                        .isProven())
                .isTrue();
        Fault fault = read(BEGIN
                        + SALE.replace(",\"P4YER\",", ",a, b, c, d, e, f, g,\"P4YER\",\"\",\"\",\"\",x,")
                                .replace("\n", "x\n")
                        + REFUND
                        + PAYOUT
                        + FOOTER)
                .fault();
        assertThat(fault.line()).isEqualTo(5);
        assertThat(fault.why()).matches("has \\d+ cells and its header 22 columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"SB\",x\n", "\"SF\",GBP\n", "\"CH\",x\n", "\"XX\",x\n"})
    void what_stands_before_any_section_makes_the_file_unreadable(String stray) {
        Fault fault = refusal("\"FH\",01\n" + stray + GOOD.substring(GOOD.indexOf("\"SH\"")));
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo("record");
    }

    @Test
    void a_row_without_column_headers_makes_the_file_unreadable() {
        Fault fault = refusal("SH,2026/11/20 00:00:00 +0000,2026/11/20 23:59:59 +0000,HARBOURLINE01\n" + SALE);
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.why()).isEqualTo("is a row of a section without column headers");
    }

    @Test
    void a_section_says_its_account_and_its_day() {
        assertThat(refusal(GOOD.replace("+0000,\"HARBOURLINE01\"", "+0000,\"\""))
                        .column())
                .isEqualTo("account of the section");
        Fault day = refusal(GOOD.replace("2026/11/20 00:00:00", "20.11.2026 00:00:00"));
        assertThat(day.line()).isEqualTo(3);
        assertThat(day.value()).isEqualTo("20.11.2026 00:00:00 +0000");
    }

    @ParameterizedTest
    @CsvSource({"2026/11/21, 2026/11/21", "2026/11/19, 2026/11/19", "2026/11/21, 2026/11/20", "2026/12/20, ''"})
    void a_section_of_which_no_row_is_of_its_days_is_stopped(String start, String end) {
        String header = "\"SH\"," + start + " 00:00:00 +0000," + (end.isEmpty() ? "" : end + " 23:59:59 +0000");
        String other = GOOD.replace("\"SH\",2026/11/20 00:00:00 +0000,2026/11/20 23:59:59 +0000", header);
        Fault fault = read(other).fault();
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo("start of the section");
        assertThat(fault.value()).isEqualTo(start + " 00:00:00 +0000");
        assertThat(fault.why()).startsWith("none of the rows of the section is of its days, ");
    }

    @Test
    void a_row_of_another_day_stops_nothing() {
        String later = GOOD.replace("2026/11/20 10:15:01", "2026/11/23 10:15:01");
        assertThat(read(later).batch().isProven()).isTrue();
        String all = later.replace("2026/11/20 22:00:00", "2026/11/23 22:00:00");
        assertThat(read(all).batch().isProven())
                .as("two rows were begun on the day of the section")
                .isTrue();
        String since = GOOD.replace("\"SH\",2026/11/20", "\"SH\",2026/11/14");
        assertThat(read(since).batch().key()).hasToString("paypal HARBOURLINE01 batch 2026-11-14 GBP");
        assertThat(read(since).batch().isProven()).isTrue();
    }

    @Test
    void a_file_of_no_rows_and_no_footers_is_refused() {
        assertThat(refusal(BEGIN + "SC,0\n").why()).isEqualTo("it has no row and no footer of any section");
        assertThat(refusal("").why()).isEqualTo("it has no row and no footer of any section");
        Fault only = refusal(BEGIN + row("BHL1", "", "", "T0006", "CR", "1", "???"));
        assertThat(only.line()).isEqualTo(5);
        assertThat(only.value()).isEqualTo("???");
    }

    @Test
    void a_file_that_is_cut_off_behind_the_head_of_a_section_is_refused() {
        String second = "\"SH\",2026/11/21 00:00:00 +0000,2026/11/21 23:59:59 +0000,\"HARBOURLINE01\"\n";
        String first = BEGIN + SALE + REFUND + PAYOUT + FOOTER + "SC,3\n";
        assertThat(read(first).batch().isProven()).isTrue();
        assertThat(refusal(first + second).why())
                .isEqualTo(
                        "the section of account HARBOURLINE01 and day 2026-11-21 has neither rows nor footers nor their count");
        assertThat(read(first + second + "SC,0\nFF,3\n").batch().isProven())
                .as("with a day of nothing")
                .isTrue();
    }

    @Test
    void a_day_on_which_nothing_moved_is_proven() {
        Batch batch = read(BEGIN + "SF,GBP,0,0,0,0,CR,1680,CR,1680\nSC,0\n").batch();
        assertThat(batch.isProven()).isTrue();
        assertThat(batch.lines()).isZero();
        assertThat(batch.first()).isNull();
        assertThat(batch.opening()).isEqualTo(gbp("16.80"));
        assertThat(batch.closing()).isEqualTo(gbp("16.80"));
    }

    @Test
    void other_files_are_not_its_own() throws IOException {
        String allTransactions = BEGIN.replace("\"Credit Term\"", "\"Transactional Status\"");
        for (String text : List.of("", "a,b\n", "Date,Time,TimeZone,Name,Type\n", allTransactions)) {
            assertThat(reader.reads(Head.of(Reading.file("x.csv", text)))).isFalse();
        }
    }
}
