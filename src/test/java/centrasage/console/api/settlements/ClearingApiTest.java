package centrasage.console.api.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.console.api.json.Amount;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Refusal;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.proof.ExplainDifference;
import centrasage.settlements.settle.PersonsWord;
import centrasage.settlements.settle.SettleBeans;
import centrasage.sync.ledger.ClearingEntry.Origin;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clearing banks as callers get them. */
class ClearingApiTest {
    private final SettlementWorld world = new SettlementWorld();

    private ClearingApi api() {
        return new ClearingApi(
                world.book(),
                new CurrentMappings(world.versions),
                world.entries,
                word(),
                new ExplainDifference(world.book(), world.explainBase()),
                world.baseBook());
    }

    private PersonsWord word() {
        return SettleBeans.word(world);
    }

    private ClearingEntryJson explain(long id) {
        return api().explain(
                        Long.toString(id),
                        new ByteArrayInputStream("{\"note\": \"paid by cheque\"}".getBytes(StandardCharsets.UTF_8)),
                        finance());
    }

    private static SecurityContext finance() {
        return (SecurityContext) Proxy.newProxyInstance(
                SecurityContext.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (proxy, method, none) -> {
                    Principal ann = () -> "ann";
                    return ann;
                });
    }

    /** Its bank proves by that: what was entered by hand is in Sage's balance already. */
    @Test
    void what_a_person_has_entered_by_hand_is_open_no_more_and_the_trail_tells_who() {
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10235", "PSP2", "7.00");
        world.balances.with("ADYGBP", "7.00", "7.00");
        assertThat(api().all().items().get(0).proven()).isFalse();
        long id = world.entries.openOf("10234").get(0).id();

        assertThat(explain(id).order()).isEqualTo("10234");

        assertThat(world.entries.openOf("10234")).isEmpty();
        assertThat(api().all().items().get(0).proven()).isTrue();
        assertThat(world.store.audit().of("33/ADYGBP"))
                .extracting(trail -> trail.actor() + " " + trail.action() + " " + trail.detail())
                .containsExactly("ann ENTRY_EXPLAINED order 10234, GBP 50.00 of " + MadeBatch.DAY + ": paid by cheque");
        assertThatThrownBy(() -> explain(id))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(409));
        assertThat(world.store.audit().of("33/ADYGBP")).hasSize(1);
    }

    @Test
    void what_was_explained_by_mistake_is_open_again() {
        world.receipt("10234", "PSP1", "50.00");
        long id = world.entries.openOf("10234").get(0).id();
        explain(id);
        assertThat(takeBack(id).id()).isEqualTo(id);
        assertThat(world.entries.openOf("10234")).hasSize(1);
        assertThatThrownBy(() -> takeBack(id))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(409));
    }

    private ClearingEntryJson takeBack(long id) {
        return api().takeBack(
                        Long.toString(id),
                        new ByteArrayInputStream("{\"note\": \"it was not\"}".getBytes(StandardCharsets.UTF_8)),
                        finance());
    }

    private void unavailable(String why) {
        assertThatThrownBy(() -> api().all()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(503);
            assertThat(refusal.problem().detail()).contains(why);
        });
    }

    @Test
    void a_bank_has_its_balance_what_is_open_in_it_and_the_difference() {
        world.receipt("10234", "PSP1", "50.00");
        world.refund("10235", "PSP2", "8.00");
        world.entry(Origin.RECEIPT, "ADYGBP", "10236", "PSP3", Money.of("1.00", "GBP"), MadeBatch.DAY.minusDays(2));
        world.balances.with("ADYGBP", "42.50", "41.00");
        assertThat(api().all().next()).isNull();
        assertThat(api().all().items())
                .containsExactly(new ClearingJson(
                        "33",
                        "ADYGBP",
                        new Amount("42.50", "GBP"),
                        "41.00",
                        null,
                        new Amount("43.00", "GBP"),
                        new Amount("-0.50", "GBP"),
                        false,
                        List.of(
                                new ClearingJson.PartJson(
                                        "RECEIPTS", "paid by shoppers, not paid out", 2, new Amount("51.00", "GBP")),
                                new ClearingJson.PartJson(
                                        "REFUNDS",
                                        "given back to shoppers, not taken off",
                                        1,
                                        new Amount("-8.00", "GBP"))),
                        Map.of(
                                "days-0-to-3", new Amount("42.00", "GBP"),
                                "days-4-to-7", new Amount("1.00", "GBP")),
                        MadeBatch.DAY.minusDays(2)));
    }

    @Test
    void a_bank_that_sage_does_not_have_has_no_balance() {
        world.receipt("10234", "PSP1", "50.00");
        assertThat(api().all().items()).singleElement().satisfies(bank -> {
            assertThat(bank.ledger()).isNull();
            assertThat(bank.ledgerInBase()).isNull();
            assertThat(bank.difference()).isEqualTo(new Amount("-50.00", "GBP"));
            assertThat(bank.proven()).isFalse();
        });
    }

    private static UriInfo uri() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) ->
                        UriBuilder.fromUri("http://localhost/api/clearing/entries?company=33&bank=ADYGBP"));
    }

    @Test
    void what_is_open_in_a_bank_comes_page_by_page() {
        world.receipt("10234", "PSP1", "50.00");
        world.refund("10235", "PSP2", "8.00");
        world.receipt("10236", "PSP3", "7.00");
        Items<ClearingEntryJson> page = api().entries(null, "33", "ADYGBP", null, "2", uri());
        assertThat(page.items()).extracting(ClearingEntryJson::order).containsExactly("10234", "10235");
        assertThat(page.items().get(1)).satisfies(refund -> {
            assertThat(refund.origin()).isEqualTo("REFUND");
            assertThat(refund.reference()).isEqualTo("PSP2");
            assertThat(refund.date()).isEqualTo(MadeBatch.DAY);
            assertThat(refund.value()).isEqualTo(new Amount("8.00", "GBP"));
            assertThat(refund.urn()).isEqualTo("URN2");
        });
        long last = page.items().get(1).id();
        assertThat(page.next())
                .startsWith("/api/clearing/entries?")
                .contains("company=33", "bank=ADYGBP", "after=" + last);
        assertThat(api().entries(null, "33", "ADYGBP", Long.toString(last), "2", uri())
                        .items())
                .extracting(ClearingEntryJson::order)
                .containsExactly("10236");
    }

    @Test
    void what_is_open_of_an_order_comes_from_whichever_bank() {
        world.receipt("10234", "PSP1", "50.00");
        world.entry(Origin.RECEIPT, "PPLGBP", "10234", "PSP2", Money.of("3.00", "GBP"), MadeBatch.DAY);
        world.receipt("10235", "PSP3", "7.00");
        assertThat(api().entries("10234", null, null, null, "50", uri()).items())
                .extracting(ClearingEntryJson::bank)
                .containsExactly("ADYGBP", "PPLGBP");
    }

    @ParameterizedTest
    @CsvSource({"33, ''", "'', ADYGBP", "'', ''"})
    void without_an_order_a_company_and_a_bank_are_needed(String company, String bank) {
        assertThatThrownBy(() -> api().entries("", company, bank, null, "50", uri()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
    }

    @Test
    void looking_tells_nobody() {
        world.receipt("10234", "PSP1", "50.00");
        api().all();
        assertThat(world.findings.events()).isEmpty();
        assertThat(world.over.events()).isEmpty();
    }

    @Test
    void where_sage_cannot_be_asked_that_is_said() {
        world.receipt("10234", "PSP1", "50.00");
        world.balances.goAway();
        unavailable("Sage 200 cannot be asked for its balances: it does not answer");
    }

    @Test
    void where_the_mappings_cannot_be_used_that_is_said() {
        world.store.database().execute("UPDATE mapping_text SET content = 'nonsense'");
        unavailable("The mappings cannot be used");
    }

    /** Receipts of EUR 100.00 that were booked with GBP 80.00. */
    private void inEuros(String inBase) {
        world.banks.foreign("ADYEUR", "EUR");
        world.rates.with("URN1", "1.250000");
        world.entry(Origin.RECEIPT, "ADYEUR", "10234", "PSP1", Money.of("100.00", "EUR"), MadeBatch.DAY);
        world.balances.with("ADYEUR", "100.00", inBase);
    }

    private ClearingJson explainBase(String body) {
        return api().explainBase(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), finance());
    }

    private static final String EXPLAINED =
            "{\"company\": \"33\", \"bank\": \"%s\", \"difference\": \"%s\", \"note\": \"revalued\"}";

    @Test
    void a_bank_of_another_currency_has_its_proof_in_the_companys_own() {
        inEuros("83.21");
        assertThat(api().all().items().get(0).inBase())
                .isEqualTo(new ClearingJson.InBaseJson(
                        new Amount("83.21", "GBP"),
                        new Amount("80.00", "GBP"),
                        new Amount("3.21", "GBP"),
                        false,
                        List.of(new ClearingJson.BasePartJson(
                                "RECEIPTS", "paid by shoppers, not paid out", new Amount("80.00", "GBP"))),
                        0));
        assertThat(world.entries.openOf("10234").stream().map(ClearingEntryJson::of))
                .as("by then")
                .extracting(ClearingEntryJson::inBase)
                .containsExactly("80.00");
    }

    @Test
    void what_it_differs_by_is_explained_once() {
        inEuros("83.21");
        assertThat(explainBase(EXPLAINED.formatted("ADYEUR", "3.21")).inBase())
                .satisfies(now -> assertThat(now.proven()).isTrue());
        conflict(EXPLAINED.formatted("ADYEUR", "3.21"));
        conflict(EXPLAINED.formatted("ADYEUR", "0.00"));
    }

    /** Another amount than it differs by, a bank without such a proof, and none of ours. */
    @ParameterizedTest
    @CsvSource({"ADYEUR, 3.20", "ADYEUR, -3.21", "ADYGBP, 3.21", "NOBANK, 3.21"})
    void what_it_does_not_differ_by_is_not_explained(String bank, String difference) {
        inEuros("83.21");
        conflict(EXPLAINED.formatted(bank, difference));
        assertThat(api().all().items().get(0).inBase())
                .satisfies(now -> assertThat(now.difference().amount()).isEqualTo("3.21"));
    }

    private void conflict(String body) {
        refused(body, 409);
    }

    private void refused(String body, int status) {
        assertThatThrownBy(() -> explainBase(body))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(status));
    }

    @Test
    void what_cannot_be_read_says_which_member() {
        inEuros("83.21");
        refused("{\"company\": \"33\", \"bank\": \"ADYEUR\", \"difference\": \"3,21\", \"note\": \"n\"}", 400);
        refused("{\"company\": \"33\", \"bank\": \"ADYEUR\", \"difference\": 3.21}", 400);
        refused("{\"company\": \"33\", \"bank\": \"ADYEUR\", \"amount\": 3.21, \"note\": \"n\"}", 400);
    }

    @Test
    void the_batches_of_a_bank_are_asked_with_company_and_bank() {
        inEuros("80.00");
        world.receive(new MadeBatch("HarbourOnline", "380", "EUR")
                .payment("PSP1", "CAP1", "10234", "100.00")
                .paidOut());
        SettleBeans.settle(world);
        api().all();
        assertThat(api().base("33", "ADYEUR", null, "1", uri()).items())
                .singleElement()
                .satisfies(of -> assertThat(of.batch() + " " + of.kind() + " " + of.inBase())
                        .isEqualTo("adyen HarbourOnline batch 380 EUR UNDER_WAY 80.00"));
        assertThatThrownBy(() -> api().base("33", "", null, "1", uri()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
    }
}
