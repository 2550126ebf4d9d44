package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.sync.staging.Staged;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An order without a text is held for whoever can do something about it. */
class NoPlanTest {
    @Test
    void an_order_that_cannot_be_decrypted_is_held_for_whoever_has_the_key_file() {
        Reason reason = reason(staged(false));
        assertThat(reason.code()).isEqualTo("CANNOT_BE_DECRYPTED");
        assertThat(reason.owner()).isEqualTo(Owner.OPERATIONS);
        assertThat(reason.what()).contains("10234", "store.encryption-key-file");
        assertThat(reason.remedy())
                .startsWith("Put the right key file back, restart centra-sage200, then plan again")
                .contains("customer_document_no");
    }

    @Test
    void an_order_whose_person_was_erased_is_held_as_erased() {
        assertThat(reason(staged(true)).code()).isEqualTo("ERASED");
    }

    private static Reason reason(Staged staged) {
        return NoPlan.withoutText(staged).reasons().get(0);
    }

    private static Staged staged(boolean erased) {
        return new Staged(
                1,
                new DocumentVersion("order", "10234", 1),
                "C10234",
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                erased);
    }
}
