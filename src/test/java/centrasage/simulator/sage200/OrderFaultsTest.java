package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.FaultKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Faults in front of orders: what is counted must be what happened. */
final class OrderFaultsTest extends SageTest {
    private static final int ORDERS = 400;
    private static final String RATES = """
            {'seed': 42, 'holdMillis': 5, 'lateCommitMillisMax': 20,
             'write': {'timeout-after-commit': 50, '504-after-commit': 50, '504-before-commit': 50,
                       'reset-after-commit': 50, 'reset-before-commit': 50, 'late-commit': 20, '429': 50, '500': 50,
                       'lock': 50, 'malformed-after-commit': 50, 'timeout-before-commit': 50, '401': 50}}
            """;

    @Test
    void every_committed_order_is_explained_by_the_answers_and_the_counts() {
        sage.put("/control/faults", SageCaller.json(RATES));

        Map<String, String> answers = post(true);
        awaitLateCommits();

        // an answer of 200 that is no JSON was committed like the others
        long successes = answers.values().stream().filter("200"::equals).count();
        assertThat(sage.get("/control/orders").json().size()).isEqualTo((int) (successes
                + count(FaultKind.TIMEOUT_AFTER_COMMIT)
                + count(FaultKind.GATEWAY_TIMEOUT_AFTER_COMMIT)
                + count(FaultKind.RESET_AFTER_COMMIT)
                + count(FaultKind.LATE_COMMIT)));
        for (FaultKind kind : FaultKind.values()) {
            boolean drawn = kind != FaultKind.LATENCY && kind != FaultKind.HALF_MADE_DRAFT;
            assertThat(count(kind)).as(kind.wireName()).matches(n -> n > 0 == drawn);
        }
        assertThat(simulator.requests().of("POST /sop_orders")).isEqualTo(ORDERS);
    }

    @Test
    void one_thread_and_eight_meet_the_same_faults() {
        sage.put("/control/faults", SageCaller.json(RATES));
        Map<String, String> inOrder = post(false);
        awaitLateCommits();
        sage.send("POST", "/control/reset", "");
        loadProducts();

        assertThat(post(true)).isEqualTo(inOrder);
    }

    @Test
    void a_half_made_draft_stays_behind_with_some_of_its_lines() {
        sage.post("/control/faults/next", SageCaller.json("{'kind': 'half-made-draft', 'key': 'C7'}"));
        ObjectNode order = sage.order("CENTGBP1", "C7", tee(), tee(), tee());

        SageCaller.Answer answer = sage.post("/sop_orders", order);

        assertThat(answer.status()).isEqualTo(500);
        JsonNode draft = sage.list("sop_orders", "$filter", "customer_document_no eq 'C7'", "$expand", "lines")
                .json();
        assertThat(draft).hasSize(1);
        assertThat(draft.at("/0/is_draft").asBoolean()).isTrue();
        assertThat(draft.at("/0/lines")).hasSize(1);
        assertThat(count(FaultKind.HALF_MADE_DRAFT)).isEqualTo(1);
    }

    @Test
    void a_refused_order_leaves_a_draft_where_the_site_does_so() {
        site("{'draftOnFailure': true}");

        sage.post("/sop_orders", sage.order("CENTGBP1", "C8", tee(), tee().put("line_quantity", 0)));

        JsonNode draft = sage.list("sop_orders", "$expand", "lines").json();
        assertThat(draft.at("/0/is_draft").asBoolean()).isTrue();
        assertThat(draft.at("/0/lines")).hasSize(1);
    }

    private void loadProducts() {
        sage.send("POST", "/control/products", "[{\"code\": \"TEE-M\", \"freeStock\": 10}]");
    }

    /** Posts the orders once each, and says how each ended. */
    private Map<String, String> post(boolean parallel) {
        ObjectNode order = sage.order("CENTGBP1", "", tee());
        Map<String, String> answers = new ConcurrentHashMap<>();
        IntStream numbers = IntStream.range(0, ORDERS);
        (parallel ? numbers.parallel() : numbers).forEach(i -> {
            String number = "C" + i;
            try {
                ObjectNode sent = order.deepCopy().put("customer_document_no", number);
                answers.put(number, "" + sage.post("/sop_orders", sent).status());
            } catch (UncheckedIOException noAnswer) {
                answers.put(number, "no answer");
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

    private ObjectNode tee() {
        return sage.standard("TEE-M", "1", "10.00", 1);
    }
}
