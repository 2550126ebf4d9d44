package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.container.Caller.Answer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and how it is told. */
abstract class RefusalChecks extends AccessChecks {
    @ParameterizedTest
    @Order(12)
    @RunAsClient
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/postings?state=DONE   | state = \"DONE\"        | PLANNED, WAITING, SENDING",
                "/api/postings?kind=x       | kind = \"x\"            | ORDER",
                "/api/postings?limit=0      | limit = \"0\"           | from 1 to 200",
                "/api/postings?limit=ten    | limit = \"ten\"         | from 1 to 200",
                "/api/postings?before=-1    | before = \"-1\"         | from 0 on",
                "/api/postings?stat=HELD    | stat = \"HELD\"         | Parameters are state, kind, q, before, limit",
                "/api/exceptions?severity=1 | severity = \"1\"        | LOW, MEDIUM, HIGH, CRITICAL",
                "/api/exceptions?owner=me   | owner = \"me\"          | CX, OPERATIONS, FINANCE",
                "/api/exceptions/x          | id = \"x\"              | whole number",
                "/api/runs/x                | id = \"x\"              | whole number"
            })
    void a_value_that_cannot_be_read_is_named_with_the_remedy(String path, String named, String remedy)
            throws Exception {
        Answer answer = viewer().get(path);

        assertProblem(answer, 400, named);
        assertThat(answer.json().getString("remedy")).contains(remedy);
    }

    @ParameterizedTest
    @Order(12)
    @RunAsClient
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{            | not JSON from line 1",
                "[1]          | not one object",
                "{} {}        | not",
                "x            | not JSON",
                "{\"a\": [1]} | a = \"[1]\"",
                "{\"a b\": 1} | a b = \"1\""
            })
    void parameters_that_are_none_are_refused(String body, String detail) throws Exception {
        assertProblem(operations().post("/api/jobs/retention/runs", body), 400, detail);
    }

    @Test
    @Order(12)
    @RunAsClient
    void a_parameter_that_a_job_does_not_take_starts_nothing() throws Exception {
        Answer answer = operations().post("/api/jobs/order-import/runs", "{\"foo\": \"bar\"}");

        assertProblem(answer, 400, "foo = \"bar\": there is no such parameter of order-import");
        assertThat(answer.json().getString("remedy")).contains("takes no parameters");
        assertProblem(operations().post("/api/jobs/nightly/runs", "{\"foo\": \"bar\"}"), 404, "nightly");
    }

    @Test
    @Order(12)
    @RunAsClient
    void a_journal_is_refused_with_all_that_is_wrong_and_while_sage_cannot_be_asked() throws Exception {
        Answer faulty = finance()
                .post("/api/journals", "{\"date\": \"soon\", \"lines\": [{\"nominal\": \"7901\", \"debit\": \"x\"}]}");
        assertProblem(faulty, 400, "The journal has 4 faults; nothing was written down");
        assertThat(faulty.json().getJsonArray("faults")).hasSize(4);
        assertProblem(finance().post("/api/journals", """
                        {"date": "2026-11-20", "about": "a batch", "narrative": "Fees",
                         "lines": [{"nominal": "7901", "debit": "1.00"}, {"nominal": "2300", "credit": "1.00"}]}"""), 503, "Sage 200 cannot be asked for its accounts");
        assertThat(viewer().get("/api/journals?state=open").json().getJsonArray("items"))
                .isEmpty();
        assertProblem(viewer().get("/api/journals/999999/file"), 404, "There is no journal 999999");
        assertProblem(finance().post("/api/journals/999999/withdraw", "{\"note\": \"n\"}"), 404, "no journal 999999");
    }

    @Test
    @Order(12)
    @RunAsClient
    void whatever_is_not_there_is_a_problem_document() throws Exception {
        assertProblem(viewer().get("/api"), 404, "There is nothing at /api");
        assertProblem(viewer().get("/api/nothing/at/all"), 404, "There is nothing at /api/nothing/at/all");
        assertProblem(viewer().get("/api/application.wadl"), 404, "There is nothing");
        assertProblem(viewer().get("/api/runs/999999"), 404, "no run 999999");
        assertProblem(viewer().get("/api/orders/999999"), 404, "No order 999999");
        assertProblem(viewer().get("/api/exceptions/999999"), 404, "no exception 999999");
        Answer notAllowed = viewer().send("DELETE", "/api/status", "");
        assertProblem(notAllowed, 405, "This method is not possible");
        assertThat(notAllowed.header("Allow")).contains("GET");
    }
}
