package centrasage.settlements.journal;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.sage200.ledger.NominalAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file of a journal, by the template that an operator has set. */
class JournalLayoutTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static String file(String layout, String dates) {
        Journal journal = new Journal(
                7,
                "CSJ2611230800-7",
                new Journal.Content(
                        "33",
                        LocalDate.of(2026, 11, 20),
                        "33/ADYGBP",
                        "Fees",
                        List.of(
                                new JournalLine(
                                        new NominalAccount("7901", "WEB", "UK"),
                                        Money.of("1234.50", "GBP"),
                                        "Fees, October \"2026\"",
                                        ""),
                                new JournalLine(
                                        new NominalAccount("2109", "", ""),
                                        Money.of("-1234.50", "GBP"),
                                        "Zoë’s accrual",
                                        ""))),
                JournalState.OPEN,
                "ann",
                NOW,
                NOW,
                "");
        return JournalLayout.parse(layout, dates).file(journal);
    }

    @Test
    void columns_come_in_their_order_under_their_headings() {
        assertThat(file(
                        "nominal=AccountNumber, cost-centre=CostCentre ,department=Department,date=TransactionDate,reference=Reference,"
                                + "narrative=Narrative,debit=DebitValue,credit=CreditValue",
                        "dd/MM/yyyy"))
                .isEqualTo(
                        "AccountNumber,CostCentre,Department,TransactionDate,Reference,Narrative,DebitValue,CreditValue\r\n"
                                + "7901,WEB,UK,20/11/2026,CSJ2611230800-7,\"Fees, October \"\"2026\"\"\",1234.50,0.00\r\n"
                                + "2109,,,20/11/2026,CSJ2611230800-7,Zoë’s accrual,0.00,1234.50\r\n");
    }

    @Test
    void without_headings_there_is_no_header_and_one_column_can_have_the_sign() {
        assertThat(file("reference,'3',date,'',nominal,value", "yyyy-MM-dd"))
                .isEqualTo(
                        "CSJ2611230800-7,3,2026-11-20,,7901,1234.50\r\nCSJ2611230800-7,3,2026-11-20,,2109,-1234.50\r\n");
    }
}
