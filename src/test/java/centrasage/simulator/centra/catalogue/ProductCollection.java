package centrasage.simulator.centra.catalogue;

/** A season or another group of products, as merchandisers make them up. */
public record ProductCollection(int id, String name) {}
