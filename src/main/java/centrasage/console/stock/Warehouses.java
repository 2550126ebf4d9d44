package centrasage.console.stock;

import centrasage.stock.level.ShelfName;
import java.util.Optional;

/** A warehouse as an address names it: {@code 33/MAIN}, its company and what Centra calls it. */
final class Warehouses {
    private Warehouses() {}

    static String address(ShelfName shelf) {
        return shelf.company() + "/" + shelf.centraWarehouse();
    }

    static Optional<ShelfName> named(String address) {
        int slash = address.indexOf('/');
        return slash <= 0 || slash == address.length() - 1
                ? Optional.empty()
                : Optional.of(new ShelfName(address.substring(0, slash), address.substring(slash + 1)));
    }
}
