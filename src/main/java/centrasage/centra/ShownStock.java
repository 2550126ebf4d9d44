package centrasage.centra;

/**
 * What Centra shows of a product size in a warehouse.
 *
 * @param allocated units of orders that have not left
 * @param free units that it still sells; below zero where more are allocated than there are
 */
public record ShownStock(long size, int allocated, int free) {}
