package centrasage.sage200.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.sage200.SageSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Currency;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The banks of a simulated Sage: what they hold, and which are of another currency. */
class BankBalancesTest {
    private final SageSimulator sage;
    private final SageClients clients;

    BankBalancesTest() throws IOException {
        sage = SageSimulator.start(0, 7);
        clients = new SageClients(sage.baseUrl().toString());
    }

    @AfterEach
    void stop() {
        sage.close();
    }

    private void holds(String field, String value) throws IOException, InterruptedException {
        String body = "{\"where\": {\"code\": \"ADYEUR\"}, \"set\": {\"" + field + "\": " + value + "}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/tables/banks"))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private BankBalances.Balance balance(String code) throws TargetUnavailable {
        return Objects.requireNonNull(clients.bankBalances().of("33").get(code));
    }

    @Test
    void each_has_its_balance_in_both_currencies_by_its_code_in_either_case() throws Exception {
        holds("balance", "125.50");
        holds("balance_in_base", "100.40");
        BankBalances.Balance balance = balance("adyeur");
        assertThat(balance.amount()).isEqualByComparingTo("125.50");
        assertThat(balance.inBase()).isEqualByComparingTo("100.40");
    }

    /** The other banks are proven all the same. */
    @Test
    void one_of_which_sage_does_not_say_what_it_holds_it_with_has_none() throws Exception {
        holds("balance_in_base", "null");
        assertThat(balance("ADYEUR").inBase()).isNull();
        assertThat(balance("ADYGBP").inBase()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"balance", "balance_in_base"})
    void what_is_no_amount_is_told_with_its_bank(String field) throws Exception {
        holds(field, "607.175");
        assertThatThrownBy(() -> clients.bankBalances().of("33"))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("bank ADYEUR whose " + field + " is 607.175");
    }

    @Test
    void those_of_other_currencies_are_told_apart() throws Exception {
        Banks banks = clients.banks();
        assertThat(banks.base("33")).contains(Currency.getInstance("GBP"));
        assertThat(banks.isForeign("33", "adyeur")).isTrue();
        assertThat(banks.isForeign("33", "ADYGBP")).isFalse();
        assertThat(banks.isForeign("33", "NOBANK")).isFalse();
        assertThat(banks.foreign("33").values()).contains("ADYEUR", "BANKEUR").doesNotContain("ADYGBP", "BANKGBP");
    }
}
