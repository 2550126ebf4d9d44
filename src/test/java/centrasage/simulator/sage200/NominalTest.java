package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** The nominal ledger, which the API shows and a user fills from files. */
final class NominalTest extends SageTest {
    private static final String HEAD =
            "AccountNumber,CostCentre,Department,TransactionDate,Reference,Narrative,DebitValue,CreditValue\r\n";

    private SageCaller.Answer imported(String... lines) {
        return sage.post(
                "/control/nominal/import", Json.object().put("file", HEAD + String.join("\r\n", lines) + "\r\n"));
    }

    private JsonNode views(String reference) {
        return sage.list("nominal_transaction_enquiry_views", "$filter", "reference eq '" + reference + "'")
                .json();
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("dd/MM/uuuu"));
    }

    @Test
    void a_file_that_balances_is_posted_line_by_line() {
        assertThat(imported("7901,,," + today() + ",J1,Fees,10.00,0.00", "2300,,," + today() + ",J1,Fees,0.00,10.00")
                        .status())
                .isEqualTo(200);
        JsonNode rows = views("J1");
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/0/debit").decimalValue()).isEqualByComparingTo("10");
        assertThat(rows.at("/1/credit").decimalValue()).isEqualByComparingTo("10");
        assertThat(rows.at("/0/urn").asLong()).isEqualTo(1001);
        assertThat(views("J2")).isEmpty();
    }

    @Test
    void what_has_no_account_ends_in_suspense() {
        imported("7999,WEB,," + today() + ",J1,Fees,10.00,0.00", "2300,,," + today() + ",J1,Fees,0.00,10.00");
        long suspense = sage.list("nominal_codes", "$filter", "reference eq '9998'")
                .json()
                .at("/0/id")
                .asLong();
        assertThat(views("J1").at("/0/nominal_code_id").asLong()).isEqualTo(suspense);
    }

    @Test
    void a_file_that_does_not_balance_or_is_of_a_closed_period_is_refused_whole() {
        assertThat(imported("7901,,," + today() + ",J1,Fees,10.00,0.00", "2300,,," + today() + ",J1,Fees,0.00,9.99")
                        .status())
                .isEqualTo(400);
        assertThat(imported("7901,,,31/12/1999,J1,Fees,10.00,0.00", "2300,,,31/12/1999,J1,Fees,0.00,10.00")
                        .status())
                .isEqualTo(400);
        assertThat(imported().status()).isEqualTo(400);
        assertThat(views("J1")).isEmpty();
    }
}
