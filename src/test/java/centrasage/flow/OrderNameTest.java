package centrasage.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderNameTest {
    @Test
    void an_order_has_the_same_name_however_its_number_is_held() {
        assertThat(OrderName.of("10234")).isEqualTo(OrderName.of(10234)).isEqualTo("C10234");
    }
}
