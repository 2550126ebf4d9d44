package centrasage.settlements.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of a provider that nobody has, read as its profile says. */
class ProfileReaderTest {
    private static final String HEADER = "Shop;Payout No;Currency;What;Net;Gross;Paid in;Rate;Day;Payment;Capture;Our"
            + " reference;Order;Note;Commission;VAT\n";
    private static final String ROWS = """
        HL-GB;P-7;GBP;Sale;117.12;120.00;GBP;;2026-11-10T09:12:00;pay-1;cap-1;HL-10234;10234;card;2.40;0.48
        HL-GB;P-7;GBP;Sale;82.76;100.00;EUR;0.8500;2026-11-30;pay-2;cap-2;HL-10235;10235;card;2.00;0.24
        HL-GB;P-7;GBP;Sent back;-29.88;-30.00;GBP;1;2026-11-12;pay-3;ref-3;HL-10236;10236;;-0.10;-0.02
        HL-GB;P-7;GBP;Monthly;-12.00;;;;2026-11-01;;;;;November;10.00;2.00
        HL-GB;P-7;GBP;To bank;158.00;;;;2026-11-20;;;;;P-7;;
        """;
    private static final String FILE = HEADER + ROWS;

    private final List<SettlementLine> lines = new ArrayList<>();

    private List<Batch> all(String profile, Source file) throws Exception {
        lines.clear();
        return new ProfileReader(Profiles.of(profile)).read(file, lines::add);
    }

    private Batch read(String profile, String file) throws Exception {
        List<Batch> batches = all(profile, Reading.file("payouts.csv", file));
        assertThat(batches).hasSize(1);
        return batches.get(0);
    }

    private Batch read(String file) throws Exception {
        return read(Profiles.FULL, file);
    }

