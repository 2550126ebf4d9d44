package centrasage.flow.event;

/** A cause stops nothing any more; observed in the same transaction. */
public record CauseOver(String cause) {}
