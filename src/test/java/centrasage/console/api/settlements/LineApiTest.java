package centrasage.console.api.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.console.api.problem.Refusal;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.proof.SettledEntries;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.BatchState;
import centrasage.sync.ledger.ClearingEntry.Origin;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.junit.jupiter.api.Test;

/** What callers say of lines, and what they are answered. */
class LineApiTest {
    private final SettlementWorld world = new SettlementWorld();
    private final ShownLines shown = new ShownLines(new SettledEntries(world.entries));
    private final LineApi api = new LineApi(
            SettleBeans.word(world), world.batches, world.lines, new CurrentMappings(world.versions), shown);

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static SecurityContext ann() {
        return (SecurityContext) Proxy.newProxyInstance(
                SecurityContext.class.getClassLoader(), new Class<?>[] {SecurityContext.class}, (proxy, method, none) ->
                        (Principal) () -> "ann");
    }

    private String batch() {
        long id = world.receive(MadeBatch.of("380")
                        .payment("PSP9", "CAP9", "70002", "50.00")
                        .paidOut())
                .id();
        SettleBeans.settle(world);
        return Long.toString(id);
    }

    private SettlementLineJson got(String id) {
        UriInfo uri = (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, none) -> UriBuilder.fromUri("http://localhost/api/settlements/1/lines"));
        return new SettlementsApi(world.batches, world.lines, world.tallies, world.files, shown, world.store.postings())
                .lines(id, null, null, "1", uri)
                .items()
                .get(0);
    }

    private SettlementLineJson settle(String id) {
        long entry = world.entries.openOf("10234").get(0).id();
        return api.settle(id, "1", body("{\"entry\": " + entry + "}"), ann());
    }

    @Test
    void who_says_what_a_line_settles_is_answered_what_it_settles_from_then_on() {
        String id = batch();
        world.receipt("10234", "PSP1", "50.00");
        assertThat(settle(id)).satisfies(line -> {
            assertThat(line.state()).isEqualTo("SETTLED");
            assertThat(line.settles()).containsExactly("10234, URN1");
            assertThat(line).isEqualTo(got(id));
        });
    }

    @Test
    void what_is_from_before_the_cut_over_is_called_an_opening_item() {
        String id = batch();
        world.store.transactions().inNew(() -> {
            world.entry(Origin.OPENING_RECEIPT, "ADYGBP", "10234", "PSP1", Money.of("50.00", "GBP"), MadeBatch.DAY);
            return true;
        });
        world.store.database().execute("UPDATE clearing_entry SET urn = ''");
        assertThat(settle(id).settles()).containsExactly("10234, opening item");
        assertThat(got(id).settles()).containsExactly("10234, opening item");
    }

    @Test
    void of_a_version_that_is_not_posted_the_refusal_says_so() {
        String id = batch();
        world.put(Long.parseLong(id), BatchState.DIFFERS);
        assertThatThrownBy(() -> api.explain(id, "1", body("{\"note\": \"of the other shop\"}"), ann()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(409);
                    assertThat(refusal.problem().detail())
                            .isEqualTo("Line 1 of batch " + id
                                    + " waits for nobody: this version of the batch is DIFFERS, and nothing of it is"
                                    + " posted");
                });
        world.put(Long.parseLong(id), BatchState.PLANNED);
        assertThatThrownBy(() -> api.explain(id, "2", body("{\"note\": \"the payout\"}"), ann()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().detail())
                                .isEqualTo("Line 2 of batch " + id + " does not wait for a person"));
    }
}
