package centrasage.sage200;

/**
 * Where stock lies.
 *
 * @param product its code
 * @param warehouse its name
 */
public record Holding(String product, String warehouse) {}
