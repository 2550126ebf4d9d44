package centrasage.sync.store;

/** Two documents that belong together, such as a Centra order and the Sage order made from it. */
public record Link(String fromKind, String fromKey, String toKind, String toKey) {}
