package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.orders.plan.OrderPreview.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A preview of an order that is there already says so, and advises nobody to enter it. */
class PresentTest {
    private static final Reason ARCHIVED = new Reason(
            "ARCHIVED_IN_SAGE",
            Owner.FINANCE,
            "It cannot be told whether Sage has it already",
            "enter it in Sage 200 by hand");

    private static Preview preview(@Nullable Present present) {
        return new Preview(present, 1, 1, new Plan.Hold(List.of(ARCHIVED)), null, null);
    }

    @Test
    void a_posted_order_says_so_before_anything_else_and_nobody_is_told_to_enter_it() {
        Preview preview = preview(new Present(PostingState.POSTED, "33", "0000000015"));
        assertThat(preview.wouldBeSent()).isFalse();
        assertThat(preview.reasons()).extracting(Reason::code).containsExactly("ALREADY_POSTED", "ARCHIVED_IN_SAGE");
        assertThat(preview.reasons().get(0).what())
                .isEqualTo("It is posted as 33/0000000015; a new plan would not be sent");
        assertThat(preview.reasons().get(1).what()).isEqualTo(ARCHIVED.what());
        assertThat(preview.reasons().get(1).remedy()).isEqualTo("Nothing: see ALREADY_POSTED");
    }

    @ParameterizedTest
    @EnumSource(PostingState.class)
    void whatever_may_not_be_planned_anew_is_not_sent(PostingState state) {
        Present present = new Present(state, "33", "0000000015");
        assertThat(present.against().isEmpty()).isEqualTo(state.mayBeReplanned());
    }

    @Test
    void an_order_that_was_never_planned_keeps_its_reasons() {
        assertThat(preview(null).reasons()).containsExactly(ARCHIVED);
        assertThat(preview(new Present(PostingState.HELD, "33", null)).reasons())
                .containsExactly(ARCHIVED);
    }
}
