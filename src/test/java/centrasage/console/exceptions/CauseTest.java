package centrasage.console.exceptions;

import static centrasage.console.Situations.NOT_PAID;
import static centrasage.console.Situations.UNKNOWN_SKU;
import static centrasage.console.Situations.exception;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.Situations;
import centrasage.desk.BusinessException.Kind;
import centrasage.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseTest {
    @Test
    void what_has_the_same_wrong_with_it_stands_together_with_its_money() {
        List<Cause> causes = Cause.group(List.of(
                exception(1, Kind.HELD, "10", "GBP", UNKNOWN_SKU),
                exception(2, Kind.HELD, "3", "EUR", NOT_PAID),
                exception(3, Kind.HELD, "5.50", "GBP", UNKNOWN_SKU, NOT_PAID),
                exception(4, Kind.HELD, "1", "EUR", UNKNOWN_SKU)));
        assertThat(causes).extracting(Cause::code).containsExactly("UNKNOWN_SKU", "NOT_PAID");
        assertThat(causes.get(0).sums()).containsExactly(Money.of("1", "EUR"), Money.of("15.50", "GBP"));
        assertThat(causes.get(0).exceptions()).extracting(each -> each.id()).containsExactly(1L, 3L, 4L);
    }

    @Test
    void a_severity_never_hides_in_the_group_of_another() {
        assertThat(Cause.group(List.of(
                        exception(1, Kind.DUPLICATE, "10", "GBP", UNKNOWN_SKU),
                        exception(2, Kind.HELD, "10", "GBP", UNKNOWN_SKU))))
                .hasSize(2);
    }

    @Test
    void what_is_about_no_order_has_no_money() {
        List<Cause> causes = Cause.group(List.of(Situations.about(Kind.MAPPING_CHECK, "mapping-check/UNKNOWN_SKU")));
        assertThat(causes).singleElement().extracting(Cause::sums).isEqualTo(List.of());
    }
}
