package centrasage.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShipmentNumberTest {
    @Test
    void it_begins_with_the_number_of_its_order() {
        assertThat(ShipmentNumber.order("10234-1")).isEqualTo("10234");
        assertThat(ShipmentNumber.order("10234")).isEqualTo("10234");
    }

    @Test
    void it_is_found_among_other_words_and_not_in_a_longer_number() {
        assertThat(ShipmentNumber.isIn("left at neighbour; 10234-1 DHL", "10234-1"))
                .isTrue();
        assertThat(ShipmentNumber.isIn("10234-11", "10234-1")).isFalse();
        assertThat(ShipmentNumber.isIn("110234-1", "10234-1")).isFalse();
        assertThat(ShipmentNumber.isIn("10234-1-2", "10234-1")).isFalse();
    }

    @Test
    void all_of_an_order_are_found_and_none_of_another() {
        assertThat(ShipmentNumber.allIn("10234-1 and 10234-12, not 110234-1", "10234"))
                .containsExactly("10234-1", "10234-12");
        assertThat(ShipmentNumber.allIn("by hand", "10234")).isEmpty();
    }
}
