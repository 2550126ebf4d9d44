package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.ledger.OpenEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is open of posted transactions, as sites may tell it. */
class SageAllocationsTest {
    private static final String ROW =
            "[{\"id\": 71, \"urn\": 1001, \"customer_id\": 9, \"document_outstanding_value\": -30.5%s}]";

    private static Map<String, OpenEntry> open(String ledger, String history) throws Exception {
        try (RawServer sage = new RawServer(request ->
                RawServer.json(200, request.path().contains("sales_historical_transactions") ? history : ledger))) {
            return new SageClients(sage.url()).allocations("positive").open("33", List.of("1001"));
        }
    }

    @Test
    void what_is_open_and_what_was_allocated_are_told_without_signs() throws Exception {
        String history = ", \"allocation_history_items\": [{\"allocation_value\": -20.0}]";
        assertThat(open(ROW.formatted(history), "[]")).hasEntrySatisfying("1001", entry -> {
            assertThat(entry.outstanding()).isEqualByComparingTo("30.5");
            assertThat(entry.allocations()).containsExactly(new BigDecimal("20.0"));
        });
    }

    /** Taken for none, a lost answer would look as if nothing had been allocated, and it would be allocated again. */
    @Test
    void a_site_that_does_not_tell_the_history_proves_nothing() {
        assertThatThrownBy(() -> open(ROW.formatted(""), "[]"))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("allocation_history_items");
    }

    @Test
    void what_is_in_the_history_is_settled_and_what_is_in_neither_is_nowhere() throws Exception {
        String settled = "[{\"id\": 72, \"urn\": 1001, \"customer_id\": 9, \"document_outstanding_value\": 0}]";
        assertThat(open("[]", settled))
                .hasEntrySatisfying(
                        "1001", entry -> assertThat(entry.isSettled()).isTrue());
        assertThat(open("[]", "[]")).isEmpty();
    }
}
