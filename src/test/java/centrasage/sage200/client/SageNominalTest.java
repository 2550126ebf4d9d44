package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.ledger.NominalEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions of the nominal ledger, found by their reference or, where a site does not filter by it, among those of their day. */
class SageNominalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEXT = DAY.plusDays(1);

    private static String row(String reference, String debit, String credit) {
        return "{\"id\":5,\"nominal_code_id\":71,\"transaction_date\":\"2026-11-20T00:00:00\",\"reference\":\""
                + reference + "\",\"debit\":" + debit + ",\"credit\":" + credit + ",\"urn\":1001}";
    }

    private static Map<String, List<NominalEntry>> find(RawServer sage, String... references) throws Exception {
        Map<String, LocalDate> days = new TreeMap<>();
        for (String reference : references) {
            days.put(reference, reference.equals("CSJ2") ? NEXT : DAY);
        }
        return new SageClients("http://127.0.0.1:" + sage.port() + "/sage")
                .nominal()
                .find("33", days);
    }

    @Test
    void they_are_found_by_their_references_and_a_credit_is_below_zero() throws Exception {
        try (RawServer sage = new RawServer(request ->
                RawServer.json(200, "[" + row("csj1", "10.00", "0.00") + "," + row("CSJ1", "null", "2.5") + "]"))) {
            Map<String, List<NominalEntry>> found = find(sage, "CSJ1", "CSJ2");
            assertThat(found.get("CSJ1"))
                    .containsExactly(
                            new NominalEntry("1001", 71, DAY, new BigDecimal("10.00")),
                            new NominalEntry("1001", 71, DAY, new BigDecimal("-2.5")));
            assertThat(found.get("CSJ2")).isEmpty();
            assertThat(sage.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/sage/nominal_transaction_enquiry_views");
                assertThat(request.query()).contains("reference eq 'CSJ1' or reference eq 'CSJ2'");
            });
        }
    }

    @Test
    void where_the_filter_is_refused_the_days_are_looked_through() throws Exception {
        try (RawServer sage = new RawServer(request -> request.query().contains("reference eq")
                ? RawServer.json(400, "{\"Message\":\"The query is invalid.\"}")
                : RawServer.json(
                        200,
                        request.query().contains("ge 2026-11-20")
                                ? "[" + row("CSJ1", "10.00", "0") + "," + row("other", "1", "0") + "]"
                                : "[]"))) {
            Map<String, List<NominalEntry>> found = find(sage, "CSJ1", "CSJ2");
            assertThat(found.get("csj1")).hasSize(1);
            assertThat(found.get("CSJ2")).isEmpty();
            assertThat(sage.requests())
                    .extracting(RawServer.Request::query)
                    .anyMatch(query ->
                            query.contains("transaction_date ge 2026-11-21 and transaction_date lt 2026-11-22"));
        }
    }

    /** "Not there" would be wrong. */
    @Test
    void a_site_that_ignores_the_filter_is_believed_nothing() throws Exception {
        try (RawServer sage = new RawServer(request -> RawServer.json(200, "[" + row("other", "1", "0") + "]"))) {
            assertThatThrownBy(() -> find(sage, "CSJ1"))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("does not filter");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reference\":\"CSJ1\"}",
                "{\"reference\":\"CSJ1\",\"nominal_code_id\":71,"
                        + "\"transaction_date\":\"2026-11-20\",\"debit\":1.001,\"urn\":7}"
            })
    void a_row_that_cannot_be_read_exactly_is_said_to_be_one(String row) throws Exception {
        try (RawServer sage = new RawServer(request -> RawServer.json(200, "[" + row + "]"))) {
            assertThatThrownBy(() -> find(sage, "CSJ1"))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("nominal ledger cannot be read");
        }
    }
}
