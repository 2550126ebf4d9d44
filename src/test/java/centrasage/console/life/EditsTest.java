package centrasage.console.life;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.orders.edit.LineEdit;
import centrasage.sync.posting.Plans;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both versions of an order that changed after it was posted, as they were received. */
class EditsTest {
    private static final String NUMBER = "10001";

    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    private final Edits edits = new Edits(world.staging(), world.postings());

    @BeforeEach
    void posted_and_edited() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/centrasage/centra/order.json"));
        receive(text);
        world.record(Plans.post(NUMBER));
        receive(text.replaceFirst("\"quantity\":\\s*3", "\"quantity\": 2"));
    }

    private void receive(String text) {
        world.staging()
                .stage(
                        "order",
                        List.of(new Received(NUMBER, "C" + NUMBER, world.time().now(), text)),
                        world.staging().readingBegins());
    }

    private BusinessException exception(BusinessException.Kind kind) {
        return new BusinessException(
                1,
                kind,
                Severity.HIGH,
                Owner.OPERATIONS,
                BusinessException.State.OPEN,
                "33",
                NUMBER,
                Plans.AMOUNT,
                "changed",
                List.of(),
                null,
                null,
                world.time().now(),
                world.time().now(),
                new BusinessException.Handling(0, "CHANGED", world.time().now(), null, null));
    }

    @Test
    void what_was_posted_stands_beside_the_latest_version() {
        Edits.SideBySide both = edits.of(exception(BusinessException.Kind.CHANGED_AFTER_POSTING), true)
                .orElseThrow();
        assertThat(both.posted()).isEqualTo(1);
        assertThat(both.now()).isEqualTo(2);
        assertThat(both.edit().lines()).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo(LineEdit.What.CHANGED);
            assertThat(line.posted()).extracting(LineEdit.Figures::quantity).isEqualTo(3);
            assertThat(line.now()).extracting(LineEdit.Figures::quantity).isEqualTo(2);
        });
    }

    @Test
    void any_other_exception_has_no_two_versions() {
        assertThat(edits.of(exception(BusinessException.Kind.DUPLICATE), true)).isEmpty();
    }

    @Test
    void once_the_person_is_erased_neither_version_is_shown() {
        world.erasure().erase("C" + NUMBER, "ann");
        assertThat(edits.of(exception(BusinessException.Kind.CHANGED_AFTER_POSTING), true))
                .isEmpty();
    }
}
