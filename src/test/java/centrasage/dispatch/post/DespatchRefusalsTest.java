package centrasage.dispatch.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.NewDespatch;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parcel has left: what only stands in the way for now is tried again by itself, and is somebody's to clear away. */
class DespatchRefusalsTest {
    private static final NewDespatch PARCEL = new NewDespatch(
            "33",
            "C10234",
            "10234-1",
            LocalDate.of(2026, 11, 23),
            List.of(),
            new NewDespatch.Tracking("", ""),
            1,
            Money.of("20", "GBP"));

    private static Outcome.Refused refused(String... codes) {
        List<Reason> reasons = List.of(codes).stream()
                .map(code -> new Reason(code, Owner.FINANCE, "Sage 200 says " + code, "Plan again"))
                .toList();
        return (Outcome.Refused) DespatchRefusals.judged(new Outcome.Refused(reasons), PARCEL);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ENOUGH_STOCK, OPERATIONS, book in",
        "CUSTOMER_ON_HOLD, FINANCE, off hold",
        "CREDIT_LIMIT, FINANCE, credit limit",
        "TRACEABLE_STOCK, FINANCE, serial numbers",
        "PERIOD_CLOSED, FINANCE, Open the period"
    })
    void what_passes_is_tried_again_by_itself_and_says_who_can_clear_it_away(String code, Owner owner, String remedy) {
        Outcome.Refused refused = refused(code);
        assertThat(refused).isEqualTo(Outcome.Refused.forNow(refused.reasons()));
        assertThat(refused.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.owner()).isEqualTo(owner);
            assertThat(reason.what()).isEqualTo("Sage 200 says " + code);
            assertThat(reason.remedy()).contains(remedy).endsWith("shipment 10234-1 is tried again by itself");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED_BY_SAGE", "MISSING_PERMISSION", "UNKNOWN_PRODUCT"})
    void what_does_not_pass_is_a_persons(String code) {
        assertThat(refused(code)).isEqualTo(new Outcome.Refused(refused(code).reasons()));
        assertThat(refused(code).reasons()).extracting(Reason::remedy).containsExactly("Plan again");
    }

    @Test
    void what_passes_beside_what_does_not_is_a_persons_too() {
        Outcome.Refused both = refused("PERIOD_CLOSED", "REFUSED_BY_SAGE");
        assertThat(both).isEqualTo(new Outcome.Refused(both.reasons()));
    }

    @Test
    void any_other_outcome_stays_what_it_is() {
        Outcome locked = new Outcome.Locked("J. Smith on WS-14");
        assertThat(DespatchRefusals.judged(locked, PARCEL)).isSameAs(locked);
    }
}
