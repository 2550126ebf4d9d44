package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.container.Caller.Answer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts, which only an administrator sees and makes. */
abstract class UserChecks extends JobChecks {
    private static final String NEW = "{\"password\": \"twelve letters\", \"roles\": [\"finance\", \"cx\"]}";

    private Caller administrator() {
        return Caller.as(base(), "admin", "container-admin-password");
    }

    @Test
    @Order(24)
    @RunAsClient
    void an_administrator_makes_an_account_that_signs_in_until_it_is_removed() throws Exception {
        Answer made = administrator().send("PUT", "/api/users/a.name", NEW);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().getJsonArray("roles").toString()).isEqualTo("[\"cx\",\"finance\"]");
        assertThat(made.text()).doesNotContain("twelve letters");
        assertProblem(
                Caller.as(base(), "a.name", "twelve letters").get("/api/status"),
                403,
                "must choose a password of its own");
        assertThat(Caller.as(base(), "a.name", "twelve letters")
                        .post("/api/password", "{\"old\": \"twelve letters\", \"new\": \"fourteen letters\"}")
                        .status())
                .isEqualTo(204);
        Caller person = Caller.as(base(), "a.name", "fourteen letters");
        assertThat(person.get("/api/status").status()).isEqualTo(200);
        assertThat(administrator().get("/api/users").json().getJsonArray("items"))
                .extracting(each -> each.asJsonObject().getString("name"))
                .contains("admin", "a.name", "viewer");

        assertThat(administrator().send("DELETE", "/api/users/a.name", "").status())
                .isEqualTo(204);
        assertThat(person.get("/api/status").status()).isEqualTo(401);
        assertProblem(administrator().send("DELETE", "/api/users/a.name", ""), 404, "There is no account a.name");
    }

    @Test
    @Order(24)
    @RunAsClient
    void the_account_admin_stays_an_administrator() throws Exception {
        assertProblem(administrator().send("PUT", "/api/users/admin", NEW), 409, "stays an administrator");
        assertProblem(administrator().send("DELETE", "/api/users/admin", ""), 409, "stays an administrator");
    }

    @ParameterizedTest
    @Order(24)
    @RunAsClient
    @CsvSource(
            delimiter = '|',
            value = {
                "b      | {'password': 'eleven char', 'roles': ['cx']}     | The password has 11 characters",
                "b      | {'roles': ['cx']}                                | The password has 0 characters",
                "b      | {'password': 'twelve letters', 'roles': ['boss']} | there is no such role",
                "b      | {'password': 'twelve letters', 'roles': []}      | An account needs at least one role",
                "b      | {'password': 'twelve letters'}                   | An account needs at least one role",
                "b%20b  | {'password': 'twelve letters', 'roles': ['cx']}  | cannot be the name of an account"
            },
            quoteCharacter = '"')
    void an_account_that_cannot_be_is_refused(String name, String body, String why) throws Exception {
        Answer answer = administrator().send("PUT", "/api/users/" + name, body.replace('\'', '"'));
        assertProblem(answer, 400, why);
        assertThat(answer.text()).doesNotContain("twelve letters").doesNotContain("eleven char\"");
    }

    @ParameterizedTest
    @Order(24)
    @RunAsClient
    @CsvSource({"GET, /api/users", "PUT, /api/users/x", "DELETE, /api/users/viewer"})
    void nobody_else_may(String method, String path) throws Exception {
        assertProblem(Caller.as(base(), "finance", PASSWORD).send(method, path, ""), 403, "finance may not do this");
    }

    @Test
    @Order(24)
    @RunAsClient
    void the_accounts_are_described() throws Exception {
        assertThat(viewer().get("/openapi").text())
                .contains("/api/users/{name}:")
                .contains("operationId: setUser");
    }
}
