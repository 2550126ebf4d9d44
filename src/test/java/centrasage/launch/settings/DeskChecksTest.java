package centrasage.launch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskChecksTest {
    @Test
    void every_kind_of_exception_is_known() {
        assertThat(DeskChecks.KINDS)
                .containsExactlyElementsOf(Arrays.stream(BusinessException.Kind.values())
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void sound_rules_are_taken() {
        assertThat(DeskChecks.owners("")).isEmpty();
        assertThat(DeskChecks.owners("HELD:UNKNOWN_SKU=operations, CHARGEBACK = Finance"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HELD | names no owner",
                "HELD = sales | use one of cx, operations, finance",
                "HOLD:UNKNOWN_SKU = cx | there is no kind of exception HOLD; use one of CAUSE, HELD",
                "unknown sku = cx | is neither a kind of exception nor the code of a reason",
            })
    void what_is_wrong_is_told_with_its_remedy(String rules, String told) {
        assertThat(DeskChecks.owners(rules))
                .hasValueSatisfying(fault -> assertThat(fault).contains(told));
    }
}
