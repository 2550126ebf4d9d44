package centrasage.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans and outcomes lead each case to its own answer, and are what they were when they were made. */
class OutcomesTest {
    private static final Reason REASON = new Reason("CODE", Owner.FINANCE, "what", "remedy");
    private static final Document DOCUMENT = new Document("1", "0000000001", Money.of("1.00", "GBP"), null, null);
    private static final PostingKey KEY = new PostingKey("33", PostingKind.ORDER, "1");

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(new Outcome.Posted(DOCUMENT), "posted"),
                Arguments.of(new Outcome.AlreadyThere(DOCUMENT), "already there"),
                Arguments.of(new Outcome.Locked("Anna"), "locked"),
                Arguments.of(new Outcome.Refused(List.of(REASON)), "refused"),
                Arguments.of(new Outcome.Unavailable("no"), "unavailable"),
                Arguments.of(new Outcome.InDoubt("timeout"), "in doubt"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void every_outcome_has_its_own_case(Outcome outcome, String expected) {
        List<Outcome> given = new ArrayList<>();
        String answer = outcome.match(new Outcome.Cases<>(
                posted -> told(given, posted, "posted"),
                there -> told(given, there, "already there"),
                locked -> told(given, locked, "locked"),
                refused -> told(given, refused, "refused"),
                unavailable -> told(given, unavailable, "unavailable"),
                inDoubt -> told(given, inDoubt, "in doubt")));
        assertThat(answer).isEqualTo(expected);
        assertThat(given).containsExactly(outcome);
    }

    private static String told(List<Outcome> given, Outcome outcome, String word) {
        given.add(outcome);
        return word;
    }

    @Test
    void every_outcome_there_is_stands_in_the_table_above() {
        assertThat(outcomes().<Object>map(arguments -> arguments.get()[0].getClass()))
                .containsExactlyInAnyOrder((Object[]) Outcome.class.getPermittedSubclasses());
    }

    @Test
    void every_plan_has_its_own_case() {
        Command command = new Command(
                KEY, "33/C1", Money.of("1.00", "GBP"), null, LocalDate.of(2026, 11, 23), "fingerprint", "{}");
        List<Plan> plans = List.of(new Plan.Post(command), new Plan.Skip(REASON), new Plan.Hold(List.of(REASON)));
        assertThat(plans.stream().map(plan -> plan.match(post -> "post", skip -> "skip", hold -> "hold")))
                .containsExactly("post", "skip", "hold");
        assertThat(plans).hasSize(Plan.class.getPermittedSubclasses().length);
    }

    @Test
    void a_document_is_held_for_a_reason() {
        assertThatThrownBy(() -> new Plan.Hold(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reasons_and_documents_are_copied() {
        List<Reason> reasons = new ArrayList<>(List.of(REASON));
        List<Document> documents = new ArrayList<>(List.of(DOCUMENT));
        Plan.Hold hold = new Plan.Hold(reasons);
        Outcome.Refused refused = new Outcome.Refused(reasons);
        Finding.Several several = new Finding.Several(documents);
        reasons.clear();
        documents.clear();
        assertThat(hold.reasons()).containsExactly(REASON);
        assertThat(refused.reasons()).containsExactly(REASON);
        assertThat(several.documents()).containsExactly(DOCUMENT);
    }

    @Test
    void a_key_names_a_company_and_a_source() {
        assertThatThrownBy(() -> new PostingKey(" ", PostingKind.ORDER, "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PostingKey("33", PostingKind.ORDER, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
