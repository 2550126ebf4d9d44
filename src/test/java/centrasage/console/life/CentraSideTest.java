package centrasage.console.life;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.DocumentVersion;
import centrasage.money.Money;
import centrasage.sync.staging.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CentraSideTest {
    private static Staged staged(Optional<String> text) {
        return new Staged(
                1,
                new DocumentVersion("order", "10001", 1),
                "C10001",
                Instant.EPOCH,
                Instant.EPOCH,
                text,
                text.isEmpty());
    }

    private static String order() throws IOException {
        return Files.readString(Path.of("src/test/resources/centrasage/centra/order.json"));
    }

    @Test
    void an_order_is_shown_with_its_total_and_lines() throws IOException {
        CentraSide side = CentraSide.of(staged(Optional.of(order())), false).orElseThrow();
        assertThat(side.total()).isEqualTo(Money.of("125.90", "EUR"));
        assertThat(side.lines())
                .containsExactly(new CentraSide.Line("D100-BLK-M", "Silk dress", 3, Money.of("120.00", "EUR")));
    }

    @Test
    void who_may_not_see_the_customer_sees_initials() throws IOException {
        String name =
                CentraSide.of(staged(Optional.of(order())), true).orElseThrow().customer();
        String initials =
                CentraSide.of(staged(Optional.of(order())), false).orElseThrow().customer();
        assertThat(name).contains(" ");
        assertThat(initials).matches("\\X\\. \\X\\.").doesNotContain(name.split(" ", -1)[1]);
    }

    @Test
    void an_order_that_is_erased_or_cannot_be_read_has_no_side_to_show() {
        assertThat(CentraSide.of(staged(Optional.empty()), true)).isEmpty();
        assertThat(CentraSide.of(staged(Optional.of("{}")), true)).isEmpty();
    }
}
