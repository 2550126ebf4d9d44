package centrasage.flow;

/**
 * An exception whose message is written for the people who run the business: it names the thing, its setting and the remedy,
 * and no personal data. The messages of all others may quote a customer, and are left to the log.
 */
public interface Explained {}
