package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Parsed;
import centrasage.flow.Outcome;
import centrasage.flow.event.PostingFinding;
import centrasage.orders.document.PrintedParts;
import centrasage.orders.intake.Intake;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Printed;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After an update: orders that were posted before it open nothing by themselves, and a parcel's new address is told all the same. */
class PostedBeforeTest {
    private static final String NUMBER = "10001";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final PostedBefore before =
            world.transactions().bean(PostedBefore.class, world.staging(), world.unmarked());
    private String text = "";

    @BeforeEach
    void posted_by_an_earlier_release() throws IOException {
        text = Files.readString(Path.of("src/test/resources/centrasage/centra/order.json"));
        receive(text);
        world.record(Plans.post(NUMBER));
        world.itIsPlanned(NUMBER);
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 20)) {
            world.store().intend(claimed, StoreContract.LEASE, "nothing found");
            world.store().conclude(claimed, new Outcome.Posted(Plans.document(NUMBER)), Duration.ZERO);
            world.store().release(claimed);
        }
    }

    private void receive(String version) {
        world.staging()
                .stage(
                        Intake.KIND,
                        List.of(new Received(NUMBER, "C" + NUMBER, world.time().now(), version)),
                        world.staging().readingBegins());
    }

    private Recorded plan(int number, String version) {
        receive(version);
        Parsed.Readable<Order> readable = (Parsed.Readable<Order>) OrderJson.parse(version);
        Planned planned = Plans.post(NUMBER, number, "content of " + NUMBER)
                .printing(new Printed(PrintedParts.of(readable.document())));
        before.remember(planned);
        return world.record(planned);
    }

    @Test
    void another_address_than_that_of_the_posted_version_is_told() {
        String street = PrintedParts.of(((Parsed.Readable<Order>) OrderJson.parse(text)).document())
                .getOrDefault(PrintedParts.ADDRESS, "")
                .split("\n")[1];
        assertThat(plan(2, text.replace(street, "1 Changed Street"))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.findings())
                .singleElement()
                .extracting(PostingFinding::kind)
                .isEqualTo(PostingFinding.Kind.CHANGED_AFTER_POSTING);
    }

    @Test
    void the_same_order_received_anew_opens_nothing() {
        assertThat(plan(2, text.replace("\"CONFIRMED\"", "\"SHIPPED\""))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.findings()).isEmpty();
    }
}
