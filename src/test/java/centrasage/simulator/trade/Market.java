package centrasage.simulator.trade;

import java.util.List;

/** A region sold to in one currency from one price list. */
public record Market(int id, String name, Currency currency, PriceList priceList, List<Country> countries) {

    public Market {
        countries = List.copyOf(countries);
    }

    /** Consumer prices, VAT included. */
    public record PriceList(int id, String name) {}
}
