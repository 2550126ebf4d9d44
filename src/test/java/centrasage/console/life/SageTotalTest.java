package centrasage.console.life;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.Situations;
import centrasage.desk.BusinessException;
import centrasage.desk.BusinessException.Kind;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sync.store.Posting;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the order page prints as Sage's is Sage's. */
class SageTotalTest {
    private static final Money PLANNED = Money.of("382.69", "GBP");
    private static final Money ANSWERED = Money.of("382.68", "GBP");
    private static final BusinessException DIFFERS = Situations.exception(
            4, Kind.TOTAL_DIFFERS, "0.01", "GBP", new Reason("TOTAL_DIFFERS", Owner.FINANCE, "Other", "Correct it"));

    private static Posting posting(PostingKind kind, PostingState state, @Nullable Money total) {
        return new Posting(
                1,
                new PostingKey("33", kind, "10014"),
                "33/C10014",
                state,
                Situations.NOW,
                1,
                PLANNED,
                LocalDate.of(2026, 11, 23),
                List.of(),
                state == PostingState.POSTED ? "71" : null,
                state == PostingState.POSTED ? "0000000015" : null,
                total,
                1,
                null,
                Situations.NOW);
    }

    private static SageTotal of(Posting side, List<BusinessException> exceptions) {
        return SageTotal.of(side, List.of(side), exceptions);
    }

    @Test
    void the_total_that_sage_answered_with_is_shown_with_the_difference() {
        SageTotal total = of(posting(PostingKind.ORDER, PostingState.POSTED, ANSWERED), List.of(DIFFERS));
        assertThat(total.amount()).isEqualTo(ANSWERED);
        assertThat(total.differs()).isTrue();
        assertThat(total.lessThan(PLANNED)).isEqualTo(Money.of("0.01", "GBP"));
    }

    @Test
    void what_is_gone_from_sage_has_no_total_there_and_no_difference() {
        BusinessException missing = Situations.exception(
                5,
                Kind.MISSING_IN_SAGE,
                "382.69",
                "GBP",
                new Reason("MISSING_IN_SAGE", Owner.OPERATIONS, "It is not there any more", "Find out why"));
        SageTotal total = of(posting(PostingKind.ORDER, PostingState.POSTED, ANSWERED), List.of(missing));
        assertThat(total.gone()).isTrue();
        assertThat(total.there()).isFalse();
        assertThat(total.amount()).isNull();
        assertThat(total.lessThan(PLANNED)).isNull();
    }

    @Test
    void it_is_shown_also_once_a_person_has_resolved_it_and_sage_was_not_read_since() {
        SageTotal total = of(posting(PostingKind.ORDER, PostingState.POSTED, ANSWERED), List.of());
        assertThat(total.amount()).isEqualTo(ANSWERED);
        assertThat(total.differs()).isFalse();
    }

    @Test
    void once_a_correction_is_posted_it_is_the_planned_one() {
        Posting side = posting(PostingKind.ORDER, PostingState.POSTED, ANSWERED);
        Posting waits = posting(PostingKind.ORDER_CORRECTION, PostingState.LOCKED, null);
        Posting posted = posting(PostingKind.ORDER_CORRECTION, PostingState.POSTED, PLANNED);
        assertThat(SageTotal.of(side, List.of(side, waits), List.of()).amount()).isEqualTo(ANSWERED);
        assertThat(SageTotal.of(side, List.of(side, posted), List.of()).amount())
                .isEqualTo(PLANNED);
    }

    @Test
    void of_what_was_posted_before_totals_were_kept_the_planned_one_is_no_answer_while_people_are_told_of_another() {
        Posting side = posting(PostingKind.ORDER, PostingState.POSTED, null);
        assertThat(of(side, List.of(DIFFERS)).amount()).isNull();
        assertThat(of(side, List.of(DIFFERS)).lessThan(PLANNED)).isNull();
        assertThat(of(side, List.of()).amount()).isEqualTo(PLANNED);
    }

    @Test
    void what_is_not_there_yet_is_planned_and_what_is_held_has_none() {
        SageTotal waiting = of(posting(PostingKind.ORDER, PostingState.PLANNED, null), List.of());
        assertThat(waiting.planned()).isTrue();
        assertThat(waiting.amount()).isEqualTo(PLANNED);
        SageTotal held = of(posting(PostingKind.ORDER, PostingState.HELD, null), List.of());
        assertThat(held.there()).isFalse();
        assertThat(held.amount()).isNull();
    }
}
