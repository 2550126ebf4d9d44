package centrasage.settlements.klarna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Reading;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made from the documentation of Klarna's Settlements API: payouts of Harbour & Line in pounds and kronor. */
class KlarnaJsonReaderTest {
    private static final String PAYOUT = """
        {"payment_reference": "XISA93DJ", "payout_date": "2026-11-20T07:45:00Z", "currency_code": "GBP",
         "currency_code_of_registration_country": "GBP", "merchant_settlement_type": "NET", "merchant_id": "K123456",
         "transactions": "https://example.test/transactions?payment_reference=XISA93DJ",
         "totals": {"sale_amount": 12000, "return_amount": 3000, "fee_amount": 319, "tax_amount": 64, "settlement_amount": 8617,
          "repay_amount": 0, "deposit_amount": 0, "opening_debt_balance_amount": 0, "closing_debt_balance_amount": 0}}\
        """;
    private static final String SALE = """
        {"type": "SALE", "amount": 12000, "currency_code": "GBP", "capture_id": "cap-1", "capture_date": "2026-11-10T09:12:00Z",
         "sale_date": "2026-11-09T18:01:00Z", "order_id": "ce17b4cb-0001", "short_order_id": "AB12CD34", "merchant_reference1": "HL-10234",
         "merchant_reference2": "10234", "payment_reference": "XISA93DJ", "detailed_type": "PURCHASE", "vat_rate": null,
         "tags": ["a", {"amount": 1}], "payout": "https://example.test/payouts/XISA93DJ"}\
        """;
    private static final String FEE = """
        {"type": "FEE", "amount": 319, "currency_code": "GBP", "capture_id": "cap-1", "capture_date": "2026-11-10T09:12:00Z",
         "order_id": "ce17b4cb-0001", "payment_reference": "XISA93DJ", "detailed_type": "PURCHASE_FEE_PERCENTAGE", "vat_amount": 64}\
        """;
    private static final String RETURN = """
        {"type": "RETURN", "amount": 3000, "currency_code": "GBP", "capture_id": "", "capture_date": "2026-11-13T10:00:00Z",
         "order_id": "ce17b4cb-0003", "refund_id": "ref-3", "payment_reference": "XISA93DJ"}\
        """;
    private static final String FILE =
            "{\"payout\": " + PAYOUT + ",\n\"transactions\": [" + SALE + ",\n" + FEE + ",\n" + RETURN + "]}";

    private final List<SettlementLine> lines = new ArrayList<>();

    private List<Batch> all(String text) throws IOException, UnreadableFile {
        lines.clear();
        return new KlarnaJsonReader(KlarnaSettings.DEFAULT).read(Reading.file("klarna.json", text), lines::add);
    }

    private Batch read(String text) throws IOException, UnreadableFile {
        List<Batch> batches = all(text);
        assertThat(batches).hasSize(1);
        return batches.get(0);
    }

