package centrasage.console.stock;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.stock.level.ShelfName;
import org.junit.jupiter.api.Test;

/** A warehouse in an address, and back. */
class WarehousesTest {
    @Test
    void a_name_with_a_slash_comes_back_whole() {
        ShelfName shelf = new ShelfName("33", "Main / outlet");
        assertThat(Warehouses.named(Warehouses.address(shelf))).contains(shelf);
    }

    @Test
    void what_is_none_is_left_out() {
        assertThat(Warehouses.named("33")).isEmpty();
        assertThat(Warehouses.named("/Main")).isEmpty();
        assertThat(Warehouses.named("33/")).isEmpty();
    }
}
