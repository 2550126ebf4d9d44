package centrasage.settlements.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.money.Money;
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
    void whatever_else_is_no_statement() {
        assertThatThrownBy(() -> read("Dear Sir or Madam"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("MT940");
    }
}
