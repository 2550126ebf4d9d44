package centrasage.simulator.centra.stocking;

import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.stock.Place;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.trade.TradeGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shoppers of a flash sale: each orders what they came for, if the shop shows that there is enough of it. */
final class Shoppers {
    private final CentraState state;
    private final PlainOrders orders;

    Shoppers(CentraState state, long seed) {
        this.state = state;
        this.orders = new PlainOrders(seed);
    }

    /** The numbers of the orders placed: between two of them anybody may change the stock, but not within one. */
    List<Integer> buy(ProductSize size, Place place, int quantity, int wished) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < wished; i++) {
            state.withStock(stock -> stock.level(place).free() >= quantity
                            ? Optional.of(order(size, place, quantity))
                            : Optional.<Integer>empty())
                    .ifPresent(numbers::add);
        }
        return numbers;
    }

    private int order(ProductSize size, Place place, int quantity) {
        int number = state.nextNumber(TradeGenerator.FIRST_NUMBER);
        state.place(List.of(orders.of(size, quantity, number, state.now())), place.warehouse());
        return number;
    }
}
