package centrasage.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderNameTest {
    @Test
    void an_order_has_the_same_name_however_its_number_is_held() {
        assertThat(OrderName.of("10234")).isEqualTo(OrderName.of(10234)).isEqualTo("C10234");
    }

    @Test
    void what_lanes_own_is_an_order_of_a_company() {
        assertThat(OrderName.object("33", "C10234")).isEqualTo("33/C10234");
        assertThat(OrderName.ofObject("33/C10234")).isEqualTo("C10234");
    }
}
