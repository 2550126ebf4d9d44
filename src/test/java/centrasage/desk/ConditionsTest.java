package centrasage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    @Test
    void an_orders_number_finds_what_belongs_to_the_order_and_any_other_name_itself() {
        Conditions order = Conditions.of(new Desk.Filter(null, null, Owner.CX, "10234"));
        assertThat(order.where())
                .isEqualTo(" WHERE e.owner = :owner AND (e.sourceKey = :source OR e.sourceKey LIKE :shipments"
                        + " OR (e.sourceKey LIKE :others AND e.company <> :source))");
        assertThat(order.values())
                .isEqualTo(Map.of("owner", Owner.CX, "source", "10234", "shipments", "10234-%", "others", "10234/%"));
        Conditions payment = Conditions.of(new Desk.Filter(null, null, null, "10234/P5"));
        assertThat(payment.where()).isEqualTo(" WHERE e.sourceKey = :source");
        assertThat(payment.values()).isEqualTo(Map.of("source", "10234/P5"));
        assertThat(Conditions.of(new Desk.Filter(null, null, null, null)).where())
                .isEmpty();
    }
}
