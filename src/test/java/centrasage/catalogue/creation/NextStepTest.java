package centrasage.catalogue.creation;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.catalogue.creation.NextStep.Kind;
import centrasage.centra.FoundProducts;
import centrasage.centra.FoundProducts.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done next for an item of Sage's, by what Centra has and what we did before. */
class NextStepTest {
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            nothing,             , 0,    0, MAKE_PRODUCT
            nothing, PRODUCT_SENT, 0,    9, WAIT
            nothing, PRODUCT_SENT, 0,   10, MAKE_PRODUCT
            nothing, PRODUCT_MADE, 5,    1, REFUSE
            nothing, VARIANT_SENT, 5,   60, REFUSE
            nothing, MADE,         5, 9999, REFUSE
            nothing, MADE,         0, 9999, REFUSE
            nothing, REJECTED,     0,   60, REFUSE
            nothing, REJECTED,     0, 10080, MAKE_PRODUCT
            sku,                 , 0,    0, NONE
            sku,     VARIANT_SENT, 5,    1, NONE
            bare,                , 0,    0, REFUSE
            bare,    PRODUCT_SENT, 0,    1, MAKE_VARIANT
            bare,    PRODUCT_MADE, 5,    1, MAKE_VARIANT
            bare,    PRODUCT_MADE, 6,    1, REFUSE
            bare,    VARIANT_SENT, 5,    9, WAIT
            bare,    VARIANT_SENT, 5,   10, MAKE_VARIANT
            other,   VARIANT_SENT, 5,   60, REFUSE
            other,   MADE,         5,   60, REFUSE
            other,               , 0,    0, REFUSE
            two,     PRODUCT_SENT, 0,   60, REFUSE
            """)
    void the_next_step_follows_from_what_is_there_and_what_we_sent(
            String there, @Nullable CreationState state, long product, long minutesAgo, Kind next) {
        Creation ours = state == null
                ? null
                : new Creation("MUG", "Mug", product, state, "", NOW.minus(Duration.ofMinutes(minutesAgo)));

        assertThat(NextStep.of("Mug", found(there), ours, NOW, SETTLE).kind()).isEqualTo(next);
    }

    @Test
    void what_was_rejected_is_tried_again_under_another_name() {
        Creation rejected = new Creation("MUG", "Mug", 0, CreationState.REJECTED, "too short", NOW);

        assertThat(NextStep.of("Mug", found("nothing"), rejected, NOW, SETTLE).why())
                .isEqualTo("too short");
        assertThat(NextStep.of("Blue mug", found("nothing"), rejected, NOW, SETTLE)
                        .kind())
                .isEqualTo(Kind.MAKE_PRODUCT);
    }

    private static FoundProducts found(String there) {
        Found bare = new Found(5, 0, Set.of());
        return switch (there) {
            case "sku" -> new FoundProducts(List.of(new Found(5, 1, Set.of("MUG"))), true);
            case "bare" -> new FoundProducts(List.of(bare), false);
            case "other" -> new FoundProducts(List.of(new Found(5, 1, Set.of("MUG-1"))), false);
            case "two" -> new FoundProducts(List.of(bare, new Found(6, 0, Set.of())), false);
            default -> new FoundProducts(List.of(), false);
        };
    }
}
