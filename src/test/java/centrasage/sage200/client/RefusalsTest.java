package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal in Sage's words gets a code, an owner and a remedy; words that nobody foresaw get all three as well. */
class RefusalsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Analysis Code 3 is mandatory., ANALYSIS_CODE_MISSING, FINANCE, analysis",
        "The customer has exceeded their credit limit., CREDIT_LIMIT, FINANCE, Raise the credit limit",
        "The account is on hold., CUSTOMER_ON_HOLD, FINANCE, off hold",
        "The period is closed., PERIOD_CLOSED, FINANCE, Open the period",
        "The date is outside the financial year., PERIOD_CLOSED, FINANCE, Open the period",
        "There is insufficient stock of TEE., NOT_ENOUGH_STOCK, OPERATIONS, Book the stock in",
        "Something that nobody foresaw., REFUSED_BY_SAGE, FINANCE, Correct what Sage 200 names"
    })
    void what_sage_says_is_somebodys_with_a_remedy(String words, String code, Owner owner, String remedy) {
        Reason reason = Refusals.reason(400, "sales order C10234", words);
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.owner()).isEqualTo(owner);
        assertThat(reason.what()).isEqualTo("Sage 200 refused sales order C10234: " + words);
        assertThat(reason.remedy()).contains(remedy);
    }
}
