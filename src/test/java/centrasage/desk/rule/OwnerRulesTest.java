package centrasage.desk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnerRulesTest {
    private static final Reason SKU = new Reason("UNKNOWN_SKU", Owner.OPERATIONS, "x", "y");

    @Test
    void both_together_go_before_the_code_and_that_before_the_kind() {
        OwnerRules rules = rules("HELD = cx, UNKNOWN_SKU=finance, HELD:UNKNOWN_SKU = operations");
        assertThat(rules.of("HELD", SKU)).isEqualTo(Owner.OPERATIONS);
        assertThat(rules.of("REFUSED", SKU)).isEqualTo(Owner.FINANCE);
        assertThat(rules.of("HELD", new Reason("OTHER", Owner.FINANCE, "x", "y")))
                .isEqualTo(Owner.CX);
    }

    @Test
    void without_a_rule_it_is_as_the_reason_says() {
        assertThat(rules("").of("HELD", SKU)).isEqualTo(Owner.OPERATIONS);
        assertThat(rules("STUCK = cx").of("HELD", SKU)).isEqualTo(Owner.OPERATIONS);
    }

    private static OwnerRules rules(String text) {
        return new OwnerRules(Optional.of(text));
    }
}