    private Fault refused(String profile, String file) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> read(profile, file));
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    private static String with(String... keysAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Profiles.with(Profiles.FULL, values);
    }

    @Test
    void a_payout_is_proven_to_the_penny() throws Exception {
        Batch batch = read(FILE);

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.warnings()).isEmpty();
        assertThat(batch.key()).hasToString("harbour-pay HL-GB batch P-7 GBP");
        assertThat(batch.lines()).isEqualTo(5);
        assertThat(batch.net())
                .containsOnly(
                        Map.entry(LineKind.SALE, gbp("199.88")),
                        Map.entry(LineKind.REFUND, gbp("-29.88")),
                        Map.entry(LineKind.FEE, gbp("-12.00")),
                        Map.entry(LineKind.PAYOUT, gbp("-158.00")));
        assertThat(batch.sum()).isEqualTo(gbp("0.00"));
        assertThat(batch.first()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(batch.last()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void a_line_has_its_gross_rate_fees_and_references() throws Exception {
        read(FILE);

        SettlementLine sale = lines.get(1);
        assertThat(sale.number()).isEqualTo(3);
        assertThat(sale.gross()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(sale.rate()).isEqualByComparingTo(new BigDecimal("0.85"));
        assertThat(sale.net()).isEqualTo(gbp("82.76"));
        assertThat(sale.fees())
                .containsExactly(new Fee(FeeKind.COMMISSION, gbp("2.00")), new Fee(FeeKind.TAX, gbp("0.24")));
        assertThat(sale.references()).isEqualTo(new References("pay-2", "cap-2", "HL-10235", "10235"));
        assertThat(sale.text()).isEqualTo("card");
        assertThat(lines.get(2).kept()).isEqualTo(gbp("-0.12"));
        assertThat(lines.get(3).fees()).as("its net says them").isEmpty();
        assertThat(lines.get(3).gross()).isEqualTo(gbp("0.00"));
    }

    @Test
    void a_line_that_contradicts_itself_is_a_warning() throws Exception {
        Batch batch = read(FILE.replace(";2.40;0.48", ";2.40;0.84"));

        assertThat(batch.isProven()).isTrue();
        assertThat(batch.warnings()).hasSize(1);
        assertThat(batch.warnings().get(0).line()).isEqualTo(2);
    }

    @Test
    void columns_may_be_reordered_added_and_those_of_references_left_out() throws Exception {
        String file = """
            VAT;new;Commission;Order;Rate;Paid in;Gross;Net;What;Currency;Payout No;Shop;Day
            0.48;x;2.40;10234;;GBP;120.00;117.12;SALE;gbp;P-7;HL-GB;2026-11-10
            ;x;;;;;;117.12;to bank;GBP;P-7;HL-GB;2026-11-20
            """;

        Batch batch = read(file);

        assertThat(batch.faults()).isEmpty();
        assertThat(lines.get(0).references()).isEqualTo(new References("", "", "", "10234"));
    }

    @Test
    void a_column_that_is_needed_and_missing_is_named() {
        for (String column : List.of("Shop", "Payout No", "Currency", "What", "Net", "Gross", "Rate", "Day", "VAT")) {
            Fault fault = refused(Profiles.FULL, FILE.replaceFirst("(^|;)" + column + "(;|\n)", "$1Other$2"));

            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.why()).isEqualTo("the column is missing");
        }
        String unfindable = HEADER.replace("Payment;Capture;Our reference;Order", "a;b;c;d") + ROWS;
        assertThat(refused(Profiles.FULL, unfindable).why()).startsWith("none of the columns of references");
    }

    @Test
    void of_two_payouts_one_with_a_fault_does_not_harm_the_other() throws Exception {
        String other = ROWS.replace("P-7", "P-8").replace("117.12", "1,117.12");

        List<Batch> batches = all(Profiles.FULL, Reading.file("payouts.csv", FILE + other));

        assertThat(batches).extracting(batch -> batch.key().batch()).containsExactly("P-7", "P-8");
        assertThat(batches).extracting(Batch::isProven).containsExactly(true, false);
        assertThat(batches.get(1).faults())
                .containsExactly(new Fault(
                        7,
                        "Net",
                        "1,117.12",
                        "has a separator of thousands, or a comma for the decimal point",
                        batches.get(1).faults().get(0).remedy()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "117.12   | 117,12         | Net           | has a separator of thousands, or a comma for the decimal"
                        + " point",
                "117.12   | 1.1712E+2      | Net           | is written with an exponent, as spreadsheets do",
                "117.12   | 117.125        | Net           | has more decimals than GBP has",
                "117.12   | ''             | Net           | is empty",
                "120.00   | ''             | Gross         | is empty",
                ";2.40    | ;2.4O          | Commission    | is no amount",
                "HL-10234 | 1.0234E+15     | Our reference | a spreadsheet has made a number of a reference, and its"
                        + " last digits are lost",
                ";Sale;11 | ;Sold;11       | What          | is a type of line that its profile does not know, and"
                        + " none is posted on a guess",
                "GBP;;202 | EUR;;202       | Rate          | is empty, and the payment was in EUR",
                "2026-11-10 | 10.11.2026   | Day           | is no day of the form 2026-11-23"
            })
    void damage_stops_the_payout_and_is_named(String from, String to, String column, String why) throws Exception {
        Batch batch = read(FILE.replaceFirst(Pattern.quote(from), to));

        assertThat(batch.faults()).hasSize(1);
        assertThat(batch.faults().get(0).line()).isEqualTo(2);
        assertThat(batch.faults().get(0).column()).isEqualTo(column);
        assertThat(batch.faults().get(0).why()).isEqualTo(why);
        assertThat(lines).hasSize(4);
    }

    @Test
    void a_row_that_does_not_say_its_payout_or_has_moved_refuses_the_file() {
        assertThat(refused(Profiles.FULL, FILE.replaceFirst("P-7", "")).toString())
                .startsWith("line 2, Payout No = \"\": is empty");
        assertThat(refused(Profiles.FULL, FILE.replaceFirst("HL-10234", "HL;10234"))
                        .why())
                .contains("17 cells");
        assertThat(refused(Profiles.FULL, "\n").why()).isEqualTo("it has no header");
    }

    @Test
    void a_file_that_ends_with_its_header_is_refused() {
        String header = FILE.lines().findFirst().orElseThrow() + "\n";
        assertThat(refused(Profiles.FULL, header).why()).isEqualTo("it has a header and no line below it");
    }

    @Test
    void lines_that_are_missing_and_payouts_that_are_missing_are_found() throws Exception {
        assertThat(read(FILE.replaceFirst("(?m)^.*Sent back.*\n", ""))
                        .faults()
                        .get(0)
                        .why())
                .isEqualTo("its lines come to GBP 29.88 together with what was paid out, and must come to nothing");

        String unpaid = FILE.replaceFirst("(?m)^.*To bank.*\n", "");
        assertThat(read(unpaid).faults().get(0).why()).isEqualTo("it has no line of a payout");
        assertThat(read(with("control", "zero"), unpaid).faults().get(0).why()).contains("GBP 158.00");
        assertThat(read(with("control", "zero"), FILE).isProven()).isTrue();
    }

    @Test
    void without_a_control_it_is_taken_with_a_warning() throws Exception {
        Batch batch = read(with("control", "none"), FILE.replaceFirst("(?m)^.*To bank.*\n", ""));

        assertThat(batch.isProven()).isTrue();
        assertThat(batch.warnings()).hasSize(1);
        assertThat(batch.warnings().get(0).why())
                .contains("nothing proves that its lines, which come to GBP 158.00, are all");
    }

    @Test
    void where_the_type_says_a_sign_too_the_amount_must_agree() throws Exception {
        Fault taken = read(FILE.replace("-29.88", "29.88")).faults().get(0);
        assertThat(taken.line()).isEqualTo(4);
        assertThat(taken.column()).isEqualTo("Net");
        assertThat(taken.why()).isEqualTo("is paid, and by its profile a line of this type is taken");

        Fault paid = read(with("type.Sale", "sale +"), FILE.replaceFirst("117.12", "-117.12"))
                .faults()
                .get(0);
        assertThat(paid.why()).isEqualTo("is taken, and by its profile a line of this type is paid");
    }

    @Test
    void the_type_may_say_the_sign_alone() throws Exception {
        String byType = with(
                "sign",
                "by-type",
                "type.Sale",
                "sale +",
                "type.Monthly",
                "fee -",
                "type.To bank",
                "payout -",
                "fees",
                "kept-is-positive");
        String unsigned = FILE.replace(";-29.88;-30.00;", ";29.88;30.00;").replace(";-12.00;", ";12.00;");

        assertThat(read(byType, unsigned).faults()).isEmpty();
        assertThat(lines.get(2).net()).isEqualTo(gbp("-29.88"));
        assertThat(lines.get(2).gross()).isEqualTo(gbp("-30.00"));

        Fault fault = read(byType, FILE).faults().get(0);
        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.value()).isEqualTo("-29.88");
        assertThat(fault.why()).isEqualTo("is below zero, and amounts of this column have no sign");
    }

    @Test
    void debit_and_credit_may_say_it() throws Exception {
        String sides = with(
                "sign",
                "debit-credit",
                "column.net",
                "",
                "column.debit",
                "Debit",
                "column.credit",
                "Credit",
                "column.gross",
                "",
                "column.gross-currency",
                "",
                "type.To bank",
                "payout");
        String file = """
            Shop;Payout No;Currency;What;Debit;Credit;Rate;Day;Order;Commission;VAT
            HL-GB;P-7;GBP;Sale;;97.60;;2026-11-10;10234;2.00;0.40
            HL-GB;P-7;GBP;Sent back;30.00;0.00;;2026-11-11;10235;;
            HL-GB;P-7;GBP;To bank;67.60;;;2026-11-12;;;
            """;

        Batch batch = read(sides, file);

        assertThat(batch.faults()).isEmpty();
        assertThat(lines.get(0).gross()).as("net and fees").isEqualTo(gbp("100.00"));
        assertThat(batch.paidOut()).isEqualTo(gbp("67.60"));
        assertThat(read(sides, file.replace(";;97.60", ";1.00;97.60"))
                        .faults()
                        .get(0)
                        .why())
                .isEqualTo("is filled, and Credit too");
        assertThat(read(sides, file.replace(";;97.60", ";;")).faults().get(0).why())
                .isEqualTo("is empty, and Credit too");
        assertThat(read(sides, file.replace(";;97.60", ";;-97.60"))
                        .faults()
                        .get(0)
                        .column())
                .isEqualTo("Credit");
    }

    @Test
    void without_a_net_it_is_the_gross_less_what_is_kept() throws Exception {
        String gross = with("column.net", "", "fees", "kept-is-negative");
        String file = """
            Shop;Payout No;Currency;What;Gross;Paid in;Rate;Day;Order;Commission;VAT
            HL-GB;P-7;GBP;Sale;100.00;GBP;;2026-11-10;10234;-2.00;-0.40
            HL-GB;P-7;GBP;To bank;97.60;GBP;;2026-11-12;;;
            """;

        assertThat(read(gross, file).faults()).isEmpty();
        assertThat(lines.get(0).net()).isEqualTo(gbp("97.60"));
        assertThat(lines.get(0).kept()).isEqualTo(gbp("2.40"));

        Fault fault =
                read(gross, file.replace("100.00;GBP", "100.00;EUR")).faults().get(0);
        assertThat(fault.column()).isEqualTo("Paid in");
        assertThat(fault.value()).isEqualTo("EUR");
    }

    @Test
    void decimals_may_have_a_comma_and_then_a_point_is_refused() throws Exception {
        String commas = FILE.replaceAll("(\\d)\\.(\\d)", "$1,$2");

        assertThat(read(with("amounts", "comma"), commas).faults()).isEmpty();
        assertThat(lines.get(1).rate()).isEqualByComparingTo("0.85");

        for (String bad : List.of("1.117,12", "117.12", "1,117,12", "1 117,12", "1,1712E+2", "117,125")) {
            Fault fault = read(with("amounts", "comma"), commas.replace("117,12", bad))
                    .faults()
                    .get(0);
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo("Net");
            assertThat(fault.value()).isEqualTo(bad);
        }
    }

    @Test
    void amounts_may_be_smallest_coins_and_then_a_point_is_refused() throws Exception {
        String minor = FILE.replaceAll(";(-?\\d+)\\.(\\d\\d)(?=[;\n])", ";$1$2");

        assertThat(read(with("amounts", "minor-units"), minor).faults()).isEmpty();
        assertThat(lines.get(0).net()).isEqualTo(gbp("117.12"));
        Fault fault = read(with("amounts", "minor-units"), minor.replace(";11712;", ";117.12;"))
                .faults()
                .get(0);
        assertThat(fault.value()).isEqualTo("117.12");
        assertThat(fault.why()).isEqualTo("is not written in whole smallest coins of GBP");
    }

    @Test
    void days_may_have_a_pattern_and_impossible_ones_are_refused() throws Exception {
        String days = FILE.replaceAll("2026-(\\d\\d)-(\\d\\d)(T09:12:00)?", "$2/$1/2026");
        String pattern = with("dates", "dd/MM/yyyy");

        assertThat(read(pattern, days).faults()).isEmpty();
        assertThat(lines.get(1).bookedOn()).isEqualTo(LocalDate.of(2026, 11, 30));
        Fault fault =
                read(pattern, days.replace("30/11/2026", "31/11/2026")).faults().get(0);
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo("Day");
        assertThat(fault.value()).isEqualTo("31/11/2026");
        assertThat(read(with("column.date", ""), FILE).first()).isNull();
    }

    @Test
    void skipped_lines_quotes_windows_line_ends_a_mark_and_windows_text_do_not_matter() throws Exception {
        String file = "Harbour Pay\n\nfor;Harbour & Line\n" + FILE.replace("HL-10234", "\"HL;\"\"10234\"\"\"");

        assertThat(read(with("skipped-lines", "3"), "\uFEFF" + file.replace("\n", "\r\n"))
                        .faults())
                .isEmpty();
        assertThat(lines.get(0).references().merchant()).isEqualTo("HL;\"10234\"");
        assertThat(lines.get(0).number()).isEqualTo(5);

        byte[] old = FILE.replace("card", "Måns").getBytes(Charset.forName("windows-1252"));
        assertThat(all(with("encoding", "windows-1252"), Reading.file("a.csv", old)))
                .hasSize(1);
        assertThat(lines.get(0).text()).isEqualTo("Måns");
        assertThat(catchThrowableOfType(UnreadableFile.class, () -> all(Profiles.FULL, Reading.file("a.csv", old)))
                        .fault()
                        .why())
                .contains("no text in the encoding");
    }

    @Test
    void account_batch_and_currency_may_be_said_by_the_profile_and_the_name() throws Exception {
        String profile = with(
                "column.account",
                "",
                "account",
                "HL",
                "column.currency",
                "",
                "currency",
                "gbp",
                "column.batch",
                "",
                "file-name",
                "payout_(?<batch>.+)\\.csv");

        Batch batch = all(profile, Reading.file("payout_P-9.CSV", FILE)).get(0);

        assertThat(batch.key()).hasToString("harbour-pay HL batch P-9 GBP");
        assertThat(refused(profile, FILE).why()).isEqualTo("its name does not say which payout it is");
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_refused_or_pays_out_what_it_did() throws Exception {
        for (int end = 0; end < FILE.length(); end++) {
            try {
                for (Batch batch : all(Profiles.FULL, Reading.file("payouts.csv", FILE.substring(0, end)))) {
                    assertThat(batch.isProven() && !batch.paidOut().equals(gbp("158.00")))
                            .as("cut off at " + end)
                            .isFalse();
                }
            } catch (UnreadableFile e) {
                assertThat(e.fault().remedy()).isNotEmpty();
            }
        }
    }

    @Test
    void it_knows_its_files_by_name_and_columns() throws Exception {
        ProfileReader reader =
                new ProfileReader(Profiles.of(with("file-name", "payouts.*\\.csv", "skipped-lines", "1")));

        assertThat(reader.psp()).isEqualTo("harbour-pay");
        assertThat(reader.reads(new Head("Payouts-1.csv", "x\n\n" + FILE))).isTrue();
        assertThat(reader.reads(new Head("other.csv", "x\n\n" + FILE))).isFalse();
        assertThat(reader.reads(new Head("payouts.csv", FILE))).isFalse();
        assertThat(reader.reads(new Head("payouts.csv", "x\n" + HEADER.replace("VAT", "Tax"))))
                .isFalse();
        assertThat(reader.reads(new Head("payouts.csv", ""))).isFalse();
    }
}
