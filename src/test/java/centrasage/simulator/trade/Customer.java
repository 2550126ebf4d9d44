package centrasage.simulator.trade;

/** Who bought; a guest is a customer too, with an id of its own for each order. */
public record Customer(int id, String email, String firstName, String lastName) {}
