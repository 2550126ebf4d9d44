package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.WriteLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Faults in front of the ledgers: what is counted must be what was posted, and who was struck depends on the document alone. */
final class LedgerFaultsTest extends SageTest {
    private static final int RECEIPTS = 300;
    private static final String RATES = """
            {'seed': 42, 'holdMillis': 5, 'lateCommitMillisMax': 20,
             'write': {'timeout-after-commit': 50, '504-after-commit': 50, '504-before-commit': 50,
                       'reset-after-commit': 50, 'reset-before-commit': 50, 'late-commit': 20, '429': 50, '500': 50,
                       'lock': 50, 'malformed-after-commit': 50, 'half-made-draft': 50, '401': 50}}
            """;

    @Test
    void every_posted_receipt_is_explained_by_the_answers_and_the_counts() {
        Instant start = Instant.now();
        sage.put("/control/faults", SageCaller.json(RATES));

        Map<String, String> answers = post(true);
        awaitLateCommits();

        long successes = answers.values().stream().filter("200"::equals).count();
        assertThat(transactions().size()).isEqualTo((int) (successes
                + count(FaultKind.TIMEOUT_AFTER_COMMIT)
                + count(FaultKind.GATEWAY_TIMEOUT_AFTER_COMMIT)
                + count(FaultKind.RESET_AFTER_COMMIT)
                + count(FaultKind.LATE_COMMIT)));
        assertThat(count(FaultKind.HALF_MADE_DRAFT)).isPositive();
        assertThat(count(FaultKind.LATE_COMMIT)).isPositive();
        assertThat(simulator.writes().since(start).stream().map(WriteLog.Write::identity))
                .hasSize(RECEIPTS)
                .contains("POST C7 psp-7");
        LedgerBalances.check(sage);
    }

    @Test
    void one_thread_and_eight_meet_the_same_faults() {
        sage.put("/control/faults", SageCaller.json(RATES));
        Map<String, String> inOrder = post(false);
        awaitLateCommits();
        sage.send("POST", "/control/reset", "");

        assertThat(post(true)).isEqualTo(inOrder);
    }

    @Test
    void an_allocation_is_known_by_its_documents_in_any_order() {
        Instant start = Instant.now();
        long invoice = posted("sales_invoices", LedgerBodies.document(sage, "10.00", "2.00"));
        long receipt = posted("sales_receipts", LedgerBodies.receipt(sage, "CENTGBP1", "ADYGBP", "12.00"));
        ObjectNode allocation = Json.object().put("customer_id", sage.customer("CENTGBP1"));
        for (long id : new long[] {receipt, invoice}) {
            allocation
                    .withArray("/allocation_lines")
                    .addObject()
                    .put("posted_tran_id", id)
                    .put("value_to_allocate", new BigDecimal("12.00"));
        }
        String identity = "allocation " + invoice + " " + receipt;
        sage.post(
                "/control/faults/next",
                Json.object().put("kind", "504-after-commit").put("key", identity));

        assertThat(sage.post("/sales_allocations", allocation).status()).isEqualTo(504);

        assertThat(sage.get("/control/ledger?company=33").json().at("/0/allocations"))
                .hasSize(1);
        assertThat(sage.post("/sales_allocations", allocation).message()).contains("more than what is outstanding");
        assertThat(simulator.writes().since(start).stream().map(WriteLog.Write::identity))
                .contains("POST " + identity);
    }

    @Test
    void what_breaks_off_leaves_no_half_of_a_posting() {
        sage.post("/control/faults/next", SageCaller.json("{'kind': 'half-made-draft', 'key': 'C1001 psp-1001'}"));

        SageCaller.Answer answer =
                sage.post("/sales_receipts", LedgerBodies.receipt(sage, "CENTGBP1", "ADYGBP", "12.00"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(transactions()).isEmpty();
        LedgerBalances.check(sage);
    }

    @Test
    void a_corrupted_a_lost_and_a_doubled_document_show() {
        long id = posted("sales_receipts", LedgerBodies.receipt(sage, "CENTGBP1", "ADYGBP", "12.00"));

        sage.put("/control/ledger/" + id, SageCaller.json("{'set': {'document_gross_value': -13.00}}"));
        assertThat(transactions().at("/0/document_gross_value").decimalValue()).isEqualTo("-13.00");
        sage.post("/control/ledger/" + id + "/copy", Json.object());
        assertThat(transactions()).hasSize(2);
        sage.delete("/control/ledger/" + id);
        assertThat(transactions()).hasSize(1);
        assertThat(transactions().at("/0/urn").asLong()).isEqualTo(1002);
    }

    private JsonNode transactions() {
        return sage.get("/control/ledger?company=33").json().at("/0/transactions");
    }

    private long posted(String path, JsonNode body) {
        String urn = LedgerBodies.posted(sage, path, body).path("urn").asText();
        return sage.list("sales_posted_transactions", "$filter", "urn eq " + urn)
                .json()
                .at("/0/id")
                .asLong();
    }

    /** Posts the receipts once each, and says how each ended. */
    private Map<String, String> post(boolean parallel) {
        ObjectNode receipt = LedgerBodies.receipt(sage, "CENTGBP1", "ADYGBP", "12.00");
        Map<String, String> answers = new ConcurrentHashMap<>();
        IntStream numbers = IntStream.range(0, RECEIPTS);
        (parallel ? numbers.parallel() : numbers).forEach(i -> {
            ObjectNode sent = receipt.deepCopy().put("reference", "C" + i).put("second_reference", "psp-" + i);
            try {
                answers.put("C" + i, "" + sage.post("/sales_receipts", sent).status());
            } catch (UncheckedIOException noAnswer) {
                answers.put("C" + i, "no answer");
            }
        });
        return new TreeMap<>(answers);
    }

    private void awaitLateCommits() {
        while (sage.get("/control/faults").json().path("lateCommitsPending").asInt() > 0) {
            Thread.onSpinWait();
        }
    }

    private long count(FaultKind kind) {
        return simulator.faults().count(kind);
    }
}
