package centrasage.console.api.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.console.api.json.Amount;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Refusal;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.proof.SettledEntries;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.SettlementBatch;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches and their lines as callers get them. */
class SettlementsApiTest {
    private final SettlementWorld world = new SettlementWorld();
    private final SettlementsApi api = new SettlementsApi(
            world.batches,
            world.lines,
            world.tallies,
            world.files,
            new ShownLines(new SettledEntries(world.entries)),
            world.store.postings());

    private static UriInfo at(String path) {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> UriBuilder.fromUri("http://localhost/api/settlements" + path));
    }

    private static void refused(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(status));
    }

    private static MadeBatch made() {
        return MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .payment("PSP9", "CAP9", "10999", "19.90")
                .paidOut();
    }

    private SettlementBatch settled() {
        world.receipt("10234", "PSP1", "30.00");
        world.receipt("10234", "PSP1", "20.00");
        SettlementBatch batch = world.receive(made());
        SettleBeans.settle(world);
        return world.batch(batch.id());
    }

    @Test
    void batches_come_page_by_page_the_latest_first() {
        long first = world.receive(MadeBatch.of("1").paidOut()).id();
        long second = world.receive(MadeBatch.of("2").paidOut()).id();
        long third = world.receive(MadeBatch.of("3").paidOut()).id();
        Items<SettlementJson> page = api.list(null, "2", at(""));
        assertThat(page.items()).extracting(SettlementJson::id).containsExactly(third, second);
        assertThat(page.next()).isEqualTo("/api/settlements?before=" + second);
        Items<SettlementJson> rest = api.list(Long.toString(second), "2", at(""));
        assertThat(rest.items()).extracting(SettlementJson::id).containsExactly(first);
        assertThat(rest.next()).isNull();
    }

    @Test
    void a_batch_in_the_list_says_what_it_is_and_what_it_paid_out() {
        SettlementBatch batch = settled();
        assertThat(api.list(null, "50", at("")).items())
                .containsExactly(new SettlementJson(
                        batch.id(),
                        "adyen",
                        "HarbourOnline",
                        "380",
                        "GBP",
                        1,
                        "PLANNED",
                        world.clock().instant(),
                        "33",
                        "ADYGBP",
                        3,
                        MadeBatch.DAY,
                        MadeBatch.DAY,
                        new Amount("68.90", "GBP"),
                        0));
    }

    @Test
    void a_batch_has_its_sums_its_groups_and_its_postings_with_sages_numbers() {
        SettlementBatch batch = settled();
        world.post(name -> name.endsWith("fee-commission"));
        SettlementDetailJson one = api.one(Long.toString(batch.id()));
        assertThat(one.settlement().id()).isEqualTo(batch.id());
        assertThat(one.file()).isEqualTo("380.csv");
        assertThat(one.fileHash()).isEqualTo(batch.contentHash());
        assertThat(one.own())
                .isEqualTo(Map.of("SALE", new Amount("69.90", "GBP"), "PAYOUT", new Amount("-68.90", "GBP")));
        assertThat(one.fees()).isEqualTo(Map.of("COMMISSION", new Amount("1.00", "GBP")));
        assertThat(one.groups())
                .containsExactly(
                        new SettlementDetailJson.LinesJson(
                                "OPEN", "MISSING_TRANSACTION", 1, new Amount("19.90", "GBP"), 3),
                        new SettlementDetailJson.LinesJson("PAYOUT", "", 1, new Amount("-68.90", "GBP"), 4),
                        new SettlementDetailJson.LinesJson(
                                "SETTLED", "SEVERAL_ENTRIES", 1, new Amount("50.00", "GBP"), 2));
        assertThat(one.postings())
                .extracting(posting -> posting.kind() + " " + posting.state() + " "
                        + posting.amount().amount() + " " + posting.number())
                .containsExactlyInAnyOrder("SETTLEMENT_CHARGE POSTED 1.00 00001", "PAYOUT PLANNED 68.90 ");
        assertThat(one.versions()).containsExactly(batch.id());
    }

    @Test
    void a_batch_that_is_stopped_says_why_and_its_versions_are_named() {
        long stopped = world.receive(made().faulty("a line is missing")).id();
        long proven = world.receive(made()).id();
        SettlementDetailJson one = api.one(Long.toString(stopped));
        assertThat(one.settlement().state()).isEqualTo("STOPPED");
        assertThat(one.settlement().faults()).isOne();
        assertThat(one.faults()).containsExactly("a line is missing. Download it again");
        assertThat(one.postings()).isEmpty();
        assertThat(one.versions()).containsExactly(proven, stopped);
    }

    @Test
    void lines_come_page_by_page_with_what_they_settle() {
        String id = Long.toString(settled().id());
        Items<SettlementLineJson> page = api.lines(id, null, null, "2", at("/" + id + "/lines"));
        assertThat(page.next()).isEqualTo("/api/settlements/" + id + "/lines?after=2");
        assertThat(page.items().get(0)).satisfies(line -> {
            assertThat(line.place()).isOne();
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.kind()).isEqualTo("SALE");
            assertThat(line.day()).isEqualTo(MadeBatch.DAY);
            assertThat(line.gross()).isEqualTo(new Amount("50.00", "GBP"));
            assertThat(line.net()).isEqualTo(new Amount("49.00", "GBP"));
            assertThat(line.kept()).isEqualTo(new Amount("1.00", "GBP"));
            assertThat(List.of(line.payment(), line.modification(), line.merchant()))
                    .containsExactly("PSP1", "CAP1", "10234");
            assertThat(line.how()).isEqualTo("SEVERAL_ENTRIES");
            assertThat(line.settles()).containsExactly("10234, URN1", "10234, URN2");
        });
        assertThat(page.items().get(1).how()).isEqualTo("MISSING_TRANSACTION");
        assertThat(page.items().get(1).settles()).isEmpty();
        Items<SettlementLineJson> rest = api.lines(id, null, "2", "2", at("/" + id + "/lines"));
        assertThat(rest.items()).extracting(SettlementLineJson::place).containsExactly(3L);
        assertThat(rest.next()).isNull();
    }

    @Test
    void lines_of_one_state_come_alone() {
        String id = Long.toString(settled().id());
        assertThat(api.lines(id, "open", null, "50", at("")).items())
                .extracting(SettlementLineJson::place)
                .containsExactly(2L);
        refused(400, () -> api.lines(id, "lost", null, "50", at("")));
    }

    @Test
    void a_batch_that_there_is_not_is_not_found() {
        refused(404, () -> api.one("999"));
        refused(404, () -> api.lines("999", null, null, "50", at("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adyen", "-1", "1.5", ""})
    void what_is_no_number_is_refused(String text) {
        String id = Long.toString(world.receive(made()).id());
        refused(400, () -> api.one(text));
        refused(400, () -> api.list(null, text, at("")));
        refused(400, () -> api.lines(id, null, null, text, at("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1"})
    void what_is_no_place_to_go_on_from_is_refused(String text) {
        String id = Long.toString(world.receive(made()).id());
        refused(400, () -> api.list(text, "50", at("")));
        refused(400, () -> api.lines(id, null, text, "50", at("")));
    }
}
