package centrasage.simulator.trade;

/** An article as the books know it: the stock code, a name and the units free to sell. */
public record CatalogueItem(String code, String name, int freeStock) {}
