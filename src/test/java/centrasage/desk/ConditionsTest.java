package centrasage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void an_orders_number_finds_what_belongs_to_the_order_and_any_other_name_itself() {
        Conditions order = of(new Desk.Filter(null, null, Owner.CX, "10234"));
        assertThat(order.where())
                .isEqualTo(" WHERE e.owner = :owner AND (e.sourceKey = :source OR e.sourceKey LIKE :shipments"
                        + " OR (e.sourceKey LIKE :others AND e.company <> :source))");
        assertThat(order.values())
                .isEqualTo(Map.of("owner", Owner.CX, "source", "10234", "shipments", "10234-%", "others", "10234/%"));
        Conditions payment = of(new Desk.Filter(null, null, null, "10234/P5"));
        assertThat(payment.where()).isEqualTo(" WHERE e.sourceKey = :source");
        assertThat(payment.values()).isEqualTo(Map.of("source", "10234/P5"));
        assertThat(of(new Desk.Filter(null, null, null, null)).where()).isEmpty();
    }

    private static Conditions of(Desk.Filter filter) {
        return Conditions.of(filter, DeskBeans.sla(), NOW);
    }

    @Test
    void words_are_looked_for_in_what_is_open_and_of_what_is_over_the_beginning_of_a_number_alone() {
        Desk.Also words = new Desk.Also(null, null, null, null, "TD-1", false);
        assertThat(of(Desk.Filter.OPEN.and(words)).where()).contains("LOWER(e.headline) LIKE :words");
        assertThat(of(new Desk.Filter(BusinessException.State.RESOLVED, null, null, null).and(words))
                        .where())
                .doesNotContain("headline")
                .contains("e.sourceKey LIKE :numbers");
    }
}
