package centrasage.console.api.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.console.api.json.Amount;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Refusal;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.proof.WaitingLines;
import centrasage.settlements.settle.SettleBeans;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that settle nothing known as callers get them. */
class WaitingLinesApiTest {
    private final SettlementWorld world = new SettlementWorld();
    private final WaitingLinesApi api = new WaitingLinesApi(
            world.store
                    .transactions()
                    .bean(WaitingLines.class, world.batches, world.lines, world.settings(), world.clock()),
            new CurrentMappings(world.versions));

    private static UriInfo uri() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, none) ->
                        UriBuilder.fromUri("http://localhost/api/clearing/lines?company=33&bank=ADYGBP"));
    }

    private long batch(String number) {
        long id = world.receive(MadeBatch.of(number)
                        .payment("PSP9", "CAP9", "10999", "20.00", "0.40")
                        .other(LineKind.ADJUSTMENT, "-7.00")
                        .paidOut())
                .id();
        SettleBeans.settle(world);
        return id;
    }

    private static void refused(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(status));
    }

    @Test
    void a_line_says_what_it_is_where_it_stands_and_why_it_waits() {
        long id = batch("380");
        assertThat(api.lines("33", "ADYGBP", null, "50", uri()).items())
                .containsExactly(
                        new WaitingLineJson(
                                id,
                                "adyen HarbourOnline batch 380 GBP",
                                1,
                                2,
                                "SALE",
                                "SALE",
                                MadeBatch.DAY,
                                new Amount("-20.00", "GBP"),
                                "",
                                "PSP9",
                                "CAP9",
                                "10999",
                                "",
                                "OPEN",
                                "MISSING_TRANSACTION"),
                        new WaitingLineJson(
                                id,
                                "adyen HarbourOnline batch 380 GBP",
                                2,
                                3,
                                "ADJUSTMENT",
                                "ADJUSTMENT",
                                MadeBatch.DAY,
                                new Amount("7.00", "GBP"),
                                "",
                                "",
                                "",
                                "",
                                "",
                                "PERSON",
                                ""));
    }

    @Test
    void they_come_page_by_page_from_batch_to_batch() {
        long first = batch("380");
        long second = batch("381");
        Items<WaitingLineJson> page = api.lines("33", "ADYGBP", null, "3", uri());
        assertThat(page.items())
                .extracting(line -> line.settlement() + "-" + line.place())
                .containsExactly(first + "-1", first + "-2", second + "-1");
        assertThat(page.next())
                .startsWith("/api/clearing/lines?")
                .contains("company=33", "bank=ADYGBP", "after=" + second + "-1");
        Items<WaitingLineJson> rest = api.lines("33", "ADYGBP", second + "-1", "3", uri());
        assertThat(rest.items())
                .extracting(line -> line.settlement() + "-" + line.place())
                .containsExactly(second + "-2");
        assertThat(rest.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"33, ''", "'', ADYGBP", "'', ''"})
    void a_company_and_a_bank_are_needed(String company, String bank) {
        refused(400, () -> api.lines(company, bank, null, "50", uri()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "7", "-1", "7-", "7-x", "x-7", "7--1"})
    void what_is_no_line_to_go_on_from_is_refused(String after) {
        refused(400, () -> api.lines("33", "ADYGBP", after, "50", uri()));
    }

    @Test
    void where_the_mappings_cannot_be_used_that_is_said() {
        world.store.database().execute("UPDATE mapping_text SET content = 'nonsense'");
        refused(503, () -> api.lines("33", "ADYGBP", null, "50", uri()));
    }
}
