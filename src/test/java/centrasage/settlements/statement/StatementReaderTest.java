package centrasage.settlements.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bank statements in their three forms. */
class StatementReaderTest {
    private static final String MT940 = """
            :20:STARTUMS
            :25:30963412345678
            :28C:00231/001
            :60F:C261129GBP1000,00
            :61:2611301130C55308,07NTRFNONREF//BANK123
            ADYEN
            :86:ADYEN N.V. TX635094301XT batch 380, HARBOUR
            :61:2611301130D12,5NCHGFEE-11
            :86:Charges
            :61:2611301130RD3,00NMSCTAKENBACK
            :62F:C261130GBP56298,57
            -
            :20:SECOND
            :25:30963412345679
            :60F:C261129EUR0,00
            :61:2611301130C96,9NTRFNONREF
            :86:KLARNA XISA93DJ
            :62F:C261130EUR96,90
            -
            """;

    private static final String CAMT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
              <Acct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></Acct>
              <Bal><Amt Ccy="GBP">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
              <Ntry><Amt Ccy="GBP">55308.07</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <BookgDt><Dt>2026-11-30</Dt></BookgDt><ValDt><Dt>2026-12-01</Dt></ValDt>
                <NtryDtls><TxDtls><Refs><EndToEndId>TX635094301XT</EndToEndId></Refs>
                  <Amt Ccy="GBP">55308.07</Amt>
                  <RmtInf><Ustrd>batch 380, HARBOUR</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
              <Ntry><Amt Ccy="GBP">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd>
                <BookgDt><DtTm>2026-11-30T09:00:00</DtTm></BookgDt></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    private static List<StatementLine> read(String text) throws IOException, UnreadableFile {
        return StatementReader.read(new Source() {
            @Override
            public String name() {
                return "statement";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void mt940_with_several_statements() throws Exception {
        assertThat(read(MT940))
                .extracting(StatementLine::amount)
                .containsExactly(
                        Money.of("55308.07", "GBP"),
                        Money.of("-12.50", "GBP"),
                        Money.of("3.00", "GBP"),
                        Money.of("96.90", "EUR"));
        StatementLine first = read(MT940).get(0);
        assertThat(first.account()).isEqualTo("30963412345678");
        assertThat(first.date()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(first.text()).contains("BANK123").contains("TX635094301XT batch 380");
        assertThat(read(MT940).get(3).account()).isEqualTo("30963412345679");
    }

    @Test
    void mt940_as_it_comes_from_the_network() throws Exception {
        String wrapped = "{1:F01BARCGB22AXXX0000000000}{2:O9400000}{4:\r\n" + MT940.replace("\n", "\r\n") + "}";
        assertThat(read(wrapped)).isEqualTo(read(MT940));
    }

    private static Fault refused(String text) {
        return catchThrowableOfType(UnreadableFile.class, () -> read(text)).fault();
    }

    @ParameterizedTest
    @ValueSource(strings = {":62F:C261130GBP", ":62F:C261130EUR", ":61:2611301130D12", "CHGFEE-11"})
    void mt940_that_is_cut_off_is_refused(String at) {
        assertThat(refused(MT940.substring(0, MT940.indexOf(at))).sentence())
                .endsWith("has no closing balance (:62F: or :62M:): it may be cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C261130GBP56298,58", "D261130GBP56298,57", "C261130EUR56298,57"})
    void mt940_whose_closing_balance_contradicts_its_lines_is_refused_with_the_amounts(String closing) {
        Fault fault = refused(MT940.replace("C261130GBP56298,57", closing));
        assertThat(fault.why())
                .startsWith("its statement STARTUMS has the opening balance GBP 1000.00, which comes to GBP 56298.57"
                        + " with its lines, and the closing balance ");
        assertThat(fault.remedy()).contains("download the whole statement from the bank again");
    }

    @Test
    void mt940_without_one_of_its_lines_is_refused() {
        assertThat(refused(MT940.replace(":61:2611301130RD3,00NMSCTAKENBACK\n", ""))
                        .why())
                .contains("GBP 56295.57", "GBP 56298.57");
    }

    @Test
    void mt940_in_pages_with_balances_between_them() throws Exception {
        String pages = MT940.replace(
                ":61:2611301130D12,5",
                ":62M:C261130GBP56308,07\n-\n:20:PAGE2\n:25:30963412345678\n:60M:C261130GBP56308,07\n:61:2611301130D12,5");
        assertThat(read(pages)).isEqualTo(read(MT940));
        assertThat(refused(pages.replace(":62M:C261130GBP56308,07\n", "")).why())
                .contains("STARTUMS has no closing");
        assertThat(refused(pages.replace(":60M:C261130GBP56308,07\n", "")).why())
                .contains("PAGE2 has the line", "outside of its balances");
    }

    @Test
    void mt940_of_an_overdrawn_account() throws Exception {
        String overdrawn = MT940.replace(":60F:C261129GBP1000,00", ":60F:D261129GBP60000,")
                .replace(":62F:C261130GBP56298,57", ":62F:D261130GBP4701,43");
        assertThat(read(overdrawn)).isEqualTo(read(MT940));
    }

    @Test
    void mt940_what_is_said_of_the_statement_as_a_whole_is_not_of_its_last_line() throws Exception {
        String closing = ":62F:C261130GBP56298,57";
        assertThat(read(MT940.replace(closing, closing + "\n:86:CLOSED FOR THE YEAR")))
                .isEqualTo(read(MT940));
    }

    @Test
    void mt940_a_text_may_begin_a_line_with_a_hyphen() throws Exception {
        assertThat(read(MT940.replace(":86:Charges", ":86:Charges\n-2 of them"))
                        .get(1)
                        .text())
                .endsWith("Charges -2 of them");
    }

    /** The library takes each for another amount. */
    @ParameterizedTest
    @ValueSource(strings = {"55,308,07", "55.308,07", "55308.07", "55308,071"})
    void mt940_an_amount_that_is_not_exact_is_named(String amount) {
        Fault fault = refused(MT940.replace("55308,07", amount));
        assertThat(fault.sentence()).startsWith(":61: = \"" + amount + "\": has ");
        assertThat(fault.remedy()).contains("from the bank again");
    }

    @ParameterizedTest
    @CsvSource({
        ":61:2611301130C55308, :61:2611311130C55308, :61: = \"261131\": is no day",
        ":61:2611301130C55308, :61:2611301130X55308, :61: = \"2611301130X55308",
        ":60F:C261129GBP1000, :60F:C261129GB1000, :60F: = \"C261129GB1000",
        ":60F:C261129GBP1000, :60F:C261129ZZZ1000, :60F: = \"ZZZ\": is no currency"
    })
    void mt940_what_is_no_day_side_or_balance_is_named(String was, String is, String named) {
        assertThat(refused(MT940.replace(was, is)).sentence()).startsWith(named);
    }

    @Test
    void mt940_without_a_statement_is_refused() {
        assertThat(refused(":25:30963412345678\n:60F:C261129GBP1000,00\n").why())
                .contains(":20:");
    }

    private static String balances(String opening, String closing) {
        String balance = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">%s</Amt>"
                + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-30</Dt></Dt></Bal>";
        String first = balance.formatted(opening.split(" ")[0], opening.split(" ")[1]);
        String last = balance.formatted(closing.split(" ")[0], closing.split(" ")[1]);
        return CAMT.replace("<Acct>", "<Id>ST-231</Id><Acct>").replaceFirst("<Bal>.*</Bal>", first + last);
    }

    @ParameterizedTest
    @CsvSource({
        "OPBD 1000.00, CLBD 56295.57",
        "PRCD 1000.00, CLBD 56295.57",
        "OPBD 1000.00, ITBD 1.00",
        "OPAV 1000.00, CLBD 1.00"
    })
    void camt_whose_booked_balances_hold_or_are_not_there(String opening, String closing) throws Exception {
        assertThat(read(balances(opening, closing))).isEqualTo(read(CAMT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPBD", "PRCD"})
    void camt_whose_closing_balance_contradicts_its_entries_is_refused_with_the_amounts(String opening) {
        Fault fault = refused(balances(opening + " 1000.00", "CLBD 56295.58"));
        assertThat(fault.why())
                .isEqualTo(
                        "its statement ST-231 has the opening balance GBP 1000.00, which comes to GBP 56295.57 with its"
                                + " lines, and the closing balance GBP 56295.58");
        assertThat(fault.remedy()).contains("download the whole statement from the bank again");
    }

    @Test
    void camt_what_is_not_booked_is_in_no_balance() throws Exception {
        String pending = balances("OPBD 1000.00", "CLBD 56308.07")
                .replace("<CdtDbtInd>DBIT</CdtDbtInd>", "<CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts>");
        assertThat(read(pending)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">55308.07<|>2,758.85<|line 5, Ntry/Amt = \"2,758.85\": has a separator of thousands",
                ">55308.07<|>55308.071<|line 5, Ntry/Amt = \"55308.071\": has more decimals than GBP",
                ">55308.07<|>-55308.07<|line 5, Ntry/Amt = \"-55308.07\": is below zero",
                "Ccy=\"GBP\">55308|Ccy=\"ZZZ\">55308|line 5, Ntry/Amt/@Ccy = \"ZZZ\": is no currency",
                "2026-12-01|01/12/2026|line 6, Ntry/ValDt/Dt = \"01/12/2026\": is no day",
                "DBIT|DEBIT|line 10, Ntry/CdtDbtInd = \"DEBIT\": is on no side"
            })
    void camt_what_cannot_be_read_exactly_is_named_with_its_line(String was, String is, String named) {
        Fault fault = refused(CAMT.replace(was, is));
        assertThat(fault.sentence()).startsWith(named);
        assertThat(fault.remedy()).contains("from the bank again");
    }

    @Test
    void camt_that_is_cut_off_is_refused_without_words_of_a_program() {
        Fault fault = refused(CAMT.substring(0, CAMT.indexOf("<RmtInf>")));
        assertThat(fault.sentence()).isEqualTo("line 9: its XML is damaged here, or cut off");
    }

    @Test
    void camt_of_the_entries_and_not_of_their_details_or_balances() throws Exception {
        List<StatementLine> lines = read(CAMT);
        assertThat(lines)
                .extracting(StatementLine::amount)
                .containsExactly(Money.of("55308.07", "GBP"), Money.of("-12.50", "GBP"));
        assertThat(lines)
                .extracting(StatementLine::date)
                .containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 11, 30));
        assertThat(lines.get(0).account()).isEqualTo("GB33BUKB20201555555555");
        assertThat(lines.get(0).text()).isEqualTo("TX635094301XT batch 380, HARBOUR");
    }

    /** Whether the status is text of its own, as in older versions, or a code within. */
    @ParameterizedTest
    @ValueSource(strings = {"<Sts>%s</Sts>", "<Sts><Cd>%s</Cd></Sts>"})
    void camt_only_of_what_is_booked(String status) throws Exception {
        String debit = "<CdtDbtInd>DBIT</CdtDbtInd>";
        assertThat(read(CAMT.replace(debit, debit + status.formatted("BOOK")))).isEqualTo(read(CAMT));
        for (String other : new String[] {"PDNG", "INFO"}) {
            assertThat(read(CAMT.replace(debit, debit + status.formatted(other))))
                    .extracting(StatementLine::amount)
                    .containsExactly(Money.of("55308.07", "GBP"));
        }
    }

    @Test
    void camt_that_asks_for_something_outside_is_refused() {
        String asking =
                CAMT.replace("<Document", "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><Document");
        String used = asking.replace("batch 380", "&secret;");
        assertThatThrownBy(() -> read(used)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void csv() throws Exception {
        assertThat(read("account,date,amount,currency,text\nBANKGBP,2026-11-30,-12.50,GBP,Charges\n"))
                .containsExactly(
                        new StatementLine("BANKGBP", LocalDate.of(2026, 11, 30), Money.of("-12.50", "GBP"), "Charges"));
    }

    @Test
    void an_amount_that_is_not_exact_says_where_it_stands() {
        assertThatThrownBy(() -> read("account,date,amount,currency,text\nB,2026-11-30,\"1,250.00\",GBP,x\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("1,250.00");
    }

    @Test
    void csv_a_line_without_an_amount_is_not_nothing() {
        Fault fault = refused("account,date,amount,currency,text\nB,2026-11-30,,GBP,x\n");
        assertThat(fault.sentence()).isEqualTo("line 2, amount = \"\": is empty");
        assertThat(fault.remedy()).contains("from the bank again");
    }

    @Test
    void whatever_else_is_no_statement() {
        assertThatThrownBy(() -> read("Dear Sir or Madam"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("MT940");
    }
}
