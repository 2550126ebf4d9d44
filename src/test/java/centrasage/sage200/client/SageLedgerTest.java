package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.LedgerEntry;
import centrasage.sage200.ledger.MoneyEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two places where a posted transaction may stand. */
class SageLedgerTest {
    private static final String ROW = """
            [{"%s": %d, "urn": %d, "customer_id": 9, "reference": "C10234", "second_reference": "1O0H-PSP1",
              "transaction_date": "2026-11-23T00:00:00", "document_gross_value": -59.9}]
            """;

    private static List<LedgerEntry> found(String ledger, String history) throws Exception {
        try (RawServer sage = new RawServer(request ->
                RawServer.json(200, request.path().contains("sales_historical_transactions") ? history : ledger))) {
            Map<String, List<LedgerEntry>> found =
                    new SageClients(sage.url()).ledger().find("33", List.of("C10234"));
            return found.getOrDefault("C10234", List.of());
        }
    }

    private static String inLedger(int id, int urn) {
        return ROW.formatted("posted_customer_transaction_id", id, urn);
    }

    private static String inHistory(int id, int urn) {
        return ROW.formatted("id", id, urn);
    }

    /** Two of them would be told as a payment that was entered twice. */
    @Test
    void what_sage_moves_while_it_is_read_is_one() throws Exception {
        assertThat(found(inLedger(71, 1001), inHistory(71, 1001))).hasSize(1);
        assertThat(found(inLedger(71, 1001), inHistory(72, 1002))).hasSize(2);
    }

    @Test
    void what_is_in_the_history_alone_is_found() throws Exception {
        assertThat(found("[]", inHistory(72, 1002))).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(72);
            assertThat(entry.urn()).isEqualTo("1002");
            assertThat(entry.carries(receipt("c10234", "1o0h-psp1"))).isTrue();
        });
    }

    private static MoneyEntry receipt(String reference, String secondReference) {
        return new MoneyEntry(
                EntryKind.RECEIPT,
                "33",
                "CENTGBP1",
                "ADYGBP",
                reference,
                secondReference,
                LocalDate.of(2026, 11, 23),
                Money.of("1.00", "GBP"));
    }

    @Test
    void where_a_row_cannot_be_read_nothing_is_concluded() throws Exception {
        try (RawServer sage = new RawServer(request -> RawServer.json(200, "[{\"reference\": \"C10234\"}]"))) {
            assertThat(new SageClients(sage.url()).ledger().find("33", List.of("C10234")))
                    .isEmpty();
        }
    }
}
