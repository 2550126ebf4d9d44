package centrasage.stock.level;

/** A warehouse of Centra's that sells, or sold, the stock of a company. */
public record ShelfName(String company, String centraWarehouse) {}