    private Fault refused(String text) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> all(text));
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void a_payout_is_proven_to_the_penny_by_the_same_proof_as_the_csv() throws Exception {
        Batch batch = read(FILE);

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.key()).hasToString("klarna K123456 batch XISA93DJ GBP");
        assertThat(batch.net())
                .containsOnly(
                        Map.entry(LineKind.SALE, gbp("120.00")),
                        Map.entry(LineKind.REFUND, gbp("-30.00")),
                        Map.entry(LineKind.FEE, gbp("-3.19")),
                        Map.entry(LineKind.TAX, gbp("-0.64")),
                        Map.entry(LineKind.PAYOUT, gbp("-86.17")));
        assertThat(batch.sum()).isEqualTo(gbp("0.00"));
        assertThat(batch.first()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(batch.last()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void lines_are_numbered_by_their_objects_and_have_their_references() throws Exception {
        read(FILE);

        assertThat(lines).extracting(SettlementLine::number).containsExactly(2L, 3L, 4L, 1L, 1L);
        assertThat(lines)
                .extracting(SettlementLine::type)
                .containsExactly("SALE", "FEE", "RETURN", "totals.tax_amount", "totals.settlement_amount");
        assertThat(lines.get(0).references()).isEqualTo(new References("ce17b4cb-0001", "cap-1", "HL-10234", "10234"));
        assertThat(lines.get(1).references()).isEqualTo(new References("ce17b4cb-0001", "cap-1", "", ""));
        assertThat(lines.get(2).references().modification()).isEqualTo("ref-3");
    }

    @Test
    void it_may_come_as_lists_with_the_transactions_first_all_on_one_line_and_with_a_byte_order_mark()
            throws Exception {
        String lists = "\uFEFF{\"pagination\":{\"count\":3,\"next\":null},\"transactions\":["
                + String.join(",", FEE, RETURN, SALE) + "],\"links\":[1,[2]],\"payouts\":[" + PAYOUT + "]}";

        Batch batch = read(lists.replace("\n", " "));

        assertThat(batch.isProven()).isTrue();
        assertThat(lines).extracting(SettlementLine::number).containsExactly(2L, 3L, 4L, 1L, 1L);
    }

    @Test
    void a_transaction_of_the_only_payout_need_not_name_it() throws Exception {
        assertThat(read(FILE.replace(", \"payment_reference\": \"XISA93DJ\"", ""))
                        .isProven())
                .isTrue();
    }

    @Test
    void of_two_payouts_one_with_a_fault_does_not_harm_the_other() throws Exception {
        String kronor = PAYOUT.replace("XISA93DJ", "XISA93DK").replace("GBP", "SEK");
        String sale = SALE.replace("XISA93DJ", "XISA93DK").replace("GBP", "SEK");
        String fee = FEE.replace("XISA93DJ", "XISA93DK").replace("GBP", "SEK").replace("319", "3.19");
        String back = RETURN.replace("XISA93DJ", "XISA93DK").replace("GBP", "SEK");

        List<Batch> batches = all("{\"payouts\": [" + kronor + "," + PAYOUT + "], \"transactions\": ["
                + String.join(",", SALE, sale, fee, FEE, back, RETURN) + "]}");

        assertThat(batches).extracting(batch -> batch.key().batch()).containsExactly("XISA93DK", "XISA93DJ");
        assertThat(batches).extracting(Batch::isProven).containsExactly(false, true);
        assertThat(batches.get(0).key().currency()).isEqualTo(Currency.getInstance("SEK"));
        assertThat(batches.get(0).faults()).hasSize(1);
        assertThat(batches.get(0).faults().get(0).line()).isEqualTo(5);
        assertThat(batches.get(0).faults().get(0).value()).isEqualTo("3.19");
        assertThat(batches.get(1).paidOut()).isEqualTo(gbp("86.17"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120.00     | 120.00",
                "12000.0    | 12000.0",
                "1.2e4      | 1.2e4",
                "1.2E+4     | 1.2E+4",
                "\"12000\"  | \"12000\"",
                "\"12,000\" | \"12,000\"",
                "true       | true"
            })
    void an_amount_that_is_no_whole_number_stops_the_payout(String amount, String value) throws Exception {
        Batch batch = read(FILE.replace("\"amount\": 12000", "\"amount\": " + amount));

        Fault fault = batch.faults().get(0);
        assertThat(batch.faults()).hasSize(1);
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo("amount");
        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.why()).isEqualTo("is not written in whole smallest coins of GBP");
        assertThat(read(FILE.replace("\"sale_amount\": 12000", "\"sale_amount\": " + amount))
                        .faults()
                        .get(0)
                        .column())
                .isEqualTo("totals.sale_amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"amount\": null,"})
    void an_amount_that_is_missing_stops_the_payout(String amount) throws Exception {
        Fault fault = read(FILE.replace("\"amount\": 3000,", amount)).faults().get(0);

        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.column()).isEqualTo("amount");
        assertThat(fault.why()).isEqualTo("is empty");
    }

    @Test
    void signs_types_currencies_and_totals_are_held_as_in_the_csv() throws Exception {
        assertThat(read(FILE.replace("\"amount\": 319", "\"amount\": -319")).isProven())
                .isTrue();
        assertThat(read(FILE.replace("\"amount\": 12000", "\"amount\": -12000"))
                        .faults()
                        .get(0)
                        .why())
                .isEqualTo("is below zero, and this type is always paid");
        assertThat(read(FILE.replace("\"RETURN\"", "\"PAYBACK\""))
                        .faults()
                        .get(0)
                        .value())
                .isEqualTo("PAYBACK");
        assertThat(read(FILE.replace("\"RETURN\"", "\"CORRECTION\""))
                        .faults()
                        .get(0)
                        .why())
                .contains("has no sign");
        assertThat(read(FILE.replace("3000, \"currency_code\": \"GBP\"", "3000, \"currency_code\": \"EUR\""))
                        .faults()
                        .get(0)
                        .column())
                .isEqualTo("currency_code");
        assertThat(read(FILE.replace("8617", "8618")).faults().get(0).why())
                .isEqualTo("the payout comes to GBP 86.17 by its transactions and totals");
        assertThat(read(FILE.replace("\"tax_amount\": 64", "\"tax_amount\": 0")).isProven())
                .isFalse();
        assertThat(read(FILE.replace("," + "\n" + RETURN, "")).faults()).hasSize(2);
    }

    @Test
    void debt_is_carried() throws Exception {
        Batch batch = read(FILE.replace("8617", "8117")
                .replace("\"repay_amount\": 0", "\"repay_amount\": 500")
                .replace("\"opening_debt_balance_amount\": 0", "\"opening_debt_balance_amount\": 1500")
                .replace("\"closing_debt_balance_amount\": 0", "\"closing_debt_balance_amount\": 1000"));

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.net(LineKind.BALANCE_CARRY)).isEqualTo(gbp("-5.00"));
        assertThat(batch.opening()).isEqualTo(gbp("-15.00"));
        assertThat(batch.closing()).isEqualTo(gbp("-10.00"));
    }

    @Test
    void a_currency_without_decimals_has_no_pence() throws Exception {
        Batch batch = read(FILE.replace("\"GBP\"", "\"JPY\""));

        assertThat(batch.paidOut()).isEqualTo(Money.of("8617", "JPY"));
    }

    @Test
    void what_cannot_be_told_apart_is_refused() {
        assertThat(refused("{\"transactions\": [" + SALE + "]}").why()).startsWith("it has no payout");
        assertThat(refused(FILE.replace(
                                "\"ref-3\", \"payment_reference\": \"XISA93DJ\"",
                                "\"ref-3\", \"payment_reference\": \"XISA93DK\""))
                        .toString())
                .startsWith("line 4, payment_reference = \"XISA93DK\": is no payout of this file");
        assertThat(refused("{\"payouts\": [" + PAYOUT + "," + PAYOUT + "]}").why())
                .contains("is there twice");
        assertThat(refused(FILE.replace("\"amount\": 319", "\"amount\": 319, \"amount\": 320"))
                        .column())
                .isEqualTo("amount");
        assertThat(refused(FILE.replace("\"merchant_id\": \"K123456\"", "\"merchant_id\": \"\""))
                        .why())
                .isEqualTo("is empty");
        assertThat(refused(FILE.replace("merchant_id", "merchant")).why()).isEqualTo("the column is missing");
    }

    @Test
    void what_is_no_json_of_klarnas_is_refused() {
        assertThat(refused(FILE.substring(0, FILE.length() - 40)).why()).contains("broken or cut off");
        assertThat(refused(FILE + FILE).why()).contains("broken or cut off");
        assertThat(refused("").why()).contains("broken or cut off");
        assertThat(refused("[" + FILE + "]").why()).contains("it is no JSON of Klarna's");
        assertThat(refused(PAYOUT).why()).contains("it has no payout");
        assertThat(refused("{\"payout\": " + PAYOUT + ", \"transactions\": \"none\"}")
                        .why())
                .contains("it is no JSON of Klarna's");
        assertThat(refused("{\"payouts\": [1]}").why()).contains("it is no JSON of Klarna's");
        UnreadableFile bytes = catchThrowableOfType(
                UnreadableFile.class,
                () -> new KlarnaJsonReader(KlarnaSettings.DEFAULT)
                        .read(
                                Reading.file("a.json", FILE.replace("HL", "Må").getBytes(StandardCharsets.ISO_8859_1)),
                                lines::add));
        assertThat(bytes.fault().why()).contains("not in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"other\": [", "{\"payouts\": [{\"totals\": [", "{\"payouts\": [{\"totals\": {\"a\": "})
    void what_is_nested_without_end_is_refused(String begin) {
        String again = begin.endsWith("[") ? "[" : "{\"a\": ";
        assertThat(refused(begin + again.repeat(2_000)).why()).contains("it is no JSON of Klarna's");
        assertThat(refused(begin + again.repeat(100_000)).why()).contains("it is no JSON of Klarna's");
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_refused() {
        String file = FILE.replaceFirst("\\{", "{\"pagination\": {\"count\": 3, \"of\": [1, {}]}, ");
        for (int end = 0; end < file.length(); end++) {
            assertThat(refused(file.substring(0, end)).why()).contains("broken or cut off");
        }
    }

    @Test
    void it_knows_its_files_by_their_names_of_values() {
        KlarnaJsonReader reader = new KlarnaJsonReader(KlarnaSettings.DEFAULT);

        assertThat(reader.psp()).isEqualTo("klarna");
        assertThat(reader.reads(new Head("a.json", FILE))).isTrue();
        assertThat(reader.reads(new Head("a.json", "{\"data\": [{\"payout\": 1}]}")))
                .isFalse();
        assertThat(reader.reads(new Head("a.csv", "type;order_id;short_order_id\n")))
                .isFalse();
    }
}
